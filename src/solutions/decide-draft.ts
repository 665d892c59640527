import { isDeepStrictEqual } from 'node:util';
import type { Embedder } from '../embed/embedder.ts';
import { PrecedentError } from '../errors.ts';
import { hasFix, type SolutionContent } from '../library/solution.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { type IndexEntry, indexSolution, unindexSolution } from '../store/search/search-index.ts';
import { decideDraft, revertToDraft } from '../store/solutions/draft-decisions.ts';
import { lockVersion, versionsOf, writeVersion } from '../store/solutions/solution-versions.ts';
import { findSolution, type StoredSolution } from '../store/solutions/solutions.ts';
import { termSpace } from '../text/search-document.ts';
import { isAutoSaved, mayBeLinked } from './auto-saved.ts';
import type { RendersDrafts } from './draft-message.ts';
import { refreshDraftsMentioning, refreshMessages, upsertDraftMessage } from './draft-message.ts';
import { type DuplicateMatch, findDuplicate } from './find-duplicate.ts';
import { indexEntry } from './index-entry.ts';
import { linkOccurrence, refreshAnswers, removeFromLibrary, unlinkOccurrences } from './link-occurrence.ts';

/** As many of its versions as can be looked at and restored. */
export const maxVersions = 50;

/** `decided` false: somebody was faster, and `solution` says what they decided. */
export type Decision = { decided: boolean; solution: StoredSolution };

/**
 * Puts a draft into the library: from now on it is found. One that is the same as a solution there is counted to it
 * instead, unless a person edited it, or `apart`. Throws not_found, or usage for a draft without any fix.
 */
export async function saveDraft(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  input: { solutionId: string; by: string | null; viewer: Viewer; silently?: boolean; isDistinct?: boolean },
): Promise<Decision> {
  const draft = await requireSolution(ctx, input.solutionId, input.viewer);
  if (draft.status === 'draft' && !hasFix(draft.content)) {
    throw new PrecedentError(
      'usage',
      'This draft has no fix yet. Press "Write the fix" first; one line is enough.',
    );
  }
  const entry = await indexEntry(ctx, draft);
  const duplicate =
    input.isDistinct === true || draft.status !== 'draft' ? null : await findDuplicate(ctx, draft, entry);
  if (duplicate?.isCertain === true && (await mayBeLinked(ctx, draft)))
    return linkDraft(ctx, draft, duplicate, input);
  return inTransaction(ctx, async (ctx) => {
    const decided = await decideDraft(ctx, draft.id, {
      status: 'active',
      by: input.by,
      at: ctx.now(),
    });
    if (decided) {
      // Somebody may have edited it between our reading and our saving.
      const now = await requireSolution(ctx, draft.id, 'operator');
      await addToIndex(ctx, now.version === draft.version ? entry : await indexEntry(ctx, now));
      // Nobody was asked, so whoever reads of it may still say that it is one with another.
      const offeredDuplicate = input.by === null && !draft.isDistinct ? duplicate : null;
      if (input.silently !== true) await upsertDraftMessage(ctx, draft.id, offeredDuplicate);
    }
    return { decided, solution: await requireSolution(ctx, draft.id, 'operator') };
  });
}

async function linkDraft(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  draft: StoredSolution,
  duplicate: DuplicateMatch,
  input: { by: string | null; silently?: boolean },
): Promise<Decision> {
  return inTransaction(ctx, async (ctx) => {
    const decided = await linkOccurrence(ctx, draft, duplicate.solution, {
      by: input.by,
      mergedVersion: null,
    });
    const solution = await requireSolution(ctx, draft.id, 'operator');
    if (!decided && solution.status === 'draft') {
      throw new PrecedentError(
        'conflict',
        'Somebody just changed this draft. Look at it again, then press Save.',
      );
    }
    if (decided && input.silently !== true) await upsertDraftMessage(ctx, draft.id, null);
    return { decided, solution };
  });
}

/** Discards a draft, or what was saved without asking: that is found no more. */
export async function discardDraft(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  input: { solutionId: string; by: string; viewer: Viewer },
): Promise<Decision> {
  const draft = await requireSolution(ctx, input.solutionId, input.viewer);
  return inTransaction(ctx, async (ctx) => {
    const decided = await decideDraft(ctx, draft.id, {
      status: 'retired',
      by: input.by,
      at: ctx.now(),
    });
    if (decided) {
      await removeFromLibrary(ctx, draft);
      await upsertDraftMessage(ctx, draft.id, null);
    }
    return { decided, solution: await requireSolution(ctx, draft.id, 'operator') };
  });
}

/**
 * A person's edit becomes a new version; of an active solution the index follows. Throws not_found, or
 * conflict when somebody else changed it since the person opened it, or it is kept no longer.
 */
export async function editSolution(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  input: {
    solutionId: string;
    version: number;
    content: SolutionContent;
    by: string;
    viewer: Viewer;
    /** The version that `content` is. */
    restores?: number;
  },
): Promise<StoredSolution> {
  const before = await requireSolution(ctx, input.solutionId, input.viewer);
  const edited = { ...before, content: input.content };
  const entry = await indexEntry(ctx, edited);
  const awaitsDecision = before.status === 'draft' || (await isAutoSaved(ctx, before));
  const duplicate = awaitsDecision ? await findDuplicate(ctx, edited, entry) : null;
  return inTransaction(ctx, async (ctx) => {
    const isWritten = await writeVersion(
      ctx.db,
      { workspaceId: ctx.workspaceId, solutionId: before.id, version: input.version },
      {
        content: input.content,
        // A person who writes the fix vouches for it.
        proven: before.proven || input.content.fix.immediate !== null,
        by: input.by,
        at: ctx.now(),
        reason: input.restores === undefined ? 'edited' : `restored version ${input.restores}`,
      },
    );
    if (!isWritten)
      throw new PrecedentError(
        'conflict',
        editConflictMessage(await requireSolution(ctx, before.id, 'operator')),
      );
    if (input.restores !== undefined)
      await assertVersionUnchanged(ctx, before.id, input.restores, input.content);
    const after = await requireSolution(ctx, before.id, 'operator');
    // Somebody may have saved it since it was read above.
    if (after.status === 'active') {
      await addToIndex(ctx, entry);
      await refreshAnswers(ctx, before.id);
      await refreshDraftsMentioning(ctx, before.id);
    }
    await upsertDraftMessage(ctx, before.id, duplicate);
    return after;
  });
}

/** A form shows 150 characters of it. */
function editConflictMessage({ status, mergedInto }: StoredSolution): string {
  if (mergedInto !== null) {
    return 'This counts to another fix by now, so nothing of yours was saved. Copy what you wrote, and edit that one: press See the fix in the thread.';
  }
  if (status === 'retired') {
    return 'This was discarded, or what showed it was deleted, so nothing of yours was saved. Copy what you wrote before you close this.';
  }
  return 'Somebody else changed this while you were editing. Nothing of yours was saved: copy what you wrote, close this, and press Edit again.';
}

/** What was saved without asking was captured again: index and messages follow; where no fix is shown any more, it asks. */
export async function refreshSaved(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  solutionId: string,
): Promise<void> {
  const solution = await requireSolution(ctx, solutionId, 'operator');
  if (!solution.proven) return revertAutoSaved(ctx, solution);
  await reindexCurrent(ctx, solution);
}

/** What was saved without asking is a draft again, and found no more. */
async function revertAutoSaved(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  solution: StoredSolution,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (!(await revertToDraft(ctx, solution.id, ctx.now()))) return;
    await unindexSolution(ctx, solution.id);
    await unlinkOccurrences(ctx, solution.id);
    await refreshMessages(ctx, solution, { threadExists: true });
    await refreshDraftsMentioning(ctx, solution.id);
  });
}

/** Puts a saved solution into the index as it stands now, after it changed without a person; messages of it follow. */
export async function indexSaved(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  input: { solutionId: string },
): Promise<void> {
  const solution = await findSolution(ctx, input.solutionId, 'operator');
  if (solution?.status === 'active') await reindexCurrent(ctx, solution);
}

/** Whoever changes it meanwhile indexes it, or has asked for that. */
async function reindexCurrent(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  solution: StoredSolution,
): Promise<void> {
  const entry = await indexEntry(ctx, solution);
  const awaitsDecision = !solution.isDistinct && (await isAutoSaved(ctx, solution));
  const duplicate = awaitsDecision ? await findDuplicate(ctx, solution, entry) : null;
  await inTransaction(ctx, async (ctx) => {
    if (!(await lockVersion(ctx, solution.id, solution.version))) return;
    await addToIndex(ctx, entry);
    await refreshMessages(ctx, solution, { threadExists: true, duplicate });
  });
}

/** An earlier version stands again, as a new one. Throws as `editSolution` does, and not_found for a version that is none. */
export async function restoreVersion(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  input: { solutionId: string; version: number; over: number; by: string; viewer: Viewer },
): Promise<StoredSolution> {
  const { solutionId, by, viewer } = input;
  const versions = await versionsOf(ctx, solutionId, viewer, maxVersions);
  const target = versions.find((each) => each.version === input.version);
  if (target === undefined) {
    throw new PrecedentError('not_found', `There is no version ${input.version} of this fix any more.`);
  }
  const { content } = target;
  return editSolution(ctx, {
    solutionId,
    version: input.over,
    content,
    by,
    viewer,
    restores: target.version,
  });
}

/** A message that only this version rested on may have been deleted since it was read: its words must not come back. */
async function assertVersionUnchanged(
  ctx: Scope,
  solutionId: string,
  version: number,
  content: SolutionContent,
): Promise<void> {
  const versions = await versionsOf(ctx, solutionId, 'operator', maxVersions + 1);
  const now = versions.find((each) => each.version === version);
  if (now !== undefined && isDeepStrictEqual(now.content, content)) return;
  throw new PrecedentError(
    'conflict',
    'What this version rests on was just deleted or edited in Slack; nothing was restored. Look at the versions again.',
  );
}

/** Throws not_found for a solution that is none, or that the viewer may not see. */
export async function requireSolution(
  ctx: Scope,
  solutionId: string,
  viewer: Viewer,
): Promise<StoredSolution> {
  const solution = await findSolution(ctx, solutionId, viewer);
  if (solution === null) {
    throw new PrecedentError(
      'not_found',
      'This fix is gone, or from a channel that you are not in. Type /precedent drafts to see what waits for you, or ask in that channel.',
    );
  }
  return solution;
}

/** Without its embedding a solution is found by its words already; a job makes what is missing. */
export async function addToIndex(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  entry: IndexEntry,
): Promise<void> {
  await indexSolution(ctx.db, entry, termSpace);
  const embedded = entry.embeddings.some(({ model }) => model === ctx.embedder?.model);
  if (!embedded && ctx.embedder !== null) await ctx.enqueue({ name: 'embed' });
}

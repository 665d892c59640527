import { isDeepStrictEqual } from 'node:util';
import { isSavedUnasked, mayBeCounted } from '../capture/drafts/draft-incident.ts';
import type { Embedder } from '../embed/embedder.ts';
import { PrecedentError } from '../errors.ts';
import { hasFix, type SolutionContent } from '../library/solution.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { type IndexEntry, indexSolution, unindexSolution } from '../store/search/search-index.ts';
import { decideDraft, undecide } from '../store/solutions/draft-decisions.ts';
import { holdVersion, versionsOf, writeVersion } from '../store/solutions/solution-versions.ts';
import { findSolution, type StoredSolution } from '../store/solutions/solutions.ts';
import { termSpace } from '../text/search-document.ts';
import type { RendersDrafts } from './draft-message.ts';
import { retellNamers, tellDraft, tellOfChange } from './draft-message.ts';
import { findTwin, type Twin } from './find-duplicate.ts';
import { indexEntry } from './index-entry.ts';
import { countDraft, leaveLibrary, releaseSources, retellAnswers } from './link-occurrence.ts';

/** As many of its versions as can be looked at and restored. */
export const mostVersions = 50;

/** `decided` false: somebody was faster, and `solution` says what they decided. */
export type Decision = { decided: boolean; solution: StoredSolution };

/**
 * Puts a draft into the library: from now on it is found. One that is the same as a solution there is counted to it
 * instead, unless a person edited it, or `apart`. Throws not_found, or usage for a draft without any fix.
 */
export async function saveDraft(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  input: { solutionId: string; by: string | null; viewer: Viewer; silently?: boolean; apart?: boolean },
): Promise<Decision> {
  const draft = await need(ctx, input.solutionId, input.viewer);
  if (draft.status === 'draft' && !hasFix(draft.content)) {
    throw new PrecedentError(
      'usage',
      'This draft has no fix yet. Press "Write the fix" first; one line is enough.',
    );
  }
  const entry = await indexEntry(ctx, draft);
  const twin = input.apart === true || draft.status !== 'draft' ? null : await findTwin(ctx, draft, entry);
  if (twin?.same === true && (await mayBeCounted(ctx, draft))) return count(ctx, draft, twin, input);
  return inTransaction(ctx, async (ctx) => {
    const decided = await decideDraft(ctx, draft.id, {
      status: 'active',
      by: input.by,
      at: ctx.now(),
    });
    if (decided) {
      // Somebody may have edited it between our reading and our saving.
      const now = await need(ctx, draft.id, 'operator');
      await putIntoIndex(ctx, now.version === draft.version ? entry : await indexEntry(ctx, now));
      // Nobody was asked, so whoever reads of it may still say that it is one with another.
      const offered = input.by === null && !draft.keptApart ? twin : null;
      if (input.silently !== true) await tellDraft(ctx, draft.id, offered);
    }
    return { decided, solution: await need(ctx, draft.id, 'operator') };
  });
}

async function count(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  draft: StoredSolution,
  twin: Twin,
  input: { by: string | null; silently?: boolean },
): Promise<Decision> {
  return inTransaction(ctx, async (ctx) => {
    const decided = await countDraft(ctx, draft, twin.solution, { by: input.by, mergedVersion: null });
    const solution = await need(ctx, draft.id, 'operator');
    if (!decided && solution.status === 'draft') {
      throw new PrecedentError(
        'conflict',
        'Somebody just changed this draft. Look at it again, then press Save.',
      );
    }
    if (decided && input.silently !== true) await tellDraft(ctx, draft.id, null);
    return { decided, solution };
  });
}

/** Discards a draft, or what was saved without asking: that is found no more. */
export async function discardDraft(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  input: { solutionId: string; by: string; viewer: Viewer },
): Promise<Decision> {
  const draft = await need(ctx, input.solutionId, input.viewer);
  return inTransaction(ctx, async (ctx) => {
    const decided = await decideDraft(ctx, draft.id, {
      status: 'retired',
      by: input.by,
      at: ctx.now(),
    });
    if (decided) {
      await leaveLibrary(ctx, draft);
      await tellDraft(ctx, draft.id, null);
    }
    return { decided, solution: await need(ctx, draft.id, 'operator') };
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
  const before = await need(ctx, input.solutionId, input.viewer);
  const edited = { ...before, content: input.content };
  const entry = await indexEntry(ctx, edited);
  const asks = before.status === 'draft' || (await isSavedUnasked(ctx, before));
  const twin = asks ? await findTwin(ctx, edited, entry) : null;
  return inTransaction(ctx, async (ctx) => {
    const won = await writeVersion(
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
    if (!won) throw new PrecedentError('conflict', whyNotEdited(await need(ctx, before.id, 'operator')));
    if (input.restores !== undefined) await assertSays(ctx, before.id, input.restores, input.content);
    const after = await need(ctx, before.id, 'operator');
    // Somebody may have saved it since it was read above.
    if (after.status === 'active') {
      await putIntoIndex(ctx, entry);
      await retellAnswers(ctx, before.id);
      await retellNamers(ctx, before.id);
    }
    await tellDraft(ctx, before.id, twin);
    return after;
  });
}

/** A form shows 150 characters of it. */
function whyNotEdited({ status, mergedInto }: StoredSolution): string {
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
  const solution = await need(ctx, solutionId, 'operator');
  if (!solution.proven) return takeBack(ctx, solution);
  await indexAsItStands(ctx, solution);
}

/** What was saved without asking is a draft again, and found no more. */
async function takeBack(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  solution: StoredSolution,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (!(await undecide(ctx, solution.id, ctx.now()))) return;
    await unindexSolution(ctx, solution.id);
    await releaseSources(ctx, solution.id);
    await tellOfChange(ctx, solution, { threadStands: true });
    await retellNamers(ctx, solution.id);
  });
}

/** Puts a saved solution into the index as it stands now, after it changed without a person; messages of it follow. */
export async function indexSaved(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  input: { solutionId: string },
): Promise<void> {
  const solution = await findSolution(ctx, input.solutionId, 'operator');
  if (solution?.status === 'active') await indexAsItStands(ctx, solution);
}

/** Whoever changes it meanwhile indexes it, or has asked for that. */
async function indexAsItStands(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  solution: StoredSolution,
): Promise<void> {
  const entry = await indexEntry(ctx, solution);
  const asks = !solution.keptApart && (await isSavedUnasked(ctx, solution));
  const twin = asks ? await findTwin(ctx, solution, entry) : null;
  await inTransaction(ctx, async (ctx) => {
    if (!(await holdVersion(ctx, solution.id, solution.version))) return;
    await putIntoIndex(ctx, entry);
    await tellOfChange(ctx, solution, { threadStands: true, twin });
  });
}

/** An earlier version stands again, as a new one. Throws as `editSolution` does, and not_found for a version that is none. */
export async function restoreVersion(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  input: { solutionId: string; version: number; over: number; by: string; viewer: Viewer },
): Promise<StoredSolution> {
  const { solutionId, by, viewer } = input;
  const versions = await versionsOf(ctx, solutionId, viewer, mostVersions);
  const wanted = versions.find((each) => each.version === input.version);
  if (wanted === undefined) {
    throw new PrecedentError('not_found', `There is no version ${input.version} of this fix any more.`);
  }
  const { content } = wanted;
  return editSolution(ctx, {
    solutionId,
    version: input.over,
    content,
    by,
    viewer,
    restores: wanted.version,
  });
}

/** A message that only this version rested on may have been deleted since it was read: its words must not come back. */
async function assertSays(
  ctx: Scope,
  solutionId: string,
  version: number,
  content: SolutionContent,
): Promise<void> {
  const versions = await versionsOf(ctx, solutionId, 'operator', mostVersions + 1);
  const now = versions.find((each) => each.version === version);
  if (now !== undefined && isDeepStrictEqual(now.content, content)) return;
  throw new PrecedentError(
    'conflict',
    'What this version rests on was just deleted or edited in Slack; nothing was restored. Look at the versions again.',
  );
}

/** Throws not_found for a solution that is none, or that the viewer may not see. */
export async function need(ctx: Scope, solutionId: string, viewer: Viewer): Promise<StoredSolution> {
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
export async function putIntoIndex(
  ctx: Ctx & RendersDrafts & { embedder: Embedder | null },
  entry: IndexEntry,
): Promise<void> {
  await indexSolution(ctx.db, entry, termSpace);
  const embedded = entry.embeddings.some(({ model }) => model === ctx.embedder?.model);
  if (!embedded && ctx.embedder !== null) await ctx.enqueue({ name: 'embed' });
}

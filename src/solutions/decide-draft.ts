import { isDeepStrictEqual } from 'node:util';
import { type DraftDeps, isSavedUnasked, mayBeCounted } from '../capture/drafts/draft-incident.ts';
import { PrecedentError } from '../errors.ts';
import { hasFix, type SolutionContent } from '../library/solution.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Db } from '../store/connection/db.ts';
import { type IndexEntry, indexSolution, unindexSolution } from '../store/search/search-index.ts';
import { decideDraft, undecide } from '../store/solutions/draft-decisions.ts';
import { holdVersion, versionsOf, writeVersion } from '../store/solutions/solution-versions.ts';
import { findSolution, type StoredSolution } from '../store/solutions/solutions.ts';
import { termSpace } from '../text/search-document.ts';
import { retellNamers, tellDraft, tellOfChange } from './draft-message.ts';
import { findTwin, type Twin } from './find-duplicate.ts';
import { indexEntry } from './index-entry.ts';
import { countDraft, leaveLibrary, releaseSources, retellAnswers } from './link-occurrence.ts';

export type DecideDeps = Pick<
  DraftDeps,
  'db' | 'workspaceId' | 'enqueue' | 'now' | 'render' | 'log' | 'embedder'
>;

/** As many of its versions as can be looked at and restored. */
export const mostVersions = 50;

/** `decided` false: somebody was faster, and `solution` says what they decided. */
export type Decision = { decided: boolean; solution: StoredSolution };

/**
 * Puts a draft into the library: from now on it is found. One that is the same as a solution there is counted to it
 * instead, unless a person edited it, or `apart`. Throws not_found, or usage for a draft without any fix.
 */
export async function saveDraft(
  deps: DecideDeps,
  input: { solutionId: string; by: string | null; viewer: Viewer; silently?: boolean; apart?: boolean },
): Promise<Decision> {
  const draft = await need(deps, input.solutionId, input.viewer);
  if (draft.status === 'draft' && !hasFix(draft.content)) {
    throw new PrecedentError(
      'usage',
      'This draft has no fix yet. Press "Write the fix" first; one line is enough.',
    );
  }
  const entry = await indexEntry(deps, draft);
  const twin = input.apart === true || draft.status !== 'draft' ? null : await findTwin(deps, draft, entry);
  if (twin?.same === true && (await mayBeCounted(deps, draft))) return count(deps, draft, twin, input);
  return deps.db.transaction(async (tx) => {
    const decided = await decideDraft(tx, deps.workspaceId, draft.id, {
      status: 'active',
      by: input.by,
      at: deps.now(),
    });
    if (decided) {
      // Somebody may have edited it between our reading and our saving.
      const now = await need({ ...deps, db: tx }, draft.id, 'operator');
      await putIntoIndex(
        { ...deps, db: tx },
        now.version === draft.version ? entry : await indexEntry({ ...deps, db: tx }, now),
      );
      // Nobody was asked, so whoever reads of it may still say that it is one with another.
      const offered = input.by === null && !draft.keptApart ? twin : null;
      if (input.silently !== true) await tellDraft({ ...deps, db: tx }, draft.id, offered);
    }
    return { decided, solution: await need({ ...deps, db: tx }, draft.id, 'operator') };
  });
}

async function count(
  deps: DecideDeps,
  draft: StoredSolution,
  twin: Twin,
  input: { by: string | null; silently?: boolean },
): Promise<Decision> {
  return deps.db.transaction(async (tx) => {
    const inner = { ...deps, db: tx };
    const decided = await countDraft(inner, draft, twin.solution, { by: input.by, mergedVersion: null });
    const solution = await need(inner, draft.id, 'operator');
    if (!decided && solution.status === 'draft') {
      throw new PrecedentError(
        'conflict',
        'Somebody just changed this draft. Look at it again, then press Save.',
      );
    }
    if (decided && input.silently !== true) await tellDraft(inner, draft.id, null);
    return { decided, solution };
  });
}

/** Discards a draft, or what was saved without asking: that is found no more. */
export async function discardDraft(
  deps: DecideDeps,
  input: { solutionId: string; by: string; viewer: Viewer },
): Promise<Decision> {
  const draft = await need(deps, input.solutionId, input.viewer);
  return deps.db.transaction(async (tx) => {
    const decided = await decideDraft(tx, deps.workspaceId, draft.id, {
      status: 'retired',
      by: input.by,
      at: deps.now(),
    });
    if (decided) {
      await leaveLibrary({ ...deps, db: tx }, draft);
      await tellDraft({ ...deps, db: tx }, draft.id, null);
    }
    return { decided, solution: await need({ ...deps, db: tx }, draft.id, 'operator') };
  });
}

/**
 * A person's edit becomes a new version; of an active solution the index follows. Throws not_found, or
 * conflict when somebody else changed it since the person opened it, or it is kept no longer.
 */
export async function editSolution(
  deps: DecideDeps,
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
  const before = await need(deps, input.solutionId, input.viewer);
  const edited = { ...before, content: input.content };
  const entry = await indexEntry(deps, edited);
  const asks = before.status === 'draft' || (await isSavedUnasked(deps, before));
  const twin = asks ? await findTwin(deps, edited, entry) : null;
  return deps.db.transaction(async (tx) => {
    const won = await writeVersion(
      tx,
      { workspaceId: deps.workspaceId, solutionId: before.id, version: input.version },
      {
        content: input.content,
        // A person who writes the fix vouches for it.
        proven: before.proven || input.content.fix.immediate !== null,
        by: input.by,
        at: deps.now(),
        reason: input.restores === undefined ? 'edited' : `restored version ${input.restores}`,
      },
    );
    const inner = { ...deps, db: tx };
    if (!won) throw new PrecedentError('conflict', whyNotEdited(await need(inner, before.id, 'operator')));
    if (input.restores !== undefined) await assertSays(inner, before.id, input.restores, input.content);
    const after = await need(inner, before.id, 'operator');
    // Somebody may have saved it since it was read above.
    if (after.status === 'active') {
      await putIntoIndex(inner, entry);
      await retellAnswers(inner, before.id);
      await retellNamers(inner, before.id);
    }
    await tellDraft(inner, before.id, twin);
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
export async function refreshSaved(deps: DecideDeps, solutionId: string): Promise<void> {
  const solution = await need(deps, solutionId, 'operator');
  if (!solution.proven) return takeBack(deps, solution);
  await indexAsItStands(deps, solution);
}

/** What was saved without asking is a draft again, and found no more. */
async function takeBack(deps: DecideDeps, solution: StoredSolution): Promise<void> {
  await deps.db.transaction(async (db) => {
    const tx = { ...deps, db };
    if (!(await undecide(db, deps.workspaceId, solution.id, deps.now()))) return;
    await unindexSolution(db, deps.workspaceId, solution.id);
    await releaseSources(tx, solution.id);
    await tellOfChange(tx, solution, { threadStands: true });
    await retellNamers(tx, solution.id);
  });
}

/** Puts a saved solution into the index as it stands now, after it changed without a person; messages of it follow. */
export async function indexSaved(deps: DecideDeps, input: { solutionId: string }): Promise<void> {
  const solution = await findSolution(deps.db, deps.workspaceId, input.solutionId, 'operator');
  if (solution?.status === 'active') await indexAsItStands(deps, solution);
}

/** Whoever changes it meanwhile indexes it, or has asked for that. */
async function indexAsItStands(deps: DecideDeps, solution: StoredSolution): Promise<void> {
  const entry = await indexEntry(deps, solution);
  const asks = !solution.keptApart && (await isSavedUnasked(deps, solution));
  const twin = asks ? await findTwin(deps, solution, entry) : null;
  await deps.db.transaction(async (db) => {
    if (!(await holdVersion(db, deps.workspaceId, solution.id, solution.version))) return;
    await putIntoIndex({ ...deps, db }, entry);
    await tellOfChange({ ...deps, db }, solution, { threadStands: true, twin });
  });
}

/** An earlier version stands again, as a new one. Throws as `editSolution` does, and not_found for a version that is none. */
export async function restoreVersion(
  deps: DecideDeps,
  input: { solutionId: string; version: number; over: number; by: string; viewer: Viewer },
): Promise<StoredSolution> {
  const { solutionId, by, viewer } = input;
  const versions = await versionsOf(deps.db, deps.workspaceId, solutionId, viewer, mostVersions);
  const wanted = versions.find((each) => each.version === input.version);
  if (wanted === undefined) {
    throw new PrecedentError('not_found', `There is no version ${input.version} of this fix any more.`);
  }
  const { content } = wanted;
  return editSolution(deps, {
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
  deps: Pick<DecideDeps, 'db' | 'workspaceId'>,
  solutionId: string,
  version: number,
  content: SolutionContent,
): Promise<void> {
  const versions = await versionsOf(deps.db, deps.workspaceId, solutionId, 'operator', mostVersions + 1);
  const now = versions.find((each) => each.version === version);
  if (now !== undefined && isDeepStrictEqual(now.content, content)) return;
  throw new PrecedentError(
    'conflict',
    'What this version rests on was just deleted or edited in Slack; nothing was restored. Look at the versions again.',
  );
}

/** Throws not_found for a solution that is none, or that the viewer may not see. */
export async function need(
  deps: { db: Db; workspaceId: string },
  solutionId: string,
  viewer: Viewer,
): Promise<StoredSolution> {
  const solution = await findSolution(deps.db, deps.workspaceId, solutionId, viewer);
  if (solution === null) {
    throw new PrecedentError(
      'not_found',
      'This fix is gone, or from a channel that you are not in. Type /precedent drafts to see what waits for you, or ask in that channel.',
    );
  }
  return solution;
}

/** Without its embedding a solution is found by its words already; a job makes what is missing. */
export async function putIntoIndex(deps: DecideDeps, entry: IndexEntry): Promise<void> {
  await indexSolution(deps.db, entry, termSpace);
  const embedded = entry.embeddings.some(({ model }) => model === deps.embedder?.model);
  if (!embedded && deps.embedder !== null) await deps.enqueue(deps.db, { name: 'embed' });
}

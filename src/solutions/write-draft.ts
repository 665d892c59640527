import { isDeepStrictEqual } from 'node:util';
import { isLost } from '../capture/drafts/scrub-message.ts';
import type { DraftedSolution } from '../library/draft.ts';
import { newId } from '../library/new-id.ts';
import { unindexSolution } from '../store/search/search-index.ts';
import { retireSolution } from '../store/solutions/rewrite-solution.ts';
import { forgetVersionsBefore, insertDraft, writeVersion } from '../store/solutions/solution-versions.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import { retellNamers, type TellDeps, tellOfChange } from './draft-message.ts';
import type { Drafted } from './find-duplicate.ts';
import { releaseSources } from './link-occurrence.ts';

/** What a thread was captured as. */
export type Captured = Drafted & Pick<DraftedSolution, 'timeToResolutionMinutes'>;

/** Writes a new draft, or what it says anew. Returns its id. */
export async function writeDraft(
  deps: TellDeps,
  before: StoredSolution | null,
  draft: Captured,
): Promise<string> {
  if (before !== null) {
    await writeCaptured(deps, before, draft);
    return before.id;
  }
  const id = newId('sol');
  await insertDraft(deps.db, { ...draft, workspaceId: deps.workspaceId, id, createdAt: deps.now() });
  return id;
}

/** Whether a capture says nothing new. */
export function isSame(before: StoredSolution, draft: Drafted): boolean {
  return before.proven === draft.proven && isDeepStrictEqual(before.content, draft.content);
}

/** A capture that nobody has looked at yet takes the place of the one before. */
async function writeCaptured(deps: TellDeps, before: StoredSolution, draft: Captured): Promise<boolean> {
  if (isSame(before, draft)) return false;
  const { workspaceId } = deps;
  const { content, proven, timeToResolutionMinutes } = draft;
  await writeVersion(
    deps.db,
    { workspaceId, solutionId: before.id, version: before.version },
    { content, proven, timeToResolutionMinutes, by: null, at: deps.now(), reason: 'captured again' },
  );
  // Nobody wrote these versions: a word that was deleted in Slack must not live on in one.
  await forgetVersionsBefore(deps.db, workspaceId, before.id, before.version + 1);
  return true;
}

/** A saved solution that nobody edited, after its thread changed; retired when nothing is left that shows it. */
export async function captureSavedAnew(
  deps: TellDeps,
  before: StoredSolution,
  draft: Captured,
): Promise<string> {
  const changed = await writeCaptured(deps, before, draft);
  const lost = isLost(before.proven, draft.content);
  if (!changed && !lost) return before.id;
  await unindexSolution(deps.db, deps.workspaceId, before.id);
  if (lost) {
    await retireSolution(deps.db, deps.workspaceId, before.id, deps.now());
    await releaseSources(deps, before.id);
  } else {
    await deps.enqueue(deps.db, { name: 'index', solutionId: before.id });
  }
  await tellOfChange(deps, before, { threadStands: true });
  await retellNamers(deps, before.id);
  return before.id;
}

import { isDeepStrictEqual } from 'node:util';
import { isSavedUnasked } from '../capture/drafts/draft-incident.ts';
import { PrecedentError } from '../errors.ts';
import { mergeContent } from '../library/merge-content.ts';
import type { Viewer } from '../library/viewer.ts';
import { sourcesOf } from '../store/solutions/solution-occurrences.ts';
import { writeVersion } from '../store/solutions/solution-versions.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import { separateDraft } from '../store/solutions/unlink-occurrences.ts';
import { type DecideDeps, need, putIntoIndex } from './decide-draft.ts';
import { tellDraft } from './draft-message.ts';
import { isSameScope } from './find-duplicate.ts';
import { indexEntry } from './index-entry.ts';
import { countDraft, retellAnswers } from './link-occurrence.ts';

/** A draft, or what was saved without asking, and the solution that a person would merge it with, as both stand now. */
export type MergePair = { draft: StoredSolution; into: StoredSolution };

/** Throws not_found, conflict when the draft is decided, forbidden when not the same people may see both. */
export async function readMergePair(
  deps: Pick<DecideDeps, 'db' | 'workspaceId'>,
  input: { draftId: string; intoId: string; viewer: Viewer },
): Promise<MergePair> {
  const draft = await need(deps, input.draftId, input.viewer);
  const into = await need(deps, input.intoId, input.viewer);
  if (draft.status !== 'draft' && !(await isSavedUnasked(deps, draft))) {
    throw new PrecedentError('conflict', 'This draft was decided meanwhile; nothing was merged.');
  }
  if (into.status !== 'active') {
    throw new PrecedentError('conflict', 'That fix is no longer in the library; nothing was merged.');
  }
  const sources = draft.status === 'draft' ? [] : await sourcesOf(deps.db, deps.workspaceId, draft.id);
  if (sources.some(({ mergedVersion }) => mergedVersion !== null)) {
    throw new PrecedentError(
      'conflict',
      'Another thread was merged into this fix. Press Not the same in that thread first, then merge each by itself.',
    );
  }
  if (!isSameScope(draft, into)) {
    throw new PrecedentError('forbidden', 'Only fixes that the same people may see can be merged.');
  }
  return { draft, into };
}

/**
 * Merges a draft into a solution, as a new version of it. Throws what `readMergePair` throws, and conflict when either
 * changed since the person saw them.
 */
export async function mergeDraft(
  deps: DecideDeps,
  input: {
    draftId: string;
    draftVersion: number;
    intoId: string;
    intoVersion: number;
    by: string;
    viewer: Viewer;
  },
): Promise<void> {
  const { draft, into } = await readMergePair(deps, input);
  const content = mergeContent(into.content, draft);
  const bringsWords = !isDeepStrictEqual(content, into.content);
  const entry = await indexEntry(deps, { ...into, content });
  await deps.db.transaction(async (tx) => {
    const inner = { ...deps, db: tx };
    const from = { workspaceId: deps.workspaceId, solutionId: into.id, version: input.intoVersion };
    const change = { content, proven: into.proven, by: input.by, at: deps.now(), reason: 'merged' };
    if (bringsWords && !(await writeVersion(tx, from, change))) throw changedMeanwhile();
    const counted = await countDraft(inner, { ...draft, version: input.draftVersion }, into, {
      by: input.by,
      mergedVersion: bringsWords ? input.intoVersion + 1 : null,
    });
    if (!counted) throw changedMeanwhile();
    if (bringsWords) await putIntoIndex(inner, entry);
    await tellDraft(inner, draft.id, null);
    await tellDraft(inner, into.id, null);
  });
}

/** A person says that a counted thread is no case of that solution: it is a draft again, and is not asked about a second time. False when it was none. */
export async function keepApart(
  deps: DecideDeps,
  input: { draftId: string; viewer: Viewer },
): Promise<boolean> {
  const draft = await need(deps, input.draftId, input.viewer);
  return deps.db.transaction(async (tx) => {
    const inner = { ...deps, db: tx };
    const from = await separateDraft(tx, deps.workspaceId, draft.id, { at: deps.now(), apart: true });
    if (from === null) return false;
    await retellAnswers(inner, from);
    await tellDraft(inner, draft.id, null);
    return true;
  });
}

function changedMeanwhile(): PrecedentError {
  return new PrecedentError(
    'conflict',
    'Somebody else changed one of the two meanwhile; nothing was merged. Press Merge again to see both as they are.',
  );
}

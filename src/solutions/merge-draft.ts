import { isDeepStrictEqual } from 'node:util';
import { PrecedentError } from '../errors.ts';
import { mergeContent } from '../library/merge-content.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { occurrencesOf } from '../store/solutions/solution-occurrences.ts';
import { writeVersion } from '../store/solutions/solution-versions.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import { isUndecided } from './auto-saved.ts';
import { isSameScope } from './find-duplicate.ts';
import { indexContent, isSameProblem } from './index-content.ts';
import { linkOccurrence } from './link-occurrence.ts';
import { requireSolution } from './require-solution.ts';
import { type RendersDrafts, upsertDraftMessage } from './upsert-draft-message.ts';

/** A draft, or what the bot saved by itself, and the solution that a person would merge it with, as both stand now. */
export type MergePair = { draft: StoredSolution; into: StoredSolution };

/** Throws not_found, conflict when the draft is decided, forbidden when not the same people may see both. */
export async function readMergePair(
  ctx: Scope,
  input: { draftId: string; intoId: string; viewer: Viewer },
): Promise<MergePair> {
  const draft = await requireSolution(ctx, input.draftId, input.viewer);
  const into = await requireSolution(ctx, input.intoId, input.viewer);
  if (!isUndecided(draft)) {
    throw new PrecedentError('conflict', 'This draft was decided meanwhile; nothing was merged.');
  }
  if (into.status !== 'active') {
    throw new PrecedentError('conflict', 'That fix is no longer in the library; nothing was merged.');
  }
  const occurrences = draft.status === 'draft' ? [] : await occurrencesOf(ctx, draft.id);
  if (occurrences.some(({ mergedVersion }) => mergedVersion !== null)) {
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
  ctx: Ctx & RendersDrafts,
  input: {
    draftId: string;
    draftVersion: number;
    intoId: string;
    intoVersion: number;
    by: string;
    viewer: Viewer;
  },
): Promise<void> {
  const { draft, into } = await readMergePair(ctx, input);
  const content = mergeContent(into.content, draft);
  const changesContent = !isDeepStrictEqual(content, into.content);
  const sameProblem = into.version === input.intoVersion && isSameProblem(into.content, content);
  await inTransaction(ctx, async (ctx) => {
    const from = { workspaceId: ctx.workspaceId, solutionId: into.id, version: input.intoVersion };
    const change = { content, proven: into.proven, by: input.by, at: ctx.now(), reason: 'merged' };
    if (changesContent && !(await writeVersion(ctx.db, from, change))) throw conflictError();
    const linked = await linkOccurrence(ctx, { ...draft, version: input.draftVersion }, into, {
      by: input.by,
      mergedVersion: changesContent ? input.intoVersion + 1 : null,
    });
    if (!linked) throw conflictError();
    if (changesContent) await indexContent(ctx, { ...into, content }, { sameProblem });
    await upsertDraftMessage(ctx, draft.id, null);
    await upsertDraftMessage(ctx, into.id, null);
  });
}

function conflictError(): PrecedentError {
  return new PrecedentError(
    'conflict',
    'Somebody else changed one of the two meanwhile; nothing was merged. Press Merge again to see both as they are.',
  );
}

import { occurrenceOutcomeOf } from '../library/occurrence-outcome.ts';
import type { Ctx } from '../store/ctx.ts';
import { incidentsAnsweredWith } from '../store/precedents/precedents.ts';
import { unindexSolution } from '../store/search/search-index.ts';
import { linkDraftTo } from '../store/solutions/draft-decisions.ts';
import { insertOccurrence, occurrencesOf } from '../store/solutions/solution-occurrences.ts';
import { lockSolutions, type StoredSolution } from '../store/solutions/solutions.ts';
import { unlinkDraft } from '../store/solutions/unlink-occurrences.ts';
import type { RendersDrafts } from './draft-message.ts';
import { refreshDraftsMentioning } from './draft-message.ts';
import { isSameScope } from './find-duplicate.ts';

/**
 * A draft, or what was saved without asking, becomes a source of a solution instead of one of its own: what came of it
 * counts there, and the answers that show either follow. `mergedVersion`: the version that took its words over. False
 * when somebody decided on it, or changed it meanwhile, and when the solution left the library or not the same people
 * may see both any more. Run in a transaction.
 */
export async function linkOccurrence(
  ctx: Ctx & RendersDrafts,
  draft: StoredSolution,
  into: StoredSolution,
  options: { by: string | null; mergedVersion: number | null },
): Promise<boolean> {
  const { workspaceId } = ctx;
  const locked = await lockSolutions(ctx, [draft.id, into.id]);
  const [currentDraft, currentTarget] = [draft.id, into.id].map((id) =>
    locked.find((each) => each.id === id),
  );
  if (
    currentDraft === undefined ||
    currentTarget?.status !== 'active' ||
    !isSameScope(currentDraft, currentTarget)
  )
    return false;
  const linked = await linkDraftTo(
    ctx.db,
    { workspaceId, solutionId: draft.id, version: draft.version },
    { into: into.id, by: options.by, at: ctx.now() },
  );
  if (!linked) return false;
  await removeFromLibrary(ctx, draft);
  await insertOccurrence(ctx, into.id, {
    ...draft.source,
    draftId: draft.id,
    occurredAt: draft.occurredAt,
    outcome: occurrenceOutcomeOf(into.content, draft),
    timeToResolutionMinutes: draft.timeToResolutionMinutes,
    mergedVersion: options.mergedVersion,
  });
  await refreshAnswers(ctx, into.id);
  return true;
}

/** What stood in the library is found no more, and no message shows or offers it. Of a draft this changes nothing. */
export async function removeFromLibrary(
  ctx: Ctx & RendersDrafts,
  { id, status }: Pick<StoredSolution, 'id' | 'status'>,
): Promise<void> {
  await unindexSolution(ctx, id);
  await unlinkOccurrences(ctx, id);
  await refreshAnswers(ctx, id, maxAnswers);
  if (status === 'active') await refreshDraftsMentioning(ctx, id);
}

/** More answers than one solution ever has: none may keep what was taken back. */
const maxAnswers = 10_000;

/** A solution, or the numbers behind it, changed: the answers that show it follow, the newest 50 unless `most` says otherwise. */
export async function refreshAnswers(ctx: Ctx, solutionId: string, limit?: number): Promise<void> {
  for (const incidentId of await incidentsAnsweredWith(ctx, solutionId, limit)) {
    await ctx.enqueue({ name: 'refresh-answer', incidentId });
  }
}

/** More threads than are ever counted to one solution: what stayed behind would be retired for good. */
const maxOccurrences = 10_000;

/** A solution left the library: the threads that were counted to it are drafts again, each for itself. */
export async function unlinkOccurrences(ctx: Ctx, solutionId: string): Promise<void> {
  const occurrences = await occurrencesOf(ctx, solutionId, maxOccurrences);
  for (const { draftId, incidentId } of occurrences) {
    await unlinkDraft(ctx, draftId, { at: ctx.now(), distinct: false });
    if (incidentId !== null) await ctx.enqueue({ name: 'capture', incidentId, changed: true });
  }
}

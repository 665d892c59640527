import { occurrenceOutcomeOf } from '../library/occurrence-outcome.ts';
import { refreshNewestAnswers } from '../outbox/refresh-answers.ts';
import type { Ctx } from '../store/ctx.ts';
import { linkDraftTo } from '../store/solutions/draft-decisions.ts';
import { insertOccurrence } from '../store/solutions/solution-occurrences.ts';
import { lockSolutions, type StoredSolution } from '../store/solutions/solutions.ts';
import { isSameScope } from './find-duplicate.ts';
import { removeFromLibrary } from './remove-from-library.ts';
import type { RendersDrafts } from './upsert-draft-message.ts';

/**
 * A draft, or what the bot saved by itself, is linked to a solution instead of being one of its own: what came of it
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
  await refreshNewestAnswers(ctx, into.id);
  return true;
}

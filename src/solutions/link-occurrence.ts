import { sourceOutcomeOf } from '../library/occurrence-outcome.ts';
import type { Ctx } from '../store/ctx.ts';
import { incidentsAnsweredWith } from '../store/precedents/precedents.ts';
import { unindexSolution } from '../store/search/search-index.ts';
import { countDraftTo } from '../store/solutions/draft-decisions.ts';
import { addSource, sourcesOf } from '../store/solutions/solution-occurrences.ts';
import { holdSolutions, type StoredSolution } from '../store/solutions/solutions.ts';
import { separateDraft } from '../store/solutions/unlink-occurrences.ts';
import type { RendersDrafts } from './draft-message.ts';
import { retellNamers } from './draft-message.ts';
import { isSameScope } from './find-duplicate.ts';

/**
 * A draft, or what was saved without asking, becomes a source of a solution instead of one of its own: what came of it
 * counts there, and the answers that show either follow. `mergedVersion`: the version that took its words over. False
 * when somebody decided on it, or changed it meanwhile, and when the solution left the library or not the same people
 * may see both any more. Run in a transaction.
 */
export async function countDraft(
  ctx: Ctx & RendersDrafts,
  draft: StoredSolution,
  into: StoredSolution,
  how: { by: string | null; mergedVersion: number | null },
): Promise<boolean> {
  const { workspaceId } = ctx;
  const held = await holdSolutions(ctx, [draft.id, into.id]);
  const [now, intoNow] = [draft.id, into.id].map((id) => held.find((each) => each.id === id));
  if (now === undefined || intoNow?.status !== 'active' || !isSameScope(now, intoNow)) return false;
  const counted = await countDraftTo(
    ctx.db,
    { workspaceId, solutionId: draft.id, version: draft.version },
    { into: into.id, by: how.by, at: ctx.now() },
  );
  if (!counted) return false;
  await leaveLibrary(ctx, draft);
  await addSource(ctx, into.id, {
    ...draft.source,
    draftId: draft.id,
    occurredAt: draft.occurredAt,
    outcome: sourceOutcomeOf(into.content, draft),
    timeToResolutionMinutes: draft.timeToResolutionMinutes,
    mergedVersion: how.mergedVersion,
  });
  await retellAnswers(ctx, into.id);
  return true;
}

/** What stood in the library is found no more, and no message shows or offers it. Of a draft this changes nothing. */
export async function leaveLibrary(
  ctx: Ctx & RendersDrafts,
  { id, status }: Pick<StoredSolution, 'id' | 'status'>,
): Promise<void> {
  await unindexSolution(ctx, id);
  await releaseSources(ctx, id);
  await retellAnswers(ctx, id, everyAnswer);
  if (status === 'active') await retellNamers(ctx, id);
}

/** More answers than one solution ever has: none may keep what was taken back. */
const everyAnswer = 10_000;

/** A solution, or the numbers behind it, changed: the answers that show it follow, the newest 50 unless `most` says otherwise. */
export async function retellAnswers(ctx: Ctx, solutionId: string, most?: number): Promise<void> {
  for (const incidentId of await incidentsAnsweredWith(ctx, solutionId, most)) {
    await ctx.enqueue({ name: 'refresh-answer', incidentId });
  }
}

/** More threads than are ever counted to one solution: what stayed behind would be retired for good. */
const everySource = 10_000;

/** A solution left the library: the threads that were counted to it are drafts again, each for itself. */
export async function releaseSources(ctx: Ctx, solutionId: string): Promise<void> {
  const sources = await sourcesOf(ctx, solutionId, everySource);
  for (const { draftId, incidentId } of sources) {
    await separateDraft(ctx, draftId, { at: ctx.now(), apart: false });
    if (incidentId !== null) await ctx.enqueue({ name: 'capture', incidentId, changed: true });
  }
}

import { rankOfReaction, verdictOfReaction } from '../library/reaction.ts';
import { shownPrecedents } from '../solutions/shown-precedents.ts';
import type { Ctx } from '../store/ctx.ts';
import { findIncident } from '../store/incidents/incidents.ts';
import { choosePrecedent } from './choose-precedent.ts';
import { recordVerdict, withdrawVerdict } from './record-verdict.ts';

/**
 * A reaction on an incident's answer: a verdict on the fix that it shows first, or a choice of another that it shows.
 * Taking a verdict off withdraws it; taking a number off changes nothing.
 */
export async function recordReaction(
  ctx: Ctx,
  reaction: { incidentId: string; userId: string; emoji: string; added: boolean; at: Date },
): Promise<void> {
  const { incidentId, userId, emoji, added, at } = reaction;
  const incident = await findIncident(ctx, incidentId);
  if (incident === null) return;
  const { kept, shown } = await shownPrecedents(ctx, incident);
  const rank = rankOfReaction(emoji);
  const chosen = shown.find((precedent) => precedent.rank === rank);
  if (chosen !== undefined && added) {
    await choosePrecedent(ctx, { incidentId, solutionId: chosen.solutionId });
    return;
  }
  const verdict = verdictOfReaction(emoji);
  // A mark is taken off also where nothing is shown any more.
  const judged = shown[0] ?? (added ? undefined : kept.find((precedent) => precedent.inUse));
  if (verdict === null || judged === undefined) return;
  // A past incident shows no fix that could have worked.
  if (added && shown[0]?.solution.status !== 'active') return;
  const given = { incidentId, solutionId: judged.solutionId, userId, mark: emoji, verdict, at };
  await (added ? recordVerdict(ctx, given) : withdrawVerdict(ctx, given));
}

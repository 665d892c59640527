import { rankOfReaction, verdictOfReaction } from '../library/reaction.ts';
import type { Ctx } from '../store/ctx.ts';
import { precedentsOf } from '../store/precedents/precedents.ts';
import { choosePrecedent } from './choose-precedent.ts';
import { recordVerdict, withdrawVerdict } from './record-verdict.ts';

/**
 * A reaction on an incident's answer: a verdict on the precedent in use, or a choice of another. Taking a verdict off
 * withdraws it; taking a number off changes nothing.
 */
export async function recordReaction(
  ctx: Ctx,
  reaction: { incidentId: string; userId: string; emoji: string; added: boolean; at: Date },
): Promise<void> {
  const { incidentId, userId, emoji, added, at } = reaction;
  const precedents = await precedentsOf(ctx, incidentId);
  const rank = rankOfReaction(emoji);
  const chosen = precedents.find((precedent) => precedent.rank === rank);
  if (chosen !== undefined && added) {
    await choosePrecedent(ctx, { incidentId, solutionId: chosen.solutionId });
    return;
  }
  const verdict = verdictOfReaction(emoji);
  const inUse = precedents.find((precedent) => precedent.inUse);
  if (verdict === null || inUse === undefined) return;
  const given = { incidentId, solutionId: inUse.solutionId, userId, mark: emoji, verdict, at };
  await (added ? recordVerdict(ctx, given) : withdrawVerdict(ctx, given));
}

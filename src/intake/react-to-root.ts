import { isEndingReaction } from '../library/reaction.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { findIncidentByThread, lockIncident } from '../store/incidents/incidents.ts';
import { endingReactionsOf, recordRootReaction } from '../store/incidents/root-reactions.ts';
import { resolveIncident, undoResolution } from './resolve-incident.ts';

/**
 * A ✅ on an incident's root ends the incident. It reopens when the person who ended it took theirs off, and no other ✅
 * stands, of whichever person and emoji. Every other reaction says nothing here.
 */
export async function reactToRoot(
  ctx: Ctx,
  reaction: { channelId: string; ts: string; userId: string; emoji: string; added: boolean; at: Date },
): Promise<void> {
  const { channelId, ts, userId, emoji, added, at } = reaction;
  if (!isEndingReaction(emoji)) return;
  const incident = await findIncidentByThread(ctx, channelId, ts);
  if (incident === null) return;
  const incidentId = incident.id;
  await inTransaction(ctx, async (ctx) => {
    // Two people's reactions are handled one after the other, or neither would see that the last one went.
    if (!(await lockIncident(ctx, incidentId))) return;
    const isLatest = await recordRootReaction(ctx, { incidentId, userId, emoji, added, at });
    if (!isLatest) return;
    if (added) {
      await resolveIncident(ctx, incidentId, { by: userId, at, signal: 'reaction' });
      return;
    }
    const { anyStands, takenOffBy } = await endingReactionsOf(ctx, incidentId);
    if (!anyStands) await undoResolution(ctx, incidentId, { signal: 'reaction', by: takenOffBy });
  });
}

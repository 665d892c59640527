import { isEndingReaction } from '../library/reaction.ts';
import type { Ctx } from '../store/ctx.ts';
import { findIncidentByThread } from '../store/incidents/incidents.ts';
import { resolveIncident, undoResolution } from './resolve-incident.ts';

/** A ✅ on an incident's root ends the incident; taking it off reopens what it ended. Every other reaction says nothing here. */
export async function reactToRoot(
  ctx: Ctx,
  reaction: { channelId: string; ts: string; userId: string; emoji: string; added: boolean; at: Date },
): Promise<void> {
  if (!isEndingReaction(reaction.emoji)) return;
  const incident = await findIncidentByThread(ctx, reaction.channelId, reaction.ts);
  if (incident === null) return;
  if (reaction.added) {
    await resolveIncident(ctx, incident.id, { by: reaction.userId, at: reaction.at, signal: 'reaction' });
  } else {
    await undoResolution(ctx, incident.id, { signal: 'reaction', by: reaction.userId });
  }
}

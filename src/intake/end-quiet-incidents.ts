import type { Ctx } from '../store/ctx.ts';
import { endIncident, quietIncidents } from '../store/incidents/incidents.ts';
import { messagesOfIncident } from '../store/incidents/messages.ts';
import { resolveIncident } from './resolve-incident.ts';

/** Ends what has been quiet for its channel's hours: resolved when people worked on it, else abandoned. Says how many. */
export async function endQuietIncidents(ctx: Ctx, now: Date): Promise<number> {
  const quiet = await quietIncidents(ctx, now);
  for (const incident of quiet) {
    const thread = await messagesOfIncident(ctx, incident.id);
    const worked = thread.some((message) => !message.isBot && message.ts !== incident.threadTs);
    const end = { by: null, at: incident.lastActivityAt, signal: 'quiet' as const };
    if (worked) await resolveIncident(ctx, incident.id, end);
    else await endIncident(ctx, incident.id, { status: 'abandoned', ...end });
  }
  return quiet.length;
}

import type { Enqueue } from '../library/job.ts';
import type { Db } from '../store/connection/db.ts';
import { endIncident, quietIncidents } from '../store/incidents/incidents.ts';
import { messagesOfIncident } from '../store/incidents/messages.ts';
import { resolveIncident } from './resolve-incident.ts';

/** Ends what has been quiet for its channel's hours: resolved when people worked on it, else abandoned. Says how many. */
export async function endQuietIncidents(
  deps: { db: Db; workspaceId: string; enqueue: Enqueue<Db> },
  now: Date,
): Promise<number> {
  const quiet = await quietIncidents(deps.db, deps.workspaceId, now);
  for (const incident of quiet) {
    const thread = await messagesOfIncident(deps.db, deps.workspaceId, incident.id);
    const worked = thread.some((message) => !message.isBot && message.ts !== incident.threadTs);
    const end = { by: null, at: incident.lastActivityAt, signal: 'quiet' as const };
    if (worked) await resolveIncident(deps, incident.id, end);
    else await endIncident(deps.db, deps.workspaceId, incident.id, { status: 'abandoned', ...end });
  }
  return quiet.length;
}

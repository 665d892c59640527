import type { Incident } from '../library/incident.ts';
import { timeOfTs } from '../library/message.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { findIncidentByThread } from '../store/incidents/incidents.ts';
import { saysResolved } from '../text/closing-cues.ts';
import type { InboxMessage } from './messages/inbox-event.ts';
import { resolveIncident } from './resolve-incident.ts';
import { saveThread } from './save-thread.ts';

/** Keeps a reply of an incident's thread, which may end it or ask for another answer. False when the thread is no incident. */
export async function followThread(ctx: Ctx, message: InboxMessage, threadTs: string): Promise<boolean> {
  const incident = await findIncidentByThread(ctx, message.channelId, threadTs);
  if (incident === null) return false;
  await keepReply(ctx, incident, message);
  const at = timeOfTs(message.ts);
  if (message.alert?.state === 'resolved') {
    await resolveIncident(ctx, incident.id, { by: null, at, signal: 'alert' });
  } else if (message.mentionsBot && saysResolved(message.text)) {
    await resolveIncident(ctx, incident.id, { by: message.userId, at, signal: 'mention' });
  } else if (message.mentionsBot) {
    await ctx.enqueue({ name: 'answer', incidentId: incident.id, wider: true });
  }
  return true;
}

async function keepReply(ctx: Ctx, incident: Incident, message: InboxMessage): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await saveThread(ctx, incident, [message]);
    // What is learned after the end (the cause, the lasting fix) still belongs to the draft.
    if (incident.status === 'resolved' && !message.mentionsBot) {
      await ctx.enqueue({ name: 'capture', incidentId: incident.id });
    }
  });
}

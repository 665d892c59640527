import type { Incident } from '../library/incident.ts';
import { type Message, timeOfTs } from '../library/message.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { lockPlaceholders, touchIncident } from '../store/incidents/incidents.ts';
import { saveMessages } from '../store/incidents/messages.ts';
import type { InboxMessage } from './messages/inbox-event.ts';
import { reconcilePlaceholders } from './messages/reconcile-placeholders.ts';

/** Keeps messages of an incident's thread, in the thread's own placeholders, and moves its last activity forward. */
export async function saveThread(ctx: Ctx, incident: Incident, thread: InboxMessage[]): Promise<void> {
  const last = thread.at(-1);
  if (last === undefined) return;
  const { workspaceId, channelId, id: incidentId } = incident;
  await inTransaction(ctx, async (ctx) => {
    const placeholders = await lockPlaceholders(ctx, incidentId);
    const reconciled = thread.map((message) => {
      const reconciledMessage = reconcilePlaceholders(message, placeholders);
      Object.assign(placeholders, reconciledMessage.placeholders);
      return toThreadMessage(reconciledMessage);
    });
    await saveMessages(ctx.db, { workspaceId, channelId, incidentId }, reconciled);
    await touchIncident(ctx, incidentId, { at: timeOfTs(last.ts), placeholders });
  });
}

function toThreadMessage({ ts, userId, isBot, text }: InboxMessage): Message {
  return { ts, userId, isBot, text, editedAt: null };
}

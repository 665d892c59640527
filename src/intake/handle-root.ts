import { timeOfTs } from '../library/message.ts';
import { findChannel } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import { findOpenIncidentByAlert } from '../store/incidents/incidents.ts';
import type { InboxMessage } from './messages/inbox-event.ts';
import { openIncidentFrom } from './open-incident.ts';
import { opensIncident } from './opens-incident.ts';
import { resolveIncident } from './resolve-incident.ts';

/** A message of the channel itself: opens an incident, is the end of the alert of another thread, or is talk. */
export async function handleRoot(ctx: Ctx, message: InboxMessage): Promise<void> {
  const channel = await findChannel(ctx, message.channelId);
  if (channel === null || !channel.watched) return;
  if (message.alert?.state === 'resolved') return resolveByAlert(ctx, message, message.alert.key);
  if (opensIncident(channel.mode, message)) await openIncidentFrom(ctx, message, { answer: true });
}

async function resolveByAlert(ctx: Ctx, message: InboxMessage, alertKey: string): Promise<void> {
  const incident = await findOpenIncidentByAlert(ctx, message.channelId, alertKey);
  if (incident === null) return;
  await resolveIncident(ctx, incident.id, { by: null, at: timeOfTs(message.ts), signal: 'alert' });
}

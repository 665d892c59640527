import type { Redactor } from '../privacy/redact.ts';
import { findChannel } from '../store/channels/channels.ts';
import type { Scope } from '../store/ctx.ts';
import { findIncidentByThread } from '../store/incidents/incidents.ts';
import { readAlert } from './alerts/read-alert.ts';
import { readMessage, type SlackMessage } from './messages/read-message.ts';
import { opensIncident } from './opens-incident.ts';

/**
 * Whether a message that mentions the bot opens an incident, or stands in the thread of one: there it comes through the
 * inbox, and the incident's answer is the answer. Read and decided as the inbox does, so that a mention gets one
 * answer, not two.
 */
export async function isIncidentTalk(
  ctx: Scope & { normalizer: { redactor: Redactor } },
  mention: { channelId: string; threadTs: string | null; message: Record<string, unknown> },
): Promise<boolean> {
  const { channelId, threadTs } = mention;
  const channel = await findChannel(ctx, channelId);
  if (channel === null || !channel.watched) return false;
  if (threadTs !== null) return (await findIncidentByThread(ctx, channelId, threadTs)) !== null;
  const message = mention.message as SlackMessage;
  const reading = readMessage(message);
  return opensIncident(channel.mode, {
    channelId,
    ts: message.ts ?? '',
    threadTs,
    userId: reading.isBot ? null : reading.author,
    isBot: reading.isBot,
    text: (await ctx.normalizer.redactor.redact(reading.text)).text,
    mentionsBot: true,
    alert: reading.isBot ? readAlert(message) : null,
    placeholders: {},
  });
}

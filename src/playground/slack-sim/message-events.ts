import { channelType } from './channel-directory.ts';
import type { EventDelivery } from './deliver-events.ts';
import { messageAt } from './message-log.ts';
import { nextTs } from './message-ts.ts';
import { richTextOf } from './rich-text.ts';
import type { SimState } from './sim-state.ts';
import type { SimChannel, SimMessage } from './slack-sim.ts';

/**
 * A message as the API and events give it: no channel inside; a person's text also as rich_text blocks, as
 * Slack's own clients send it; metadata only for who asked for it.
 */
export function outwardMessage(
  message: SimMessage,
  options: { includeMetadata?: boolean } = {},
): Record<string, unknown> {
  const { channel: _channel, metadata, ...rest } = structuredClone(message);
  const outward: Record<string, unknown> = rest;
  if (metadata && options.includeMetadata) outward.metadata = metadata;
  if (message.reactions) {
    outward.reactions = message.reactions.map((reaction) => ({
      ...reaction,
      count: reaction.users.length,
    }));
  }
  const isPersons = message.user !== undefined && message.bot_id === undefined;
  const isWritten = message.subtype === undefined || message.subtype === 'thread_broadcast';
  if (isPersons && isWritten && message.text !== '' && !message.blocks) {
    outward.blocks = richTextOf(message.text);
  }
  return outward;
}

function withoutReactions(message: Record<string, unknown>): Record<string, unknown> {
  const { reactions: _reactions, ...rest } = message;
  return rest;
}

/** `message` (and `app_mention` when a person or another app names the bot). */
export function sendPosted(
  state: SimState,
  events: EventDelivery,
  channel: SimChannel,
  message: SimMessage,
): void {
  const event: Record<string, unknown> = {
    ...outwardMessage(message, { includeMetadata: true }),
    channel: channel.id,
    event_ts: message.ts,
    channel_type: channelType(channel),
  };
  if (message.subtype === 'thread_broadcast' && message.thread_ts !== undefined) {
    const root = messageAt(state, channel.id, message.thread_ts);
    if (root) event.root = outwardMessage(root);
  }
  events.inChannel(channel, event);
  const { botUserId, botId } = state.identity;
  const mentions = message.text.includes(`<@${botUserId}>`) || message.text.includes(`<@${botUserId}|`);
  if (!mentions || channel.isIm || message.bot_id === botId || message.subtype === 'channel_join') return;
  const { channel_type: _type, ...mention } = event;
  events.inChannel(channel, { ...mention, type: 'app_mention' });
}

/** `message_changed`, for an edit, an unfurl, or the tombstone that a deleted thread parent becomes. */
export function sendChanged(
  state: SimState,
  events: EventDelivery,
  channel: SimChannel,
  message: SimMessage,
  previous: SimMessage,
): void {
  const ts = nextTs(state);
  events.inChannel(channel, {
    type: 'message',
    subtype: 'message_changed',
    message: withoutReactions(outwardMessage(message, { includeMetadata: true })),
    previous_message: withoutReactions(outwardMessage(previous, { includeMetadata: true })),
    channel: channel.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  });
}

export function sendDeleted(
  state: SimState,
  events: EventDelivery,
  channel: SimChannel,
  previous: SimMessage,
): void {
  const ts = nextTs(state);
  events.inChannel(channel, {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: withoutReactions(outwardMessage(previous, { includeMetadata: true })),
    channel: channel.id,
    hidden: true,
    deleted_ts: previous.ts,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  });
}

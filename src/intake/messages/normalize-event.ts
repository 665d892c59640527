import { timeOfTs } from '../../library/message.ts';
import { isMeaningfulReaction } from '../../library/reaction.ts';
import { readAlert } from '../alerts/read-alert.ts';
import type { InboxEvent } from './inbox-event.ts';
import { isAuthoredMessage, type Normalizer, normalizeMessage } from './normalize-message.ts';
import { readMessage, type SlackMessage } from './read-message.ts';

type Json = Record<string, unknown>;

/**
 * An Events API event as the inbox keeps it, redacted; null when it is none of our business (an unwatched
 * channel, our own words, a notice of Slack's), in which case nothing is written anywhere.
 */
export async function normalizeEvent(
  normalizer: Normalizer,
  envelope: { event: Json; eventTime: number },
): Promise<InboxEvent | null> {
  const { event } = envelope;
  // Finer than event_time, so that a ✅ and its removal within a second keep their order.
  const eventTs = text(event.event_ts);
  const at = (eventTs === '' ? new Date(envelope.eventTime * 1000) : timeOfTs(eventTs)).toISOString();
  switch (event.type) {
    case 'message':
      return normalizeMessageEvent(normalizer, event, at);
    case 'reaction_added':
    case 'reaction_removed':
      return normalizeReaction(normalizer, event, at);
    default:
      return normalizeChannelChange(normalizer, event, at);
  }
}

async function normalizeMessageEvent(
  normalizer: Normalizer,
  event: Json,
  at: string,
): Promise<InboxEvent | null> {
  const channelId = text(event.channel);
  if (channelId === '' || event.channel_type === 'im' || event.channel_type === 'mpim') return null;
  const subtype = event.subtype;
  const deletedTs = deletedIn(event);
  if (deletedTs !== null) {
    if (isOwnMessage(normalizer, record(event.previous_message))) return null;
    const isKnown = await (normalizer.isKnown ?? normalizer.isWatched)(channelId);
    return isKnown ? { kind: 'deleted', channelId, ts: deletedTs, at } : null;
  }
  // The way back is none: what was said among few stays with them, until a person watches anew.
  if (subtype === 'channel_convert_to_private') {
    const isKnown = await (normalizer.isKnown ?? normalizer.isWatched)(channelId);
    return isKnown ? { kind: 'channel', channelId, change: { what: 'private' }, at } : null;
  }
  if (!(await normalizer.isWatched(channelId))) return null;
  if (subtype === 'message_changed') {
    const message = record(event.message);
    // A thread's root changes with every reply, and links unfurl: only other words, or an alert's other state, are news.
    if (isSameReading(message, record(event.previous_message)) || isOwnMessage(normalizer, message))
      return null;
    return { kind: 'edited', message: await normalizeMessage(normalizer, channelId, message), at };
  }
  if (!isAuthoredMessage(event)) return null;
  if (isOwnMessage(normalizer, event)) return null;
  return { kind: 'message', message: await normalizeMessage(normalizer, channelId, event), at };
}

/** Which message the event says is deleted; of a root with replies a tombstone is left. */
function deletedIn(event: Json): string | null {
  if (event.subtype === 'message_deleted') return text(event.deleted_ts);
  const message = record(event.message);
  return event.subtype === 'message_changed' && message.subtype === 'tombstone' ? text(message.ts) : null;
}

async function normalizeReaction(
  normalizer: Normalizer,
  event: Json,
  at: string,
): Promise<InboxEvent | null> {
  const item = record(event.item);
  const userId = text(event.user);
  if (item.type !== 'message' || userId === normalizer.botUserId) return null;
  const emoji = text(event.reaction);
  if (!isMeaningfulReaction(emoji)) return null;
  const channelId = text(item.channel);
  if (!(await normalizer.isWatched(channelId))) return null;
  return {
    kind: 'reaction',
    channelId,
    ts: text(item.ts),
    userId,
    emoji,
    added: event.type === 'reaction_added',
    at,
  };
}

async function normalizeChannelChange(
  normalizer: Normalizer,
  event: Json,
  at: string,
): Promise<InboxEvent | null> {
  const named = record(event.channel);
  const channelId = text(named.id ?? event.channel ?? event.old_channel_id);
  // Also of a channel that is no longer watched: who may see what it taught depends on it.
  if (channelId === '' || !(await (normalizer.isKnown ?? normalizer.isWatched)(channelId))) return null;
  switch (event.type) {
    case 'channel_rename':
    case 'group_rename':
      return { kind: 'channel', channelId, change: { what: 'renamed', name: text(named.name) }, at };
    case 'channel_id_changed': {
      const to = text(event.new_channel_id);
      return to === '' ? null : { kind: 'channel', channelId, change: { what: 'moved', to }, at };
    }
    case 'channel_shared':
      return { kind: 'channel', channelId, change: { what: 'shared', isExtShared: true }, at };
    case 'channel_unshared':
      return {
        kind: 'channel',
        channelId,
        change: { what: 'shared', isExtShared: event.is_ext_shared === true },
        at,
      };
    case 'channel_deleted':
    case 'group_deleted':
      return { kind: 'channel', channelId, change: { what: 'deleted' }, at };
    case 'channel_archive':
    case 'group_archive':
      return { kind: 'channel', channelId, change: { what: 'gone' }, at };
    case 'member_left_channel':
      return text(event.user) === normalizer.botUserId
        ? { kind: 'channel', channelId, change: { what: 'gone' }, at }
        : null;
    default:
      return null;
  }
}

function isOwnMessage(normalizer: Normalizer, message: Json): boolean {
  return message.bot_id === normalizer.botId || message.user === normalizer.botUserId;
}

function isSameReading(a: Json, b: Json): boolean {
  return (
    readMessage(a as SlackMessage).text === readMessage(b as SlackMessage).text &&
    readAlert(a as SlackMessage)?.state === readAlert(b as SlackMessage)?.state
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

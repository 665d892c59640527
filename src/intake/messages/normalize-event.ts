import { createHmac } from 'node:crypto';
import { timeOfTs } from '../../library/message.ts';
import { isMeaningfulReaction } from '../../library/reaction.ts';
import { createPlaceholderScope, type PlaceholderScope, type Redactor } from '../../privacy/redact.ts';
import { readAlert } from '../alerts/read-alert.ts';
import type { InboxEvent, InboxMessage } from './inbox-event.ts';
import { readMessage, type SlackMessage } from './read-message.ts';
import type { ThreadPlaceholders } from './thread-placeholders.ts';

export type Normalizer = {
  redactor: Redactor;
  botUserId: string;
  botId: string;
  /** Keys the hashes behind placeholders and alert keys, so that they are the same on every replica. */
  hashKey: string;
  isWatched: (channelId: string) => Promise<boolean>;
  /** Watched now or ever: what was learned there still follows deletions. Left out: watched now. */
  isKnown?: (channelId: string) => Promise<boolean>;
  placeholders: ThreadPlaceholders;
};

type Json = Record<string, unknown>;

/** Subtypes that are somebody saying something; the others are Slack's own notices. */
const authoredSubtypes = new Set(['bot_message', 'file_share', 'thread_broadcast', 'me_message']);

/** Whether a message of Slack's history is somebody saying something. */
export function isAuthoredMessage(message: Record<string, unknown>): boolean {
  return message.subtype === undefined || authoredSubtypes.has(text(message.subtype));
}

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

/** Reads and redacts; also what imports and reconciliation turn a message of Slack's history into. */
export async function normalizeMessage(
  normalizer: Normalizer,
  channelId: string,
  raw: Json,
): Promise<InboxMessage> {
  const message = raw as SlackMessage;
  const reading = readMessage(message);
  const ts = text(raw.ts);
  const threadTs = typeof raw.thread_ts === 'string' && raw.thread_ts !== ts ? raw.thread_ts : null;
  const alert = reading.isBot ? readAlert(message) : null;
  // Most messages hold nothing to hide, and then nobody need ask what the thread has hidden before.
  const needsRedaction = alert !== null || (await normalizer.redactor.redact(reading.text)).found.length > 0;
  const read: InboxMessage = {
    channelId,
    ts,
    threadTs,
    userId: reading.isBot ? null : reading.author,
    isBot: reading.isBot,
    text: reading.text,
    mentionsBot: reading.text.includes(`<@${normalizer.botUserId}>`),
    alert: null,
    placeholders: {},
  };
  if (!needsRedaction) return read;
  const rootTs = threadTs ?? ts;
  return normalizer.placeholders.runExclusive(channelId, rootTs, async () => {
    const known = await normalizer.placeholders.get(channelId, rootTs);
    const scope = createPlaceholderScope(known, normalizer.hashKey);
    const redacted = {
      ...read,
      text: (await normalizer.redactor.redact(reading.text, scope)).text,
      alert: alert === null ? null : await redactAlert(normalizer, alert, scope),
      ...(alert !== null && editedAtOf(raw)),
    };
    const placeholders = newPlaceholders(scope, known);
    normalizer.placeholders.add(channelId, rootTs, placeholders);
    return { ...redacted, placeholders };
  });
}

function editedAtOf(raw: Json): { editedAt: string } | null {
  const ts = text(record(raw.edited).ts);
  return /^\d{1,11}(?:\.\d+)?$/.test(ts) ? { editedAt: timeOfTs(ts).toISOString() } : null;
}

/** The key names hosts and instances: it is kept as a hash; the title and the labels are kept redacted. */
async function redactAlert<Alert extends NonNullable<InboxMessage['alert']>>(
  normalizer: Normalizer,
  alert: Alert,
  scope: PlaceholderScope,
): Promise<Alert> {
  const redact = async (value: string) => (await normalizer.redactor.redact(value, scope)).text;
  return {
    ...alert,
    key: createHmac('sha256', normalizer.hashKey).update(alert.key).digest('base64url').slice(0, 22),
    title: await redact(alert.title),
    service: alert.service === null ? null : await redact(alert.service),
    environment: alert.environment === null ? null : await redact(alert.environment),
  };
}

function newPlaceholders(scope: PlaceholderScope, known: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(scope.toJSON()).filter(([hash]) => !(hash in known)));
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

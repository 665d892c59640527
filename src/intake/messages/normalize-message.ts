import { createHmac } from 'node:crypto';
import { timeOfTs } from '../../library/message.ts';
import { hideSecrets } from '../../privacy/hide-secrets.ts';
import { createPlaceholderScope, type PlaceholderScope, type Redactor } from '../../privacy/redact.ts';
import { type AlertReading, readAlert } from '../alerts/read-alert.ts';
import type { InboxMessage } from './inbox-event.ts';
import { readMessage, type SlackMessage } from './read-message.ts';
import { recordOf, stringOf } from './slack-blocks-text.ts';
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
  return message.subtype === undefined || authoredSubtypes.has(stringOf(message.subtype));
}

/** Reads and redacts a message, of an event, of a channel's history or of an export. Each of its texts is searched for secrets once. */
export async function normalizeMessage(
  normalizer: Normalizer,
  channelId: string,
  raw: Json,
): Promise<InboxMessage> {
  const message = raw as SlackMessage;
  const reading = readMessage(message);
  const ts = stringOf(raw.ts);
  const threadTs = typeof raw.thread_ts === 'string' && raw.thread_ts !== ts ? raw.thread_ts : null;
  const alert = reading.isBot ? readAlert(message) : null;
  const hideInText = await hiderOf(normalizer, reading.text);
  const hideInAlert = alert === null ? null : await alertHiderOf(normalizer, alert);
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
  // Most messages hold nothing to hide, and then nobody need ask what the thread has hidden before.
  if (hideInText === null && hideInAlert === null) return read;
  const rootTs = threadTs ?? ts;
  return normalizer.placeholders.runExclusive(channelId, rootTs, async () => {
    const known = await normalizer.placeholders.get(channelId, rootTs);
    const scope = createPlaceholderScope(known, normalizer.hashKey);
    const redacted = {
      ...read,
      text: hideInText?.(scope) ?? reading.text,
      alert: hideInAlert?.(scope) ?? null,
      ...(alert !== null && editedAtOf(raw)),
    };
    const placeholders = newPlaceholders(scope, known);
    normalizer.placeholders.add(channelId, rootTs, placeholders);
    return { ...redacted, placeholders };
  });
}

function editedAtOf(raw: Json): { editedAt: string } | null {
  const ts = stringOf(recordOf(raw.edited).ts);
  return /^\d{1,11}(?:\.\d+)?$/.test(ts) ? { editedAt: timeOfTs(ts).toISOString() } : null;
}

/** A text with its secrets behind the placeholders of a thread. */
type Hider = (scope: PlaceholderScope) => string;

/** Null for a text that holds nothing to hide. */
async function hiderOf(normalizer: Normalizer, text: string): Promise<Hider | null> {
  const secrets = await normalizer.redactor.findSecrets(text);
  return secrets.length === 0 ? null : (scope) => hideSecrets(text, secrets, scope).text;
}

/** The key names hosts and instances: it is kept as a hash; the title and the labels are kept redacted. */
async function alertHiderOf(
  normalizer: Normalizer,
  alert: AlertReading,
): Promise<(scope: PlaceholderScope) => AlertReading> {
  const { title, service, environment } = alert;
  const hideInTitle = await hiderOf(normalizer, title);
  const hideInService = service === null ? null : await hiderOf(normalizer, service);
  const hideInEnvironment = environment === null ? null : await hiderOf(normalizer, environment);
  const key = createHmac('sha256', normalizer.hashKey).update(alert.key).digest('base64url').slice(0, 22);
  return (scope) => ({
    ...alert,
    key,
    title: hideInTitle?.(scope) ?? title,
    service: hideInService?.(scope) ?? service,
    environment: hideInEnvironment?.(scope) ?? environment,
  });
}

function newPlaceholders(scope: PlaceholderScope, known: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(scope.toJSON()).filter(([hash]) => !(hash in known)));
}

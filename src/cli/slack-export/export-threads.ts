import { randomBytes } from 'node:crypto';
import { type ImportedThread, threadsOf } from '../../intake/import-thread.ts';
import { type Normalizer, normalizeMessage } from '../../intake/messages/normalize-message.ts';
import { createThreadPlaceholders } from '../../intake/messages/thread-placeholders.ts';
import { compareTs } from '../../library/message.ts';
import type { Redactor } from '../../privacy/redact.ts';
import type { ExportedChannel, RawMessage, SlackExport } from './read-export.ts';

/** A message of an export with its place in its channel: what threads are made of. */
export type PlacedMessage = { ts: string; threadTs: string | null; raw: RawMessage };

/** Joins, leaves and topics are Slack's own notices. */
const authoredSubtypes = new Set<unknown>([
  undefined,
  'bot_message',
  'file_share',
  'thread_broadcast',
  'me_message',
]);

/** The threads of a channel, roots in time order, each its root and then its replies. */
export function exportedThreads(slackExport: SlackExport, channel: ExportedChannel): PlacedMessage[][] {
  return threadsOf(slackExport.messagesOf(channel).filter(isAuthoredMessage).map(toPlacedMessage));
}

/**
 * One thread as Slack's API or an export lists it: its messages that somebody wrote, in time order, the first of them
 * its root. Only an export says of each what type it is.
 */
export function placedThread(messages: readonly RawMessage[]): PlacedMessage[] {
  const [root, ...replies] = messages
    .map((raw) => ({ type: 'message', ...raw }))
    .filter(isAuthoredMessage)
    .map(toPlacedMessage)
    .toSorted((a, b) => compareTs(a.ts, b.ts));
  if (root === undefined) return [];
  const threadTs = root.ts;
  return [root, ...replies.map(({ ts, raw }) => ({ ts, threadTs, raw: { ...raw, thread_ts: threadTs } }))];
}

/** How the intake reads the messages of an export: none of them is the bot's question, and nothing is remembered. */
export function normalizerOfExport(
  redactor: Redactor,
  { botUserId, botId }: { botUserId: string; botId: string },
  /** The workspace's, so that what was imported and what comes live are known by the same hashes. */
  hashKey = randomBytes(32).toString('hex'),
): Normalizer {
  return {
    redactor,
    botUserId,
    botId,
    hashKey,
    isWatched: async () => true,
    placeholders: createThreadPlaceholders(async () => ({})),
  };
}

/** An exported thread as the intake reads it, redacted. */
export async function readThread(
  normalizer: Normalizer,
  channel: Pick<ExportedChannel, 'id'>,
  thread: PlacedMessage[],
): Promise<ImportedThread> {
  const messages: ImportedThread['messages'] = [];
  for (const { raw } of thread) {
    const message = await normalizeMessage(normalizer, channel.id, raw);
    messages.push(message);
  }
  const reactions = thread[0]?.raw.reactions;
  const rootReactions = Array.isArray(reactions)
    ? reactions.map((reaction: { name?: unknown } | null) => String(reaction?.name))
    : [];
  return { messages, rootReactions };
}

function isAuthoredMessage(message: RawMessage): boolean {
  return message.type === 'message' && authoredSubtypes.has(message.subtype);
}

function toPlacedMessage(raw: RawMessage): PlacedMessage {
  const ts = String(raw.ts);
  const threadTs = typeof raw.thread_ts === 'string' && raw.thread_ts !== ts ? raw.thread_ts : null;
  return { ts, threadTs, raw };
}

import { compareTs, timeOfTs } from '../library/message.ts';
import { isEndingReaction } from '../library/reaction.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { endIncident, findIncidentByThread, findOpenIncidentByAlert } from '../store/incidents/incidents.ts';
import { closesThread } from '../text/closing-cues.ts';
import type { InboxMessage } from './messages/inbox-event.ts';
import { openIncidentFrom } from './open-incident.ts';
import { resolveIncident } from './resolve-incident.ts';

export type ImportedThread = {
  /** Root first, then its replies in time order. */
  messages: InboxMessage[];
  /** Reactions on the root, by emoji name. */
  rootReactions: string[];
};

export type ThreadOutcome =
  | { kind: 'resolved'; incidentId: string }
  | { kind: 'open'; incidentId: string }
  | { kind: 'known'; incidentId: string; resolved: boolean }
  | { kind: 'skipped'; reason: string };

/** So many messages at a thread's end may be the ones that close it: thanks and a last word follow. */
const maxLastWords = 3;
/** One reply under a bot's note may be a remark; two and an end are an incident. */
const minWorkedOn = 2;

/**
 * How a thread of the past ended. `ts`: the message by which it did; of a reaction, whose time nobody knows, the last
 * one. `by`: who said so, if it was a person.
 */
export type ThreadEnd = { signal: 'alert' | 'reaction' | 'text'; by: string | null; at: Date; ts: string };

/**
 * A finished thread of the past, through the same intake: opened, followed and ended in one transaction, once.
 * `quietBefore` is for a channel that is watched: what was left open and fell quiet before it is abandoned, and never
 * waits for a word that would have come long ago.
 */
export async function importThread(
  ctx: Ctx,
  thread: ImportedThread,
  options: { quietBefore: Date | null } = { quietBefore: null },
): Promise<ThreadOutcome> {
  const [root, ...replies] = thread.messages;
  if (root === undefined) return { kind: 'skipped', reason: 'empty' };
  if (replies.length === 0) return { kind: 'skipped', reason: 'no replies' };
  if (root.text.trim() === '') return { kind: 'skipped', reason: 'no words' };
  const isNote = root.alert === null || root.alert.state === 'none';
  // A bot's message that no rule reads as an alert is an incident when people worked on it to an end.
  const isWorkedOn = replies.filter((reply) => !reply.isBot).length >= minWorkedOn && endOf(thread) !== null;
  if (root.isBot && isNote && !isWorkedOn) return { kind: 'skipped', reason: 'not an incident' };
  return inTransaction(ctx, async (ctx) => {
    const known = await findIncidentByThread(ctx, root.channelId, root.ts);
    if (known !== null) return { kind: 'known', incidentId: known.id, resolved: known.status === 'resolved' };
    if (options.quietBefore === null && (await resolvesOtherThread(ctx, root))) {
      return { kind: 'skipped', reason: 'the end of an alert in another thread' };
    }
    await openIncidentFrom(ctx, root, {
      answer: false,
      force: options.quietBefore !== null || (root.isBot && isNote),
      replies,
    });
    const incident = await findIncidentByThread(ctx, root.channelId, root.ts);
    if (incident === null) return { kind: 'skipped', reason: 'the same alert, still open' };
    const end = endOf(thread);
    if (end === null) {
      await abandonQuiet(ctx, incident.id, replies, options.quietBefore);
      return { kind: 'open', incidentId: incident.id };
    }
    await resolveIncident(ctx, incident.id, { by: end.by, at: end.at, signal: 'import' });
    return { kind: 'resolved', incidentId: incident.id };
  });
}

/** A "resolved" of its own, not a firing message that was edited to say so. */
async function resolvesOtherThread(ctx: Scope, root: InboxMessage): Promise<boolean> {
  const { alert, channelId, editedAt } = root;
  if (alert?.state !== 'resolved' || editedAt !== undefined) return false;
  return (await findOpenIncidentByAlert(ctx, channelId, alert.key)) !== null;
}

async function abandonQuiet(
  ctx: Scope,
  incidentId: string,
  replies: InboxMessage[],
  quietBefore: Date | null,
): Promise<void> {
  const last = replies.at(-1);
  if (quietBefore === null || last === undefined) return;
  const at = timeOfTs(last.ts);
  if (at >= quietBefore) return;
  await endIncident(ctx, incidentId, {
    status: 'abandoned',
    by: null,
    at,
    signal: 'import',
  });
}

/** The alert's own recovery, which may be an edit of its first message, a ✅ on the root, or the last words of the thread. */
export function endOf({ messages, rootReactions }: ImportedThread): ThreadEnd | null {
  const [root, ...replies] = messages;
  const last = replies.at(-1);
  if (root === undefined || last === undefined) return null;
  const recovery = replies.find((reply) => reply.alert?.state === 'resolved');
  if (recovery !== undefined) return endAt(recovery, 'alert');
  if (root.alert?.state === 'resolved') {
    if (root.editedAt === undefined) return endAt(last, 'alert');
    return { signal: 'alert', by: null, at: new Date(root.editedAt), ts: root.ts };
  }
  if (rootReactions.some(isEndingReaction)) return endAt(last, 'reaction');
  const closing = replies.slice(-maxLastWords).find((reply) => closesThread(reply.text));
  return closing === undefined ? null : { ...endAt(closing, 'text'), by: closing.userId };
}

function endAt({ ts }: InboxMessage, signal: ThreadEnd['signal']): ThreadEnd {
  return { signal, by: null, at: timeOfTs(ts), ts };
}

/** Groups a channel's messages into threads, roots in time order; a reply whose root is missing makes no thread. */
export function threadsOf<Item extends { ts: string; threadTs: string | null }>(messages: Item[]): Item[][] {
  const threads = new Map<string, Item[]>();
  for (const message of messages.toSorted((a, b) => compareTs(a.ts, b.ts))) {
    if (message.threadTs === null) threads.set(message.ts, [message]);
    else threads.get(message.threadTs)?.push(message);
  }
  return [...threads.values()];
}

import type { Job } from '../../library/job.ts';
import type { Refusal } from '../../outbox/message-gateway.ts';
import { advanceBackfill, type Backfill } from '../../store/channels/backfills.ts';
import type { Channel } from '../../store/channels/channels.ts';
import type { Db } from '../../store/connection/db.ts';
import type { Ctx } from '../../store/ctx.ts';
import { type Enqueue, inTransaction } from '../../store/ctx.ts';
import { findIncidentByThread } from '../../store/incidents/incidents.ts';
import { importThread } from '../import-thread.ts';
import type { InboxMessage } from '../messages/inbox-event.ts';
import { isAuthoredMessage, type Normalizer, normalizeMessage } from '../messages/normalize-message.ts';
import { wasIncident } from '../opens-incident.ts';
import type { ChannelHistory, Pause } from './channel-history.ts';

type Raw = Record<string, unknown>;
export type PastThread = { root: Raw; messages: Raw[] };

/** The thread as Slack has it, or null when its root is no incident here, has no replies, or is known already. */
export async function readPastThread(
  ctx: Ctx & { history: ChannelHistory; normalizer: Normalizer },
  channel: Channel,
  root: Raw,
): Promise<PastThread | Pause | Refusal | null> {
  const rootTs = String(root.ts);
  const { channelId } = channel;
  if (!isAuthoredMessage(root) || !(Number(root.reply_count) > 0)) return null;
  if (!wasIncident(channel.mode, await normalizeMessage(ctx.normalizer, channelId, root))) return null;
  if ((await findIncidentByThread(ctx, channelId, rootTs)) !== null) return null;
  const thread = await ctx.history.thread({ channelId, rootTs });
  // Deleted since the page was read.
  if ('refused' in thread && /^(?:thread|message)_not_found$/.test(thread.refused)) return null;
  return 'messages' in thread ? { root, messages: thread.messages.filter(isAuthoredMessage) } : thread;
}

/**
 * Imports a thread in one transaction with the backfill's new position; `skippedMessages` were read before it. Null when
 * the backfill was stopped, or somebody else brought it further.
 */
export async function importPastThread(
  ctx: Ctx & { normalizer: Normalizer },
  channel: Channel,
  run: Backfill,
  thread: PastThread,
  skippedMessages: number,
): Promise<Backfill | null> {
  const messages: InboxMessage[] = [];
  for (const raw of thread.messages)
    messages.push(await normalizeMessage(ctx.normalizer, channel.channelId, raw));
  const at = ctx.now();
  return inTransaction(ctx, async (ctx) => {
    const after = await advanceBackfill(ctx.db, run, {
      position: String(thread.root.ts),
      messages: skippedMessages + messages.length,
      at,
    });
    if (after === null) return null;
    await importThread(
      { ...ctx, enqueue: asOfThePast(ctx.enqueue) },
      { messages, rootReactions: reactionsOf(thread.root) },
      { quietBefore: new Date(at.getTime() - channel.quietHours * 3_600_000) },
    );
    return after;
  });
}

/** The names of the emoji on a message of Slack's history. */
function reactionsOf({ reactions }: Raw): string[] {
  if (!Array.isArray(reactions)) return [];
  return reactions.map((reaction: { name?: unknown } | null) => String(reaction?.name));
}

/** What the past taught is captured as of the past. */
function asOfThePast(enqueue: Enqueue): Enqueue {
  return Object.assign((job: Job) => enqueue(job.name === 'capture' ? { ...job, past: true } : job), {
    within: (db: Db) => asOfThePast(enqueue.within(db)),
  });
}

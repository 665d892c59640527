import { setTimeout } from 'node:timers/promises';
import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { ChannelHistory, Pause } from '../../intake/backfill/channel-history.ts';
import type { Refusal } from '../../outbox/message-gateway.ts';
import { slackErrorOf } from '../connection/slack-error.ts';

type Json = Record<string, unknown>;

/** Slack advises against more; where it allows fewer (15, outside its Marketplace) it gives fewer. */
const pageSize = 200;
const threadPageSize = 1_000;
/** A thread half read waits here for the end of a pause; of so many at most. */
const maxUnfinished = 20;

/** Slack's own refusals that no retry mends. */
const permanentErrors = new Set([
  'channel_not_found',
  'not_in_channel',
  'missing_scope',
  'thread_not_found',
  'message_not_found',
  'is_archived',
  'account_inactive',
  'invalid_auth',
  'token_revoked',
]);

/**
 * Reads with a client of its own, `perMinute` calls a minute over all channels, and asks nothing for any channel while
 * Slack wants to hear nothing. After `ending` it reads no more and says to come back later.
 */
export function createBackfillReader(
  reads: WebClient,
  options: { botId: string; botUserId: string; perMinute: number; ending: AbortSignal },
): ChannelHistory {
  const everyMs = 60_000 / options.perMinute;
  let nextAt = 0;
  let pausedUntil = 0;
  const unfinished = new Map<string, { messages: Json[]; cursor: string }>();

  const call = async <Answer>(read: () => Promise<Answer>): Promise<Answer | Pause | Refusal> => {
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + everyMs;
    try {
      await setTimeout(at - now, undefined, { signal: options.ending });
      const pausedMs = pausedUntil - performance.now();
      if (pausedMs > 0) return { waitSeconds: Math.ceil(pausedMs / 1000) };
      return await read();
    } catch (error) {
      if (options.ending.aborted) return { waitSeconds: 1 };
      if (error instanceof WebAPIRateLimitedError) {
        const waitSeconds = Math.max(1, error.retryAfter);
        pausedUntil = performance.now() + waitSeconds * 1000;
        return { waitSeconds };
      }
      const code = slackErrorOf(error);
      if (code !== null && permanentErrors.has(code)) return { refused: code };
      throw error;
    }
  };
  const isTheirs = (message: Json) => message.bot_id !== options.botId && message.user !== options.botUserId;

  return {
    channel: async ({ channelId, latest, oldest }) => {
      const answer = await call(() =>
        reads.conversations.history({ channel: channelId, latest, oldest, limit: pageSize }),
      );
      if ('waitSeconds' in answer || 'refused' in answer) return answer;
      const messages = (answer.messages ?? []) as Json[];
      const reached = messages.at(-1)?.ts;
      return {
        messages: messages.filter(isTheirs),
        reachedTs: typeof reached === 'string' ? reached : null,
        hasMore: answer.has_more === true,
      };
    },
    thread: async ({ channelId, rootTs }) => {
      const key = `${channelId} ${rootTs}`;
      const read = unfinished.get(key) ?? { messages: [], cursor: '' };
      unfinished.delete(key);
      do {
        const answer = await call(() =>
          reads.conversations.replies({
            channel: channelId,
            ts: rootTs,
            limit: threadPageSize,
            ...(read.cursor === '' ? {} : { cursor: read.cursor }),
          }),
        );
        if ('waitSeconds' in answer || 'refused' in answer) {
          if ('waitSeconds' in answer) storeUnfinished(unfinished, key, read);
          return answer;
        }
        // Every page begins with the root.
        const known = new Set(read.messages.map((message) => message.ts));
        read.messages.push(...((answer.messages ?? []) as Json[]).filter(({ ts }) => !known.has(ts)));
        read.cursor = answer.response_metadata?.next_cursor ?? '';
      } while (read.cursor !== '');
      return { messages: read.messages.filter(isTheirs) };
    },
  };
}

function storeUnfinished<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > maxUnfinished && oldest !== undefined) map.delete(oldest);
}

import type { WebClient } from '@slack/web-api';
import type { Log } from '../../log.ts';
import type { Refusal } from '../../outbox/message-gateway.ts';
import type { ChannelInfo, PersonInfo } from '../../privacy/directory.ts';
import type { Body } from '../../store/outbox/outbox.ts';
import { slackErrorOf } from '../connection/slack-error.ts';
import { withoutCharts } from '../views/week-chart.ts';
import { findPosted, messageEventType } from './find-posted.ts';
import type { Gateway } from './gateway.ts';
import { createMemberships } from './memberships.ts';
import { createPersonNames, nameWithoutMention } from './person-names.ts';

/** 1,000 each: a larger channel is not one where incidents are worked on in private. */
const maxMemberPages = 20;

/** What no retry mends. Everything else is thrown, and the job queue tries again. */
const permanentErrors = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'message_not_found',
  'thread_not_found',
  'cant_update_message',
  'cant_delete_message',
  'edit_window_closed',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'msg_too_long',
  'msg_blocks_too_long',
  'invalid_blocks',
  'account_inactive',
]);

/** The gateway to the real Slack, or to the simulator: the same calls. */
export function createWebGateway(
  clients: { reads: WebClient; writes: WebClient },
  options: { botId: string; now?: () => Date; log: Log },
): Gateway {
  const { reads, writes } = clients;
  const { botId, now = () => new Date(), log } = options;
  const nameOf = createPersonNames(reads);
  const memberships = createMemberships(
    (channelId) => fetchMembers(reads, channelId),
    () => now().getTime(),
  );
  const sendNamed = async (
    send: (body: Body) => Promise<{ ts?: string }>,
    original: Body,
  ): Promise<{ ts: string } | Refusal> => {
    const body = await nameWithoutMention(original, nameOf);
    try {
      return { ts: tsOf(await send(body)) };
    } catch (error) {
      const code = slackErrorOf(error);
      if (code === 'invalid_blocks') return sendWithoutCharts(send, body);
      if (code !== null && permanentErrors.has(code)) return { refused: code };
      throw error;
    }
  };
  return {
    post: ({ channelId, threadTs, key, body }) =>
      sendNamed(
        (named) =>
          writes.chat.postMessage({
            channel: channelId,
            ...(threadTs === null ? {} : { thread_ts: threadTs }),
            ...contentOf(named),
            metadata: { event_type: messageEventType, event_payload: { key } },
            unfurl_links: false,
            unfurl_media: false,
          } as unknown as Parameters<typeof writes.chat.postMessage>[0]),
        body,
      ),
    update: ({ channelId, ts, key, body }) =>
      sendNamed(
        (named) =>
          writes.chat.update({
            channel: channelId,
            ts,
            ...contentOf(named),
            metadata: { event_type: messageEventType, event_payload: { key } },
          } as unknown as Parameters<typeof writes.chat.update>[0]),
        body,
      ),
    remove: async ({ channelId, ts }) => {
      await unlessRefused(() => writes.chat.delete({ channel: channelId, ts }));
    },
    findPosted: (message) => findPosted(reads, message, log),
    postEphemeral: async ({ channelId, userId, threadTs, body }) => {
      await writes.chat.postEphemeral({
        channel: channelId,
        user: userId,
        ...(threadTs === null ? {} : { thread_ts: threadTs }),
        ...contentOf(body),
      } as unknown as Parameters<typeof writes.chat.postEphemeral>[0]);
    },
    respond: async (responseUrl, body) => {
      const answer = await fetch(responseUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...contentOf(body) }),
        signal: AbortSignal.timeout(8_000),
      });
      if (!answer.ok) throw new Error(`Slack did not take an answer: HTTP ${answer.status}`);
    },
    readThread: (channelId, rootTs) =>
      unlessRefused(async () => {
        const answer = await reads.conversations.replies({ channel: channelId, ts: rootTs, limit: 1_000 });
        const messages = (answer.messages ?? []) as Record<string, unknown>[];
        return messages.filter((message) => message.bot_id !== botId);
      }),
    postDirect: async (userId, body) => {
      await writes.chat.postMessage({
        channel: userId,
        ...contentOf(body),
        unfurl_links: false,
        unfurl_media: false,
      } as unknown as Parameters<typeof writes.chat.postMessage>[0]);
    },
    openModal: async (triggerId, view) =>
      viewIdOf(await writes.views.open({ trigger_id: triggerId, view: view as never })),
    pushModal: async (triggerId, view) =>
      viewIdOf(await writes.views.push({ trigger_id: triggerId, view: view as never })),
    updateModal: async (viewId, view) => {
      try {
        await writes.views.update({ view_id: viewId, view: view as never });
        return true;
      } catch (error) {
        if (slackErrorOf(error) === 'not_found') return false;
        throw error;
      }
    },
    publishHome: async (userId, view) => {
      await writes.views.publish({ user_id: userId, view: view as never });
    },
    fetchChannelOrThrow: async (channelId) => {
      try {
        return readChannel(await reads.conversations.info({ channel: channelId }));
      } catch (error) {
        if (slackErrorOf(error) === 'channel_not_found') return null;
        throw error;
      }
    },
    channelInfo: (channelId) =>
      orNull(async () => readChannel(await reads.conversations.info({ channel: channelId }))),
    personInfo: (userId) => orNull(async () => readPerson(await reads.users.info({ user: userId }))),
    isMember: memberships.isMember,
    isMemberNow: memberships.isMemberNow,
    memberships,
  };
}

/** Null when Slack would not say. A channel too large to be read whole counts by its first 20,000. */
async function fetchMembers(reads: WebClient, channelId: string): Promise<Set<string> | null> {
  const members = new Set<string>();
  let cursor = '';
  for (let page = 0; page < maxMemberPages; page += 1) {
    const answer = await orNull(() =>
      reads.conversations.members({
        channel: channelId,
        limit: 1_000,
        ...(cursor === '' ? {} : { cursor }),
      }),
    );
    if (answer === null) return null;
    for (const member of answer.members ?? []) members.add(member);
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return members;
}

/** A workspace whose Slack does not know charts yet refuses the whole message for one. */
async function sendWithoutCharts(
  send: (body: Body) => Promise<{ ts?: string }>,
  body: Body,
): Promise<{ ts: string } | Refusal> {
  const plain = withoutCharts(body);
  if (plain.blocks.length === body.blocks.length) return { refused: 'invalid_blocks' };
  try {
    return { ts: tsOf(await send(plain)) };
  } catch (error) {
    if (slackErrorOf(error) === 'invalid_blocks') return { refused: 'invalid_blocks' };
    throw error;
  }
}

function contentOf(body: Body): { text: string; blocks?: Body['blocks'] } {
  return body.blocks.length === 0 ? { text: body.text } : body;
}

function viewIdOf(answer: { view?: { id?: string } | undefined }): string {
  if (answer.view?.id === undefined) throw new Error('Slack answered without a view');
  return answer.view.id;
}

function tsOf(answer: { ts?: string }): string {
  if (answer.ts === undefined) throw new Error('Slack answered without a ts');
  return answer.ts;
}

/** Null when Slack refused for good. What it only could not do just now is thrown. */
async function unlessRefused<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    const code = slackErrorOf(error);
    if (code !== null && permanentErrors.has(code)) return null;
    throw error;
  }
}

/** Null for whatever Slack answers but what was asked for: unknown means no. */
async function orNull<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (slackErrorOf(error) !== null) return null;
    throw error;
  }
}

function readChannel(answer: { channel?: object | undefined }): ChannelInfo {
  const channel = (answer.channel ?? {}) as Record<string, unknown>;
  return {
    channelId: String(channel.id),
    name: typeof channel.name === 'string' ? channel.name : 'direct message',
    // Unknown means private: only a plain public channel is public.
    isPrivate: channel.is_private !== false || channel.is_channel !== true,
    isExtShared: channel.is_ext_shared === true || channel.is_pending_ext_shared === true,
    isArchived: channel.is_archived === true,
    isDirect: channel.is_im === true || channel.is_mpim === true,
    isMember: channel.is_member === true,
  };
}

function readPerson(answer: { user?: object | undefined }): PersonInfo {
  const user = (answer.user ?? {}) as Record<string, unknown>;
  return {
    userId: String(user.id),
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true,
    isBot: user.is_bot === true,
  };
}

import { findUser, findVisibleChannel, isBotMember, openIm } from './channel-directory.ts';
import { pageByTime, pageOf } from './cursor-page.ts';
import { joinChannel } from './membership.ts';
import { outwardMessage } from './message-events.ts';
import { messageAt, threadOf, topLevelOf } from './message-log.ts';
import { tsMicros } from './message-ts.ts';
import type { SimContext } from './sim-context.ts';
import { SlackError } from './slack-error.ts';
import type { SimChannel, SimMessage } from './slack-sim.ts';
import type { WebApiMethod } from './web-api-method.ts';

const createdAt = 1_700_000_000;

function outwardChannel(context: SimContext, channel: SimChannel): Record<string, unknown> {
  const { teamId, botUserId } = context.state.identity;
  const base = {
    id: channel.id,
    created: createdAt,
    is_archived: channel.isArchived,
    is_im: channel.isIm,
    is_org_shared: false,
    context_team_id: teamId,
    updated: createdAt * 1000,
  };
  if (channel.isIm) {
    const user = channel.members.find((member) => member !== botUserId);
    return { ...base, user, is_user_deleted: false, priority: 0 };
  }
  return {
    ...base,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !channel.isPrivate,
    is_group: channel.isPrivate,
    is_mpim: false,
    is_private: channel.isPrivate,
    is_general: channel.name === 'general',
    is_shared: channel.isExtShared,
    is_ext_shared: channel.isExtShared,
    is_pending_ext_shared: false,
    pending_shared: [],
    pending_connected_team_ids: [],
    shared_team_ids: channel.isExtShared ? [teamId, 'T0OTHERCO'] : [teamId],
    unlinked: 0,
    creator: channel.members[0] ?? botUserId,
    is_member: isBotMember(context.state, channel),
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  };
}

function typeOf(channel: SimChannel): string {
  if (channel.isIm) return 'im';
  return channel.isPrivate ? 'private_channel' : 'public_channel';
}

function listed(
  context: SimContext,
  body: Record<string, unknown>,
  onlyMember: boolean,
): Record<string, unknown> {
  const types = String(body.types ?? 'public_channel')
    .split(',')
    .map((type) => type.trim());
  for (const type of types) {
    if (!['public_channel', 'private_channel', 'im', 'mpim'].includes(type))
      throw new SlackError('invalid_types');
  }
  const channels = [...context.state.channels.values()].filter((channel) => {
    if (!types.includes(typeOf(channel))) return false;
    if (body.exclude_archived === true && channel.isArchived) return false;
    if (onlyMember || channel.isPrivate || channel.isIm) return isBotMember(context.state, channel);
    return true;
  });
  const page = pageOf(channels, body, { fallback: 100, max: 1000 });
  return {
    channels: page.items.map((channel) => ({
      ...outwardChannel(context, channel),
      ...(onlyMember ? {} : { num_members: channel.members.length }),
    })),
    response_metadata: { next_cursor: page.nextCursor },
  };
}

/** A channel whose messages the bot may read. Throws channel_not_found or not_in_channel. */
function readable(context: SimContext, reference: unknown): SimChannel {
  const channel = findVisibleChannel(context.state, reference);
  if (!isBotMember(context.state, channel)) throw new SlackError('not_in_channel');
  return channel;
}

function withinRange(body: Record<string, unknown>): (message: SimMessage) => boolean {
  const oldest = body.oldest === undefined ? Number.NEGATIVE_INFINITY : tsMicros(String(body.oldest));
  const latest = body.latest === undefined ? Number.POSITIVE_INFINITY : tsMicros(String(body.latest));
  if (Number.isNaN(oldest)) throw new SlackError('invalid_ts_oldest');
  if (Number.isNaN(latest)) throw new SlackError('invalid_ts_latest');
  const inclusive = body.inclusive === true;
  return (message) => {
    const at = tsMicros(message.ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  };
}

function history(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  const channel = readable(context, body.channel);
  const messages = topLevelOf(context.state, channel.id).filter(withinRange(body)).reverse();
  const page = pageByTime(messages, body, {
    fallback: 100,
    max: Math.min(999, context.state.historyCap),
  });
  const includeMetadata = body.include_all_metadata === true;
  return {
    messages: page.items.map((message) => outwardMessage(message, { includeMetadata })),
    has_more: page.nextCursor !== '',
    pin_count: 0,
    ...(page.nextCursor === '' ? {} : { response_metadata: { next_cursor: page.nextCursor } }),
  };
}

function replies(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  const channel = readable(context, body.channel);
  const ts = String(body.ts ?? '');
  const named = messageAt(context.state, channel.id, ts);
  if (!named) throw new SlackError('thread_not_found');
  const root = named.thread_ts ?? ts;
  const inRange = withinRange(body);
  // Slack gives the parent with every range and page, first.
  const messages = threadOf(context.state, channel.id, root).filter(
    (message) => message.ts === root || inRange(message),
  );
  const max = context.state.historyCap;
  const page = pageByTime(messages, body, { fallback: max, max });
  const parent = messages.slice(0, 1).filter((message) => message.ts === root);
  const includeMetadata = body.include_all_metadata === true;
  return {
    messages: [...new Set([...parent, ...page.items])].map((message) =>
      outwardMessage(message, { includeMetadata }),
    ),
    has_more: page.nextCursor !== '',
    ...(page.nextCursor === '' ? {} : { response_metadata: { next_cursor: page.nextCursor } }),
  };
}

function info(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  const channel = findVisibleChannel(context.state, body.channel);
  const count = body.include_num_members === true ? { num_members: channel.members.length } : {};
  return { channel: { ...outwardChannel(context, channel), ...count } };
}

function members(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  const channel = findVisibleChannel(context.state, body.channel);
  const page = pageOf(channel.members, body, { fallback: 100, max: 1000 });
  return { members: page.items, response_metadata: { next_cursor: page.nextCursor } };
}

function join(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  const channel = findVisibleChannel(context.state, body.channel);
  if (channel.isPrivate || channel.isIm) throw new SlackError('method_not_supported_for_channel_type');
  if (channel.isArchived) throw new SlackError('is_archived');
  const joined = joinChannel(context, channel, context.state.identity.botUserId);
  const warning = 'already_in_channel';
  return {
    channel: outwardChannel(context, channel),
    ...(joined ? {} : { warning, response_metadata: { warnings: [warning] } }),
  };
}

function open(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  if (body.channel !== undefined) {
    const channel = findVisibleChannel(context.state, body.channel);
    return { no_op: true, already_open: true, channel: { id: channel.id } };
  }
  const users = String(body.users ?? '')
    .split(',')
    .filter((user) => user !== '');
  const [first] = users;
  if (first === undefined) throw new SlackError('users_list_not_supplied');
  if (users.length > 1) throw new SlackError('missing_scope');
  const user = findUser(context.state, first);
  if (user.id === context.state.identity.botUserId) throw new SlackError('cannot_dm_bot');
  const channel = openIm(context.state, user.id);
  return { channel: body.return_im === true ? outwardChannel(context, channel) : { id: channel.id } };
}

export const conversationMethods: Record<string, WebApiMethod> = {
  'conversations.list': (context, body) => listed(context, body, false),
  'users.conversations': (context, body) => listed(context, body, true),
  'conversations.info': info,
  'conversations.members': members,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.join': join,
  'conversations.open': open,
};

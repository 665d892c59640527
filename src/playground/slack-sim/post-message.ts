import { withBlockIds } from './block-ids.ts';
import { findChannel, isBotMember } from './channel-directory.ts';
import { sendChanged, sendDeleted, sendPosted } from './message-events.ts';
import { insertMessage, messageAt, removeMessage } from './message-log.ts';
import { nextTs, tsAt } from './message-ts.ts';
import type { SimContext } from './sim-context.ts';
import { announce, nextId } from './sim-state.ts';
import { SlackError } from './slack-error.ts';
import type { SimChannel, SimMessage } from './slack-sim.ts';

type MessageDraft = Omit<SimMessage, 'type' | 'ts' | 'channel'>;

/** Puts a message into a channel, as anyone: keeps it, shows it, and tells the bot unless `silent`. */
export function putMessage(
  context: SimContext,
  channel: SimChannel,
  draft: MessageDraft,
  options: { at?: number; silent?: boolean } = {},
): SimMessage {
  const { state, events } = context;
  if (channel.isArchived) throw new SlackError('is_archived');
  const message: SimMessage = {
    type: 'message',
    ts: options.at === undefined ? nextTs(state) : tsAt(state, options.at),
    channel: channel.id,
    team: state.identity.teamId,
    ...draft,
    ...(draft.blocks ? { blocks: withBlockIds(draft.blocks) } : {}),
  };
  if (message.thread_ts !== undefined) {
    const parent = messageAt(state, channel.id, rootTs(context, channel, message.thread_ts));
    if (!parent) throw new SlackError('thread_not_found');
    message.thread_ts = parent.ts;
    if (parent.user !== undefined) message.parent_user_id = parent.user;
  }
  insertMessage(state, message);
  if (!options.silent) sendPosted(state, events, channel, message);
  return message;
}

/** The parent's ts, also for the ts of a reply. */
function rootTs(context: SimContext, channel: SimChannel, ts: string): string {
  return messageAt(context.state, channel.id, ts)?.thread_ts ?? ts;
}

export function requireMessage(context: SimContext, channel: string, ts: unknown): SimMessage {
  const message = typeof ts === 'string' ? messageAt(context.state, channel, ts) : undefined;
  if (!message) throw new SlackError('message_not_found');
  return message;
}

type MessageChange = Partial<Pick<SimMessage, 'text' | 'blocks' | 'attachments' | 'metadata'>>;

/** Edits in place. What is not given stays; empty blocks or attachments take the old ones away. */
export function changeMessage(
  context: SimContext,
  message: SimMessage,
  change: MessageChange,
  editor: string | undefined,
): SimMessage {
  const channel = findChannel(context.state, message.channel);
  const previous = structuredClone(message);
  if (change.text !== undefined) message.text = change.text;
  if (change.blocks !== undefined) message.blocks = withBlockIds(change.blocks);
  if (change.attachments !== undefined) message.attachments = change.attachments;
  if (change.metadata !== undefined) message.metadata = change.metadata;
  if (message.blocks?.length === 0) delete message.blocks;
  if (message.attachments?.length === 0) delete message.attachments;
  if (editor !== undefined) message.edited = { user: editor, ts: nextTs(context.state) };
  announce(context.state, { kind: 'message', message });
  sendChanged(context.state, context.events, channel, message, previous);
  return message;
}

/** Deletes; a parent with replies stays as a tombstone, and the bot hears of it as message_changed, as in Slack. */
export function dropMessage(context: SimContext, message: SimMessage): void {
  const channel = findChannel(context.state, message.channel);
  const previous = structuredClone(message);
  if ((message.reply_count ?? 0) === 0) {
    removeMessage(context.state, message);
    sendDeleted(context.state, context.events, channel, previous);
    return;
  }
  for (const field of [
    'blocks',
    'attachments',
    'metadata',
    'reactions',
    'files',
    'bot_id',
    'edited',
  ] as const) {
    delete message[field];
  }
  Object.assign(message, {
    subtype: 'tombstone',
    text: 'This message was deleted.',
    user: 'USLACKBOT',
    hidden: true,
  });
  announce(context.state, { kind: 'message', message });
  sendChanged(context.state, context.events, channel, message, previous);
}

/** The fields that make a message the bot's own. */
export function ownAuthor(
  context: SimContext,
): Pick<SimMessage, 'user' | 'bot_id' | 'app_id' | 'bot_profile'> {
  const { botUserId, botId, appId, teamId } = context.state.identity;
  return {
    user: botUserId,
    bot_id: botId,
    app_id: appId,
    bot_profile: {
      id: botId,
      app_id: appId,
      name: 'Precedent',
      team_id: teamId,
      deleted: false,
      updated: 1700000000,
    },
  };
}

/** The fields of another app's message: a webhook (bot_message, no user) or a modern app (no subtype, bot_profile). */
export function foreignAuthor(
  context: SimContext,
  username: string,
  style: 'webhook' | 'app',
): Partial<MessageDraft> {
  const { state } = context;
  let botId = state.foreignBots.get(username);
  if (botId === undefined) {
    botId = nextId(state, 'B');
    state.foreignBots.set(username, botId);
  }
  if (style === 'webhook') return { subtype: 'bot_message', bot_id: botId, username };
  const appId = botId.replace(/^B/, 'A');
  const user = botId.replace(/^B/, 'U');
  if (!state.users.has(user)) {
    const botUser = { id: user, name: username.toLowerCase(), realName: username, isBot: true };
    state.users.set(user, botUser);
    announce(state, { kind: 'user', user: botUser });
  }
  const { teamId } = state.identity;
  return {
    user,
    bot_id: botId,
    app_id: appId,
    bot_profile: {
      id: botId,
      app_id: appId,
      name: username,
      team_id: teamId,
      deleted: false,
      updated: 1700000000,
    },
  };
}

/** The channel that the bot may post to. Throws channel_not_found, not_in_channel or is_archived. */
export function channelToPost(context: SimContext, reference: unknown): SimChannel {
  const channel = findChannel(context.state, reference);
  if (!isBotMember(context.state, channel)) {
    throw new SlackError(channel.isPrivate ? 'channel_not_found' : 'not_in_channel');
  }
  if (channel.isArchived) throw new SlackError('is_archived');
  return channel;
}

import { findVisibleChannel } from './channel-directory.ts';
import { putEphemeral } from './ephemerals.ts';
import { readContent, requireContent } from './message-content.ts';
import { outwardMessage } from './message-events.ts';
import { permalinkOf } from './permalink.ts';
import {
  changeMessage,
  channelToPost,
  dropMessage,
  ownAuthor,
  putMessage,
  requireMessage,
} from './post-message.ts';
import type { SimContext } from './sim-context.ts';
import { SlackError } from './slack-error.ts';
import type { WebApiMethod } from './web-api-method.ts';

function postMessage(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  const channel = channelToPost(context, body.channel);
  const content = readContent(body);
  requireContent(content);
  const threadTs = body.thread_ts;
  const inThread = typeof threadTs === 'string' && threadTs !== '';
  const broadcast = inThread && body.reply_broadcast === true;
  const message = putMessage(context, channel, {
    ...ownAuthor(context),
    text: content.text ?? '',
    ...(content.blocks ? { blocks: content.blocks } : {}),
    ...(content.attachments ? { attachments: content.attachments } : {}),
    ...(content.metadata ? { metadata: content.metadata } : {}),
    ...(inThread ? { thread_ts: threadTs } : {}),
    ...(broadcast ? { subtype: 'thread_broadcast' } : {}),
  });
  return {
    channel: channel.id,
    ts: message.ts,
    message: outwardMessage(message, { includeMetadata: true }),
  };
}

function update(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  const channel = findVisibleChannel(context.state, body.channel);
  const message = requireMessage(context, channel.id, body.ts);
  if (message.bot_id !== context.state.identity.botId) throw new SlackError('cant_update_message');
  if (channel.isArchived) throw new SlackError('is_archived');
  const content = readContent(body);
  if (content.text === undefined && !content.blocks && !content.attachments && !content.metadata) {
    throw new SlackError('no_text');
  }
  changeMessage(context, message, content, context.state.identity.botUserId);
  return {
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: outwardMessage(message, { includeMetadata: true }),
  };
}

function remove(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  const channel = findVisibleChannel(context.state, body.channel);
  const message = requireMessage(context, channel.id, body.ts);
  if (message.bot_id !== context.state.identity.botId) throw new SlackError('cant_delete_message');
  dropMessage(context, message);
  return { channel: channel.id, ts: message.ts };
}

function postEphemeral(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  const channel = channelToPost(context, body.channel);
  const user = body.user;
  if (typeof user !== 'string' || !channel.members.includes(user))
    throw new SlackError('user_not_in_channel');
  const content = readContent(body);
  requireContent(content);
  const threadTs = body.thread_ts;
  const ephemeral = putEphemeral(context.state, {
    channel: channel.id,
    user,
    text: content.text ?? '',
    ...(content.blocks ? { blocks: content.blocks } : {}),
    ...(typeof threadTs === 'string' && threadTs !== '' ? { thread_ts: threadTs } : {}),
  });
  return { message_ts: ephemeral.ts };
}

function getPermalink(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  const channel = findVisibleChannel(context.state, body.channel);
  const message = requireMessage(context, channel.id, body.message_ts);
  return { channel: channel.id, permalink: permalinkOf(context.state, message) };
}

export const chatMethods: Record<string, WebApiMethod> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': remove,
  'chat.postEphemeral': postEphemeral,
  'chat.getPermalink': getPermalink,
};

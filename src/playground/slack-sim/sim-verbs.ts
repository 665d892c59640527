import { findChannel, findUser, openIm } from './channel-directory.ts';
import {
  archiveChannel,
  convertChannel,
  joinChannel,
  leaveChannel,
  renameChannel,
  shareChannel,
} from './membership.ts';
import { nextTs } from './message-ts.ts';
import { changeMessage, dropMessage, foreignAuthor, putMessage, requireMessage } from './post-message.ts';
import { pressElement, runShortcut } from './press-element.ts';
import { addReaction, removeReaction } from './reactions.ts';
import { runCommand } from './run-command.ts';
import type { SimContext } from './sim-context.ts';
import { announce, nextId } from './sim-state.ts';
import type { SimChannel, SimMessage, SimUser, SlackSim } from './slack-sim.ts';
import { closeView, submitView } from './submit-view.ts';

type Verbs = Pick<
  SlackSim,
  | 'addUser'
  | 'addChannel'
  | 'join'
  | 'leave'
  | 'rename'
  | 'archive'
  | 'share'
  | 'convert'
  | 'emitEvent'
  | 'say'
  | 'botSays'
  | 'edit'
  | 'delete'
  | 'react'
  | 'unreact'
  | 'command'
  | 'press'
  | 'shortcut'
  | 'submitView'
  | 'closeView'
  | 'openHome'
>;

function placing(message: { at?: number; silent?: boolean }): { at?: number; silent?: boolean } {
  return {
    ...(message.at === undefined ? {} : { at: message.at }),
    ...(message.silent === undefined ? {} : { silent: message.silent }),
  };
}

function addUser(context: SimContext, user: Parameters<SlackSim['addUser']>[0]): SimUser {
  const added: SimUser = {
    id: user.id ?? nextId(context.state, 'U'),
    name: user.name,
    realName: user.realName ?? user.name,
    isBot: false,
    ...(user.isRestricted === undefined ? {} : { isRestricted: user.isRestricted }),
  };
  context.state.users.set(added.id, added);
  announce(context.state, { kind: 'user', user: added });
  return added;
}

function addChannel(context: SimContext, channel: Parameters<SlackSim['addChannel']>[0]): SimChannel {
  const added: SimChannel = {
    id: channel.id ?? nextId(context.state, 'C'),
    name: channel.name.replace(/^#/, ''),
    isPrivate: channel.isPrivate ?? false,
    isIm: false,
    isExtShared: channel.isExtShared ?? false,
    isArchived: false,
    members: [...(channel.members ?? [])],
    topic: channel.topic ?? '',
  };
  context.state.channels.set(added.id, added);
  announce(context.state, { kind: 'channel', channel: added });
  return added;
}

function say(context: SimContext, message: Parameters<SlackSim['say']>[0]): SimMessage {
  const channel = findChannel(context.state, message.channel);
  const user = findUser(context.state, message.user);
  const broadcast = message.broadcast === true && message.threadTs !== undefined;
  return putMessage(
    context,
    channel,
    {
      user: user.id,
      text: message.text,
      client_msg_id: crypto.randomUUID(),
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
      ...(message.files ? { files: message.files, subtype: 'file_share' } : {}),
      ...(broadcast ? { subtype: 'thread_broadcast' } : {}),
    },
    placing(message),
  );
}

function botSays(context: SimContext, message: Parameters<SlackSim['botSays']>[0]): SimMessage {
  const channel = findChannel(context.state, message.channel);
  return putMessage(
    context,
    channel,
    {
      ...foreignAuthor(context, message.username, message.style ?? 'webhook'),
      text: message.text ?? '',
      ...(message.blocks ? { blocks: message.blocks } : {}),
      ...(message.attachments ? { attachments: message.attachments } : {}),
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    placing(message),
  );
}

function edit(context: SimContext, change: Parameters<SlackSim['edit']>[0]): SimMessage {
  const message = requireMessage(context, change.channel, change.ts);
  const { channel: _channel, ts: _ts, ...content } = change;
  return changeMessage(context, message, content, message.user ?? message.bot_id);
}

function openHome(context: SimContext, userId: string): void {
  const user = findUser(context.state, userId);
  const view = context.state.views.get(context.state.homes.get(user.id) ?? '');
  context.events.always({
    type: 'app_home_opened',
    user: user.id,
    channel: openIm(context.state, user.id).id,
    tab: 'home',
    event_ts: nextTs(context.state),
    ...(view ? { view: view.view } : {}),
  });
}

/** The verbs by which people, webhooks and admins act on the workspace. */
export function createVerbs(context: SimContext): Verbs {
  const { state } = context;
  return {
    addUser: (user) => addUser(context, user),
    addChannel: (channel) => addChannel(context, channel),
    join: (channel, user) => void joinChannel(context, findChannel(state, channel), findUser(state, user).id),
    leave: (channel, user) => leaveChannel(context, findChannel(state, channel), user),
    rename: (channel, name) => renameChannel(context, findChannel(state, channel), name),
    archive: (channel) => archiveChannel(context, findChannel(state, channel)),
    share: (channel, isExtShared) => shareChannel(context, findChannel(state, channel), isExtShared),
    convert: (channel, isPrivate, options) =>
      convertChannel(context, findChannel(state, channel), isPrivate, options?.silent === true),
    emitEvent: (event) => context.events.always(event),
    say: async (message) => say(context, message),
    botSays: async (message) => botSays(context, message),
    edit: async (change) => edit(context, change),
    delete: async (channel, ts) => dropMessage(context, requireMessage(context, channel, ts)),
    react: async ({ channel, ts, user, name, silent }) =>
      addReaction(context, requireMessage(context, channel, ts), findUser(state, user).id, name, silent),
    unreact: async ({ channel, ts, user, name }) =>
      removeReaction(context, requireMessage(context, channel, ts), findUser(state, user).id, name),
    command: (command) => runCommand(context, command),
    press: (press) => pressElement(context, press),
    shortcut: (shortcut) => runShortcut(context, shortcut),
    submitView: (submit) => submitView(context, submit),
    closeView: async (viewId, user) => closeView(context, viewId, user),
    openHome: async (user) => openHome(context, user),
  };
}

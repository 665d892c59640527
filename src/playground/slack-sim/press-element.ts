import { findChannel } from './channel-directory.ts';
import { findAction, type PressedAction } from './find-action.ts';
import { channelForPayload, deliverInteraction, interactionBase } from './interaction-payload.ts';
import { outwardMessage } from './message-events.ts';
import { messageAt } from './message-log.ts';
import { nextTs } from './message-ts.ts';
import type { ResponseTarget } from './response-urls.ts';
import type { SimContext } from './sim-context.ts';
import { SlackError } from './slack-error.ts';
import type { InteractionResult, SlackSim } from './slack-sim.ts';
import { initialState } from './view-state.ts';

type Press = Parameters<SlackSim['press']>[0];

function requireAction(blocks: readonly unknown[] | undefined, press: Press): PressedAction {
  const found = findAction(blocks ?? [], press.actionId, press.value);
  if (found) return found;
  const value = press.value === undefined ? '' : ` and value "${press.value}"`;
  throw new Error(`Nothing to press here has action_id "${press.actionId}"${value}.`);
}

function pressInView(context: SimContext, press: Press, viewId: string): Record<string, unknown> {
  const view = context.state.views.get(viewId);
  if (!view) throw new SlackError('not_found');
  const blocks = Array.isArray(view.view.blocks) ? view.view.blocks : [];
  const { action } = requireAction(blocks, press);
  return {
    container: { type: 'view', view_id: viewId },
    view: view.view,
    actions: [{ ...action, action_ts: nextTs(context.state) }],
  };
}

function pressInEphemeral(
  context: SimContext,
  press: Press,
  id: string,
): Record<string, unknown> | undefined {
  const ephemeral = context.state.ephemerals.get(id);
  if (!ephemeral) return undefined;
  const channel = findChannel(context.state, ephemeral.channel);
  const { action } = requireAction(ephemeral.blocks, press);
  const thread = ephemeral.thread_ts === undefined ? {} : { thread_ts: ephemeral.thread_ts };
  const target: ResponseTarget = {
    channel: channel.id,
    user: press.user,
    sourceEphemeral: id,
    ...(ephemeral.thread_ts === undefined ? {} : { threadTs: ephemeral.thread_ts }),
  };
  return {
    container: {
      type: 'message',
      message_ts: ephemeral.ts,
      channel_id: channel.id,
      is_ephemeral: true,
      ...thread,
    },
    channel: channelForPayload(channel),
    // An ephemeral's interaction carries no message in Slack: the app has to know it from the action's value.
    state: { values: initialState(ephemeral.blocks ?? []) },
    response_url: context.responseUrls.issue(target),
    actions: [{ ...action, action_ts: nextTs(context.state) }],
  };
}

function pressInMessage(context: SimContext, press: Press): Record<string, unknown> {
  const channel = findChannel(context.state, press.channel);
  const message = messageAt(context.state, channel.id, press.ts ?? '');
  if (!message) throw new SlackError('message_not_found');
  const { action } = requireAction(message.blocks, press);
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  const target: ResponseTarget = {
    channel: channel.id,
    user: press.user,
    sourceTs: message.ts,
    ...(message.thread_ts === undefined || message.thread_ts === message.ts
      ? {}
      : { threadTs: message.thread_ts }),
  };
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: false,
      ...thread,
    },
    channel: channelForPayload(channel),
    message: outwardMessage(message, { includeMetadata: true }),
    state: { values: initialState(message.blocks ?? []) },
    response_url: context.responseUrls.issue(target),
    actions: [{ ...action, action_ts: nextTs(context.state) }],
  };
}

/** A person presses an element: block_actions. Throws when there is nothing of that action_id to press. */
export async function pressElement(context: SimContext, press: Press): Promise<InteractionResult> {
  const place =
    press.viewId !== undefined
      ? pressInView(context, press, press.viewId)
      : (pressInEphemeral(context, press, press.ts ?? '') ?? pressInMessage(context, press));
  const payload = {
    type: 'block_actions',
    ...interactionBase(context, press.user),
    trigger_id: context.triggers.issue(press.user),
    ...place,
  };
  return await deliverInteraction(context, 'interactive', payload);
}

/** A person picks a message shortcut from a message's menu: message_action. */
export async function runShortcut(
  context: SimContext,
  shortcut: Parameters<SlackSim['shortcut']>[0],
): Promise<InteractionResult> {
  const channel = findChannel(context.state, shortcut.channel);
  const message = messageAt(context.state, channel.id, shortcut.ts);
  if (!message) throw new SlackError('message_not_found');
  const inThread = message.thread_ts !== undefined && message.thread_ts !== message.ts;
  const target: ResponseTarget = {
    channel: channel.id,
    user: shortcut.user,
    ...(inThread && message.thread_ts !== undefined ? { threadTs: message.thread_ts } : {}),
  };
  const payload = {
    type: 'message_action',
    ...interactionBase(context, shortcut.user),
    action_ts: nextTs(context.state),
    callback_id: shortcut.callbackId,
    trigger_id: context.triggers.issue(shortcut.user),
    response_url: context.responseUrls.issue(target),
    message_ts: message.ts,
    channel: channelForPayload(channel),
    message: outwardMessage(message, { includeMetadata: true }),
  };
  return await deliverInteraction(context, 'interactive', payload);
}

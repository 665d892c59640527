import { findVisibleChannel, isBotMember } from './channel-directory.ts';
import { outwardMessage } from './message-events.ts';
import { requireMessage } from './post-message.ts';
import { addReaction, removeReaction } from './reactions.ts';
import type { SimContext } from './sim-context.ts';
import { SlackError } from './slack-error.ts';
import type { SimMessage } from './slack-sim.ts';
import type { WebApiMethod } from './web-api-method.ts';

function target(context: SimContext, body: Record<string, unknown>): SimMessage {
  const channel = findVisibleChannel(context.state, body.channel);
  if (!isBotMember(context.state, channel)) throw new SlackError('not_in_channel');
  return requireMessage(context, channel.id, body.timestamp);
}

function emojiName(body: Record<string, unknown>): string {
  const name = body.name;
  if (typeof name !== 'string' || !/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) {
    throw new SlackError('invalid_name');
  }
  return name;
}

export const reactionMethods: Record<string, WebApiMethod> = {
  'reactions.add': (context, body) => {
    addReaction(context, target(context, body), context.state.identity.botUserId, emojiName(body));
    return {};
  },
  'reactions.remove': (context, body) => {
    removeReaction(context, target(context, body), context.state.identity.botUserId, emojiName(body));
    return {};
  },
  'reactions.get': (context, body) => {
    const message = target(context, body);
    return { type: 'message', channel: message.channel, message: outwardMessage(message) };
  },
};

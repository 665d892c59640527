import { findChannel } from './channel-directory.ts';
import { nextTs } from './message-ts.ts';
import type { SimContext } from './sim-context.ts';
import { announce } from './sim-state.ts';
import { SlackError } from './slack-error.ts';
import type { SimMessage } from './slack-sim.ts';

function emitReaction(
  context: SimContext,
  message: SimMessage,
  user: string,
  name: string,
  type: string,
): void {
  const channel = findChannel(context.state, message.channel);
  announce(context.state, { kind: 'message', message });
  context.events.inChannel(channel, {
    type,
    user,
    reaction: name,
    item: { type: 'message', channel: message.channel, ts: message.ts },
    // A webhook's message belongs to no user: Slack leaves the field out.
    ...(message.user === undefined ? {} : { item_user: message.user }),
    event_ts: nextTs(context.state),
  });
}

/** Tells the bot unless `silent`. Throws already_reacted. */
export function addReaction(
  context: SimContext,
  message: SimMessage,
  user: string,
  name: string,
  silent = false,
): void {
  message.reactions ??= [];
  let reaction = message.reactions.find((other) => other.name === name);
  if (reaction?.users.includes(user)) throw new SlackError('already_reacted');
  if (!reaction) {
    reaction = { name, users: [] };
    message.reactions.push(reaction);
  }
  reaction.users.push(user);
  if (silent) announce(context.state, { kind: 'message', message });
  else emitReaction(context, message, user, name, 'reaction_added');
}

/** Throws no_reaction. */
export function removeReaction(context: SimContext, message: SimMessage, user: string, name: string): void {
  const reaction = message.reactions?.find((other) => other.name === name);
  if (!reaction?.users.includes(user)) throw new SlackError('no_reaction');
  reaction.users = reaction.users.filter((other) => other !== user);
  const left = (message.reactions ?? []).filter((other) => other.users.length > 0);
  if (left.length > 0) message.reactions = left;
  else delete message.reactions;
  emitReaction(context, message, user, name, 'reaction_removed');
}

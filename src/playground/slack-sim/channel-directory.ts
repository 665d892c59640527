import { announce, nextId, type SimState } from './sim-state.ts';
import { SlackError } from './slack-error.ts';
import type { SimChannel, SimUser } from './slack-sim.ts';

/** The channel by id, by "#name", or the direct channel of a user id. Throws channel_not_found. */
export function findChannel(state: SimState, reference: unknown): SimChannel {
  if (typeof reference !== 'string' || reference === '') throw new SlackError('channel_not_found');
  const byId = state.channels.get(reference);
  if (byId) return byId;
  if (state.users.has(reference)) return openIm(state, reference);
  const name = reference.replace(/^#/, '');
  for (const channel of state.channels.values()) {
    if (!channel.isIm && channel.name === name) return channel;
  }
  throw new SlackError('channel_not_found');
}

export function findUser(state: SimState, id: unknown): SimUser {
  const user = typeof id === 'string' ? state.users.get(id) : undefined;
  if (!user) throw new SlackError('user_not_found');
  return user;
}

export function isBotMember(state: SimState, channel: SimChannel): boolean {
  return channel.members.includes(state.identity.botUserId);
}

/** A channel as the bot may know it: a private one that it is not in does not exist for it. */
export function findVisibleChannel(state: SimState, reference: unknown): SimChannel {
  const channel = findChannel(state, reference);
  if ((channel.isPrivate || channel.isIm) && !isBotMember(state, channel)) {
    throw new SlackError('channel_not_found');
  }
  return channel;
}

/** The direct channel between the bot and a person, opened at the first call. */
export function openIm(state: SimState, userId: string): SimChannel {
  for (const channel of state.channels.values()) {
    if (channel.isIm && channel.members.includes(userId)) return channel;
  }
  const channel: SimChannel = {
    id: nextId(state, 'D'),
    name: userId,
    isPrivate: false,
    isIm: true,
    isExtShared: false,
    isArchived: false,
    members: [userId, state.identity.botUserId],
    topic: '',
  };
  state.channels.set(channel.id, channel);
  announce(state, { kind: 'channel', channel });
  return channel;
}

/** `channel_type` of events: channel, group or im. */
export function channelType(channel: SimChannel): 'channel' | 'group' | 'im' {
  if (channel.isIm) return 'im';
  return channel.isPrivate ? 'group' : 'channel';
}

/** The name as commands and interactions carry it: private and direct channels have none. */
export function channelNameForPayload(channel: SimChannel): string {
  if (channel.isIm) return 'directmessage';
  return channel.isPrivate ? 'privategroup' : channel.name;
}

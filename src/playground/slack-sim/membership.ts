import { channelType, isBotMember } from './channel-directory.ts';
import { nextTs } from './message-ts.ts';
import { putMessage } from './post-message.ts';
import type { SimContext } from './sim-context.ts';
import { announce } from './sim-state.ts';
import type { SimChannel } from './slack-sim.ts';

function membershipEvent(
  context: SimContext,
  channel: SimChannel,
  user: string,
  type: string,
): Record<string, unknown> {
  return {
    type,
    user,
    channel: channel.id,
    channel_type: channelType(channel) === 'group' ? 'G' : 'C',
    team: context.state.identity.teamId,
    event_ts: nextTs(context.state),
  };
}

/** Adds the person or the bot, with Slack's join message and event; false when already in. */
export function joinChannel(context: SimContext, channel: SimChannel, user: string): boolean {
  if (channel.members.includes(user)) return false;
  channel.members.push(user);
  announce(context.state, { kind: 'channel', channel });
  context.events.inChannel(channel, membershipEvent(context, channel, user, 'member_joined_channel'));
  putMessage(context, channel, {
    subtype: 'channel_join',
    user,
    text: `<@${user}> has joined the channel`,
  });
  return true;
}

/** Takes the person or the bot out; the bot still hears of its own leaving. */
export function leaveChannel(context: SimContext, channel: SimChannel, user: string): void {
  if (!channel.members.includes(user)) return;
  const heard = isBotMember(context.state, channel);
  channel.members = channel.members.filter((member) => member !== user);
  announce(context.state, { kind: 'channel', channel });
  if (heard) {
    context.events.always(
      membershipEvent(context, channel, user, 'member_left_channel'),
      channel.isExtShared,
    );
  }
}

export function renameChannel(context: SimContext, channel: SimChannel, name: string): void {
  channel.name = name;
  announce(context.state, { kind: 'channel', channel });
  context.events.inChannel(channel, {
    type: 'channel_rename',
    channel: {
      id: channel.id,
      name,
      name_normalized: name,
      created: 1_700_000_000,
      is_channel: !channel.isPrivate,
    },
    event_ts: nextTs(context.state),
  });
}

export function archiveChannel(context: SimContext, channel: SimChannel): void {
  channel.isArchived = true;
  announce(context.state, { kind: 'channel', channel });
  context.events.inChannel(channel, {
    type: 'channel_archive',
    channel: channel.id,
    user: channel.members[0] ?? '',
    is_moved: 0,
    event_ts: nextTs(context.state),
  });
}

export function shareChannel(context: SimContext, channel: SimChannel, isExtShared: boolean): void {
  channel.isExtShared = isExtShared;
  announce(context.state, { kind: 'channel', channel });
  context.events.inChannel(channel, {
    type: isExtShared ? 'channel_shared' : 'channel_unshared',
    channel: channel.id,
    ...(isExtShared
      ? { connected_team_id: 'T0OTHERCO' }
      : { previously_connected_team_id: 'T0OTHERCO', is_ext_shared: false }),
    event_ts: nextTs(context.state),
  });
}

export function convertChannel(
  context: SimContext,
  channel: SimChannel,
  isPrivate: boolean,
  silent: boolean,
): void {
  channel.isPrivate = isPrivate;
  announce(context.state, { kind: 'channel', channel });
  if (silent) return;
  const ts = nextTs(context.state);
  context.events.inChannel(channel, {
    type: 'message',
    subtype: isPrivate ? 'channel_convert_to_private' : 'channel_convert_to_public',
    user: channel.members[0] ?? '',
    text: isPrivate
      ? 'made this channel *private*. Now, it can only be viewed or joined by invitation.'
      : 'made this channel *public*. Any member in this workspace can see and join it.',
    ts,
    channel: channel.id,
    event_ts: ts,
    channel_type: channelType(channel),
  });
}

import { PrecedentError } from '../errors.ts';
import type { Directory } from '../privacy/directory.ts';
import { type Channel, changeChannel, findChannel } from '../store/channels/channels.ts';
import type { Scope } from '../store/ctx.ts';
import type { ChannelWatch } from './channel-watch.ts';

export type ChannelSettings = Pick<
  Channel,
  'mode' | 'digest' | 'quietHours' | 'answerSensitivity' | 'autoSave'
>;

/** A watched channel, for a member of it who wants to change its settings. Throws usage, or forbidden for anyone else. */
export async function readChannelSettings(
  ctx: Scope & { gateway: Directory },
  input: { channelId: string; userId: string },
): Promise<Channel> {
  const channel = await findChannel(ctx, input.channelId);
  if (channel === null || !channel.watched) {
    throw new PrecedentError(
      'usage',
      'I do not watch this channel, so there is nothing to set. Type /precedent watch first.',
    );
  }
  await requireMember(ctx, input);
  return channel;
}

/** Throws forbidden for whoever is no member at this moment: they may have left while the form was open. */
export async function changeChannelSettings(
  ctx: Scope & { gateway: Directory; watch: ChannelWatch },
  input: { channelId: string; userId: string; settings: ChannelSettings },
): Promise<void> {
  await requireMember(ctx, input);
  await changeChannel(ctx, input.channelId, input.settings);
  ctx.watch.forget(input.channelId);
}

async function requireMember(
  ctx: { gateway: Directory },
  { channelId, userId }: { channelId: string; userId: string },
): Promise<void> {
  if (await ctx.gateway.isMemberNow(channelId, userId)) return;
  throw new PrecedentError(
    'forbidden',
    'Only members of this channel can change its settings. Join it, then try again.',
  );
}

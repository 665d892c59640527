import { PrecedentError } from '../errors.ts';
import { upsertMessage } from '../outbox/upsert-message.ts';
import type { Directory } from '../privacy/directory.ts';
import { visibilityOf } from '../privacy/visibility.ts';
import { type ChannelMode, findChannel, watchChannel as storeWatch } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import type { Body } from '../store/outbox/outbox.ts';
import type { BackfillOffer } from './backfill/offer-backfill.ts';
import type { ChannelWatch } from './channel-watch.ts';
import { restrictChannel } from './restrict-channel.ts';

/** What the first message in a watched channel says. */
export type Welcome = {
  mode: ChannelMode;
  channelName: string;
  quietHours: number;
  autoSave?: boolean;
  offer: BackfillOffer;
};

export type RendersWelcome = { render: { welcome: (welcome: Welcome) => Body } };

/**
 * Starts to watch a channel and says so once in it; of one that is watched already only the mode changes. Throws usage
 * for a direct message, forbidden where the bot is no member.
 */
export async function watchChannel(
  ctx: Ctx & RendersWelcome & { gateway: Directory; watch: ChannelWatch; botUserId: string },
  input: { channelId: string; userId: string; mode: ChannelMode },
): Promise<'started' | 'mode_changed'> {
  const info = await ctx.gateway.channelInfo(input.channelId);
  if (info?.isDirect === true) {
    throw new PrecedentError(
      'usage',
      'I can watch channels, not direct messages. Type this in the channel where your incidents are.',
    );
  }
  if (info === null || !info.isMember) {
    throw new PrecedentError(
      'forbidden',
      `I am not in this channel. Invite me with /invite <@${ctx.botUserId}>, then type /precedent watch again.`,
    );
  }
  const at = ctx.now();
  const { workspaceId } = ctx;
  const { channelId, name, isPrivate, isExtShared } = info;
  const { wasWatched } = await storeWatch(
    ctx.db,
    { workspaceId, channelId, name, isPrivate, isExtShared, mode: input.mode },
    { userId: input.userId, at },
  );
  ctx.watch.forget(channelId);
  // It may have been closed or shared while nobody watched.
  if (visibilityOf(info) === 'channel') await restrictChannel(ctx, channelId, {});
  if (wasWatched) return 'mode_changed';
  const channel = await findChannel(ctx, channelId);
  const body = ctx.render.welcome({
    mode: input.mode,
    channelName: name,
    quietHours: channel?.quietHours ?? 24,
    autoSave: channel?.autoSave ?? false,
    offer: 'offered',
  });
  const key = `welcome:${channelId}:${at.getTime()}`;
  const place = { channelId, threadTs: null, incidentId: null, solutionId: null };
  await upsertMessage(ctx, { key, kind: 'welcome', ...place, body, mentions: [] });
  return 'started';
}

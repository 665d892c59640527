import type { Directory } from '../privacy/directory.ts';
import { findChannel } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import { restrictChannel } from './restrict-channel.ts';

/**
 * Looks whether a channel is still as public as we think, and closes it if not. Nothing is ever opened by itself.
 * Throws when Slack does not answer: then nothing is known.
 */
export async function verifyChannelPrivacy(
  ctx: Ctx & { gateway: Pick<Directory, 'fetchChannelOrThrow'> },
  input: { channelId: string },
): Promise<void> {
  const channel = await findChannel(ctx, input.channelId);
  if (channel === null) return;
  const info = await ctx.gateway.fetchChannelOrThrow(channel.channelId);
  if (info === null) {
    // Deleted, or private without us. One that was only ever imported need not be of this workspace.
    if (!channel.isPrivate && channel.watchedAt !== null) {
      await restrictChannel(ctx, channel.channelId, { isPrivate: true });
    }
    return;
  }
  const isPrivate = info.isPrivate && !channel.isPrivate;
  const isExtShared = info.isExtShared && !channel.isExtShared;
  if (!isPrivate && !isExtShared) return;
  await restrictChannel(ctx, channel.channelId, {
    ...(isPrivate && { isPrivate }),
    ...(isExtShared && { isExtShared }),
  });
}

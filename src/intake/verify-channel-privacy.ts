import type { Gateway } from '../slack/gateway/gateway.ts';
import { findChannel } from '../store/channels/channels.ts';
import { type CloseDeps, closeChannel } from './restrict-channel.ts';

/**
 * Looks whether a channel is still as public as we think, and closes it if not. Nothing is ever opened by itself.
 * Throws when Slack does not answer: then nothing is known.
 */
export async function checkChannel(
  deps: CloseDeps & { gateway: Pick<Gateway, 'lookAtChannel'> },
  input: { channelId: string },
): Promise<void> {
  const channel = await findChannel(deps.db, deps.workspaceId, input.channelId);
  if (channel === null) return;
  const info = await deps.gateway.lookAtChannel(channel.channelId);
  if (info === null) {
    // Deleted, or private without us. One that was only ever imported need not be of this workspace.
    if (!channel.isPrivate && channel.watchedAt !== null) {
      await closeChannel(deps, channel.channelId, { isPrivate: true });
    }
    return;
  }
  const isPrivate = info.isPrivate && !channel.isPrivate;
  const isExtShared = info.isExtShared && !channel.isExtShared;
  if (!isPrivate && !isExtShared) return;
  await closeChannel(deps, channel.channelId, {
    ...(isPrivate && { isPrivate }),
    ...(isExtShared && { isExtShared }),
  });
}

import { weekBefore } from '../library/week.ts';
import { watchedChannels } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';

/** The digest of the week before, for each watched channel that wants one. */
export async function enqueueDigests(ctx: Ctx): Promise<void> {
  const week = weekBefore(ctx.now());
  for (const channel of await watchedChannels(ctx)) {
    if (channel.digest) await ctx.enqueue({ name: 'digest', channelId: channel.channelId, week });
  }
}

import { unwatchChannel as storeUnwatch } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import { stopBackfill } from './backfill/backfill.ts';
import type { RendersBackfills } from './backfill/backfill-message.ts';
import type { ChannelWatch } from './channel-watch.ts';

/** Watches a channel no more, and stops reading its past; what it taught stays. False when it was not watched. */
export async function unwatchChannel(
  ctx: Ctx & RendersBackfills & { watch: ChannelWatch },
  input: { channelId: string },
): Promise<boolean> {
  const wasWatched = await storeUnwatch(ctx, input.channelId);
  ctx.watch.forget(input.channelId);
  await stopBackfill(ctx, input.channelId);
  return wasWatched;
}

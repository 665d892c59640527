import { unrestrictedChannels } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';

/** Once a day, a look at each channel whose fixes others see: no event need have said that it was closed or shared. */
export async function enqueuePrivacyChecks(ctx: Ctx): Promise<void> {
  const day = ctx.now().toISOString().slice(0, 10);
  for (const { channelId } of await unrestrictedChannels(ctx)) {
    await ctx.enqueue({ name: 'verify-channel', channelId, day });
  }
}

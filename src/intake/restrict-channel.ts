import { changeChannel } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { crossChannelIncidentsOfferingMerge } from '../store/outbox/drafts-mentioning.ts';
import { digestsMentioning } from '../store/outbox/outbox.ts';
import { crossChannelIncidentsShowing } from '../store/precedents/precedents.ts';
import { setVisibilityOfChannel, titlesOfChannel } from '../store/solutions/solutions.ts';
import { unlinkChannel } from '../store/solutions/unlink-occurrences.ts';

/**
 * A channel turned private or is shared with another company: what it taught is for itself from now on, and what we
 * said of it elsewhere is edited. What was counted across its border is a draft again. There is no way back: what becomes public again was still said among few.
 */
export async function restrictChannel(
  ctx: Ctx,
  channelId: string,
  changes: { isPrivate?: true; isExtShared?: true },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (Object.keys(changes).length > 0) await changeChannel(ctx, channelId, changes);
    await setVisibilityOfChannel(ctx, channelId, 'channel');
    const at = ctx.now();
    for (const { solutionId, incidentId } of await unlinkChannel(ctx, channelId, at)) {
      if (incidentId !== null) await ctx.enqueue({ name: 'capture', incidentId, changed: true });
      await ctx.enqueue({ name: 'index', solutionId });
    }
    for (const incidentId of await crossChannelIncidentsOfferingMerge(ctx, channelId)) {
      await ctx.enqueue({ name: 'capture', incidentId, changed: true });
    }
    for (const incidentId of await crossChannelIncidentsShowing(ctx, channelId)) {
      await ctx.enqueue({ name: 'refresh-answer', incidentId });
    }
    const titles = await titlesOfChannel(ctx, channelId);
    for (const digest of await digestsMentioning(ctx, titles)) {
      if (digest.channelId !== channelId) await ctx.enqueue({ name: 'digest', ...digest, asked: true });
    }
  });
}

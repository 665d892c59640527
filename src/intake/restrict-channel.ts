import { refreshAnswersElsewhere } from '../outbox/refresh-answers.ts';
import { refreshDigestsElsewhere } from '../outbox/refresh-digests.ts';
import { unlinkAcrossChannels } from '../solutions/unlink-occurrences.ts';
import { changeChannel } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { incidentsElsewhereOfferingMerge } from '../store/outbox/messages-mentioning.ts';
import { setVisibilityOfChannel } from '../store/solutions/solutions.ts';

/**
 * A channel turned private or is shared with another company: what it taught is for itself from now on, and what we
 * said of it elsewhere is edited. What was linked across its border is a draft again. There is no way back: what becomes
 * public again was still said among few.
 */
export async function restrictChannel(
  ctx: Ctx,
  channelId: string,
  changes: { isPrivate?: true; isExtShared?: true },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (Object.keys(changes).length > 0) await changeChannel(ctx, channelId, changes);
    await setVisibilityOfChannel(ctx, channelId, 'channel');
    await unlinkAcrossChannels(ctx, channelId);
    for (const incidentId of await incidentsElsewhereOfferingMerge(ctx, channelId)) {
      await ctx.enqueue({ name: 'capture', incidentId, changed: true });
    }
    await refreshAnswersElsewhere(ctx, channelId);
    await refreshDigestsElsewhere(ctx, channelId);
  });
}

import { PrecedentError } from '../../errors.ts';
import { upsertMessage } from '../../outbox/upsert-message.ts';
import { findBackfill } from '../../store/channels/backfills.ts';
import { findChannel } from '../../store/channels/channels.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { offerBody } from '../views/welcome.ts';

/** How the key of an offer begins that stands by itself, not in the first message after `watch`. */
export const offerKeyPrefix = 'offer:';

/** Offers in a watched channel to learn from its past. Returns a sentence for the person when there is nothing to offer. */
export async function offerBackfill(ctx: SlackCtx, channelId: string): Promise<string | null> {
  const channel = await findChannel(ctx, channelId);
  if (channel?.watched !== true) {
    throw new PrecedentError('usage', 'I do not watch this channel. Type /precedent watch first.');
  }
  const info = await ctx.gateway.channelInfo(channelId);
  if (info === null || !info.isMember) {
    throw new PrecedentError(
      'forbidden',
      `I am not in this channel any more. Invite me with /invite <@${ctx.botUserId}>, then type /precedent learn again.`,
    );
  }
  const begun = await findBackfill(ctx, channelId);
  if (begun?.state === 'running') {
    return "I am reading this channel's past already; *Stop* at the message that tells of it ends that.";
  }
  await upsertMessage(ctx, {
    key: `${offerKeyPrefix}${channelId}:${ctx.now().getTime()}`,
    kind: 'welcome',
    channelId,
    threadTs: null,
    incidentId: null,
    solutionId: null,
    body: offerBody('offered'),
    mentions: [],
  });
  return null;
}

import { PrecedentError } from '../../errors.ts';
import { upsertMessage } from '../../outbox/upsert-message.ts';
import type { Directory } from '../../privacy/directory.ts';
import { findBackfill } from '../../store/channels/backfills.ts';
import { findChannel } from '../../store/channels/channels.ts';
import type { Ctx } from '../../store/ctx.ts';
import type { Body } from '../../store/outbox/outbox.ts';

/** What became of the offer to learn from the channel's past. */
export type BackfillOffer = 'offered' | 'taken' | 'declined';

export type RendersOffers = { render: { offer: (offer: BackfillOffer) => Body } };

/** How the key of an offer begins that stands by itself, not in the first message after `watch`. */
export const offerKeyPrefix = 'offer:';

/**
 * Offers in a watched channel to learn from its past, unless that is under way: then 'running'. Throws usage where
 * nothing is watched, forbidden where the bot is no member.
 */
export async function offerBackfill(
  ctx: Ctx & RendersOffers & { gateway: Directory; botUserId: string },
  input: { channelId: string },
): Promise<'offered' | 'running'> {
  const { channelId } = input;
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
  if (begun?.state === 'running') return 'running';
  await upsertMessage(ctx, {
    key: `${offerKeyPrefix}${channelId}:${ctx.now().getTime()}`,
    kind: 'welcome',
    channelId,
    threadTs: null,
    incidentId: null,
    solutionId: null,
    body: ctx.render.offer('offered'),
    mentions: [],
  });
  return 'offered';
}

import { PrecedentError } from '../../errors.ts';
import { upsertMessage } from '../../outbox/upsert-message.ts';
import type { Directory } from '../../privacy/directory.ts';
import { type BackfillState, findBackfill } from '../../store/channels/backfills.ts';
import { findChannel } from '../../store/channels/channels.ts';
import type { Ctx } from '../../store/ctx.ts';
import { inTransaction } from '../../store/ctx.ts';
import { findOutboxByMessage, lockOutbox } from '../../store/outbox/outbox.ts';
import type { RendersWelcome } from '../watch-channel.ts';
import { startBackfill } from './backfill.ts';
import type { RendersBackfills } from './backfill-message.ts';
import { type BackfillOffer, offerKeyPrefix, type RendersOffers } from './offer-backfill.ts';

type AnswerCtx = Ctx & RendersBackfills & RendersOffers & RendersWelcome;

/** The channel and the message that offers; null where Slack does not name the message. */
type Place = { channelId: string; ts: string | null };

/**
 * A person takes the offer: the reading begins. Else says why not: the channel is no longer watched, or how it stands
 * with the reading that was begun before. Throws forbidden where the bot is no member any more.
 */
export async function acceptOffer(
  ctx: AnswerCtx & { gateway: Directory; botUserId: string },
  input: Place & { userId: string; days: number | null },
): Promise<'started' | 'unwatched' | BackfillState> {
  const { channelId, ts, userId, days } = input;
  const info = await ctx.gateway.channelInfo(channelId);
  if (info === null || !info.isMember) {
    throw new PrecedentError(
      'forbidden',
      `I am not in this channel any more. Invite me with /invite <@${ctx.botUserId}>, then type /precedent watch.`,
    );
  }
  const begun = await startBackfill(ctx, { channelId, userId, days, threadTs: ts });
  if (begun !== 'unwatched') await settleOffer(ctx, { channelId, ts }, 'taken');
  return begun;
}

/** A person wants the past left alone. False when somebody else took the offer: who wants it read is heard. */
export async function declineOffer(ctx: AnswerCtx, place: Place): Promise<boolean> {
  return (await settleOffer(ctx, place, 'declined')) === 'declined';
}

/**
 * The offer is answered: its buttons go, and the rest of the message stays. Of two people who answer at once, the one
 * who wants it read is heard. Returns what the message says.
 */
async function settleOffer(
  ctx: AnswerCtx,
  { channelId, ts }: Place,
  answer: 'taken' | 'declined',
): Promise<BackfillOffer> {
  const channel = await findChannel(ctx, channelId);
  if (channel === null || ts === null) return answer;
  const posted = await findOutboxByMessage(ctx, channelId, ts);
  if (posted?.kind !== 'welcome') return answer;
  const { mode, quietHours, autoSave, name: channelName } = channel;
  return inTransaction(ctx, async (ctx) => {
    await lockOutbox(ctx, posted.key);
    const begun = await findBackfill(ctx, channelId);
    const offer = begun?.threadTs === ts ? 'taken' : answer;
    const { key, kind, threadTs, incidentId, solutionId } = posted;
    const body = key.startsWith(offerKeyPrefix)
      ? ctx.render.offer(offer)
      : ctx.render.welcome({ mode, channelName, quietHours, autoSave, offer });
    const message = { key, kind, channelId, threadTs, incidentId, solutionId, body };
    await upsertMessage(ctx, { ...message, mentions: [] });
    return offer;
  });
}

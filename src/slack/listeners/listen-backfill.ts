import type { App, BlockAction } from '@slack/bolt';
import { startBackfill, stopBackfill } from '../../intake/backfill/backfill.ts';
import { upsertMessage } from '../../outbox/upsert-message.ts';
import { type BackfillState, findBackfill } from '../../store/channels/backfills.ts';
import { findChannel } from '../../store/channels/channels.ts';
import { inTransaction } from '../../store/ctx.ts';
import { findOutboxByMessage, lockOutbox } from '../../store/outbox/outbox.ts';
import { offerKeyPrefix } from '../commands/offer-backfill.ts';
import { listDrafts } from '../commands/waiting-drafts.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { type BackfillOffer, offerBody, welcomeBody } from '../views/welcome.ts';

/** What these buttons are called; `listenActions` leaves them to this file. */
export const backfillActions = ['learn_past', 'leave_past', 'stop_backfill', 'review_drafts'] as const;

/** The buttons about a channel's past: the offer after `watch` or by `learn`, and those of the message that tells the progress. */
export function listenBackfill(app: App, ctx: SlackCtx): void {
  app.action<BlockAction>('learn_past', async ({ ack, body, action, respond }) => {
    await ack();
    const place = placeOf(body);
    const info = await ctx.gateway.channelInfo(place.channelId);
    if (info === null || !info.isMember) {
      await respond(ephemeralReply(notMemberSentence(ctx.botUserId)) as never);
      return;
    }
    const days = Number((action as { value?: string }).value);
    const begun = await startBackfill(ctx, {
      channelId: place.channelId,
      userId: body.user.id,
      days: Number.isFinite(days) ? days : null,
      threadTs: place.ts,
    });
    if (begun !== 'unwatched') await settleOffer(ctx, place, 'taken');
    if (begun !== 'started') await respond(ephemeralReply(refusalSentences[begun]) as never);
  });

  app.action<BlockAction>('leave_past', async ({ ack, body, respond }) => {
    await ack();
    if ((await settleOffer(ctx, placeOf(body), 'declined')) === 'declined') return;
    await respond(ephemeralReply('Somebody chose to have it read: *Stop* below ends that.') as never);
  });

  app.action<BlockAction>('stop_backfill', async ({ ack, body, respond }) => {
    await ack();
    const stopped = await stopBackfill(ctx, placeOf(body).channelId);
    if (!stopped) await respond(ephemeralReply('That is over already.') as never);
  });

  app.action<BlockAction>('review_drafts', async ({ ack, body, respond }) => {
    await ack();
    const { channelId } = placeOf(body);
    const drafts = await listDrafts(ctx, { userId: body.user.id, channelId });
    await respond({ response_type: 'ephemeral', replace_original: false, ...drafts } as never);
  });
}

const refusalSentences: Readonly<Record<'unwatched' | BackfillState, string>> = {
  unwatched: 'I do not watch this channel any more. Type `/precedent watch`, and I offer it again.',
  running: "I am reading this channel's past already.",
  done: "I have read this channel's past already; what I found is told below. `/precedent learn` offers it again.",
  stopped: 'Somebody took this offer, and stopped the reading. `/precedent learn` offers it again.',
  unreadable:
    'Somebody took this offer, and Slack did not let me read on. `/precedent learn` offers it again.',
};

function notMemberSentence(botUserId: string): string {
  return `I am not in this channel any more. Invite me with /invite <@${botUserId}>, then type /precedent watch.`;
}

function placeOf(body: BlockAction): { channelId: string; ts: string | null } {
  return { channelId: body.channel?.id ?? '', ts: body.message?.ts ?? null };
}

function ephemeralReply(text: string) {
  return { response_type: 'ephemeral', replace_original: false, text };
}

/**
 * The offer is answered: its buttons go, and the rest of the message stays. Of two people who answer at once, the one
 * who wants it read is heard. Returns what the message says.
 */
async function settleOffer(
  ctx: SlackCtx,
  place: { channelId: string; ts: string | null },
  answer: 'taken' | 'declined',
): Promise<BackfillOffer> {
  const channel = await findChannel(ctx, place.channelId);
  if (channel === null || place.ts === null) return answer;
  const posted = await findOutboxByMessage(ctx, place.channelId, place.ts);
  if (posted?.kind !== 'welcome') return answer;
  const { mode, quietHours, autoSave, name: channelName } = channel;
  return inTransaction(ctx, async (ctx) => {
    await lockOutbox(ctx, posted.key);
    const begun = await findBackfill(ctx, place.channelId);
    const offer = begun?.threadTs === place.ts ? 'taken' : answer;
    const { key, kind, channelId, threadTs, incidentId, solutionId } = posted;
    const body = key.startsWith(offerKeyPrefix)
      ? offerBody(offer)
      : welcomeBody({ mode, channelName, quietHours, autoSave, offer });
    const message = { key, kind, channelId, threadTs, incidentId, solutionId, body };
    await upsertMessage(ctx, { ...message, mentions: [] });
    return offer;
  });
}

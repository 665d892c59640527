import type { App, BlockAction } from '@slack/bolt';
import { acceptOffer, declineOffer } from '../../intake/backfill/answer-offer.ts';
import { stopBackfill } from '../../intake/backfill/backfill.ts';
import { actionIds } from '../action-ids.ts';
import { listDrafts } from '../commands/list-drafts.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { buttonValue, ephemeralReply } from './press.ts';

/** The buttons about a channel's past: the offer after `watch` or by `learn`, and those of the message about the progress. */
export function listenBackfill(app: App, ctx: SlackCtx): void {
  app.action<BlockAction>(actionIds.startBackfill, async ({ ack, body, action, respond }) => {
    await ack();
    const days = Number(buttonValue(action));
    const begun = await acceptOffer(ctx, {
      ...placeOf(body),
      userId: body.user.id,
      days: Number.isFinite(days) ? days : null,
    });
    if (begun !== 'started') await respond(ephemeralReply(refusalSentences[begun]));
  });

  app.action<BlockAction>(actionIds.declineBackfill, async ({ ack, body, respond }) => {
    await ack();
    if (await declineOffer(ctx, placeOf(body))) return;
    await respond(ephemeralReply('Somebody chose to have it read: *Stop* below ends that.'));
  });

  app.action<BlockAction>(actionIds.stopBackfill, async ({ ack, body, respond }) => {
    await ack();
    const stopped = await stopBackfill(ctx, placeOf(body).channelId);
    if (!stopped) await respond(ephemeralReply('That is over already.'));
  });

  app.action<BlockAction>(actionIds.reviewDrafts, async ({ ack, body, respond }) => {
    await ack();
    const { channelId } = placeOf(body);
    const drafts = await listDrafts(ctx, { userId: body.user.id, channelId });
    await respond({ response_type: 'ephemeral', replace_original: false, ...drafts } as never);
  });
}

const refusalSentences: Readonly<
  Record<Exclude<Awaited<ReturnType<typeof acceptOffer>>, 'started'>, string>
> = {
  unwatched: 'I do not watch this channel any more. Type `/precedent watch`, and I offer it again.',
  running: "I am reading this channel's past already.",
  done: "I have read this channel's past already; what I found is below. `/precedent learn` offers it again.",
  stopped: 'Somebody took this offer, and stopped the reading. `/precedent learn` offers it again.',
  unreadable:
    'Somebody took this offer, and Slack did not let me read on. `/precedent learn` offers it again.',
};

function placeOf(body: BlockAction): { channelId: string; ts: string | null } {
  return { channelId: body.channel?.id ?? '', ts: body.message?.ts ?? null };
}

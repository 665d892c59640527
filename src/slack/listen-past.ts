import type { App, BlockAction } from '@slack/bolt';
import { startBackfill, stopBackfill } from '../intake/backfill.ts';
import { findChannel } from '../store/channels.ts';
import { findOutboxByMessage, writeOutbox } from '../store/outbox.ts';
import { type PastOffer, welcomeBody } from './blocks/welcome.ts';
import type { SlackDeps } from './slack-deps.ts';
import { listDrafts } from './waiting-drafts.ts';

/** What these buttons are called; `listenActions` leaves them to this file. */
export const pastActions = ['learn_past', 'leave_past', 'stop_backfill', 'review_drafts'] as const;

/** The buttons about a channel's past: the offer after `watch`, and those of the message that tells the progress. */
export function listenPast(app: App, deps: SlackDeps): void {
  app.action<BlockAction>('learn_past', async ({ ack, body, action, respond }) => {
    await ack();
    const place = placeOf(body);
    const days = Number((action as { value?: string }).value);
    const started = await startBackfill(deps, {
      channelId: place.channelId,
      userId: body.user.id,
      days: Number.isFinite(days) ? days : null,
      threadTs: place.ts,
    });
    await settleOffer(deps, place, 'taken');
    if (!started) await respond(whisper("I am reading this channel's past already.") as never);
  });

  app.action<BlockAction>('leave_past', async ({ ack, body }) => {
    await ack();
    await settleOffer(deps, placeOf(body), 'declined');
  });

  app.action<BlockAction>('stop_backfill', async ({ ack, body, respond }) => {
    await ack();
    const stopped = await stopBackfill(deps, placeOf(body).channelId);
    if (!stopped) await respond(whisper('That is over already.') as never);
  });

  app.action<BlockAction>('review_drafts', async ({ ack, body, respond }) => {
    await ack();
    const { channelId } = placeOf(body);
    const drafts = await listDrafts(deps, { userId: body.user.id, channelId });
    await respond({ response_type: 'ephemeral', replace_original: false, ...drafts } as never);
  });
}

function placeOf(body: BlockAction): { channelId: string; ts: string | null } {
  return { channelId: body.channel?.id ?? '', ts: body.message?.ts ?? null };
}

function whisper(text: string) {
  return { response_type: 'ephemeral', replace_original: false, text };
}

/** The offer is answered: its buttons go, and the rest of the message stays. */
async function settleOffer(
  deps: SlackDeps,
  place: { channelId: string; ts: string | null },
  past: PastOffer,
): Promise<void> {
  const channel = await findChannel(deps.db, deps.workspaceId, place.channelId);
  if (channel === null || place.ts === null) return;
  const said = await findOutboxByMessage(deps.db, deps.workspaceId, place.channelId, place.ts);
  if (said?.kind !== 'welcome') return;
  const { mode, quietHours, autoSave, name: channelName } = channel;
  await deps.db.transaction(async (tx) => {
    const { workspaceId, key, kind, channelId, threadTs, incidentId, solutionId } = said;
    const body = welcomeBody({ mode, channelName, quietHours, autoSave, past });
    const message = { workspaceId, key, kind, channelId, threadTs, incidentId, solutionId, body };
    const changed = await writeOutbox(tx, message, deps.now());
    if (changed) await deps.enqueue(tx, { name: 'deliver', key: said.key });
  });
}

import { propagateSourceChange } from '../capture/drafts/propagate-source-change.ts';
import { applyChannelChange } from '../intake/apply-channel-change.ts';
import { applyDeletion } from '../intake/apply-deletion.ts';
import { applyEdit } from '../intake/apply-edit.ts';
import { handleMessage } from '../intake/handle-message.ts';
import type { InboxEvent } from '../intake/messages/inbox-event.ts';
import { reactToRoot } from '../intake/react-to-root.ts';
import { recordReaction } from '../learn/record-reaction.ts';
import type { SourceChange } from '../library/source-change.ts';
import type { RendersDrafts } from '../solutions/upsert-draft-message.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { findOutboxByMessage } from '../store/outbox/outbox.ts';
import { isEarly } from './is-early.ts';

/**
 * One event of the inbox to the one verb that it is for. "early": nothing was done, because what the event belongs to
 * may still come; said on the first try alone, so that what belongs to nothing we know is dropped on the second.
 */
export async function handleInbox(
  ctx: Ctx & RendersDrafts,
  event: InboxEvent,
  firstTry: boolean,
): Promise<'handled' | 'early'> {
  // Nearly every message has its root: it is handled first, and its target looked for only when that did nothing.
  if (event.kind === 'message') {
    const handled = await handleMessage(ctx, event.message);
    return !handled && firstTry && (await isEarly(ctx, event)) ? 'early' : 'handled';
  }
  if (firstTry && (await isEarly(ctx, event))) return 'early';
  const at = new Date(event.at);
  switch (event.kind) {
    case 'edited':
      await applySourceChange(ctx, (ctx) => applyEdit(ctx, event.message, at));
      break;
    case 'deleted':
      await applySourceChange(ctx, (ctx) => applyDeletion(ctx, event.channelId, event.ts));
      break;
    case 'reaction':
      await handleReaction(ctx, event, at);
      break;
    case 'channel':
      await applyChannelChange(ctx, event);
      break;
  }
  return 'handled';
}

/** What was learned from a message changes with it, or neither does. */
async function applySourceChange(
  ctx: Ctx & RendersDrafts,
  change: (ctx: Ctx) => Promise<SourceChange | null>,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const changed = await change(ctx);
    if (changed !== null) await propagateSourceChange(ctx, changed);
  });
}

/** On an answer of ours a reaction speaks of the fix, elsewhere of the incident. */
async function handleReaction(
  ctx: Ctx,
  reaction: Extract<InboxEvent, { kind: 'reaction' }>,
  at: Date,
): Promise<void> {
  const ours = await findOutboxByMessage(ctx, reaction.channelId, reaction.ts);
  if (ours === null) return reactToRoot(ctx, { ...reaction, at });
  if (ours.kind !== 'answer' || ours.incidentId === null) return;
  await recordReaction(ctx, { ...reaction, incidentId: ours.incidentId, at });
}

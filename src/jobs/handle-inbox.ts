import { propagateSourceChange } from '../capture/drafts/propagate-source-change.ts';
import { PrecedentError } from '../errors.ts';
import { handleDeletion, handleEdit, handleMessage } from '../intake/handle-message.ts';
import type { InboxEvent } from '../intake/messages/inbox-event.ts';
import { resolveIncident, undoResolution } from '../intake/resolve-incident.ts';
import { restrictChannel } from '../intake/restrict-channel.ts';
import { recordReaction } from '../learn/record-feedback.ts';
import { verdictOfReaction } from '../library/effectiveness.ts';
import { timeOfTs } from '../library/message.ts';
import type { SourceChange } from '../library/source-change.ts';
import type { RendersDrafts } from '../solutions/upsert-draft-message.ts';
import { changeChannel, unwatchChannel } from '../store/channels/channels.ts';
import { moveChannel } from '../store/channels/move-channel.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { findIncidentByThread } from '../store/incidents/incidents.ts';
import { isMessageStored } from '../store/incidents/messages.ts';
import { findOutboxByMessage } from '../store/outbox/outbox.ts';

/** One event of the inbox to the one verb that it is for. */
export async function handleInbox(
  ctx: Ctx & RendersDrafts,
  event: InboxEvent,
  firstTry: boolean,
): Promise<void> {
  if (firstTry && event.kind !== 'message') await assertTargetKnown(ctx, event);
  const at = new Date(event.at);
  switch (event.kind) {
    case 'message': {
      const followed = await handleMessage(ctx, event.message);
      // Looked at only now, because nearly every reply has its root.
      if (!followed && firstTry) await assertTargetKnown(ctx, event);
      return;
    }
    case 'edited':
      return applySourceChange(ctx, (ctx) => handleEdit(ctx, event.message, at));
    case 'deleted':
      return applySourceChange(ctx, (ctx) => handleDeletion(ctx, event.channelId, event.ts));
    case 'reaction':
      return handleReaction(ctx, event, at);
    case 'channel':
      return handleChannelChange(ctx, event);
  }
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

/** How long the root of a reply, or the message under a reaction, may take to come by another way. */
const lateMs = 60_000;

/**
 * Slack hands events to any socket of any replica, so a reply or a ✅ can be here before the message it belongs
 * to, and an edit or a deletion before the reply that it changes. What is new and belongs to nothing we know is
 * tried once more before it counts as none of ours.
 */
async function assertTargetKnown(ctx: Ctx, event: InboxEvent): Promise<void> {
  const target = targetOf(event);
  if (target === null) return;
  const { channelId, ts } = target;
  if (new Date(event.at).getTime() - timeOfTs(ts).getTime() > lateMs) return;
  if ((await findIncidentByThread(ctx, channelId, ts)) !== null) return;
  if ((await findOutboxByMessage(ctx, channelId, ts)) !== null) return;
  if (await isMessageStored(ctx, channelId, ts)) return;
  throw new PrecedentError('unavailable', 'an event came before what it belongs to');
}

function targetOf(event: InboxEvent): { channelId: string; ts: string } | null {
  if (event.kind === 'reaction' || event.kind === 'deleted') return event;
  // A root that was not kept may have been talk: its edit can open an incident by itself.
  if (event.kind === 'edited') return event.message.threadTs === null ? null : event.message;
  if (event.kind !== 'message' || event.message.threadTs === null) return null;
  return { channelId: event.message.channelId, ts: event.message.threadTs };
}

/** On an answer of ours a reaction is feedback; on an incident's root a ✅ ends it, and its removal takes that back. */
async function handleReaction(
  ctx: Ctx,
  reaction: Extract<InboxEvent, { kind: 'reaction' }>,
  at: Date,
): Promise<void> {
  const ours = await findOutboxByMessage(ctx, reaction.channelId, reaction.ts);
  if (ours?.kind === 'answer' && ours.incidentId !== null) {
    return recordReaction(ctx, { ...reaction, incidentId: ours.incidentId, at });
  }
  if (ours !== null || verdictOfReaction(reaction.emoji) !== 'worked') return;
  const incident = await findIncidentByThread(ctx, reaction.channelId, reaction.ts);
  if (incident === null) return;
  if (reaction.added) {
    await resolveIncident(ctx, incident.id, { by: reaction.userId, at, signal: 'reaction' });
  } else {
    await undoResolution(ctx, incident.id, { signal: 'reaction', by: reaction.userId });
  }
}

async function handleChannelChange(
  ctx: Ctx & RendersDrafts,
  { channelId, change }: Extract<InboxEvent, { kind: 'channel' }>,
): Promise<void> {
  switch (change.what) {
    case 'renamed':
      await changeChannel(ctx, channelId, { name: change.name });
      return;
    case 'moved':
      await inTransaction(ctx, async (ctx) => {
        if (!(await moveChannel(ctx, channelId, change.to))) return;
        // Slack gives a private channel another id when it is shared; that it is may have been said before, of an id that we did not know.
        const day = ctx.now().toISOString().slice(0, 10);
        await ctx.enqueue({ name: 'verify-channel', channelId: change.to, day });
      });
      return;
    case 'shared':
      // What the channel taught stays its own, even when the other company leaves: their words are in it.
      if (change.isExtShared) return restrictChannel(ctx, channelId, { isExtShared: true });
      await changeChannel(ctx, channelId, { isExtShared: false });
      return;
    case 'private':
      return restrictChannel(ctx, channelId, { isPrivate: true });
    case 'deleted':
      await restrictChannel(ctx, channelId, { isPrivate: true });
      await unwatchChannel(ctx, channelId);
      return;
    case 'gone':
      await unwatchChannel(ctx, channelId);
      return;
  }
}

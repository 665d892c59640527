import { followSource } from '../capture/drafts/propagate-source-change.ts';
import { PrecedentError } from '../errors.ts';
import { handleDeletion, handleEdit, handleMessage, type IntakeDeps } from '../intake/handle-message.ts';
import type { InboxEvent } from '../intake/messages/inbox-event.ts';
import { resolveIncident, takeResolutionBack } from '../intake/resolve-incident.ts';
import { closeChannel } from '../intake/restrict-channel.ts';
import { recordReaction } from '../learn/record-feedback.ts';
import { verdictOfReaction } from '../library/effectiveness.ts';
import { timeOfTs } from '../library/message.ts';
import type { SourceChange } from '../library/source-change.ts';
import type { TellDeps } from '../solutions/draft-message.ts';
import { changeChannel, unwatchChannel } from '../store/channels/channels.ts';
import { moveChannel } from '../store/channels/move-channel.ts';
import { findIncidentByThread } from '../store/incidents/incidents.ts';
import { isKept } from '../store/incidents/messages.ts';
import { findOutboxByMessage } from '../store/outbox/outbox.ts';

export type InboxDeps = IntakeDeps & TellDeps;

/** One event of the inbox to the one verb that it is for. */
export async function handleInbox(deps: InboxDeps, event: InboxEvent, firstTry: boolean): Promise<void> {
  if (firstTry && event.kind !== 'message') await assertTargetCame(deps, event);
  const at = new Date(event.at);
  switch (event.kind) {
    case 'message': {
      const followed = await handleMessage(deps, event.message);
      // Looked at only now, because nearly every reply has its root.
      if (!followed && firstTry) await assertTargetCame(deps, event);
      return;
    }
    case 'edited':
      return changeSource(deps, (tx) => handleEdit(tx, event.message, at));
    case 'deleted':
      return changeSource(deps, (tx) => handleDeletion(tx, event.channelId, event.ts));
    case 'reaction':
      return handleReaction(deps, event, at);
    case 'channel':
      return handleChannelChange(deps, event);
  }
}

/** What was learned from a message changes with it, or neither does. */
async function changeSource(
  deps: InboxDeps,
  change: (tx: IntakeDeps) => Promise<SourceChange | null>,
): Promise<void> {
  await deps.db.transaction(async (db) => {
    const tx = { ...deps, db };
    const changed = await change(tx);
    if (changed !== null) await followSource(tx, changed);
  });
}

/** How long the root of a reply, or the message under a reaction, may take to come by another way. */
const lateMs = 60_000;

/**
 * Slack hands events to any socket of any replica, so a reply or a ✅ can be here before the message it belongs
 * to, and an edit or a deletion before the reply that it changes. What is new and belongs to nothing we know is
 * tried once more before it counts as none of ours.
 */
async function assertTargetCame(deps: IntakeDeps, event: InboxEvent): Promise<void> {
  const target = targetOf(event);
  if (target === null) return;
  const { channelId, ts } = target;
  if (new Date(event.at).getTime() - timeOfTs(ts).getTime() > lateMs) return;
  if ((await findIncidentByThread(deps.db, deps.workspaceId, channelId, ts)) !== null) return;
  if ((await findOutboxByMessage(deps.db, deps.workspaceId, channelId, ts)) !== null) return;
  if (await isKept(deps.db, deps.workspaceId, channelId, ts)) return;
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
  deps: IntakeDeps,
  reaction: Extract<InboxEvent, { kind: 'reaction' }>,
  at: Date,
): Promise<void> {
  const ours = await findOutboxByMessage(deps.db, deps.workspaceId, reaction.channelId, reaction.ts);
  if (ours?.kind === 'answer' && ours.incidentId !== null) {
    return recordReaction(deps, { ...reaction, incidentId: ours.incidentId, at });
  }
  if (ours !== null || verdictOfReaction(reaction.emoji) !== 'worked') return;
  const incident = await findIncidentByThread(deps.db, deps.workspaceId, reaction.channelId, reaction.ts);
  if (incident === null) return;
  if (reaction.added) {
    await resolveIncident(deps, incident.id, { by: reaction.userId, at, signal: 'reaction' });
  } else {
    await takeResolutionBack(deps, incident.id, { signal: 'reaction', by: reaction.userId });
  }
}

async function handleChannelChange(
  deps: InboxDeps,
  { channelId, change }: Extract<InboxEvent, { kind: 'channel' }>,
): Promise<void> {
  switch (change.what) {
    case 'renamed':
      await changeChannel(deps.db, deps.workspaceId, channelId, { name: change.name });
      return;
    case 'moved':
      await deps.db.transaction(async (tx) => {
        if (!(await moveChannel(tx, deps.workspaceId, channelId, change.to))) return;
        // Slack gives a private channel another id when it is shared; that it is may have been said before, of an id that we did not know.
        const day = deps.now().toISOString().slice(0, 10);
        await deps.enqueue(tx, { name: 'check', channelId: change.to, day });
      });
      return;
    case 'shared':
      // What the channel taught stays its own, even when the other company leaves: their words are in it.
      if (change.isExtShared) return closeChannel(deps, channelId, { isExtShared: true });
      await changeChannel(deps.db, deps.workspaceId, channelId, { isExtShared: false });
      return;
    case 'private':
      return closeChannel(deps, channelId, { isPrivate: true });
    case 'deleted':
      await closeChannel(deps, channelId, { isPrivate: true });
      await unwatchChannel(deps.db, deps.workspaceId, channelId);
      return;
    case 'gone':
      await unwatchChannel(deps.db, deps.workspaceId, channelId);
      return;
  }
}

import type { Incident } from '../library/incident.ts';
import type { SourceChange } from '../library/source-change.ts';
import { refreshAnswers } from '../outbox/refresh-answers.ts';
import { withdrawMessages } from '../outbox/withdraw-messages.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import {
  deleteIncident,
  findIncident,
  findIncidentByThread,
  lockPlaceholders,
} from '../store/incidents/incidents.ts';
import { deleteMessage, messagesOfIncident, textOfMessage } from '../store/incidents/messages.ts';
import { deleteDraftsOfThread } from '../store/solutions/draft-decisions.ts';
import { findSolutionOfThread } from '../store/solutions/solutions.ts';

/**
 * A deleted message is gone; a deleted root takes its incident and its undecided draft with it. Returns the change,
 * also of a message that we no longer keep: something may have been learned from it.
 */
export async function applyDeletion(ctx: Ctx, channelId: string, ts: string): Promise<SourceChange> {
  return inTransaction(ctx, async (ctx) => {
    const was = (await textOfMessage(ctx, channelId, ts)) ?? '';
    const change = { channelId, ts, deleted: true, was };
    const incident = await findIncidentByThread(ctx, channelId, ts);
    const rest = incident === null ? await deleteReply(ctx, channelId, ts) : await deleteRoot(ctx, incident);
    return { ...change, ...rest };
  });
}

type Rest = Pick<SourceChange, 'incident' | 'thread'>;

async function deleteRoot(ctx: Ctx, incident: Incident): Promise<Rest> {
  const { channelId, threadTs } = incident;
  await lockPlaceholders(ctx, incident.id);
  const messages = await messagesOfIncident(ctx, incident.id);
  await refreshAnswersWithDraft(ctx, incident);
  await deleteDraftsOfThread(ctx, channelId, threadTs);
  await withdrawMessages(ctx, { incidentId: incident.id });
  await deleteIncident(ctx, incident.id);
  return { incident, thread: messages.filter((message) => message.ts !== threadTs) };
}

async function deleteReply(ctx: Ctx, channelId: string, ts: string): Promise<Rest> {
  const incidentId = await deleteMessage(ctx, channelId, ts);
  if (incidentId === null) return { incident: null, thread: [] };
  await lockPlaceholders(ctx, incidentId);
  const incident = await findIncident(ctx, incidentId);
  const thread = await messagesOfIncident(ctx, incidentId);
  if (incident?.status === 'resolved' && thread.length > 0) {
    await ctx.enqueue({ name: 'capture', incidentId, changed: true });
  }
  return { incident, thread };
}

/** A draft that goes with its root may have been shown as the fix of the last time. */
async function refreshAnswersWithDraft(ctx: Ctx, { channelId, threadTs }: Incident): Promise<void> {
  const draft = await findSolutionOfThread(ctx, channelId, threadTs);
  if (draft?.status === 'draft') await refreshAnswers(ctx, draft.id);
}

import { timeOfTs } from '../library/message.ts';
import { newId } from '../library/new-id.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { findOpenIncidentByAlert, openIncident, touchIncident } from '../store/incidents/incidents.ts';
import { describeProblem } from './describe-problem.ts';
import type { InboxMessage } from './messages/inbox-event.ts';
import { saveThread } from './save-thread.ts';

/**
 * Opens the incident of a root message, once; `answer` has precedents looked for. An alert that is open already only
 * fired again, unless `force` (it is of the past, and what is open came after it, or a person asks for this very
 * thread). `replies` are kept with it.
 */
export async function openIncidentFrom(
  ctx: Ctx,
  message: InboxMessage,
  options: { answer: boolean; force?: boolean; replies?: InboxMessage[] },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (options.force !== true && (await firesAgain(ctx, message))) return;
    const at = timeOfTs(message.ts);
    const incident = await openIncident(ctx.db, {
      workspaceId: ctx.workspaceId,
      id: newId('inc'),
      channelId: message.channelId,
      threadTs: message.ts,
      status: 'open',
      ...describeProblem(message),
      alertKey: message.alert?.key ?? null,
      openedBy: message.userId,
      openedAt: at,
      resolvedAt: null,
      lastActivityAt: at,
      placeholders: message.placeholders,
    });
    if (incident === null) return;
    await saveThread(ctx, incident, [message, ...(options.replies ?? [])]);
    if (options.answer) await ctx.enqueue({ name: 'answer', incidentId: incident.id });
  });
}

/** Counts a repeat of an alert whose incident, in another thread, is open. */
async function firesAgain(ctx: Ctx, { alert, channelId, ts }: InboxMessage): Promise<boolean> {
  if (alert === null) return false;
  const open = await findOpenIncidentByAlert(ctx, channelId, alert.key);
  if (open === null || open.threadTs === ts) return false;
  await touchIncident(ctx, open.id, { at: timeOfTs(ts), firedAgain: true });
  return true;
}

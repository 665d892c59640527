import { compareTs } from '../library/message.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { findIncidentByThread, resolveAgain } from '../store/incidents/incidents.ts';
import { findSolutionOfThread } from '../store/solutions/solutions.ts';
import type { InboxMessage } from './messages/inbox-event.ts';
import { openIncidentFrom } from './open-incident.ts';
import { resolveIncident } from './resolve-incident.ts';
import { saveThread } from './save-thread.ts';

/**
 * A person says that this thread, watched or not, holds a fix: it becomes an incident, whole, and is resolved.
 * False when it has a solution already; a draft of it then follows what was said since. The first of `messages` by
 * time is the root.
 */
export async function captureOnRequest(
  ctx: Ctx,
  thread: { messages: InboxMessage[]; by: string; at: Date },
): Promise<boolean> {
  const [root, ...replies] = thread.messages.toSorted((a, b) => compareTs(a.ts, b.ts));
  if (root === undefined) return false;
  // Also where its alert only fired again: the person means this thread, whatever else is open.
  await openIncidentFrom(ctx, root, { answer: false, force: true });
  const incident = await findIncidentByThread(ctx, root.channelId, root.ts);
  if (incident === null) return false;
  await saveThread(ctx, incident, replies);
  const end = { by: thread.by, at: thread.at, signal: 'mention' as const };
  if (await resolveIncident(ctx, incident.id, end)) return true;
  const solution = await findSolutionOfThread(ctx, root.channelId, root.ts);
  const isUndrafted = solution === null || solution.status === 'past';
  await inTransaction(ctx, async (ctx) => {
    // It was over without a draft (an alert that recovered by itself, a thread gone quiet): now somebody asks for one.
    if (isUndrafted) await resolveAgain(ctx, incident.id, end);
    await ctx.enqueue({ name: 'capture', incidentId: incident.id });
  });
  return isUndrafted;
}

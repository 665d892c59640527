import { compareTs } from '../library/message.ts';
import { endAnew, findIncidentByThread } from '../store/incidents/incidents.ts';
import { findSolutionOfThread } from '../store/solutions/solutions.ts';
import { type IntakeDeps, keepThread, openFrom } from './handle-message.ts';
import type { InboxMessage } from './messages/inbox-event.ts';
import { resolveIncident } from './resolve-incident.ts';

/**
 * A person says that this thread, watched or not, holds a fix: it becomes an incident, whole, and is resolved.
 * False when it has a solution already; a draft of it then follows what was said since. The first of `messages` by
 * time is the root.
 */
export async function adoptThread(
  deps: IntakeDeps,
  thread: { messages: InboxMessage[]; by: string; at: Date },
): Promise<boolean> {
  const [root, ...replies] = thread.messages.toSorted((a, b) => compareTs(a.ts, b.ts));
  if (root === undefined) return false;
  // Also where its alert only fired again: the person means this thread, whatever else is open.
  await openFrom(deps, root, { answer: false, anew: true });
  const incident = await findIncidentByThread(deps.db, deps.workspaceId, root.channelId, root.ts);
  if (incident === null) return false;
  await keepThread(deps, incident, replies);
  const end = { by: thread.by, at: thread.at, signal: 'mention' as const };
  if (await resolveIncident(deps, incident.id, end)) return true;
  const solution = await findSolutionOfThread(deps.db, deps.workspaceId, root.channelId, root.ts);
  await deps.db.transaction(async (tx) => {
    // It was over without a draft (an alert that recovered by itself, a thread gone quiet): now somebody asks for one.
    if (solution === null) await endAnew(tx, deps.workspaceId, incident.id, end);
    await deps.enqueue(tx, { name: 'capture', incidentId: incident.id });
  });
  return solution === null;
}

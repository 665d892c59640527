import { compareTs } from '../library/thread-message.ts';
import { findIncidentByThread } from '../store/incidents.ts';
import { type IntakeDeps, keepThread, openFrom } from './handle-message.ts';
import type { InboxMessage } from './inbox-event.ts';
import { resolveIncident } from './resolve-incident.ts';

/**
 * A person says that this thread, watched or not, holds a fix: it becomes an incident, whole, and is resolved.
 * False when it was resolved before. The first of `messages` by time is the root.
 */
export async function adoptThread(
  deps: IntakeDeps,
  thread: { messages: InboxMessage[]; by: string; at: Date },
): Promise<boolean> {
  const [root, ...replies] = thread.messages.toSorted((a, b) => compareTs(a.ts, b.ts));
  if (root === undefined) return false;
  await openFrom(deps, root, { answer: false });
  const incident = await findIncidentByThread(deps.db, deps.workspaceId, root.channelId, root.ts);
  if (incident === null) return false;
  await keepThread(deps, incident, replies);
  return resolveIncident(deps, incident.id, { by: thread.by, at: thread.at, signal: 'mention' });
}

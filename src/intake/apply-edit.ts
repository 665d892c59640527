import type { Incident } from '../library/incident.ts';
import { compareTs } from '../library/message.ts';
import type { SourceChange } from '../library/source-change.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import {
  findIncidentByThread,
  lockPlaceholders,
  touchIncident,
  updateIncidentDescription,
} from '../store/incidents/incidents.ts';
import { editMessage, messagesOfIncident, textOfMessage } from '../store/incidents/messages.ts';
import { describeProblem } from './describe-problem.ts';
import { handleRoot } from './handle-root.ts';
import type { InboxMessage } from './messages/inbox-event.ts';
import { reconcilePlaceholders } from './messages/reconcile-placeholders.ts';
import { resolveIncident, undoResolution } from './resolve-incident.ts';

/**
 * Follows an edit at `at`. Alertmanager edits its message in place: the edit itself may say that the incident is over, or
 * that its alert fires again. Returns what a person changed of a thread that we keep, for what was learned from it.
 */
export async function applyEdit(ctx: Ctx, edited: InboxMessage, at: Date): Promise<SourceChange | null> {
  const { channelId, ts } = edited;
  const incident = await findIncidentByThread(ctx, channelId, edited.threadTs ?? ts);
  // An edit can be what makes a message an incident ("typo" → "checkout is down").
  if (incident === null) {
    if (edited.threadTs === null) await handleRoot(ctx, edited);
    return null;
  }
  const { message, was, isStale } = await inTransaction(ctx, (ctx) => saveEdit(ctx, incident, edited, at));
  if (isStale) return null;
  const isRoot = compareTs(incident.threadTs, ts) === 0;
  if (message.alert?.state === 'resolved') {
    await resolveIncident(ctx, incident.id, { by: null, at, signal: 'alert' });
    return null;
  }
  const firesAgain =
    isRoot &&
    message.alert?.state === 'firing' &&
    (await undoResolution(ctx, incident.id, { signal: 'alert' }));
  if (was === null) return null;
  if (isRoot) await applyRootEdit(ctx, incident, message, incident.status === 'open' || firesAgain);
  if (incident.status === 'resolved' && !firesAgain) {
    await ctx.enqueue({ name: 'capture', incidentId: incident.id, changed: !message.isBot });
  }
  // A bot brings its message up to date; it takes nothing back.
  if (message.isBot) return null;
  const thread = await messagesOfIncident(ctx, incident.id);
  return { channelId, ts, deleted: false, was, incident, thread };
}

/** What the incident says follows its root; while it is open, its answer does too. */
async function applyRootEdit(
  ctx: Ctx,
  incident: Incident,
  message: InboxMessage,
  isOpen: boolean,
): Promise<void> {
  if (!isOpen && message.isBot) return;
  await inTransaction(ctx, async (ctx) => {
    await updateIncidentDescription(ctx, incident.id, describeProblem(message));
    if (isOpen) await ctx.enqueue({ name: 'answer', incidentId: incident.id });
  });
}

/** Keeps what a message says now. `was`: null when we never kept it, or it says the same. `isStale`: a later edit came first. */
async function saveEdit(
  ctx: Scope,
  incident: Incident,
  edited: InboxMessage,
  at: Date,
): Promise<{ message: InboxMessage; was: string | null; isStale: boolean }> {
  const { channelId } = incident;
  const message = reconcilePlaceholders(edited, await lockPlaceholders(ctx, incident.id));
  const { ts, text, placeholders } = message;
  const was = await textOfMessage(ctx, channelId, ts);
  const isSaved = await editMessage(ctx, channelId, { ts, text, editedAt: at });
  const isChanged = isSaved && was !== text;
  if (isChanged) await touchIncident(ctx, incident.id, { at, placeholders });
  return { message, was: isChanged ? was : null, isStale: was !== null && !isSaved };
}

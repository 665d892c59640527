import type { Incident } from '../library/incident.ts';
import { compareTs, type Message, timeOfTs } from '../library/message.ts';
import { newId } from '../library/new-id.ts';
import type { SourceChange } from '../library/source-change.ts';
import { type Channel, findChannel } from '../store/channels/channels.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import {
  deleteIncident,
  findIncident,
  findIncidentByThread,
  findOpenIncidentByAlert,
  lockPlaceholders,
  openIncident,
  touchIncident,
  updateIncidentDescription,
} from '../store/incidents/incidents.ts';
import {
  deleteMessage,
  editMessage,
  messagesOfIncident,
  saveMessages,
  textOfMessage,
} from '../store/incidents/messages.ts';
import { withdrawOutbox } from '../store/outbox/outbox.ts';
import { incidentsAnsweredWith } from '../store/precedents/precedents.ts';
import { deleteDraftsOfThread } from '../store/solutions/draft-decisions.ts';
import { findSolutionOfThread } from '../store/solutions/solutions.ts';
import { looksLikeProblem } from '../text/problem-cues.ts';
import { describeProblem } from './describe-problem.ts';
import type { InboxMessage } from './messages/inbox-event.ts';
import { reconcilePlaceholders } from './messages/reconcile-placeholders.ts';
import { resolveIncident, undoResolution } from './resolve-incident.ts';

/**
 * A message of a watched channel: opens an incident, follows one, or ends one. Handling it twice changes nothing.
 * False for a reply in a thread that is no incident, or not yet.
 */
export async function handleMessage(ctx: Ctx, message: InboxMessage): Promise<boolean> {
  if (message.threadTs !== null) return followThread(ctx, message, message.threadTs);
  await handleRoot(ctx, message);
  return true;
}

async function handleRoot(ctx: Ctx, message: InboxMessage): Promise<void> {
  const channel = await findChannel(ctx, message.channelId);
  if (channel === null || !channel.watched) return;
  if (message.alert?.state === 'resolved') return resolveByAlert(ctx, message, message.alert.key);
  if (!opensIncident(channel.mode, message)) return;
  await openIncidentFrom(ctx, message, { answer: true });
}

/** Whether a root message is an incident in a channel of this mode. */
function opensIncident(mode: Channel['mode'], message: InboxMessage): boolean {
  if (message.alert?.state === 'firing') return true;
  const words = message.text.replace(/<@[A-Z0-9]+>/g, ' ').trim();
  if (message.isBot || mode === 'alerts' || words === '') return false;
  if (message.mentionsBot && asksForHelp(words)) return false;
  return mode === 'incidents' || looksLikeProblem(message.text);
}

/** A mention with these words, or with none, asks how the bot works. */
function asksForHelp(words: string): boolean {
  return /^(?:help)?[\s\p{P}]*$/iu.test(words.trim());
}

/** Whether a root message of the past was one: an alert that is over says only that, when its bot edits in place. */
export function wasIncident(mode: Channel['mode'], message: InboxMessage): boolean {
  return message.alert?.state === 'resolved' || opensIncident(mode, message);
}

/**
 * Opens the incident of a root message, once; `answer` has precedents looked for. An alert that is open already only
 * fired again, unless `anew` (it is of the past, and what is open came after it, or a person asks for this very
 * thread). `replies` are kept with it.
 */
export async function openIncidentFrom(
  ctx: Ctx,
  message: InboxMessage,
  options: { answer: boolean; force?: boolean; replies?: InboxMessage[] },
): Promise<void> {
  const alertKey = message.alert?.key ?? null;
  await inTransaction(ctx, async (ctx) => {
    if (alertKey !== null && options.force !== true) {
      const again = await findOpenIncidentByAlert(ctx, message.channelId, alertKey);
      if (again !== null && again.threadTs !== message.ts) {
        await touchIncident(ctx, again.id, {
          at: timeOfTs(message.ts),
          firedAgain: true,
        });
        return;
      }
    }
    const at = timeOfTs(message.ts);
    const incident = await openIncident(ctx.db, {
      workspaceId: ctx.workspaceId,
      id: newId('inc'),
      channelId: message.channelId,
      threadTs: message.ts,
      status: 'open',
      ...describeProblem(message),
      alertKey,
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

async function followThread(ctx: Ctx, message: InboxMessage, threadTs: string): Promise<boolean> {
  const incident = await findIncidentByThread(ctx, message.channelId, threadTs);
  if (incident === null) return false;
  await inTransaction(ctx, async (ctx) => {
    await saveThread(ctx, incident, [message]);
    // What is learned after the end (the cause, the lasting fix) still belongs to the draft.
    if (incident.status === 'resolved' && !message.mentionsBot) {
      await ctx.enqueue({ name: 'capture', incidentId: incident.id });
    }
  });
  const at = timeOfTs(message.ts);
  if (message.alert?.state === 'resolved') {
    await resolveIncident(ctx, incident.id, { by: null, at, signal: 'alert' });
  } else if (message.mentionsBot && saysResolved(message.text)) {
    await resolveIncident(ctx, incident.id, { by: message.userId, at, signal: 'mention' });
  } else if (message.mentionsBot) {
    await ctx.enqueue({ name: 'answer', incidentId: incident.id, wider: true });
  }
  return true;
}

/** "@precedent resolved": the mention, and nothing else that could be meant otherwise ("resolved yet?"). */
function saysResolved(text: string): boolean {
  const words = text.replace(/<@[A-Z0-9]+>/g, ' ').trim();
  if (/\?|\b(?:not|yet|only|unless|until|if|when|except|but|almost)\b|n['’]t\b/i.test(words)) return false;
  return /^(?:(?:it['’]?s|this is|now|all)\s+)?(?:resolved|fixed|solved|done|closed)\b/i.test(words);
}

async function resolveByAlert(ctx: Ctx, message: InboxMessage, alertKey: string): Promise<void> {
  const incident = await findOpenIncidentByAlert(ctx, message.channelId, alertKey);
  if (incident === null) return;
  const at = timeOfTs(message.ts);
  await resolveIncident(ctx, incident.id, { by: null, at, signal: 'alert' });
}

/**
 * Alertmanager edits its message in place: the edit itself may be the news that it is over, or that it fires again.
 * Returns what a person changed of a thread that we keep, for what was learned from it.
 */
export async function handleEdit(ctx: Ctx, edited: InboxMessage, at: Date): Promise<SourceChange | null> {
  const { channelId, ts } = edited;
  const known = await findIncidentByThread(ctx, channelId, edited.threadTs ?? ts);
  // An edit can be what makes a message an incident ("typo" → "checkout is down").
  if (known === null) {
    if (edited.threadTs === null) await handleRoot(ctx, edited);
    return null;
  }
  const { message, was, isStale } = await inTransaction(ctx, (ctx) => saveEdit(ctx, known, edited, at));
  if (isStale) return null;
  const isRoot = compareTs(known.threadTs, ts) === 0;
  if (message.alert?.state === 'resolved') {
    await resolveIncident(ctx, known.id, { by: null, at, signal: 'alert' });
    return null;
  }
  const firesAgain =
    isRoot && message.alert?.state === 'firing' && (await undoResolution(ctx, known.id, { signal: 'alert' }));
  if (was === null) return null;
  if (isRoot && (firesAgain || known.status === 'open')) {
    await inTransaction(ctx, async (ctx) => {
      await updateIncidentDescription(ctx, known.id, describeProblem(message));
      await ctx.enqueue({ name: 'answer', incidentId: known.id });
    });
  } else if (isRoot && !message.isBot) {
    await updateIncidentDescription(ctx, known.id, describeProblem(message));
  }
  if (known.status === 'resolved' && !firesAgain) {
    await ctx.enqueue({ name: 'capture', incidentId: known.id, changed: !message.isBot });
  }
  // A bot brings its message up to date; it takes nothing back.
  if (message.isBot) return null;
  const thread = await messagesOfIncident(ctx, known.id);
  return { channelId, ts, deleted: false, was, incident: known, thread };
}

/** Keeps what a message says now; `was` is null when we never kept it, or it says the same. `late`: a later edit came first. */
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
  const followed = await editMessage(ctx, channelId, { ts, text, editedAt: at });
  const changed = followed && was !== text;
  if (changed) await touchIncident(ctx, incident.id, { at, placeholders });
  return { message, was: changed ? was : null, isStale: was !== null && !followed };
}

/**
 * A deleted message is gone; a deleted root takes its incident and its undecided draft with it. Returns the change,
 * also of a message that we no longer keep: something may have been learned from it.
 */
export async function handleDeletion(ctx: Ctx, channelId: string, ts: string): Promise<SourceChange> {
  const change = { channelId, ts, deleted: true };
  return inTransaction(ctx, async (ctx) => {
    const was = (await textOfMessage(ctx, channelId, ts)) ?? '';
    const root = await findIncidentByThread(ctx, channelId, ts);
    if (root !== null) {
      await lockPlaceholders(ctx, root.id);
      const messages = await messagesOfIncident(ctx, root.id);
      await refreshAnswersWithDraft(ctx, root);
      await deleteDraftsOfThread(ctx, channelId, ts);
      for (const key of await withdrawOutbox(ctx, { incidentId: root.id })) {
        await ctx.enqueue({ name: 'deliver', key });
      }
      await deleteIncident(ctx, root.id);
      return { ...change, was, incident: root, thread: messages.filter((message) => message.ts !== ts) };
    }
    const incidentId = await deleteMessage(ctx, channelId, ts);
    if (incidentId === null) return { ...change, was, incident: null, thread: [] };
    await lockPlaceholders(ctx, incidentId);
    const incident = await findIncident(ctx, incidentId);
    const thread = await messagesOfIncident(ctx, incidentId);
    if (incident?.status === 'resolved' && thread.length > 0) {
      await ctx.enqueue({ name: 'capture', incidentId, changed: true });
    }
    return { ...change, was, incident, thread };
  });
}

/** A draft that goes with its root may have been shown as the fix of the last time. */
async function refreshAnswersWithDraft(ctx: Ctx, { channelId, threadTs }: Incident): Promise<void> {
  const draft = await findSolutionOfThread(ctx, channelId, threadTs);
  if (draft?.status !== 'draft') return;
  for (const incidentId of await incidentsAnsweredWith(ctx, draft.id)) {
    await ctx.enqueue({ name: 'refresh-answer', incidentId });
  }
}

/** Keeps messages of an incident's thread, and what they say of its activity. */
export async function saveThread(ctx: Ctx, incident: Incident, thread: InboxMessage[]): Promise<void> {
  const last = thread.at(-1);
  if (last === undefined) return;
  const { workspaceId, channelId, id: incidentId } = incident;
  await inTransaction(ctx, async (ctx) => {
    const placeholders = await lockPlaceholders(ctx, incidentId);
    const reconciled = thread.map((message) => {
      const reconciledMessage = reconcilePlaceholders(message, placeholders);
      Object.assign(placeholders, reconciledMessage.placeholders);
      return toThreadMessage(reconciledMessage);
    });
    await saveMessages(ctx.db, { workspaceId, channelId, incidentId }, reconciled);
    await touchIncident(ctx, incidentId, { at: timeOfTs(last.ts), placeholders });
  });
}

function toThreadMessage(message: InboxMessage): Message {
  return { ts: message.ts, userId: message.userId, isBot: message.isBot, text: message.text, editedAt: null };
}

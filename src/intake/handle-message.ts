import type { Incident } from '../library/incident.ts';
import type { Enqueue } from '../library/job.ts';
import { compareTs, type ThreadMessage, timeOfTs } from '../library/thread-message.ts';
import { type Channel, findChannel } from '../store/channels.ts';
import type { Db } from '../store/db.ts';
import {
  deleteIncident,
  describeIncident,
  findIncident,
  findIncidentByThread,
  findOpenIncidentByAlert,
  lockPlaceholders,
  openIncident,
  touchIncident,
} from '../store/incidents.ts';
import { deleteMessage, editMessage, messagesOfIncident, saveMessages } from '../store/messages.ts';
import { newId } from '../store/new-id.ts';
import { withdrawOutbox } from '../store/outbox.ts';
import { deleteDraftsOfThread } from '../store/solutions.ts';
import { describeTrouble } from './describe-trouble.ts';
import type { InboxMessage } from './inbox-event.ts';
import { looksLikeTrouble } from './looks-like-trouble.ts';
import { resolveIncident, takeResolutionBack } from './resolve-incident.ts';
import { settlePlaceholders } from './settle-placeholders.ts';

export type IntakeDeps = { db: Db; workspaceId: string; enqueue: Enqueue<Db> };

/**
 * A message of a watched channel: opens an incident, follows one, or ends one. Handling it twice changes nothing.
 * False for a reply in a thread that is no incident, or not yet.
 */
export async function handleMessage(deps: IntakeDeps, message: InboxMessage): Promise<boolean> {
  if (message.threadTs !== null) return followThread(deps, message, message.threadTs);
  await handleRoot(deps, message);
  return true;
}

async function handleRoot(deps: IntakeDeps, message: InboxMessage): Promise<void> {
  const channel = await findChannel(deps.db, deps.workspaceId, message.channelId);
  if (channel === null || !channel.watched) return;
  if (message.alert?.state === 'resolved') return resolveByAlert(deps, message, message.alert.key);
  if (!opensIncident(channel.mode, message)) return;
  await openFrom(deps, message, { answer: true });
}

function opensIncident(mode: Channel['mode'], message: InboxMessage): boolean {
  if (message.alert?.state === 'firing') return true;
  // A mention without a word asks how the bot works.
  const words = message.text.replace(/<@[A-Z0-9]+>/g, ' ').trim();
  if (message.isBot || mode === 'alerts' || words === '') return false;
  return mode === 'incidents' || looksLikeTrouble(message.text);
}

/** Opens the incident of a root message, once; `answer` has precedents looked for. */
export async function openFrom(
  deps: IntakeDeps,
  message: InboxMessage,
  options: { answer: boolean },
): Promise<void> {
  const alertKey = message.alert?.key ?? null;
  await deps.db.transaction(async (tx) => {
    if (alertKey !== null) {
      const again = await findOpenIncidentByAlert(tx, deps.workspaceId, message.channelId, alertKey);
      if (again !== null && again.threadTs !== message.ts) {
        await touchIncident(tx, deps.workspaceId, again.id, { at: timeOfTs(message.ts), firedAgain: true });
        return;
      }
    }
    const at = timeOfTs(message.ts);
    const incident = await openIncident(tx, {
      workspaceId: deps.workspaceId,
      id: newId('inc'),
      channelId: message.channelId,
      threadTs: message.ts,
      status: 'open',
      ...describeTrouble(message),
      alertKey,
      openedBy: message.userId,
      openedAt: at,
      resolvedAt: null,
      lastActivityAt: at,
      placeholders: message.placeholders,
    });
    if (incident === null) return;
    await keepThread({ ...deps, db: tx }, incident, [message]);
    if (options.answer) await deps.enqueue(tx, { name: 'answer', incidentId: incident.id });
  });
}

async function followThread(deps: IntakeDeps, message: InboxMessage, threadTs: string): Promise<boolean> {
  const incident = await findIncidentByThread(deps.db, deps.workspaceId, message.channelId, threadTs);
  if (incident === null) return false;
  await deps.db.transaction(async (tx) => {
    await keepThread({ ...deps, db: tx }, incident, [message]);
    // What is learned after the end (the cause, the lasting fix) still belongs to the draft.
    if (incident.status === 'resolved' && !message.mentionsBot) {
      await deps.enqueue(tx, { name: 'capture', incidentId: incident.id });
    }
  });
  const at = timeOfTs(message.ts);
  if (message.alert?.state === 'resolved') {
    await resolveIncident(deps, incident.id, { by: null, at, signal: 'alert' });
  } else if (message.mentionsBot && saysResolved(message.text)) {
    await resolveIncident(deps, incident.id, { by: message.userId, at, signal: 'mention' });
  } else if (message.mentionsBot) {
    await deps.enqueue(deps.db, { name: 'answer', incidentId: incident.id, wider: true });
  }
  return true;
}

/** "@precedent resolved": the mention, and nothing else that could be meant otherwise ("resolved yet?"). */
function saysResolved(text: string): boolean {
  const words = text.replace(/<@[A-Z0-9]+>/g, ' ').trim();
  if (/\?|\b(?:not|yet|only|unless|until|if|when|except|but|almost)\b|n['’]t\b/i.test(words)) return false;
  return /^(?:(?:it['’]?s|this is|now|all)\s+)?(?:resolved|fixed|solved|done|closed)\b/i.test(words);
}

async function resolveByAlert(deps: IntakeDeps, message: InboxMessage, alertKey: string): Promise<void> {
  const incident = await findOpenIncidentByAlert(deps.db, deps.workspaceId, message.channelId, alertKey);
  if (incident === null) return;
  const at = timeOfTs(message.ts);
  await resolveIncident(deps, incident.id, { by: null, at, signal: 'alert' });
}

/** Alertmanager edits its message in place: the edit itself may be the news that it is over, or that it fires again. */
export async function handleEdit(deps: IntakeDeps, edited: InboxMessage, at: Date): Promise<void> {
  const { channelId, ts } = edited;
  const known = await findIncidentByThread(deps.db, deps.workspaceId, channelId, edited.threadTs ?? ts);
  // An edit can be what makes a message an incident ("typo" → "checkout is down").
  if (known === null) return edited.threadTs === null ? handleRoot(deps, edited) : undefined;
  const { message, changed } = await deps.db.transaction((tx) =>
    keepEdit({ ...deps, db: tx }, known, edited, at),
  );
  const isRoot = compareTs(known.threadTs, ts) === 0;
  if (message.alert?.state === 'resolved') {
    await resolveIncident(deps, known.id, { by: null, at, signal: 'alert' });
    return;
  }
  const firesAgain =
    isRoot &&
    message.alert?.state === 'firing' &&
    (await takeResolutionBack(deps, known.id, { signal: 'alert' }));
  if (!changed) return;
  if (isRoot && (firesAgain || known.status === 'open')) {
    await deps.db.transaction(async (tx) => {
      await describeIncident(tx, deps.workspaceId, known.id, describeTrouble(message));
      await deps.enqueue(tx, { name: 'answer', incidentId: known.id });
    });
  } else if (known.status === 'resolved') {
    await deps.enqueue(deps.db, { name: 'capture', incidentId: known.id });
  }
}

/** Keeps what a message says now; `changed` is false when we never kept it, or it says the same. */
async function keepEdit(
  deps: Pick<IntakeDeps, 'db' | 'workspaceId'>,
  incident: Incident,
  edited: InboxMessage,
  at: Date,
): Promise<{ message: InboxMessage; changed: boolean }> {
  const { workspaceId, channelId } = incident;
  const message = settlePlaceholders(edited, await lockPlaceholders(deps.db, workspaceId, incident.id));
  const { ts, text, placeholders } = message;
  const changed = (await editMessage(deps.db, workspaceId, channelId, { ts, text, editedAt: at })) !== null;
  if (changed) await touchIncident(deps.db, workspaceId, incident.id, { at, placeholders });
  return { message, changed };
}

/** A deleted message is gone; a deleted root takes its incident and its undecided draft with it. */
export async function handleDeletion(deps: IntakeDeps, channelId: string, ts: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const root = await findIncidentByThread(tx, deps.workspaceId, channelId, ts);
    if (root !== null) {
      await deleteDraftsOfThread(tx, deps.workspaceId, channelId, ts);
      for (const key of await withdrawOutbox(tx, deps.workspaceId, { incidentId: root.id })) {
        await deps.enqueue(tx, { name: 'deliver', key });
      }
      await deleteIncident(tx, deps.workspaceId, root.id);
      return;
    }
    const incidentId = await deleteMessage(tx, deps.workspaceId, channelId, ts);
    if (incidentId === null) return;
    const incident = await findIncident(tx, deps.workspaceId, incidentId);
    const left = await messagesOfIncident(tx, deps.workspaceId, incidentId);
    if (incident?.status === 'resolved' && left.length > 0) {
      await deps.enqueue(tx, { name: 'capture', incidentId });
    }
  });
}

/** Keeps messages of an incident's thread, and what they say of its activity. */
export async function keepThread(
  deps: Pick<IntakeDeps, 'db' | 'workspaceId'>,
  incident: Incident,
  thread: InboxMessage[],
): Promise<void> {
  const last = thread.at(-1);
  if (last === undefined) return;
  const { workspaceId, channelId, id: incidentId } = incident;
  await deps.db.transaction(async (tx) => {
    const placeholders = await lockPlaceholders(tx, workspaceId, incidentId);
    const settled = thread.map((message) => {
      const kept = settlePlaceholders(message, placeholders);
      Object.assign(placeholders, kept.placeholders);
      return asKept(kept);
    });
    await saveMessages(tx, { workspaceId, channelId, incidentId }, settled);
    await touchIncident(tx, workspaceId, incidentId, { at: timeOfTs(last.ts), placeholders });
  });
}

function asKept(message: InboxMessage): ThreadMessage {
  return { ts: message.ts, userId: message.userId, isBot: message.isBot, text: message.text, editedAt: null };
}

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
  openIncident,
  touchIncident,
} from '../store/incidents.ts';
import { deleteMessage, editMessage, messagesOfIncident, saveMessages } from '../store/messages.ts';
import { newId } from '../store/new-id.ts';
import { deleteDraftsOfThread } from '../store/solutions.ts';
import { describeTrouble } from './describe-trouble.ts';
import type { InboxMessage } from './inbox-event.ts';
import { looksLikeTrouble } from './looks-like-trouble.ts';
import { resolveIncident } from './resolve-incident.ts';

export type IntakeDeps = { db: Db; workspaceId: string; enqueue: Enqueue<Db> };

/** A message of a watched channel: opens an incident, follows one, or ends one. Handling it twice changes nothing. */
export async function handleMessage(deps: IntakeDeps, message: InboxMessage): Promise<void> {
  const channel = await findChannel(deps.db, deps.workspaceId, message.channelId);
  if (channel === null || !channel.watched) return;
  if (message.threadTs !== null) return followThread(deps, channel, message, message.threadTs);
  if (message.alert?.state === 'resolved') return resolveByAlert(deps, message, message.alert.key);
  if (!opensIncident(channel.mode, message)) return;
  await openFrom(deps, message, { answer: true });
}

function opensIncident(mode: Channel['mode'], message: InboxMessage): boolean {
  if (message.alert?.state === 'firing') return true;
  if (message.isBot || mode === 'alerts' || message.text.trim() === '') return false;
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

async function followThread(
  deps: IntakeDeps,
  channel: Channel,
  message: InboxMessage,
  threadTs: string,
): Promise<void> {
  const incident = await findIncidentByThread(deps.db, deps.workspaceId, channel.channelId, threadTs);
  if (incident === null) return;
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
}

/** "@precedent resolved": the mention, and nothing else that could be meant otherwise ("not resolved yet"). */
function saysResolved(text: string): boolean {
  const words = text.replace(/<@[A-Z0-9]+>/g, ' ').trim();
  return /^(?:(?:it'?s|this is|now|all)\s+)?(?:resolved|fixed|solved|done|closed)\b/i.test(words);
}

async function resolveByAlert(deps: IntakeDeps, message: InboxMessage, alertKey: string): Promise<void> {
  const incident = await findOpenIncidentByAlert(deps.db, deps.workspaceId, message.channelId, alertKey);
  if (incident === null) return;
  const at = timeOfTs(message.ts);
  await resolveIncident(deps, incident.id, { by: null, at, signal: 'alert' });
}

/** Alertmanager edits its message in place: the edit itself may be the news that it is over, or that it fires again. */
export async function handleEdit(deps: IntakeDeps, message: InboxMessage, at: Date): Promise<void> {
  const incidentId = await editMessage(deps.db, deps.workspaceId, message.channelId, {
    ts: message.ts,
    text: message.text,
    editedAt: at,
  });
  const incident =
    incidentId === null
      ? await findIncidentByThread(deps.db, deps.workspaceId, message.channelId, message.ts)
      : await findIncident(deps.db, deps.workspaceId, incidentId);
  // An edit can be what makes a message an incident ("typo" → "checkout is down").
  if (incident === null) return message.threadTs === null ? handleMessage(deps, message) : undefined;
  const isRoot = compareTs(incident.threadTs, message.ts) === 0;
  if (message.alert?.state === 'resolved') {
    await resolveIncident(deps, incident.id, { by: null, at, signal: 'alert' });
    return;
  }
  if (incidentId === null) return;
  if (isRoot && incident.status === 'open') {
    await deps.db.transaction(async (tx) => {
      await describeIncident(tx, deps.workspaceId, incident.id, describeTrouble(message));
      await deps.enqueue(tx, { name: 'answer', incidentId: incident.id });
    });
  } else if (incident.status === 'resolved') {
    await deps.enqueue(deps.db, { name: 'capture', incidentId: incident.id });
  }
}

/** A deleted message is gone; a deleted root takes its incident and its undecided draft with it. */
export async function handleDeletion(deps: IntakeDeps, channelId: string, ts: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const root = await findIncidentByThread(tx, deps.workspaceId, channelId, ts);
    if (root !== null) {
      await deleteDraftsOfThread(tx, deps.workspaceId, channelId, ts);
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
  await saveMessages(deps.db, { workspaceId, channelId, incidentId }, thread.map(asKept));
  await touchIncident(deps.db, workspaceId, incidentId, {
    at: timeOfTs(last.ts),
    placeholders: Object.assign({}, ...thread.map((message) => message.placeholders)),
  });
}

function asKept(message: InboxMessage): ThreadMessage {
  return { ts: message.ts, userId: message.userId, isBot: message.isBot, text: message.text, editedAt: null };
}

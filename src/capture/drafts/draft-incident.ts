import { isDeepStrictEqual } from 'node:util';
import type { Embedder } from '../../embed/embedder.ts';
import { PrecedentError } from '../../errors.ts';
import type { Incident } from '../../library/incident.ts';
import type { Message } from '../../library/message.ts';
import type { Model } from '../../llm/model.ts';
import { refreshAnswers } from '../../outbox/refresh-answers.ts';
import { isAutoSaved } from '../../solutions/auto-saved.ts';
import { findDuplicate } from '../../solutions/find-duplicate.ts';
import { linkOccurrence } from '../../solutions/link-occurrence.ts';
import { refreshMessages } from '../../solutions/refresh-messages.ts';
import { unlinkDraft } from '../../solutions/unlink-occurrences.ts';
import { type RendersDrafts, upsertDraftMessage } from '../../solutions/upsert-draft-message.ts';
import { isSameCapture, recaptureSaved, writeDraft } from '../../solutions/write-draft.ts';
import type { Ctx } from '../../store/ctx.ts';
import { inTransaction } from '../../store/ctx.ts';
import { findIncident, lockPlaceholders, resolutionSignalOf } from '../../store/incidents/incidents.ts';
import { messagesOfIncident } from '../../store/incidents/messages.ts';
import { wasEdited } from '../../store/solutions/solution-versions.ts';
import { findSolution, findSolutionOfThread, type StoredSolution } from '../../store/solutions/solutions.ts';
import { captureThread } from '../model/capture-thread.ts';
import { draftCandidate, withReply } from './draft-candidate.ts';
import { withdrawDraft, withdrawDraftMessages, withdrawReopened } from './withdraw-draft.ts';

/** `embedder` null: who saves many embeds them afterwards, all at once. */
export type CaptureCtx = Ctx & RendersDrafts & { embedder: Embedder | null; model: Model | null };

/** A thread in which people go on talking is read again that often before the queue takes over. */
const maxReadings = 5;

/**
 * Makes or refreshes the draft of a resolved incident and the message that offers it. What a person has edited
 * or decided stays as they left it, but a saved solution that nobody edited follows its thread when that `changed`;
 * `silently` (an import) posts nothing, and of the `past` only a fix that held is offered. An incident with nothing to
 * offer is remembered as a past incident. Returns the draft's id, or null where there is none.
 */
export async function draftIncident(
  ctx: CaptureCtx,
  input: { incidentId: string; silently?: boolean; changed?: boolean; past?: boolean },
): Promise<string | null> {
  for (let reading = 0; reading < maxReadings; reading += 1) {
    const drafted = await draftOnce(ctx, input);
    if (drafted !== 'stale') return drafted;
  }
  throw new PrecedentError('unavailable', 'the thread changed while it was captured');
}

/** 'stale': somebody changed the thread or the draft meanwhile, and nothing was written. */
async function draftOnce(
  ctx: CaptureCtx,
  input: { incidentId: string; silently?: boolean; changed?: boolean; past?: boolean },
): Promise<string | null | 'stale'> {
  const incident = await findIncident(ctx, input.incidentId);
  if (incident === null) return null;
  if (incident.status === 'open') await withdrawReopened(ctx, incident);
  const before = await findSolutionOfThread(ctx, incident.channelId, incident.threadTs);
  if (incident.status === 'open') {
    // It is open again: nothing is captured, but the message of a draft that a person edited stands.
    if (before !== null && input.changed === true) await refreshDraftMessage(ctx, before);
    return null;
  }
  // Nobody decided on a draft that the bot linked to a solution by itself: it follows its thread.
  const linked = before !== null && before.mergedInto !== null && before.decidedBy === null;
  if (before !== null && !linked) {
    const followsThread =
      before.status === 'draft' ||
      before.status === 'past' ||
      (before.status === 'active' && (input.changed === true || isAutoSaved(before)));
    if (!followsThread) return before.id;
    if (await wasEdited(ctx, before.id)) {
      if (input.changed === true && input.silently !== true) await refreshEditedDraft(ctx, before);
      return before.id;
    }
  }
  const messages = await messagesOfIncident(ctx, incident.id);
  const root = messages.find((message) => message.ts === incident.threadTs);
  if (root === undefined) return null;
  const replies = messages.filter((message) => message.ts !== incident.threadTs);
  const captured = await captureThread(
    { root, replies, openedAt: incident.openedAt, resolvedAt: incident.resolvedAt },
    { model: ctx.model, log: ctx.log },
  );
  const draft = await withReply(ctx, before, replies, captured);
  const drafted = await draftCandidate(ctx, incident, before, draft);
  if (linked && input.changed !== true && isSameCapture(before, drafted)) return before.id;
  const mayLink =
    before?.isDistinct !== true && before?.status !== 'active' && draft.content.steps.length > 0;
  const duplicate = mayLink ? await findDuplicate(ctx, drafted) : null;
  const isConfirmed = before?.status === 'active' && !isAutoSaved(before);
  const isEmpty = draft.content.steps.length === 0 && !(await wasAskedByPerson(ctx, incident, replies));
  // Nobody said that it ended well, or of a channel's past nothing shows it: remembered, and nobody is asked.
  const isOnlyRemembered =
    isEmpty || incident.status === 'abandoned' || (input.past === true && !draft.proven);
  return inTransaction(ctx, async (ctx) => {
    if (!(await isUnchanged(ctx, incident, messages, before))) return 'stale';
    if (before !== null && isConfirmed) return recaptureSaved(ctx, before, { ...draft, ...drafted });
    // What the bot saved by itself becomes a draft again: see refreshAutoSaved.
    if (linked) await unlink(ctx, before);
    if (isOnlyRemembered && before?.status !== 'active') {
      const wasWorkedOn = replies.some((reply) => !reply.isBot);
      // An alert that came and went by itself taught nobody anything.
      if (!wasWorkedOn && before !== null) await withdrawDraft(ctx, incident);
      if (!wasWorkedOn) return null;
      if (before !== null) await withdrawDraftMessages(ctx, incident);
      await writeDraft(ctx, before, { ...draft, ...drafted }, 'past');
      return null;
    }
    const solutionId = await writeDraft(ctx, before, { ...draft, ...drafted });
    if (duplicate?.isCertain === true) {
      const written = await findSolution(ctx, solutionId, 'operator');
      if (written !== null)
        await linkOccurrence(ctx, written, duplicate.solution, { by: null, mergedVersion: null });
    }
    if (input.silently !== true) await upsertDraftMessage(ctx, solutionId, duplicate);
    return solutionId;
  });
}

/** A word that was deleted while it was read must not come back; two captures at once make one draft. */
async function isUnchanged(
  ctx: CaptureCtx,
  incident: Incident,
  messages: Message[],
  before: StoredSolution | null,
): Promise<boolean> {
  await lockPlaceholders(ctx, incident.id);
  if ((await findIncident(ctx, incident.id))?.status !== incident.status) return false;
  if (!isDeepStrictEqual(await messagesOfIncident(ctx, incident.id), messages)) return false;
  const now = await findSolutionOfThread(ctx, incident.channelId, incident.threadTs);
  return now?.id === before?.id && now?.version === before?.version && now?.status === before?.status;
}

async function unlink(ctx: CaptureCtx, linked: StoredSolution): Promise<void> {
  const from = await unlinkDraft(ctx, linked.id, { distinct: false });
  if (from !== null) await refreshAnswers(ctx, from);
}

/** What a person wrote stays as it is, but what its message says of other solutions may not. */
async function refreshEditedDraft(ctx: CaptureCtx, { id, status }: StoredSolution): Promise<void> {
  if (status !== 'draft') return;
  await inTransaction(ctx, (ctx) => upsertDraftMessage(ctx, id, null));
}

/** Without what its message says of other solutions. */
async function refreshDraftMessage(ctx: CaptureCtx, draft: StoredSolution): Promise<void> {
  await inTransaction(ctx, (ctx) => refreshMessages(ctx, draft, { threadExists: true }));
}

/** An alert that recovered by itself, or a thread that fell quiet, is not asked about: nobody did anything. */
async function wasAskedByPerson(ctx: CaptureCtx, incident: Incident, replies: Message[]): Promise<boolean> {
  const signal = await resolutionSignalOf(ctx, incident.id);
  if (signal === 'reaction' || signal === 'mention') return true;
  return signal === 'alert' && replies.some((reply) => !reply.isBot);
}

import { isDeepStrictEqual } from 'node:util';
import type { Embedder } from '../../embed/embedder.ts';
import { PrecedentError } from '../../errors.ts';
import type { DraftedSolution } from '../../library/draft.ts';
import type { Incident } from '../../library/incident.ts';
import type { Message } from '../../library/message.ts';
import type { SolutionContent } from '../../library/solution.ts';
import type { Model } from '../../llm/model.ts';
import { visibilityOf } from '../../privacy/visibility.ts';
import { isAutoSaved, mayBeLinked } from '../../solutions/auto-saved.ts';
import type { RendersDrafts } from '../../solutions/draft-message.ts';
import { draftKey, refreshMessages, upsertDraftMessage } from '../../solutions/draft-message.ts';
import { type DraftCandidate, findDuplicate } from '../../solutions/find-duplicate.ts';
import { linkOccurrence, refreshAnswers } from '../../solutions/link-occurrence.ts';
import { isSameCapture, recaptureSaved, writeDraft } from '../../solutions/write-draft.ts';
import { findChannel } from '../../store/channels/channels.ts';
import type { Ctx } from '../../store/ctx.ts';
import { inTransaction } from '../../store/ctx.ts';
import { findIncident, lockPlaceholders, resolutionSignalOf } from '../../store/incidents/incidents.ts';
import { messagesOfIncident } from '../../store/incidents/messages.ts';
import { readOutbox, withdrawOutbox } from '../../store/outbox/outbox.ts';
import { deleteDraftsOfThread } from '../../store/solutions/draft-decisions.ts';
import { wasEdited } from '../../store/solutions/solution-versions.ts';
import { findSolution, findSolutionOfThread, type StoredSolution } from '../../store/solutions/solutions.ts';
import { unlinkDraft } from '../../store/solutions/unlink-occurrences.ts';
import { captureThread } from '../model/capture-thread.ts';
import { withStepFromReply } from '../steps/step-from-reply.ts';

/** `embedder` null: who saves many embeds them afterwards, all at once. */
export type CaptureCtx = Ctx & RendersDrafts & { embedder: Embedder | null; model: Model | null };

/** A thread in which people go on talking is read again that often before the queue takes over. */
const maxReadings = 5;

/**
 * Makes or refreshes the draft of a resolved incident and the message that offers it. What a person has edited
 * or decided stays as they left it, but a saved solution that nobody edited follows its thread when that `changed`;
 * `silently` (an import) posts nothing, and of the `past` only a fix that held is kept. Returns the solution's id, or
 * null when there is nothing to offer.
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
  if (incident.status !== 'resolved') {
    // It is open again: nothing is captured, but the message of a draft that a person edited stands.
    if (before !== null && input.changed === true) await refreshDraftMessage(ctx, before);
    return null;
  }
  // Nobody decided on a draft that was counted to a solution by itself: it follows its thread.
  const linked = before !== null && before.mergedInto !== null && before.decidedBy === null;
  if (before !== null && !linked) {
    const followsThread =
      before.status === 'draft' ||
      (before.status === 'active' && (input.changed === true || (await isAutoSaved(ctx, before))));
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
  const drafted = await toCandidate(ctx, incident, before, draft);
  if (linked && input.changed !== true && isSameCapture(before, drafted)) return before.id;
  const mayLink =
    before?.isDistinct !== true && before?.status !== 'active' && draft.content.steps.length > 0;
  const duplicate = mayLink ? await findDuplicate(ctx, drafted) : null;
  const isConfirmed = before?.status === 'active' && !(await isAutoSaved(ctx, before));
  const isEmpty = draft.content.steps.length === 0 && !(await wasAskedByPerson(ctx, incident, replies));
  return inTransaction(ctx, async (ctx) => {
    if (!(await isUnchanged(ctx, incident, messages, before))) return 'stale';
    if (before !== null && isConfirmed) return recaptureSaved(ctx, before, { ...draft, ...drafted });
    // What was saved without asking becomes a draft again: see refreshSaved.
    if (isEmpty && before?.status !== 'active') {
      if (linked) await unlink(ctx, before);
      if (before !== null) await withdrawDraft(ctx, incident);
      return null;
    }
    if (input.past === true && !draft.proven) return null;
    if (linked) await unlink(ctx, before);
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

/** Where the thread shows no step we have asked for one line; a reply to that counts as the fix. */
async function withReply(
  ctx: CaptureCtx,
  before: StoredSolution | null,
  replies: Message[],
  draft: DraftedSolution,
): Promise<DraftedSolution> {
  if (draft.content.steps.length > 0 || before === null) return draft;
  const draftMessage = await readOutbox(ctx, draftKey(before));
  return draftMessage === null || draftMessage.ts === null
    ? draft
    : withStepFromReply(draft, replies, draftMessage.ts);
}

/** A word that was deleted while it was read must not come back; two captures at once make one draft. */
async function isUnchanged(
  ctx: CaptureCtx,
  incident: Incident,
  messages: Message[],
  before: StoredSolution | null,
): Promise<boolean> {
  const { db, workspaceId } = ctx;
  await lockPlaceholders({ db, workspaceId }, incident.id);
  if ((await findIncident({ db, workspaceId }, incident.id))?.status !== 'resolved') return false;
  if (!isDeepStrictEqual(await messagesOfIncident({ db, workspaceId }, incident.id), messages)) return false;
  const now = await findSolutionOfThread({ db, workspaceId }, incident.channelId, incident.threadTs);
  return now?.id === before?.id && now?.version === before?.version && now?.status === before?.status;
}

async function unlink(ctx: CaptureCtx, linked: StoredSolution): Promise<void> {
  const change = { at: ctx.now(), distinct: false };
  const from = await unlinkDraft(ctx, linked.id, change);
  if (from !== null) await refreshAnswers(ctx, from);
}

/** The draft as it would stand in the library. */
async function toCandidate(
  ctx: CaptureCtx,
  incident: Incident,
  before: StoredSolution | null,
  draft: DraftedSolution,
): Promise<DraftCandidate> {
  const channel = await findChannel(ctx, incident.channelId);
  return {
    content: withIncidentContext(incident, draft.content),
    proven: draft.proven,
    source: { channelId: incident.channelId, threadTs: incident.threadTs, incidentId: incident.id },
    // A channel that we do not know is treated as private.
    visibility: before?.visibility ?? (channel === null ? 'channel' : visibilityOf(channel)),
    occurredAt: incident.openedAt,
  };
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

/** It is not over after all: a draft that nobody has touched says no longer that it is. */
async function withdrawReopened(ctx: CaptureCtx, { id, channelId, threadTs }: Incident): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockPlaceholders(ctx, id);
    const incident = await findIncident(ctx, id);
    const draft = await findSolutionOfThread(ctx, channelId, threadTs);
    if (incident?.status !== 'open' || draft?.status !== 'draft') return;
    if (await mayBeLinked(ctx, draft)) await withdrawDraft(ctx, incident);
  });
}

/** What the draft was made from was deleted, and nothing is left to ask about. */
async function withdrawDraft(ctx: CaptureCtx, incident: Incident): Promise<void> {
  const { channelId, threadTs, id: incidentId } = incident;
  await deleteDraftsOfThread(ctx, channelId, threadTs);
  for (const kind of ['draft', 'reminder'] as const) {
    for (const key of await withdrawOutbox(ctx, { incidentId, kind })) {
      await ctx.enqueue({ name: 'deliver', key });
    }
  }
}

/** An alert's labels know the service better than any reading of the thread. */
export function withIncidentContext(
  incident: Pick<Incident, 'context'>,
  content: SolutionContent,
): SolutionContent {
  return {
    ...content,
    context: {
      service: incident.context.service ?? content.context.service,
      environment: incident.context.environment ?? content.context.environment,
      severity: incident.context.severity ?? content.context.severity,
    },
  };
}

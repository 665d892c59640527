import type { DraftedSolution } from '../library/draft.ts';
import type { Incident } from '../library/incident.ts';
import type { Enqueue } from '../library/job.ts';
import type { SolutionContent } from '../library/solution.ts';
import type { ThreadMessage } from '../library/thread-message.ts';
import type { Model } from '../llm/model.ts';
import type { Log } from '../log.ts';
import { visibilityOf } from '../privacy/visibility.ts';
import { findChannel } from '../store/channels.ts';
import type { Db } from '../store/db.ts';
import { findIncident, resolutionSignalOf } from '../store/incidents.ts';
import { messagesOfIncident } from '../store/messages.ts';
import { newId } from '../store/new-id.ts';
import { type Body, withdrawOutbox, writeOutbox } from '../store/outbox.ts';
import {
  deleteDraftsOfThread,
  findSolution,
  findSolutionOfThread,
  forgetVersionsBefore,
  insertDraft,
  type StoredSolution,
  wasEdited,
  writeVersion,
} from '../store/solutions.ts';
import { captureThread } from './capture-thread.ts';

export type DraftState = 'waiting' | 'saved' | 'saved_unasked' | 'discarded' | 'no_steps' | 'updated';

export type ToldDraft = {
  solutionId: string;
  state: DraftState;
  decidedBy: string | null;
  content: SolutionContent;
  proven: boolean;
  timeToResolutionMinutes: number | null;
  version: number;
};

export type DraftDeps = {
  db: Db;
  workspaceId: string;
  enqueue: Enqueue<Db>;
  model: Model | null;
  log: Log;
  now: () => Date;
  render: { draft: (draft: ToldDraft) => Body };
};

/**
 * Makes or refreshes the draft of a resolved incident and the message that offers it. What a person has edited
 * or decided stays as they left it; `silently` (an import) posts nothing. Returns the solution's id, or null when
 * there is nothing to offer.
 */
export async function draftIncident(
  deps: DraftDeps,
  input: { incidentId: string; silently?: boolean },
): Promise<string | null> {
  const incident = await findIncident(deps.db, deps.workspaceId, input.incidentId);
  if (incident === null || incident.status !== 'resolved') return null;
  const before = await findSolutionOfThread(deps.db, deps.workspaceId, incident.channelId, incident.threadTs);
  if (before !== null) {
    const undecided = before.status === 'draft' || (await isSavedUnasked(deps, before));
    const settled = !undecided || (await wasEdited(deps.db, deps.workspaceId, before.id));
    if (settled) return before.id;
  }
  const messages = await messagesOfIncident(deps.db, deps.workspaceId, incident.id);
  const root = messages.find((message) => message.ts === incident.threadTs);
  if (root === undefined) return null;
  const replies = messages.filter((message) => message.ts !== incident.threadTs);
  const draft = await captureThread(
    { root, replies, openedAt: incident.openedAt, resolvedAt: incident.resolvedAt },
    { model: deps.model, log: deps.log },
  );
  const isSaved = before?.status === 'active';
  if (draft.content.steps.length === 0 && !isSaved && !(await personAsked(deps, incident, replies))) {
    if (before !== null) await withdrawDraft(deps, incident);
    return null;
  }
  return deps.db.transaction(async (tx) => {
    const solutionId = await writeDraft({ ...deps, db: tx }, incident, before, draft);
    if (solutionId !== null && input.silently !== true) await tellDraft({ ...deps, db: tx }, solutionId);
    return solutionId;
  });
}

/** An alert that recovered by itself, or a thread that fell quiet, is not asked about: nobody did anything. */
async function personAsked(deps: DraftDeps, incident: Incident, replies: ThreadMessage[]): Promise<boolean> {
  const signal = await resolutionSignalOf(deps.db, deps.workspaceId, incident.id);
  if (signal === 'reaction' || signal === 'mention') return true;
  return signal === 'alert' && replies.some((reply) => !reply.isBot);
}

/** The bot saved it, as its channel is set to, and nobody has decided since: it follows the thread as a draft does. */
export async function isSavedUnasked(
  deps: Pick<DraftDeps, 'db' | 'workspaceId'>,
  { status, decidedBy, source: { incidentId } }: StoredSolution,
): Promise<boolean> {
  if (status !== 'active' || decidedBy !== null || incidentId === null) return false;
  return (await resolutionSignalOf(deps.db, deps.workspaceId, incidentId)) !== 'import';
}

/** What the draft was made from was deleted, and nothing is left to ask about. */
async function withdrawDraft(deps: DraftDeps, incident: Incident): Promise<void> {
  const { workspaceId, channelId, threadTs, id: incidentId } = incident;
  await deps.db.transaction(async (tx) => {
    await deleteDraftsOfThread(tx, workspaceId, channelId, threadTs);
    for (const key of await withdrawOutbox(tx, workspaceId, { incidentId, kind: 'draft' })) {
      await deps.enqueue(tx, { name: 'deliver', key });
    }
  });
}

async function writeDraft(
  deps: DraftDeps,
  incident: Incident,
  before: StoredSolution | null,
  draft: DraftedSolution,
): Promise<string | null> {
  const content = inContextOf(incident, draft.content);
  const at = deps.now();
  if (before !== null) {
    if (JSON.stringify(before.content) === JSON.stringify(content)) return before.id;
    const won = await writeVersion(
      deps.db,
      { workspaceId: deps.workspaceId, solutionId: before.id, version: before.version },
      {
        content,
        proven: draft.proven,
        by: null,
        at,
        reason: 'captured again',
        timeToResolutionMinutes: draft.timeToResolutionMinutes,
      },
    );
    if (!won) return null;
    // Nobody wrote these versions: a word that was deleted in Slack must not live on in one.
    await forgetVersionsBefore(deps.db, deps.workspaceId, before.id, before.version + 1);
    return before.id;
  }
  const channel = await findChannel(deps.db, deps.workspaceId, incident.channelId);
  const id = newId('sol');
  await insertDraft(deps.db, {
    workspaceId: deps.workspaceId,
    id,
    content,
    proven: draft.proven,
    source: { channelId: incident.channelId, threadTs: incident.threadTs, incidentId: incident.id },
    // A channel that we do not know is treated as private.
    visibility: channel === null ? 'channel' : visibilityOf(channel),
    timeToResolutionMinutes: draft.timeToResolutionMinutes,
    occurredAt: incident.openedAt,
    createdAt: at,
  });
  return id;
}

/** An alert's labels know the service better than any reading of the thread. */
function inContextOf(incident: Incident, content: SolutionContent): SolutionContent {
  return {
    ...content,
    context: {
      service: incident.context.service ?? content.context.service,
      environment: incident.context.environment ?? content.context.environment,
      severity: incident.context.severity ?? content.context.severity,
    },
  };
}

/** Writes the draft's one message as things stand now, and has it sent when it changed. */
export async function tellDraft(
  deps: Pick<DraftDeps, 'db' | 'workspaceId' | 'enqueue' | 'now' | 'render'>,
  solutionId: string,
): Promise<void> {
  const solution = await findSolution(deps.db, deps.workspaceId, solutionId, 'operator');
  if (solution === null) return;
  const key = `draft:${solution.source.incidentId ?? solution.id}`;
  const changed = await writeOutbox(
    deps.db,
    {
      workspaceId: deps.workspaceId,
      key,
      kind: 'draft',
      channelId: solution.source.channelId,
      threadTs: solution.source.threadTs,
      incidentId: solution.source.incidentId,
      solutionId: solution.id,
      body: deps.render.draft({
        solutionId: solution.id,
        state: stateOf(solution),
        decidedBy: solution.decidedBy,
        content: solution.content,
        proven: solution.proven,
        timeToResolutionMinutes: solution.timeToResolutionMinutes,
        version: solution.version,
      }),
    },
    deps.now(),
  );
  if (changed) await deps.enqueue(deps.db, { name: 'deliver', key });
}

function stateOf(solution: StoredSolution): DraftState {
  if (solution.status === 'retired') return 'discarded';
  if (solution.status === 'active') return solution.decidedBy === null ? 'saved_unasked' : 'saved';
  return solution.content.steps.length === 0 && solution.content.fix.immediate === null
    ? 'no_steps'
    : 'waiting';
}

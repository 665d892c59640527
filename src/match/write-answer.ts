import type { Embedder } from '../embed/embedder.ts';
import type { Histogram } from '../library/histogram.ts';
import type { Incident } from '../library/incident.ts';
import { upsertMessage } from '../outbox/upsert-message.ts';
import { viewerOfChannel } from '../privacy/visibility.ts';
import { findChannel } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import { type Body, lockOutbox } from '../store/outbox/outbox.ts';
import { precedentsOf } from '../store/precedents/precedents.ts';
import { findSolutions } from '../store/solutions/solutions.ts';
import { describePrecedents, type PrecedentView } from './describe-precedents.ts';
import type { Recurrence } from './find-recurrence.ts';

export type AnswerCtx = Ctx & {
  /** Ends with a slash. */
  workspaceUrl: string;
  embedder: Embedder;
  threshold?: number;
  searchSeconds?: Histogram;
  render: {
    answer: (answer: { incidentId: string; wider: boolean; precedents: PrecedentView[] }) => Body;
    again: (recurrence: Recurrence) => Body;
  };
};

const maxPrecedents = 3;

/** The outbox key of an incident's one message. */
export function answerKey(incidentId: string): string {
  return `answer:${incidentId}`;
}

/** Writes the incident's one message as its precedents stand now, and has it sent when it changed. */
export async function writeAnswer(ctx: AnswerCtx, incident: Incident, wider: boolean): Promise<void> {
  const key = answerKey(incident.id);
  await lockOutbox(ctx, key);
  const kept = await precedentsOf(ctx, incident.id);
  const solutions = await findSolutions(
    ctx,
    kept.map((precedent) => precedent.solutionId),
    viewerOfChannel(await findChannel(ctx, incident.channelId)),
  );
  const byId = new Map(solutions.map((solution) => [solution.id, solution]));
  const found = kept
    .toSorted((a, b) => Number(b.inUse) - Number(a.inUse) || a.rank - b.rank)
    .flatMap((precedent) => {
      const solution = byId.get(precedent.solutionId);
      return solution === undefined || solution.status !== 'active' ? [] : [{ ...precedent, solution }];
    })
    .slice(0, maxPrecedents);
  const precedents = await describePrecedents(ctx, found);
  const body = ctx.render.answer({ incidentId: incident.id, wider, precedents });
  const shown = precedents.map(({ solutionId }) => solutionId);
  await writeAnswerBody(ctx, incident, body, shown);
}

/** Writes the incident's one message as the line that says "again". */
export function writeRecurrence(ctx: AnswerCtx, incident: Incident, recurrence: Recurrence): Promise<void> {
  const { fix } = recurrence;
  return writeAnswerBody(ctx, incident, ctx.render.again(recurrence), fix === null ? [] : [fix.solutionId]);
}

/** What the incident's one message says from now on, of these solutions, the first of which it is about. */
function writeAnswerBody(ctx: AnswerCtx, incident: Incident, body: Body, shown: string[]): Promise<void> {
  const { channelId, threadTs, id: incidentId } = incident;
  return upsertMessage(ctx, {
    key: answerKey(incidentId),
    kind: 'answer',
    channelId,
    threadTs,
    incidentId,
    solutionId: shown[0] ?? null,
    body,
    mentions: shown.map((id) => ({ kind: 'solution', id })),
  });
}

import type { Embedder } from '../embed/embedder.ts';
import type { Histogram } from '../library/histogram.ts';
import type { Incident } from '../library/incident.ts';
import { viewerOfChannel } from '../privacy/visibility.ts';
import { findChannel } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { type Body, lockOutbox, writeOutbox } from '../store/outbox/outbox.ts';
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
  await writeAnswerBody(ctx, incident, body, precedents[0]?.solutionId);
}

/** Writes the incident's one message as the line that says "again". */
export function writeRecurrence(ctx: AnswerCtx, incident: Incident, recurrence: Recurrence): Promise<void> {
  return writeAnswerBody(ctx, incident, ctx.render.again(recurrence), recurrence.fix?.solutionId);
}

/** What the incident's one message says from now on. */
async function writeAnswerBody(
  ctx: AnswerCtx,
  incident: Incident,
  body: Body,
  solutionId?: string,
): Promise<void> {
  const key = answerKey(incident.id);
  const { channelId, threadTs, id: incidentId } = incident;
  await inTransaction(ctx, async (ctx) => {
    const message = { key, kind: 'answer' as const, channelId, threadTs, incidentId, body };
    const changed = await writeOutbox(
      ctx.db,
      { workspaceId: ctx.workspaceId, ...message, solutionId: solutionId ?? null },
      ctx.now(),
    );
    if (changed) await ctx.enqueue({ name: 'deliver', key });
  });
}

import type { Embedder } from '../embed/embedder.ts';
import { type Contradiction, contradictionsOf } from '../library/contradictions.ts';
import type { Effectiveness } from '../library/effectiveness.ts';
import type { Histogram } from '../library/histogram.ts';
import type { Incident } from '../library/incident.ts';
import { permalinkOf } from '../library/permalink.ts';
import type { Precedent } from '../library/precedent.ts';
import type { SolutionContent } from '../library/solution.ts';
import { upsertMessage } from '../outbox/upsert-message.ts';
import { viewerOfChannel } from '../privacy/visibility.ts';
import { findChannel } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { findIncident } from '../store/incidents/incidents.ts';
import { messagesOfIncident } from '../store/incidents/messages.ts';
import { type Body, lockOutbox, readOutbox } from '../store/outbox/outbox.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { precedentsOf, savePrecedents } from '../store/precedents/precedents.ts';
import { linkedThreadContents, occurrenceStatsOf } from '../store/solutions/solution-occurrences.ts';
import { findSolutions, type StoredSolution } from '../store/solutions/solutions.ts';
import { onRequestThreshold, thresholdFor } from './answer-thresholds.ts';
import type { Problem } from './find-precedents.ts';
import { findRecurrence, type Recurrence } from './find-recurrence.ts';
import { searchLibrary } from './search-library.ts';

/** A precedent with all that is told of it. `confidence` is 0–1; `rank`, 1 is the best, is what 1️⃣ 2️⃣ 3️⃣ choose by. */
export type PrecedentView = {
  solutionId: string;
  rank: number;
  title: string;
  confidence: number;
  why: string[];
  effectiveness: Effectiveness;
  timeToResolutionMinutes: number | null;
  content: SolutionContent;
  permalink: string | null;
  occurredAt: Date;
  /** In how many threads it was seen, its own among them, and when last. */
  seen: number;
  lastOccurredAt: Date;
  /** Its steps that had the opposite outcome elsewhere. */
  contradictions: Contradiction[];
};

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

/**
 * Looks for precedents of an open incident and writes the one message that answers it, or nothing.
 * An alert that was resolved just before only says so, and where. Run twice it changes nothing; `wider` (a person asked) always ends in a message.
 */
export async function answerIncident(
  ctx: AnswerCtx,
  input: { incidentId: string; wider: boolean },
): Promise<void> {
  const incident = await findIncident(ctx, input.incidentId);
  if (incident === null || (incident.status !== 'open' && !input.wider)) return;
  const channel = await findChannel(ctx, incident.channelId);
  const viewer = viewerOfChannel(channel);
  if (!input.wider && (await precedentsOf(ctx, incident.id)).length === 0) {
    const recurrence = await findRecurrence(ctx, incident, viewer);
    if (recurrence !== null) return writeRecurrence(ctx, incident, recurrence);
  }
  const threshold = thresholdFor(channel?.answerSensitivity ?? 'normal', ctx.threshold);
  const findings = await searchLibrary(ctx, {
    workspaceId: ctx.workspaceId,
    viewer,
    problem: input.wider ? await problemOfThread(ctx, incident) : incident,
    now: ctx.now(),
    threshold: input.wider ? Math.min(onRequestThreshold, threshold) : threshold,
    maxBelow: 0,
    exceptThread: incident,
  });
  if (findings.silent && !input.wider) return;
  await inTransaction(ctx, async (ctx) => {
    await savePrecedents(ctx, incident.id, findings.shown, ctx.now());
    await writeAnswer(ctx, incident, input.wider);
  });
}

/** The numbers behind an answer changed, or another precedent is in use: the message follows. */
export async function refreshAnswer(ctx: AnswerCtx, input: { incidentId: string }): Promise<void> {
  const incident = await findIncident(ctx, input.incidentId);
  if (incident === null) return;
  const existing = await readOutbox(ctx, answerKey(incident.id));
  if (existing === null) return;
  await inTransaction(ctx, async (ctx) => {
    const answered = (await precedentsOf(ctx, incident.id)).length > 0;
    // An answer without a precedent that shows a solution is the line that says "again".
    const recurrence =
      answered || existing.solutionId === null
        ? null
        : await findRecurrence(ctx, incident, await viewerOf(ctx, incident.channelId));
    if (recurrence !== null) return writeRecurrence(ctx, incident, recurrence);
    await writeAnswer(ctx, incident, false);
  });
}

function answerKey(incidentId: string): string {
  return `answer:${incidentId}`;
}

/** What a person reads of the found, in the order found: for an answer, a search, a list. */
export async function describePrecedents(
  ctx: Pick<AnswerCtx, 'db' | 'workspaceId' | 'workspaceUrl'>,
  found: (Precedent & { solution: StoredSolution })[],
): Promise<PrecedentView[]> {
  const scores = await effectivenessOfSolutions(
    ctx,
    found.map((precedent) => precedent.solutionId),
  );
  const ids = found.map((precedent) => precedent.solutionId);
  const seen = await occurrenceStatsOf(ctx, ids);
  const linkedContents = await linkedThreadContents(ctx, ids);
  return found.flatMap(({ solutionId, rank, confidence, why, solution }) => {
    const effectiveness = scores.get(solutionId);
    const stats = seen.get(solutionId);
    if (effectiveness === undefined || stats === undefined) return [];
    const others = found.filter((other) => other.solutionId !== solutionId).map((other) => other.solution);
    return [
      {
        solutionId,
        rank,
        title: solution.content.title,
        confidence,
        why,
        effectiveness,
        timeToResolutionMinutes: stats.medianMinutes,
        content: solution.content,
        permalink: permalinkOf(ctx.workspaceUrl, solution.source.channelId, solution.source.threadTs),
        occurredAt: solution.occurredAt,
        seen: stats.seen,
        lastOccurredAt: stats.lastOccurredAt,
        contradictions: contradictionsOf(solution, [...(linkedContents.get(solutionId) ?? []), ...others]),
      },
    ];
  });
}

/** Writes the incident's one message as its precedents stand now, and has it sent when it changed. */
export async function writeAnswer(ctx: AnswerCtx, incident: Incident, wider: boolean): Promise<void> {
  const key = answerKey(incident.id);
  await lockOutbox(ctx, key);
  const kept = await precedentsOf(ctx, incident.id);
  const solutions = await findSolutions(
    ctx,
    kept.map((precedent) => precedent.solutionId),
    await viewerOf(ctx, incident.channelId),
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

function writeRecurrence(ctx: AnswerCtx, incident: Incident, recurrence: Recurrence): Promise<void> {
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

async function viewerOf(ctx: AnswerCtx, channelId: string) {
  return viewerOfChannel(await findChannel(ctx, channelId));
}

/** Once people have written more, their words say more than the first message did. */
async function problemOfThread(ctx: AnswerCtx, incident: Incident): Promise<Problem> {
  const messages = await messagesOfIncident(ctx, incident.id);
  const replies = messages.filter((message) => message.ts !== incident.threadTs && !message.isBot);
  return {
    ...incident,
    symptoms: [incident.symptoms, ...replies.map((message) => message.text)].join('\n').slice(0, 4_000),
  };
}

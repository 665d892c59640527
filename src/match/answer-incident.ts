import type { Embedder } from '../embed/embedder.ts';
import { type Contradiction, contradictionsOf } from '../library/contradictions.ts';
import type { Effectiveness } from '../library/effectiveness.ts';
import type { Histogram } from '../library/histogram.ts';
import type { Incident } from '../library/incident.ts';
import type { Enqueue } from '../library/job.ts';
import { permalinkOf } from '../library/permalink.ts';
import type { Precedent } from '../library/precedent.ts';
import type { SolutionContent } from '../library/solution.ts';
import type { Log } from '../log.ts';
import { viewerOfChannel } from '../privacy/visibility.ts';
import { findChannel } from '../store/channels/channels.ts';
import type { Db } from '../store/connection/db.ts';
import { findIncident } from '../store/incidents/incidents.ts';
import { messagesOfIncident } from '../store/incidents/messages.ts';
import { type Body, lockOutbox, readOutbox, writeOutbox } from '../store/outbox/outbox.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { precedentsOf, savePrecedents } from '../store/precedents/precedents.ts';
import { seenOfSolutions, tellingsCountedTo } from '../store/solutions/solution-occurrences.ts';
import { findSolutions, type StoredSolution } from '../store/solutions/solutions.ts';
import { askedFrom, thresholdFor } from './answer-thresholds.ts';
import type { Trouble } from './find-precedents.ts';
import { findRecurrence, type Recurrence } from './find-recurrence.ts';
import { searchLibrary } from './search-library.ts';

/** A precedent with all that is told of it. `confidence` is 0–1; `rank`, 1 is the best, is what 1️⃣ 2️⃣ 3️⃣ choose by. */
export type ToldPrecedent = {
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

export type AnswerDeps = {
  db: Db;
  workspaceId: string;
  /** Ends with a slash. */
  workspaceUrl: string;
  embedder: Embedder;
  enqueue: Enqueue<Db>;
  now: () => Date;
  log?: Log;
  threshold?: number;
  searchSeconds?: Histogram;
  render: {
    answer: (answer: { incidentId: string; wider: boolean; precedents: ToldPrecedent[] }) => Body;
    again: (recurrence: Recurrence) => Body;
  };
};

const mostTold = 3;

/**
 * Looks for precedents of an open incident and writes the one message that answers it, or nothing.
 * An alert that was resolved just before only says so, and where. Run twice it changes nothing; `wider` (a person asked) always ends in a message.
 */
export async function answerIncident(
  deps: AnswerDeps,
  input: { incidentId: string; wider: boolean },
): Promise<void> {
  const incident = await findIncident(deps.db, deps.workspaceId, input.incidentId);
  if (incident === null || (incident.status !== 'open' && !input.wider)) return;
  const channel = await findChannel(deps.db, deps.workspaceId, incident.channelId);
  const viewer = viewerOfChannel(channel);
  if (!input.wider && (await precedentsOf(deps.db, deps.workspaceId, incident.id)).length === 0) {
    const recurrence = await findRecurrence(deps, incident, viewer);
    if (recurrence !== null) return sayAgain(deps, incident, recurrence);
  }
  const threshold = thresholdFor(channel?.answers ?? 'normal', deps.threshold);
  const findings = await searchLibrary(deps, {
    workspaceId: deps.workspaceId,
    viewer,
    trouble: input.wider ? await wholeThread(deps, incident) : incident,
    now: deps.now(),
    threshold: input.wider ? Math.min(askedFrom, threshold) : threshold,
    mostBelow: 0,
    exceptThread: incident,
  });
  if (findings.silent && !input.wider) return;
  await deps.db.transaction(async (tx) => {
    await savePrecedents(tx, deps.workspaceId, incident.id, findings.shown, deps.now());
    await tell({ ...deps, db: tx }, incident, input.wider);
  });
}

/** The numbers behind an answer changed, or another precedent is in use: the message follows. */
export async function retellAnswer(deps: AnswerDeps, input: { incidentId: string }): Promise<void> {
  const incident = await findIncident(deps.db, deps.workspaceId, input.incidentId);
  if (incident === null) return;
  const told = await readOutbox(deps.db, deps.workspaceId, answerKey(incident.id));
  if (told === null) return;
  await deps.db.transaction(async (db) => {
    const tx = { ...deps, db };
    const answered = (await precedentsOf(db, deps.workspaceId, incident.id)).length > 0;
    // An answer without a precedent that shows a solution is the line that says "again".
    const recurrence =
      answered || told.solutionId === null
        ? null
        : await findRecurrence(tx, incident, await viewerOf(tx, incident.channelId));
    if (recurrence !== null) return sayAgain(tx, incident, recurrence);
    await tell(tx, incident, false);
  });
}

function answerKey(incidentId: string): string {
  return `answer:${incidentId}`;
}

/** What a person reads of the found, in the order found: for an answer, a search, a list. */
export async function describePrecedents(
  deps: Pick<AnswerDeps, 'db' | 'workspaceId' | 'workspaceUrl'>,
  found: (Precedent & { solution: StoredSolution })[],
): Promise<ToldPrecedent[]> {
  const scores = await effectivenessOfSolutions(
    deps.db,
    deps.workspaceId,
    found.map((precedent) => precedent.solutionId),
  );
  const ids = found.map((precedent) => precedent.solutionId);
  const seen = await seenOfSolutions(deps.db, deps.workspaceId, ids);
  const counted = await tellingsCountedTo(deps.db, deps.workspaceId, ids);
  return found.flatMap(({ solutionId, rank, confidence, why, solution }) => {
    const effectiveness = scores.get(solutionId);
    const often = seen.get(solutionId);
    if (effectiveness === undefined || often === undefined) return [];
    const others = found.filter((other) => other.solutionId !== solutionId).map((other) => other.solution);
    return [
      {
        solutionId,
        rank,
        title: solution.content.title,
        confidence,
        why,
        effectiveness,
        timeToResolutionMinutes: often.medianMinutes,
        content: solution.content,
        permalink: permalinkOf(deps.workspaceUrl, solution.source.channelId, solution.source.threadTs),
        occurredAt: solution.occurredAt,
        seen: often.seen,
        lastOccurredAt: often.lastOccurredAt,
        contradictions: contradictionsOf(solution, [...(counted.get(solutionId) ?? []), ...others]),
      },
    ];
  });
}

/** Writes the incident's one message as its precedents stand now, and has it sent when it changed. */
export async function tell(deps: AnswerDeps, incident: Incident, wider: boolean): Promise<void> {
  const key = answerKey(incident.id);
  await lockOutbox(deps.db, deps.workspaceId, key);
  const kept = await precedentsOf(deps.db, deps.workspaceId, incident.id);
  const solutions = await findSolutions(
    deps.db,
    deps.workspaceId,
    kept.map((precedent) => precedent.solutionId),
    await viewerOf(deps, incident.channelId),
  );
  const byId = new Map(solutions.map((solution) => [solution.id, solution]));
  const found = kept
    .toSorted((a, b) => Number(b.inUse) - Number(a.inUse) || a.rank - b.rank)
    .flatMap((precedent) => {
      const solution = byId.get(precedent.solutionId);
      return solution === undefined || solution.status !== 'active' ? [] : [{ ...precedent, solution }];
    })
    .slice(0, mostTold);
  const precedents = await describePrecedents(deps, found);
  const body = deps.render.answer({ incidentId: incident.id, wider, precedents });
  await say(deps, incident, body, precedents[0]?.solutionId);
}

function sayAgain(deps: AnswerDeps, incident: Incident, recurrence: Recurrence): Promise<void> {
  return say(deps, incident, deps.render.again(recurrence), recurrence.fix?.solutionId);
}

/** What the incident's one message says from now on. */
async function say(deps: AnswerDeps, incident: Incident, body: Body, solutionId?: string): Promise<void> {
  const key = answerKey(incident.id);
  const { channelId, threadTs, id: incidentId } = incident;
  await deps.db.transaction(async (tx) => {
    const message = { key, kind: 'answer' as const, channelId, threadTs, incidentId, body };
    const changed = await writeOutbox(
      tx,
      { workspaceId: deps.workspaceId, ...message, solutionId: solutionId ?? null },
      deps.now(),
    );
    if (changed) await deps.enqueue(tx, { name: 'deliver', key });
  });
}

async function viewerOf(deps: AnswerDeps, channelId: string) {
  return viewerOfChannel(await findChannel(deps.db, deps.workspaceId, channelId));
}

/** Once people have written more, their words say more than the first message did. */
async function wholeThread(deps: AnswerDeps, incident: Incident): Promise<Trouble> {
  const messages = await messagesOfIncident(deps.db, deps.workspaceId, incident.id);
  const replies = messages.filter((message) => message.ts !== incident.threadTs && !message.isBot);
  return {
    ...incident,
    symptoms: [incident.symptoms, ...replies.map((message) => message.text)].join('\n').slice(0, 4_000),
  };
}

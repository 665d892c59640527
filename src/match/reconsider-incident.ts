import { PrecedentError } from '../errors.ts';
import type { Incident } from '../library/incident.ts';
import type { JudgeablePrecedent, Precedent } from '../library/precedent.ts';
import type { SolutionContent } from '../library/solution.ts';
import type { Model } from '../llm/model.ts';
import { viewerOfChannel } from '../privacy/visibility.ts';
import { findChannel } from '../store/channels/channels.ts';
import { inTransaction } from '../store/ctx.ts';
import { findIncident } from '../store/incidents/incidents.ts';
import { hasMarks } from '../store/precedents/feedback.ts';
import {
  precedentsOf,
  usePrecedent as putInUse,
  type StoredPrecedent,
  savePrecedents,
} from '../store/precedents/precedents.ts';
import { speaksToModel } from '../text/instruction-cues.ts';
import { termsOf } from '../text/words.ts';
import type { AnswerCtx } from './answer-incident.ts';
import { tell } from './answer-incident.ts';
import { thresholdFor } from './answer-thresholds.ts';
import { judgeCandidates, rewriteTrouble } from './ask-model.ts';
import type { Findings, FoundPrecedent, Trouble } from './find-precedents.ts';
import { findRecurrence } from './find-recurrence.ts';
import { searchLibrary } from './search-library.ts';

export type ReconsiderCtx = AnswerCtx & {
  /** Null: nobody reconsiders. */
  matchingModel: Model | null;
};

/** For both questions together. */
const patienceMs = 2_000;
/** What the rules hold for less probable is not offered to the model. */
const leastSure = 0.2;
const mostCandidates = 5;
/** A message of fewer different terms is vague. */
const vagueBelow = 8;
const agreed = 'a second reading by the model agrees';

/**
 * After the first answer, or silence: asks the model to read a vague message again and to compare the five nearest,
 * and has the answer follow if a candidate that the rules found near is the same trouble to it, too. It only ever
 * puts such a candidate first or adds it. No failure of the model changes anything, and none of its words is kept.
 */
export async function reconsiderIncident(ctx: ReconsiderCtx, input: { incidentId: string }): Promise<void> {
  const model = ctx.matchingModel;
  const incident = await findIncident(ctx, input.incidentId);
  if (model === null || incident === null || incident.status !== 'open') return;
  if (speaksToModel(`${incident.title}\n${incident.symptoms}`)) return;
  const before = await precedentsOf(ctx, incident.id);
  const channel = await findChannel(ctx, incident.channelId);
  // It was told "again" in one line, and that is enough.
  if (before.length === 0 && (await findRecurrence(ctx, incident, viewerOfChannel(channel))) !== null) return;
  const same = await agreedOn(ctx, model, incident, before).catch((error: unknown) => {
    if (!isModelError(error)) throw error;
    ctx.log.warn(
      { err: error, incidentId: incident.id, model: model.name },
      'the answer stays as the rules gave it',
    );
    return [];
  });
  if (same.length === 0) return;
  await inTransaction(ctx, async (ctx) => {
    const now = await precedentsOf(ctx, incident.id);
    const current = await findIncident(ctx, incident.id);
    // Somebody asked wider, chose another or edited the message meanwhile: that counts for more.
    if (current?.status !== 'open' || !saysTheSame(current, incident)) return;
    if (JSON.stringify(now) !== JSON.stringify(before)) return;
    const ranked = inNewOrder(same, before);
    await savePrecedents(ctx, incident.id, ranked, ctx.now());
    const [first] = ranked;
    if (first !== undefined && !(await isTaken(ctx, incident.id, before))) {
      await putInUse(ctx, incident.id, first.solutionId);
    }
    await tell(ctx, incident, false);
  });
}

function saysTheSame(a: Incident, b: Incident): boolean {
  return a.title === b.title && a.symptoms === b.symptoms;
}

function isModelError(error: unknown): boolean {
  return error instanceof PrecedentError && error.code === 'model';
}

/** What the rules found near and the model reads as the same, best first; empty when that changes nothing. */
async function agreedOn(
  ctx: ReconsiderCtx,
  model: Model,
  incident: Incident,
  before: readonly StoredPrecedent[],
): Promise<JudgeablePrecedent[]> {
  const until = performance.now() + patienceMs;
  const left = () => Math.max(1, Math.round(until - performance.now()));
  const asWritten = await search(ctx, incident, incident);
  const isVague = new Set(termsOf(`${incident.title}\n${incident.symptoms}`)).size < vagueBelow;
  const rewritten = asWritten.silent || isVague ? await rewriteTrouble(model, incident, left()) : null;
  const again = rewritten === null ? null : await search(ctx, incident, rewritten);
  const candidates = nearest(asWritten, again).filter(
    ({ solution }) => !speaksToModel(wordsOf(solution.content)),
  );
  if (candidates.length === 0) return [];
  const isSettled =
    candidates.length === 1 && before.some((one) => one.solutionId === candidates[0]?.solutionId);
  if (isSettled) return [];
  const places = await judgeCandidates(
    model,
    incident,
    candidates.map(({ solution }) => solution.content),
    left(),
  );
  const same = places.flatMap((place) => candidates[place] ?? []);
  const told = before.slice(0, same.length).map((one) => one.solutionId);
  return same.every((one, place) => one.solutionId === told[place])
    ? []
    : same.map(({ solutionId, confidence, rank, why, signals }) => ({
        solutionId,
        confidence,
        rank,
        signals,
        why: [...why, agreed],
      }));
}

async function search(ctx: ReconsiderCtx, incident: Incident, trouble: Trouble): Promise<Findings> {
  const channel = await findChannel(ctx, incident.channelId);
  return searchLibrary(ctx, {
    workspaceId: ctx.workspaceId,
    viewer: viewerOfChannel(channel),
    trouble,
    now: ctx.now(),
    threshold: thresholdFor(channel?.answers ?? 'normal', ctx.threshold),
    exceptThread: incident,
    mostBelow: 50,
  });
}

/** The surest of both searches; what is told of a match is what it shares with the message as it was written. */
function nearest(asWritten: Findings, again: Findings | null): FoundPrecedent[] {
  const found = new Map<string, FoundPrecedent>();
  for (const one of [...asWritten.shown, ...asWritten.below]) found.set(one.solutionId, one);
  for (const one of again === null ? [] : [...again.shown, ...again.below]) {
    const written = found.get(one.solutionId);
    if (written === undefined || written.confidence < one.confidence) {
      found.set(one.solutionId, { ...one, why: written?.why ?? [] });
    }
  }
  return [...found.values()]
    .filter((one) => one.confidence >= leastSure)
    .sort((a, b) => b.confidence - a.confidence || (a.solutionId < b.solutionId ? -1 : 1))
    .slice(0, mostCandidates);
}

/** Everything of a solution that the model is given. */
function wordsOf({ title, symptoms, rootCause, fix, steps }: SolutionContent): string {
  return [title, symptoms, rootCause, fix.immediate, ...steps.map((step) => step.text)].join('\n');
}

/** What both agree on, then what was told already. */
function inNewOrder(same: readonly JudgeablePrecedent[], before: readonly Precedent[]): JudgeablePrecedent[] {
  const rest = before.filter((one) => same.every(({ solutionId }) => solutionId !== one.solutionId));
  return [...same, ...rest].map((one, place) => ({ ...one, rank: place + 1 }));
}

/** A person has chosen one or judged one: then reactions go on speaking of it. */
async function isTaken(
  ctx: ReconsiderCtx,
  incidentId: string,
  before: readonly StoredPrecedent[],
): Promise<boolean> {
  const chosen = before.length > 0 && before[0]?.inUse !== true;
  return chosen || (await hasMarks(ctx, incidentId));
}

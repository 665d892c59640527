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
import { hasPromptInjection } from '../text/prompt-injection-cues.ts';
import { termsOf } from '../text/words.ts';
import { thresholdFor } from './answer-thresholds.ts';
import { judgeCandidates, rewriteProblem } from './ask-model.ts';
import type { Findings, FoundPrecedent, Problem } from './find-precedents.ts';
import { findRecurrence } from './find-recurrence.ts';
import { searchLibrary } from './search-library.ts';
import { type AnswerCtx, writeAnswer } from './write-answer.ts';

export type ReconsiderCtx = AnswerCtx & {
  /** Null: nobody reconsiders. */
  matchingModel: Model | null;
};

/** For both questions together. */
const timeoutMs = 2_000;
/** What the rules hold for less probable is not offered to the model. */
const minConfidence = 0.02;
const maxCandidates = 5;
/** A message of fewer different terms is vague. */
const vagueBelow = 8;
const agreedReason = 'a second reading by the model agrees';

/**
 * After the first answer, or silence: asks the model to read a vague message again and to compare the five nearest,
 * and has the answer follow if a candidate that the rules found near is the same problem to it, too. It only ever
 * puts such a candidate first or adds it. No failure of the model changes anything, and none of its words is kept.
 */
export async function reconsiderIncident(ctx: ReconsiderCtx, input: { incidentId: string }): Promise<void> {
  const model = ctx.matchingModel;
  const incident = await findIncident(ctx, input.incidentId);
  if (model === null || incident === null || incident.status !== 'open') return;
  if (hasPromptInjection(`${incident.title}\n${incident.symptoms}`)) return;
  const before = await precedentsOf(ctx, incident.id);
  const channel = await findChannel(ctx, incident.channelId);
  // The line that says "again" is answer enough.
  if (before.length === 0 && (await findRecurrence(ctx, incident, viewerOfChannel(channel))) !== null) return;
  const same = await confirmedByModel(ctx, model, incident, before).catch((error: unknown) => {
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
    if (current?.status !== 'open' || !hasSameText(current, incident)) return;
    if (JSON.stringify(now) !== JSON.stringify(before)) return;
    const ranked = reordered(same, before);
    await savePrecedents(ctx, incident.id, ranked, ctx.now());
    const [first] = ranked;
    if (first !== undefined && !(await hasHumanChoice(ctx, incident.id, before))) {
      await putInUse(ctx, incident.id, first.solutionId);
    }
    await writeAnswer(ctx, incident, false);
  });
}

function hasSameText(a: Incident, b: Incident): boolean {
  return a.title === b.title && a.symptoms === b.symptoms;
}

function isModelError(error: unknown): boolean {
  return error instanceof PrecedentError && error.code === 'model';
}

/** What the rules found near and the model reads as the same, best first; empty when that changes nothing. */
async function confirmedByModel(
  ctx: ReconsiderCtx,
  model: Model,
  incident: Incident,
  before: readonly StoredPrecedent[],
): Promise<JudgeablePrecedent[]> {
  const deadline = performance.now() + timeoutMs;
  const remainingMs = () => Math.max(1, Math.round(deadline - performance.now()));
  const fromOriginal = await search(ctx, incident, incident);
  const isVague = new Set(termsOf(`${incident.title}\n${incident.symptoms}`)).size < vagueBelow;
  const rewritten =
    fromOriginal.silent || isVague ? await rewriteProblem(model, incident, remainingMs()) : null;
  const fromRewritten = rewritten === null ? null : await search(ctx, incident, rewritten);
  const candidates = nearest(fromOriginal, fromRewritten).filter(
    ({ solution }) => !hasPromptInjection(textOf(solution.content)),
  );
  if (candidates.length === 0) return [];
  const isAlreadyAnswered =
    candidates.length === 1 && before.some((one) => one.solutionId === candidates[0]?.solutionId);
  if (isAlreadyAnswered) return [];
  const places = await judgeCandidates(
    model,
    incident,
    candidates.map(({ solution }) => solution.content),
    remainingMs(),
  );
  const same = places.flatMap((place) => candidates[place] ?? []);
  const currentOrder = before.slice(0, same.length).map((one) => one.solutionId);
  return same.every((one, place) => one.solutionId === currentOrder[place])
    ? []
    : same.map(({ solutionId, confidence, rank, why, signals }) => ({
        solutionId,
        confidence,
        rank,
        signals,
        why: [...why, agreedReason],
      }));
}

async function search(ctx: ReconsiderCtx, incident: Incident, problem: Problem): Promise<Findings> {
  const channel = await findChannel(ctx, incident.channelId);
  return searchLibrary(ctx, {
    viewer: viewerOfChannel(channel),
    problem,
    now: ctx.now(),
    threshold: thresholdFor(channel?.answerSensitivity ?? 'normal', ctx.threshold),
    exceptThread: incident,
    maxBelow: 50,
  });
}

/** The surest of both searches; what is said of a match is what it shares with the message as it was written. */
function nearest(fromOriginal: Findings, fromRewritten: Findings | null): FoundPrecedent[] {
  const found = new Map<string, FoundPrecedent>();
  for (const one of [...fromOriginal.shown, ...fromOriginal.below]) found.set(one.solutionId, one);
  for (const one of fromRewritten === null ? [] : [...fromRewritten.shown, ...fromRewritten.below]) {
    const written = found.get(one.solutionId);
    if (written === undefined || written.confidence < one.confidence) {
      found.set(one.solutionId, { ...one, why: written?.why ?? [] });
    }
  }
  return [...found.values()]
    .filter((one) => one.confidence >= minConfidence)
    .sort((a, b) => b.confidence - a.confidence || (a.solutionId < b.solutionId ? -1 : 1))
    .slice(0, maxCandidates);
}

/** Everything of a solution that the model is given. */
function textOf({ title, symptoms, rootCause, fix, steps }: SolutionContent): string {
  return [title, symptoms, rootCause, fix.immediate, ...steps.map((step) => step.text)].join('\n');
}

/** What both agree on, then what was shown already. */
function reordered(same: readonly JudgeablePrecedent[], before: readonly Precedent[]): JudgeablePrecedent[] {
  const rest = before.filter((one) => same.every(({ solutionId }) => solutionId !== one.solutionId));
  return [...same, ...rest].map((one, place) => ({ ...one, rank: place + 1 }));
}

/** A person has chosen one or judged one: then reactions go on speaking of it. */
async function hasHumanChoice(
  ctx: ReconsiderCtx,
  incidentId: string,
  before: readonly StoredPrecedent[],
): Promise<boolean> {
  const chosen = before.length > 0 && before[0]?.inUse !== true;
  return chosen || (await hasMarks(ctx, incidentId));
}

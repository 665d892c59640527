import { PrecedentError } from '../../errors.ts';
import type { DraftedSolution } from '../../library/draft.ts';
import { compareTs, type Message } from '../../library/message.ts';
import type { OffTopicNote } from '../../library/solution.ts';
import type { Evidence, Step } from '../../library/step.ts';
import type { Model } from '../../llm/model.ts';
import { extractSignatures } from '../../text/signatures.ts';
import { captureByRules, contextOf, minutesBetween, threadText } from '../capture-by-rules.ts';
import type { CapturedThread } from '../sentences/read-sentences.ts';
import { immediateFix } from '../steps/immediate-fix.ts';
import { tagsOf } from '../summary/tags-of.ts';
import { offTopicNote } from '../topics/off-topic-note.ts';
import { type Citations, citationsIn } from './check-evidence.ts';
import { checkStep, clipLine } from './check-step.ts';
import {
  capturePrompt,
  captureSystem,
  labelAuthors,
  type ModelReading,
  maxParts,
  modelReading,
  partsOf,
} from './model-request.ts';

const maxTokens = 4_096;

/**
 * What a thread teaches, read by a model part by part and checked against the thread: a step that cites no message, or
 * words that are not in it, is dropped; times and authors are those of the cited messages. Throws what the model throws.
 */
export async function captureWithModel(
  thread: CapturedThread,
  model: Model,
  byRules: DraftedSolution = captureByRules(thread),
): Promise<DraftedSolution> {
  const replies = [...thread.replies].sort((a, b) => compareTs(a.ts, b.ts));
  const messages = [thread.root, ...replies];
  const labels = labelAuthors(messages);
  const parts = partsOf(thread.root, replies);
  if (parts.length > maxParts) {
    throw new PrecedentError('model', `The thread has more than ${maxParts} parts; the rules read it.`);
  }
  const citations = citationsIn(messages);
  const readings: ModelReading[] = [];
  let steps: Step[] = [];
  for (const part of parts) {
    const reading = await model.structured({
      purpose: 'capture',
      system: captureSystem,
      prompt: capturePrompt(part, labels, steps),
      schema: modelReading,
      maxTokens,
      cacheSystem: true,
    });
    readings.push(reading);
    const checkedSteps = reading.steps.flatMap(
      (step) => checkStep(step, citations, byRules.content.steps) ?? [],
    );
    steps = mergeSteps(steps, checkedSteps);
  }
  const { ownThread, offTopic } = splitOffTopic(thread, readings, steps, citations);
  const signatures = signaturesOf(ownThread, readings);
  const context = { ...contextOf(ownThread, steps) };
  const first = readings[0];
  const cause = lastSupported(
    readings.map((reading) => reading.root_cause),
    citations,
  );
  const plan = lastSupported(
    readings.map((reading) => reading.permanent_fix),
    citations,
  );
  context.service ??= inThread(first?.service, citations);
  return {
    content: {
      title: grounded(clipLine(first?.title ?? '', 120), citations) || byRules.content.title,
      symptoms:
        grounded((first?.symptoms ?? '').trim().slice(0, 1_500), citations) || byRules.content.symptoms,
      signatures,
      context,
      rootCause: cause?.text ?? null,
      fix: { immediate: immediateFix(steps), permanent: plan?.text ?? null },
      shownBy: { rootCause: shownBy(cause), permanent: shownBy(plan) },
      steps,
      tags: tagsOf(context, signatures),
      ...(offTopic !== null && { leftOut: offTopic }),
    },
    proven: steps.some((step) => step.outcome === 'worked' || step.outcome === 'partial'),
    timeToResolutionMinutes: minutesBetween(thread.openedAt, thread.resolvedAt),
  };
}

/**
 * The thread without the replies that the model says are about another problem, but with all that its steps rest on:
 * a message may be about both.
 */
function splitOffTopic(
  thread: CapturedThread,
  readings: readonly ModelReading[],
  steps: readonly Step[],
  citations: Citations,
): { ownThread: CapturedThread; offTopic: OffTopicNote | null } {
  const cited = new Set(steps.flatMap((step) => step.evidence.map(({ ts }) => ts)));
  const namedTs = new Set(readings.flatMap((reading) => reading.other_problem));
  const isOther = ({ ts }: Message) =>
    namedTs.has(ts) && !cited.has(ts) && citations.messageOf({ ts, quote: '' }) !== null;
  const offTopicMessages = thread.replies.filter(isOther).sort((a, b) => compareTs(a.ts, b.ts));
  const ownThread = { ...thread, replies: thread.replies.filter((reply) => !isOther(reply)) };
  return { ownThread, offTopic: offTopicNote(offTopicMessages) };
}

/** In the order of the messages that hold them; one that a later part gives again has what came of it there. */
function mergeSteps(known: readonly Step[], checkedSteps: readonly Step[]): Step[] {
  const steps = [...known];
  for (const step of checkedSteps) {
    const at = steps.findIndex(
      (other) => other.evidence[0]?.ts === step.evidence[0]?.ts && other.text === step.text,
    );
    const before = steps[at];
    if (before === undefined) steps.push(step);
    else if (step.outcome !== 'unknown') {
      const newEvidence = step.evidence.filter((each) => !before.evidence.some(({ ts }) => ts === each.ts));
      steps[at] = { ...before, outcome: step.outcome, evidence: [...before.evidence, ...newEvidence] };
    }
  }
  return steps.sort((a, b) => compareTs(a.evidence[0]?.ts ?? '0', b.evidence[0]?.ts ?? '0'));
}

type Claim = { text: string; evidence: Evidence[] };

/** The last claim that its cited messages support, with the evidence that holds. */
function lastSupported(claims: readonly (Claim | null)[], citations: Citations): Claim | null {
  const supported = claims.flatMap((claim) => {
    const text = clipLine(claim?.text ?? '', 500);
    const evidence = citations.keepValid(claim?.evidence ?? []);
    return evidence.length > 0 && citations.isGrounded(text) && citations.isSupportedBy(text, evidence)
      ? [{ text, evidence }]
      : [];
  });
  return supported.at(-1) ?? null;
}

function shownBy(claim: Claim | null): string[] {
  return claim?.evidence.map((evidence) => evidence.ts) ?? [];
}

/** The text, or nothing when it says what the thread does not. */
function grounded(text: string, citations: Citations): string {
  return citations.isGrounded(text) && citations.isSupportedBy(text) ? text : '';
}

/** Ours, and of the model's those that stand in the thread as written. */
function signaturesOf(thread: CapturedThread, readings: readonly ModelReading[]): string[] {
  const citations = citationsIn([thread.root, ...thread.replies]);
  const ours = extractSignatures(threadText(thread));
  const theirs = readings
    .flatMap((reading) => reading.error_signatures)
    .flatMap((each) => extractSignatures(each));
  return [...new Set([...ours, ...theirs.filter((each) => citations.isAnywhere(each))])].slice(0, 40);
}

function inThread(value: string | null | undefined, citations: Citations): string | null {
  const name = value?.trim() ?? '';
  const isVerbatim = name.length >= 3 && name.length <= 80 && citations.isAnywhere(name);
  return isVerbatim && !/\s/.test(name) ? name.toLowerCase() : null;
}

import type { DraftedSolution } from '../library/draft.ts';
import type { SolutionContent } from '../library/solution.ts';
import type { Step } from '../library/step.ts';
import type { Context } from '../text/context.ts';
import { readContext, readExplicitService } from '../text/read-context.ts';
import { extractSignatures } from '../text/signatures.ts';
import { type Cause, findCause } from './cause/find-cause.ts';
import { type CapturedThread, readThread, type ThreadReading } from './sentences/read-sentences.ts';
import { buildLedger, type Ledger } from './steps/build-ledger.ts';
import { findPermanentFix, type PermanentFix } from './steps/find-permanent-fix.ts';
import { immediateFix } from './steps/immediate-fix.ts';
import { withLikelyActions } from './steps/likely-actions.ts';
import { toStep } from './steps/pending-step.ts';
import { draftSymptoms, draftTitle } from './summary/draft-text.ts';
import { problemStatement } from './summary/problem-statement.ts';
import { tagsOf } from './summary/tags-of.ts';
import { dropOffTopic, type OffTopicSentence } from './topics/drop-off-topic.ts';

/** All that the rules read in a thread, from which its draft is made, so that a draft can be explained. */
export type RulesReading = {
  draft: DraftedSolution;
  reading: ThreadReading;
  ledger: Ledger;
  /** The text of the message that states the problem. */
  problem: string;
  cause: Cause | null;
  permanentFix: PermanentFix | null;
  /** What was left out because it is about another problem. */
  dropped: readonly OffTopicSentence[];
};

/**
 * What a thread teaches of its first problem, by rules alone: no model, no network. Never throws. Without a step `steps` is empty and
 * `fix.immediate` null; nothing is invented.
 */
export function captureByRules(thread: CapturedThread): DraftedSolution {
  return readByRules(thread).draft;
}

export function readByRules(fullThread: CapturedThread): RulesReading {
  const { thread, offTopic, dropped } = dropOffTopic(fullThread);
  const resolved = thread.resolvedAt !== null;
  const reading = withLikelyActions(readThread(thread), resolved);
  const ledger = buildLedger(reading, resolved);
  const steps = ledger.steps.map(toStep);
  const problem = problemStatement(thread);
  const context = contextOf(thread, steps);
  const signatures = extractSignatures(threadText(thread));
  const title = draftTitle(problem);
  const proven = steps.some((step) => step.outcome === 'worked' || step.outcome === 'partial');
  const cause = resolved || proven ? findCause(reading, steps, title) : null;
  const permanentFix = findPermanentFix(reading.sentences);
  const content: SolutionContent = {
    title,
    symptoms: draftSymptoms(problem),
    signatures,
    context,
    rootCause: cause?.text ?? null,
    fix: { immediate: immediateFix(steps), permanent: permanentFix?.text ?? null },
    steps,
    tags: tagsOf(context, signatures),
    ...(offTopic !== null && { leftOut: offTopic }),
  };
  const timeToResolutionMinutes = minutesBetween(thread.openedAt, thread.resolvedAt);
  const draft = { content, proven, timeToResolutionMinutes };
  return { draft, reading, ledger, problem, cause, permanentFix, dropped };
}

/**
 * The first message's context (its service from the symptom, not from who was affected). A service that only the
 * replies name is believed when what worked was done to it, or when they say that it has a problem: not because
 * somebody tried something on it.
 */
export function contextOf(thread: CapturedThread, steps: readonly Step[]): Context {
  const root = readContext(thread.root.text);
  const replies = readContext(thread.replies.map((reply) => reply.text).join('\n'));
  return {
    service:
      readContext(draftSymptoms(thread.root.text)).service ?? root.service ?? serviceOfReplies(thread, steps),
    environment: root.environment ?? replies.environment,
    severity: root.severity ?? replies.severity,
  };
}

function serviceOfReplies(thread: CapturedThread, steps: readonly Step[]): string | null {
  const worked = steps.filter((step) => step.outcome === 'worked');
  const fromFix = readExplicitService(worked.map((step) => `${step.text}\n${step.command ?? ''}`).join('\n'));
  if (fromFix !== null) return fromFix;
  const actionTs = new Set(steps.map((step) => step.evidence[0]?.ts));
  const otherReplies = thread.replies
    .filter((reply) => !actionTs.has(reply.ts))
    .map((reply) => withoutCode(reply.text));
  return readExplicitService(otherReplies.join('\n'));
}

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```/g, '');
}

export function threadText(thread: CapturedThread): string {
  return [thread.root, ...thread.replies].map((message) => message.text).join('\n');
}

/** Whole minutes, rounded; null while open, and never below zero. */
export function minutesBetween(from: Date, to: Date | null): number | null {
  if (to === null) return null;
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000);
  return Number.isFinite(minutes) ? Math.max(0, minutes) : null;
}

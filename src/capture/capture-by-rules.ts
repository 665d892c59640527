import type { Context } from '../library/context.ts';
import type { DraftedSolution } from '../library/draft.ts';
import { readContext } from '../library/read-context.ts';
import { extractSignatures } from '../library/signatures.ts';
import { draftSymptoms, draftTitle } from './draft-text.ts';
import { findCause } from './find-cause.ts';
import { findFix } from './find-fix.ts';
import { followSteps } from './follow-steps.ts';
import { type CapturedThread, readThread } from './read-thread.ts';
import { tagsOf } from './tags-of.ts';

/**
 * What a thread teaches, by rules alone: no model, no network. Never throws. Without a step `steps` is empty and
 * `fix.immediate` null; nothing is invented.
 */
export function captureByRules(thread: CapturedThread): DraftedSolution {
  const reading = readThread(thread);
  const steps = followSteps(reading, thread.resolvedAt !== null);
  const symptoms = draftSymptoms(thread.root.text);
  const context = contextOf(thread);
  const signatures = extractSignatures(wholeText(thread));
  return {
    content: {
      title: draftTitle(thread.root.text),
      symptoms,
      signatures,
      context,
      rootCause: findCause(reading.sentences),
      fix: findFix(steps, reading.sentences),
      steps,
      tags: tagsOf(context, signatures),
    },
    proven: steps.some((step) => step.outcome === 'worked' || step.outcome === 'partial'),
    timeToResolutionMinutes: minutesBetween(thread.openedAt, thread.resolvedAt),
  };
}

/** The first message's context (its service from the symptom, not from who was affected); the rest from the replies. */
export function contextOf(thread: CapturedThread): Context {
  const root = readContext(thread.root.text);
  const replies = readContext(thread.replies.map((reply) => reply.text).join('\n'));
  return {
    service: readContext(draftSymptoms(thread.root.text)).service ?? root.service ?? replies.service,
    environment: root.environment ?? replies.environment,
    severity: root.severity ?? replies.severity,
  };
}

export function wholeText(thread: CapturedThread): string {
  return [thread.root, ...thread.replies].map((message) => message.text).join('\n');
}

/** Whole minutes, rounded; null while open, and never below zero. */
export function minutesBetween(from: Date, to: Date | null): number | null {
  if (to === null) return null;
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000);
  return Number.isFinite(minutes) ? Math.max(0, minutes) : null;
}

import type { AnswerSensitivity } from '../library/answer-sensitivity.ts';

/** Below this probability the bot says nothing. `normal` is also what PRECEDENT_THRESHOLD is when nobody sets it. */
export const answerThresholds: Readonly<Record<AnswerSensitivity, number>> = {
  eager: 0.5,
  normal: 0.65,
  quiet: 0.88,
};

/** Who asks wants the best guess there is, with how sure it is. */
export const onRequestThreshold = 0.2;

/** The threshold of a channel; `normal` as the operator set it, from which the others never depart to the wrong side. */
export function thresholdFor(
  sensitivity: AnswerSensitivity,
  normal: number = answerThresholds.normal,
): number {
  if (sensitivity === 'quiet') return Math.max(answerThresholds.quiet, normal);
  return sensitivity === 'eager' ? Math.min(answerThresholds.eager, normal) : normal;
}

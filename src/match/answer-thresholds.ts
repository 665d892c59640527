import type { Answers } from '../library/answer-sensitivity.ts';

/** Below this probability the bot says nothing. `normal` is also what PRECEDENT_THRESHOLD is when nobody sets it. */
export const speakFrom: Readonly<Record<Answers, number>> = { eager: 0.5, normal: 0.75, quiet: 0.88 };

/** Who asks wants the best guess there is, and is told how sure it is. */
export const askedFrom = 0.2;

/** The threshold of a channel; `normal` as the operator set it, from which the others never depart to the wrong side. */
export function thresholdFor(answers: Answers, normal: number = speakFrom.normal): number {
  if (answers === 'quiet') return Math.max(speakFrom.quiet, normal);
  return answers === 'eager' ? Math.min(speakFrom.eager, normal) : normal;
}

import type { Answers } from '../library/answers.ts';

/** Below this probability the bot says nothing. `normal` is also what PRECEDENT_THRESHOLD is when nobody sets it. */
export const speakFrom: Readonly<Record<Answers, number>> = { eager: 0.55, normal: 0.78, quiet: 0.9 };

/** The threshold of a channel; `normal` as the operator set it, from which the others never depart to the wrong side. */
export function thresholdFor(answers: Answers, normal: number = speakFrom.normal): number {
  if (answers === 'quiet') return Math.max(speakFrom.quiet, normal);
  return answers === 'eager' ? Math.min(speakFrom.eager, normal) : normal;
}

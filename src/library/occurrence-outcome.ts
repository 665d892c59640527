import type { Verdict } from './effectiveness.ts';
import { actOf, isSameStep } from './same-step.ts';
import { fixActs } from './similarity.ts';
import { type SolutionContent, stepsThatFailed } from './solution.ts';

/** What a thread says of a solution that was seen in it; `unknown`: nobody said that it held. */
export type SourceOutcome = Verdict | 'unknown';

/** What the thread of `draft` says of the fix of `solution`: that it held, helped, failed, or nothing. */
export function sourceOutcomeOf(
  solution: SolutionContent,
  draft: { content: SolutionContent; proven: boolean },
): SourceOutcome {
  const fix = fixActs(solution);
  const isOfFix = (step: SolutionContent['steps'][number]) => fix.some((act) => isSameStep(act, actOf(step)));
  const outcomes = draft.content.steps.filter(isOfFix).map((step) => step.outcome);
  if (outcomes.includes('worked')) return 'worked';
  if (outcomes.includes('partial')) return 'partial';
  if (stepsThatFailed(draft.content).some(isOfFix)) return 'failed';
  return draft.proven ? 'worked' : 'unknown';
}

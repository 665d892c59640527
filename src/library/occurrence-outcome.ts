import type { Verdict } from './effectiveness.ts';
import { isSameStep, stepActionOf } from './same-step.ts';
import { fixActions } from './similarity.ts';
import { type SolutionContent, stepsThatFailed } from './solution.ts';

/** What a thread says of a solution that was seen in it; `unknown`: nobody said that it held. */
export type OccurrenceOutcome = Verdict | 'unknown';

/** What the thread of `draft` says of the fix of `solution`: that it held, helped, failed, or nothing. */
export function occurrenceOutcomeOf(
  solution: SolutionContent,
  draft: { content: SolutionContent; proven: boolean },
): OccurrenceOutcome {
  const fix = fixActions(solution);
  const isOfFix = (step: SolutionContent['steps'][number]) =>
    fix.some((action) => isSameStep(action, stepActionOf(step)));
  const outcomes = draft.content.steps.filter(isOfFix).map((step) => step.outcome);
  if (outcomes.includes('worked')) return 'worked';
  if (outcomes.includes('partial')) return 'partial';
  if (stepsThatFailed(draft.content).some(isOfFix)) return 'failed';
  return draft.proven ? 'worked' : 'unknown';
}

import type { SolutionContent } from '../library/solution.ts';

/** Whether it still shows something that helped. */
export function showsFix(content: SolutionContent): boolean {
  const helped = content.steps.some((step) => step.outcome === 'worked' || step.outcome === 'partial');
  return helped || content.fix.immediate !== null;
}

/** Whether a saved solution has lost its proof, or all that it could say if it never had one. */
export function lacksEvidence(wasProven: boolean, content: SolutionContent): boolean {
  if (wasProven) return !showsFix(content);
  return content.steps.length === 0 && content.fix.immediate === null && content.fix.permanent === null;
}

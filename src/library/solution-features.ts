import { featuresOf, type SearchFeatures } from '../text/search-features.ts';
import type { SolutionContent } from './solution.ts';

/** What a solution is indexed and compared by; its cause, fix and steps count as what is known of the resolution. */
export function featuresOfSolution(content: SolutionContent): SearchFeatures {
  const { rootCause, fix, steps } = content;
  const resolution = [rootCause, fix.immediate, fix.permanent, ...steps.map((step) => step.text)];
  return featuresOf({ ...content, resolution: resolution.filter((text) => text !== null).join('\n') });
}

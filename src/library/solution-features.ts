import { featuresOf, type SearchFeatures } from '../text/search-features.ts';
import type { SolutionContent } from './solution.ts';

/**
 * What a solution is indexed and compared by; its cause, fix and steps count as what is known of the resolution.
 * `thread`: the messages that it was captured from, where they are still kept.
 */
export function featuresOfSolution(content: SolutionContent, thread: readonly string[] = []): SearchFeatures {
  const { rootCause, fix, steps } = content;
  const resolution = [rootCause, fix.immediate, fix.permanent, ...steps.map((step) => step.text)];
  return featuresOf({
    ...content,
    thread,
    resolution: resolution.filter((text) => text !== null).join('\n'),
  });
}

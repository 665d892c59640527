import type { SolutionContent } from './solution.ts';

/**
 * What capture makes of a thread. `proven` says that the thread shows what ended the problem;
 * without it a draft is never approved by itself.
 */
export type DraftedSolution = {
  content: SolutionContent;
  proven: boolean;
  timeToResolutionMinutes: number | null;
};

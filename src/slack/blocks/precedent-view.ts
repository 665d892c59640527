import type { Contradiction } from '../../library/contradictions.ts';
import type { Effectiveness } from '../../library/effectiveness.ts';
import type { SolutionContent } from '../../library/solution.ts';

/** One precedent as a message shows it. `confidence` is 0–1; `rank`, 1 is the best, is what 1️⃣ 2️⃣ 3️⃣ choose by. */
export type PrecedentView = {
  solutionId: string;
  rank: number;
  title: string;
  confidence: number;
  why: string[];
  effectiveness: Effectiveness;
  timeToResolutionMinutes: number | null;
  content: SolutionContent;
  permalink: string | null;
  occurredAt: Date;
  /** In how many threads it was seen, its own among them. Left out: once. */
  seen?: number;
  lastOccurredAt?: Date;
  /** Its steps that had the opposite outcome elsewhere. Left out: none. */
  contradictions?: Contradiction[];
};

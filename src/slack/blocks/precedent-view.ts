import type { Effectiveness } from '../../library/effectiveness.ts';
import type { SolutionContent } from '../../library/solution.ts';

/** One precedent as a message shows it. `ageDays` counts from the incident to now; `confidence` is 0–1. */
export type PrecedentView = {
  solutionId: string;
  title: string;
  confidence: number;
  why: string[];
  effectiveness: Effectiveness;
  timeToResolutionMinutes: number | null;
  content: SolutionContent;
  permalink: string | null;
  occurredAt: Date;
  ageDays: number;
};

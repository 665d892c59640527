import type { StoredSolution } from '../store/solutions/solutions.ts';

/** The bot saved it, as its channel is set to, and nobody has decided since: it follows the thread as a draft does. */
export function isAutoSaved({ savedBy }: Pick<StoredSolution, 'savedBy'>): boolean {
  return savedBy === 'bot';
}

/** Whether people are still asked about it. */
export function isUndecided(solution: Pick<StoredSolution, 'status' | 'savedBy'>): boolean {
  return solution.status === 'draft' || isAutoSaved(solution);
}

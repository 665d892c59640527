import { PrecedentError } from '../errors.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Scope } from '../store/ctx.ts';
import { findSolution, type StoredSolution } from '../store/solutions/solutions.ts';

/** Throws not_found for a solution that is none, or that the viewer may not see. */
export async function requireSolution(
  ctx: Scope,
  solutionId: string,
  viewer: Viewer,
): Promise<StoredSolution> {
  const solution = await findSolution(ctx, solutionId, viewer);
  if (solution === null) {
    throw new PrecedentError(
      'not_found',
      'This fix is gone, or from a channel that you are not in. Type /precedent drafts to see what waits for you, or ask in that channel.',
    );
  }
  return solution;
}

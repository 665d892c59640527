import { PrecedentError } from '../errors.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Scope } from '../store/ctx.ts';
import { findSolution, type StoredSolution } from '../store/solutions/solutions.ts';

/** The solution that a person wants to edit. Throws not_found for one that is gone or not theirs to see. */
export async function findEditable(
  ctx: Scope,
  input: { solutionId: string; viewer: Viewer },
): Promise<StoredSolution> {
  const solution = await findSolution(ctx, input.solutionId, input.viewer);
  if (solution !== null && solution.status !== 'retired') return solution;
  throw new PrecedentError(
    'not_found',
    'This draft is no longer there: it was discarded or its thread was deleted.',
  );
}

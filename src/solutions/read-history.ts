import { PrecedentError } from '../errors.ts';
import type { Directory } from '../privacy/directory.ts';
import { findViewerNow } from '../privacy/find-viewer-now.ts';
import type { Scope } from '../store/ctx.ts';
import { type SolutionVersion, versionsOf } from '../store/solutions/solution-versions.ts';

/** As many versions as one modal shows. */
const maxVersions = 30;

/** Who changed what of a solution, newest first, if the person may see it now; else throws not_found. */
export async function readHistory(
  ctx: Scope & { gateway: Directory },
  input: { solutionId: string; userId: string },
): Promise<SolutionVersion[]> {
  const { solutionId, userId } = input;
  const viewer = await findViewerNow(ctx, { userId, solutionIds: [solutionId] });
  const versions = await versionsOf(ctx, solutionId, viewer, maxVersions);
  if (versions.length > 0) return versions;
  throw new PrecedentError('not_found', 'This fix is no longer there, or no longer yours to see.');
}

import { PrecedentError } from '../errors.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Ctx } from '../store/ctx.ts';
import { versionsOf } from '../store/solutions/solution-versions.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import { editSolution, maxVersions } from './edit-solution.ts';
import type { RendersDrafts } from './upsert-draft-message.ts';

/** An earlier version stands again, as a new one. Throws as `editSolution` does, and not_found for a version that is none. */
export async function restoreVersion(
  ctx: Ctx & RendersDrafts,
  input: { solutionId: string; version: number; over: number; by: string; viewer: Viewer },
): Promise<StoredSolution> {
  const { solutionId, by, viewer } = input;
  const versions = await versionsOf(ctx, solutionId, viewer, maxVersions);
  const target = versions.find((each) => each.version === input.version);
  if (target === undefined) {
    throw new PrecedentError('not_found', `There is no version ${input.version} of this fix any more.`);
  }
  const { content } = target;
  return editSolution(ctx, {
    solutionId,
    version: input.over,
    content,
    by,
    viewer,
    restores: target.version,
  });
}

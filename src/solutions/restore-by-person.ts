import type { Directory } from '../privacy/directory.ts';
import { findViewerNow } from '../privacy/find-viewer-now.ts';
import type { Ctx } from '../store/ctx.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import { restoreVersion } from './restore-version.ts';
import type { RendersDrafts } from './upsert-draft-message.ts';

/** Restores a version that a person chose in the history, if they may still see it. Throws what `restoreVersion` throws. */
export async function restoreByPerson(
  ctx: Ctx & RendersDrafts & { gateway: Directory },
  input: { solutionId: string; version: number; over: number; userId: string },
): Promise<StoredSolution> {
  const { userId, ...wanted } = input;
  const viewer = await findViewerNow(ctx, { userId, solutionIds: [wanted.solutionId] });
  return restoreVersion(ctx, { ...wanted, by: userId, viewer });
}

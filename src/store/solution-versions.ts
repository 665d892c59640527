import { and, desc, eq } from 'drizzle-orm';
import type { SolutionContent } from '../library/solution.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Db } from './db.ts';
import { solutions, solutionVersions } from './schema.ts';
import { visibleTo } from './visible-to.ts';

export type SolutionVersion = {
  version: number;
  content: SolutionContent;
  /** Null: the bot itself. */
  changedBy: string | null;
  changedAt: Date;
  reason: string;
};

/** Who changed what of a solution that the viewer may see; newest first, at most `limit`. */
export async function versionsOf(
  db: Db,
  workspaceId: string,
  solutionId: string,
  viewer: Viewer,
  limit: number,
): Promise<SolutionVersion[]> {
  return db
    .select({
      version: solutionVersions.version,
      content: solutionVersions.content,
      changedBy: solutionVersions.changedBy,
      changedAt: solutionVersions.changedAt,
      reason: solutionVersions.reason,
    })
    .from(solutionVersions)
    .innerJoin(
      solutions,
      and(
        eq(solutions.workspaceId, solutionVersions.workspaceId),
        eq(solutions.solutionId, solutionVersions.solutionId),
      ),
    )
    .where(
      and(
        eq(solutionVersions.workspaceId, workspaceId),
        eq(solutionVersions.solutionId, solutionId),
        visibleTo(viewer),
      ),
    )
    .orderBy(desc(solutionVersions.version))
    .limit(limit);
}

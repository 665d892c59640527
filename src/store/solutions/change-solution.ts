import { and, eq, type SQL } from 'drizzle-orm';
import type { Db } from '../connection/db.ts';
import { solutions } from '../schema/schema.ts';

/** Changes a solution, with `only` where that holds of it. False when nothing was changed: somebody was faster. */
export async function changeSolution(
  db: Db,
  workspaceId: string,
  solutionId: string,
  change: Partial<typeof solutions.$inferInsert>,
  only?: SQL,
): Promise<boolean> {
  const rows = await db
    .update(solutions)
    .set(change)
    .where(and(eq(solutions.workspaceId, workspaceId), eq(solutions.solutionId, solutionId), only))
    .returning({ solutionId: solutions.solutionId });
  return rows.length > 0;
}

import { and, eq, type SQL } from 'drizzle-orm';
import type { Scope } from '../ctx.ts';
import { solutions } from '../schema/solutions.ts';

/** Changes a solution, with `only` where that holds of it. False when nothing was changed: somebody was faster. */
export async function changeSolution(
  { db, workspaceId }: Scope,
  solutionId: string,
  change: Partial<typeof solutions.$inferInsert>,
  condition?: SQL,
): Promise<boolean> {
  const rows = await db
    .update(solutions)
    .set(change)
    .where(and(eq(solutions.workspaceId, workspaceId), eq(solutions.solutionId, solutionId), condition))
    .returning({ solutionId: solutions.solutionId });
  return rows.length > 0;
}

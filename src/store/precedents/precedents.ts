import { and, asc, eq, sql } from 'drizzle-orm';
import type { JudgeablePrecedent, Precedent } from '../../library/precedent.ts';
import type { Scope } from '../ctx.ts';
import { precedents } from '../schema/precedents.ts';

export type StoredPrecedent = Precedent & { inUse: boolean };

/**
 * Keeps what an incident is answered with; what it was answered with before stays, and so does the one in use. What
 * spoke for a precedent stays as it was when somebody judged it, or the verdict would be among its own reasons.
 */
export async function savePrecedents(
  scope: Scope,
  incidentId: string,
  found: JudgeablePrecedent[],
  at: Date,
): Promise<void> {
  const { db, workspaceId } = scope;
  if (found.length === 0) return;
  const before = await precedentsOf(scope, incidentId);
  const inUse = before.find((precedent) => precedent.inUse)?.solutionId ?? found[0]?.solutionId;
  await db
    .insert(precedents)
    .values(
      found.map((precedent) => ({
        workspaceId,
        incidentId,
        ...precedent,
        inUse: precedent.solutionId === inUse,
        createdAt: at,
      })),
    )
    .onConflictDoUpdate({
      target: [precedents.workspaceId, precedents.incidentId, precedents.solutionId],
      set: {
        rank: sql`excluded.rank`,
        confidence: sql`excluded.confidence`,
        why: sql`excluded.why`,
        signals: sql`case when exists (select 1 from feedback_marks m
          where m.workspace_id = precedents.workspace_id and m.incident_id = precedents.incident_id
            and m.solution_id = precedents.solution_id)
          then precedents.signals else coalesce(excluded.signals, precedents.signals) end`,
      },
    });
  await demotePreviousPrecedents(scope, incidentId, found);
}

/** What was found before and is not now comes after it: a keycap on the answer means one of them. */
async function demotePreviousPrecedents(
  { db, workspaceId }: Scope,
  incidentId: string,
  found: JudgeablePrecedent[],
): Promise<void> {
  const ids = sql.join(
    found.map(({ solutionId }) => sql`${solutionId}`),
    sql`, `,
  );
  const lastRank = Math.max(...found.map((precedent) => precedent.rank));
  await db.execute(sql`
    update precedents p set rank = ${lastRank}::int + earlier.place
    from (
      select solution_id, (row_number() over (order by rank, solution_id))::int as place from precedents
      where workspace_id = ${workspaceId} and incident_id = ${incidentId} and solution_id not in (${ids})
    ) earlier
    where p.workspace_id = ${workspaceId} and p.incident_id = ${incidentId} and p.solution_id = earlier.solution_id`);
}

/** By rank; at most ten. */
export async function precedentsOf(
  { db, workspaceId }: Scope,
  incidentId: string,
): Promise<StoredPrecedent[]> {
  return db
    .select({
      solutionId: precedents.solutionId,
      rank: precedents.rank,
      confidence: precedents.confidence,
      why: precedents.why,
      inUse: precedents.inUse,
    })
    .from(precedents)
    .where(and(eq(precedents.workspaceId, workspaceId), eq(precedents.incidentId, incidentId)))
    .orderBy(asc(precedents.rank), asc(precedents.solutionId))
    .limit(10);
}

/** From now on reactions on the answer speak of this one; false when it is none of the incident's precedents. */
export async function usePrecedent(
  { db, workspaceId }: Scope,
  incidentId: string,
  solutionId: string,
): Promise<boolean> {
  const rows = await db
    .update(precedents)
    .set({ inUse: sql`${precedents.solutionId} = ${solutionId}` })
    .where(
      and(
        eq(precedents.workspaceId, workspaceId),
        eq(precedents.incidentId, incidentId),
        sql`exists (select 1 from precedents p where p.workspace_id = ${workspaceId}
          and p.incident_id = ${incidentId} and p.solution_id = ${solutionId})`,
      ),
    )
    .returning({ solutionId: precedents.solutionId });
  return rows.length > 0;
}

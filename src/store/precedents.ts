import { and, asc, eq, sql } from 'drizzle-orm';
import type { Precedent } from '../library/precedent.ts';
import type { Db } from './db.ts';
import { precedents } from './schema.ts';

export type StoredPrecedent = Precedent & { inUse: boolean };

/** Keeps what an incident is answered with; what it was answered with before stays, and so does the one in use. */
export async function savePrecedents(
  db: Db,
  workspaceId: string,
  incidentId: string,
  found: Precedent[],
  at: Date,
): Promise<void> {
  if (found.length === 0) return;
  const before = await precedentsOf(db, workspaceId, incidentId);
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
      },
    });
}

/** By rank; at most ten. */
export async function precedentsOf(
  db: Db,
  workspaceId: string,
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
  db: Db,
  workspaceId: string,
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

/** The incidents whose answer shows this solution: theirs is to be told anew when its score changes. At most 50, newest first. */
export async function incidentsAnsweredWith(
  db: Db,
  workspaceId: string,
  solutionId: string,
): Promise<string[]> {
  const rows = await db
    .select({ incidentId: precedents.incidentId })
    .from(precedents)
    .where(and(eq(precedents.workspaceId, workspaceId), eq(precedents.solutionId, solutionId)))
    .orderBy(sql`${precedents.createdAt} desc`, asc(precedents.incidentId))
    .limit(50);
  return rows.map((row) => row.incidentId);
}

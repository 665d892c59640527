import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { SavedBy, Solution } from '../../library/solution.ts';
import type { Viewer } from '../../library/viewer.ts';
import type { Scope } from '../ctx.ts';
import { solutions } from '../schema/solutions.ts';
import { visibleTo } from '../search/visible-to.ts';

type Row = typeof solutions.$inferSelect;

export type StoredSolution = Solution & {
  proven: boolean;
  decidedBy: string | null;
  /** Null for what does not stand in the library. */
  savedBy: SavedBy | null;
  /** The solution that this draft was linked to instead of becoming one. */
  mergedInto: string | null;
  /** A person said that it is not the same as what it was linked to. */
  isDistinct: boolean;
};

/** What a new draft brings; the rest is known of every new one. */
export type NewSolution = Omit<
  StoredSolution,
  'status' | 'version' | 'updatedAt' | 'decidedBy' | 'savedBy' | 'mergedInto' | 'isDistinct'
>;

/** These as they stand, which nobody changes until the transaction ends. */
export async function lockSolutions(
  { db, workspaceId }: Scope,
  solutionIds: string[],
): Promise<StoredSolution[]> {
  const rows = await db
    .select()
    .from(solutions)
    .where(and(eq(solutions.workspaceId, workspaceId), inArray(solutions.solutionId, solutionIds)))
    .orderBy(asc(solutions.solutionId))
    .limit(solutionIds.length)
    .for('update');
  return rows.map(solutionOf);
}

export async function findSolution(
  { db, workspaceId }: Scope,
  solutionId: string,
  viewer: Viewer,
): Promise<StoredSolution | null> {
  const [row] = await db
    .select()
    .from(solutions)
    .where(
      and(eq(solutions.workspaceId, workspaceId), eq(solutions.solutionId, solutionId), visibleTo(viewer)),
    )
    .limit(1);
  return row === undefined ? null : solutionOf(row);
}

export async function findSolutions(
  { db, workspaceId }: Scope,
  solutionIds: string[],
  viewer: Viewer,
): Promise<StoredSolution[]> {
  if (solutionIds.length === 0) return [];
  const rows = await db
    .select()
    .from(solutions)
    .where(
      and(
        eq(solutions.workspaceId, workspaceId),
        inArray(solutions.solutionId, solutionIds),
        visibleTo(viewer),
      ),
    )
    .orderBy(asc(solutions.solutionId))
    .limit(solutionIds.length);
  return rows.map(solutionOf);
}

/** The solution that an incident's thread taught, the newest first; null when it taught none. */
export async function findSolutionOfThread(
  { db, workspaceId }: Scope,
  channelId: string,
  threadTs: string,
): Promise<StoredSolution | null> {
  const [row] = await db
    .select()
    .from(solutions)
    .where(
      and(
        eq(solutions.workspaceId, workspaceId),
        eq(solutions.sourceChannelId, channelId),
        eq(solutions.sourceThreadTs, threadTs),
      ),
    )
    .orderBy(desc(solutions.createdAt), asc(solutions.solutionId))
    .limit(1);
  return row === undefined ? null : solutionOf(row);
}

/** Newest first. */
export async function listSolutions(
  { db, workspaceId }: Scope,
  status: Solution['status'],
  viewer: Viewer,
  limit: number,
): Promise<StoredSolution[]> {
  const rows = await db
    .select()
    .from(solutions)
    .where(and(eq(solutions.workspaceId, workspaceId), eq(solutions.status, status), visibleTo(viewer)))
    .orderBy(desc(solutions.createdAt), asc(solutions.solutionId))
    .limit(limit);
  return rows.map(solutionOf);
}

export async function countSolutions(
  { db, workspaceId }: Scope,
  viewer: Viewer,
): Promise<Record<Solution['status'], number>> {
  const rows = await db
    .select({ status: solutions.status, count: sql<number>`count(*)::int` })
    .from(solutions)
    .where(and(eq(solutions.workspaceId, workspaceId), visibleTo(viewer)))
    .groupBy(solutions.status);
  const counts = { draft: 0, active: 0, retired: 0, past: 0 };
  for (const row of rows) counts[row.status] = row.count;
  return counts;
}

/** A channel turned private or shared: what it taught is for itself from now on (`channel`). */
export async function setVisibilityOfChannel(
  { db, workspaceId }: Scope,
  channelId: string,
  visibility: Solution['visibility'],
): Promise<void> {
  await db
    .update(solutions)
    .set({ visibility })
    .where(and(eq(solutions.workspaceId, workspaceId), eq(solutions.sourceChannelId, channelId)));
}

/** A row as the rooms know it. */
export function solutionOf(row: Row): StoredSolution {
  return {
    workspaceId: row.workspaceId,
    id: row.solutionId,
    status: row.status,
    version: row.version,
    content: row.content,
    proven: row.proven,
    decidedBy: row.decidedBy,
    savedBy: row.savedBy,
    mergedInto: row.mergedInto,
    isDistinct: row.isDistinct,
    source: {
      channelId: row.sourceChannelId,
      threadTs: row.sourceThreadTs,
      incidentId: row.incidentId,
    },
    visibility: row.visibility,
    timeToResolutionMinutes: row.timeToResolutionMinutes,
    occurredAt: row.occurredAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

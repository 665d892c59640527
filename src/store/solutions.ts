import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Solution, SolutionContent } from '../library/solution.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Db } from './db.ts';
import { solutions, solutionVersions } from './schema.ts';
import { visibleTo } from './visible-to.ts';

type Row = typeof solutions.$inferSelect;

export type StoredSolution = Solution & {
  proven: boolean;
  decidedBy: string | null;
  /** The solution that this draft was counted to instead of becoming one. */
  mergedInto: string | null;
  /** A person said that it is not the same as what it was counted to. */
  keptApart: boolean;
};

/** What a new draft brings; the rest is known of every new one. */
export type NewSolution = Omit<
  StoredSolution,
  'status' | 'version' | 'updatedAt' | 'decidedBy' | 'mergedInto' | 'keptApart'
>;

/** Writes a new draft and its first version. */
export async function insertDraft(db: Db, draft: NewSolution): Promise<void> {
  const { source, id, ...rest } = draft;
  await db.insert(solutions).values({
    ...rest,
    solutionId: id,
    status: 'draft',
    version: 1,
    incidentId: source.incidentId,
    sourceChannelId: source.channelId,
    sourceThreadTs: source.threadTs,
    updatedAt: draft.createdAt,
    decidedBy: null,
  });
  await db.insert(solutionVersions).values({
    workspaceId: draft.workspaceId,
    solutionId: id,
    version: 1,
    content: draft.content,
    changedBy: null,
    changedAt: draft.createdAt,
    reason: 'captured',
  });
}

/**
 * Writes a new version over `from.version`; false when somebody else wrote one in between.
 * `reason` is kept with the version ("captured again", "edited").
 */
export async function writeVersion(
  db: Db,
  from: { workspaceId: string; solutionId: string; version: number },
  change: {
    content: SolutionContent;
    proven: boolean;
    by: string | null;
    at: Date;
    reason: string;
    timeToResolutionMinutes?: number | null;
  },
): Promise<boolean> {
  const rows = await db
    .update(solutions)
    .set({
      content: change.content,
      proven: change.proven,
      version: from.version + 1,
      updatedAt: change.at,
      ...(change.timeToResolutionMinutes === undefined
        ? {}
        : { timeToResolutionMinutes: change.timeToResolutionMinutes }),
    })
    .where(
      and(
        eq(solutions.workspaceId, from.workspaceId),
        eq(solutions.solutionId, from.solutionId),
        eq(solutions.version, from.version),
        ne(solutions.status, 'retired'),
      ),
    )
    .returning({ solutionId: solutions.solutionId });
  if (rows.length === 0) return false;
  await db.insert(solutionVersions).values({
    workspaceId: from.workspaceId,
    solutionId: from.solutionId,
    version: from.version + 1,
    content: change.content,
    changedBy: change.by,
    changedAt: change.at,
    reason: change.reason,
  });
  return true;
}

export async function forgetVersionsBefore(
  db: Db,
  workspaceId: string,
  solutionId: string,
  version: number,
): Promise<void> {
  await db
    .delete(solutionVersions)
    .where(
      and(
        eq(solutionVersions.workspaceId, workspaceId),
        eq(solutionVersions.solutionId, solutionId),
        lt(solutionVersions.version, version),
      ),
    );
}

/** Whether a person has ever edited it: then capture leaves it alone. */
export async function wasEdited(db: Db, workspaceId: string, solutionId: string): Promise<boolean> {
  const rows = await db
    .select({ version: solutionVersions.version })
    .from(solutionVersions)
    .where(
      and(
        eq(solutionVersions.workspaceId, workspaceId),
        eq(solutionVersions.solutionId, solutionId),
        isNotNull(solutionVersions.changedBy),
      ),
    )
    .orderBy(solutionVersions.version)
    .limit(1);
  return rows.length > 0;
}

const isUndecided = or(
  eq(solutions.status, 'draft'),
  and(eq(solutions.status, 'active'), isNull(solutions.decidedBy)),
);

/** Draft → active, or → retired, which also what nobody decided on can become; false when somebody has decided. */
export async function decideDraft(
  db: Db,
  workspaceId: string,
  solutionId: string,
  decision: { status: 'active' | 'retired'; by: string | null; at: Date },
): Promise<boolean> {
  const rows = await db
    .update(solutions)
    .set({ status: decision.status, decidedBy: decision.by, updatedAt: decision.at })
    .where(
      and(
        eq(solutions.workspaceId, workspaceId),
        eq(solutions.solutionId, solutionId),
        decision.status === 'active' ? eq(solutions.status, 'draft') : isUndecided,
      ),
    )
    .returning({ solutionId: solutions.solutionId });
  return rows.length > 0;
}

/** Active → draft, where nobody decided on it; false otherwise. */
export async function undecide(db: Db, workspaceId: string, solutionId: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(solutions)
    .set({ status: 'draft', updatedAt: at })
    .where(
      and(
        eq(solutions.workspaceId, workspaceId),
        eq(solutions.solutionId, solutionId),
        eq(solutions.status, 'active'),
        isNull(solutions.decidedBy),
      ),
    )
    .returning({ solutionId: solutions.solutionId });
  return rows.length > 0;
}

/** Whether it is in the library in this version; if so it stays as it is until the transaction ends. */
export async function holdVersion(
  db: Db,
  workspaceId: string,
  solutionId: string,
  version: number,
): Promise<boolean> {
  const rows = await db
    .select({ solutionId: solutions.solutionId })
    .from(solutions)
    .where(
      and(
        eq(solutions.workspaceId, workspaceId),
        eq(solutions.solutionId, solutionId),
        eq(solutions.version, version),
        eq(solutions.status, 'active'),
      ),
    )
    .limit(1)
    .for('update');
  return rows.length > 0;
}

/** These as they stand, which nobody changes until the transaction ends. */
export async function holdSolutions(
  db: Db,
  workspaceId: string,
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

/** A draft, or what nobody decided on, becomes a source of another solution; false when it is neither any more, or not this version of it. */
export async function countDraftTo(
  db: Db,
  draft: { workspaceId: string; solutionId: string; version: number },
  count: { into: string; by: string | null; at: Date },
): Promise<boolean> {
  const rows = await db
    .update(solutions)
    .set({ status: 'retired', mergedInto: count.into, decidedBy: count.by, updatedAt: count.at })
    .where(
      and(
        eq(solutions.workspaceId, draft.workspaceId),
        eq(solutions.solutionId, draft.solutionId),
        eq(solutions.version, draft.version),
        isUndecided,
      ),
    )
    .returning({ solutionId: solutions.solutionId });
  return rows.length > 0;
}

export async function findSolution(
  db: Db,
  workspaceId: string,
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
  db: Db,
  workspaceId: string,
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
  db: Db,
  workspaceId: string,
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
  db: Db,
  workspaceId: string,
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
  db: Db,
  workspaceId: string,
  viewer: Viewer,
): Promise<{ draft: number; active: number; retired: number }> {
  const rows = await db
    .select({ status: solutions.status, count: sql<number>`count(*)::int` })
    .from(solutions)
    .where(and(eq(solutions.workspaceId, workspaceId), visibleTo(viewer)))
    .groupBy(solutions.status);
  const counts = { draft: 0, active: 0, retired: 0 };
  for (const row of rows) counts[row.status] = row.count;
  return counts;
}

/** A channel turned private or shared: what it taught is for itself from now on (`channel`). */
export async function setVisibilityOfChannel(
  db: Db,
  workspaceId: string,
  channelId: string,
  visibility: Solution['visibility'],
): Promise<void> {
  await db
    .update(solutions)
    .set({ visibility })
    .where(and(eq(solutions.workspaceId, workspaceId), eq(solutions.sourceChannelId, channelId)));
}

/** Of what a channel taught and anybody may have been told of. At most 10,000. */
export async function titlesOfChannel(db: Db, workspaceId: string, channelId: string): Promise<string[]> {
  const rows = await db
    .select({ title: sql<string>`${solutions.content} ->> 'title'` })
    .from(solutions)
    .where(
      and(
        eq(solutions.workspaceId, workspaceId),
        eq(solutions.sourceChannelId, channelId),
        ne(solutions.status, 'draft'),
      ),
    )
    .orderBy(asc(solutions.solutionId))
    .limit(10_000);
  return rows.map((row) => row.title);
}

/** Undecided drafts of a thread that is gone. */
export async function deleteDraftsOfThread(
  db: Db,
  workspaceId: string,
  channelId: string,
  threadTs: string,
): Promise<void> {
  await db
    .delete(solutions)
    .where(
      and(
        eq(solutions.workspaceId, workspaceId),
        eq(solutions.sourceChannelId, channelId),
        eq(solutions.sourceThreadTs, threadTs),
        eq(solutions.status, 'draft'),
      ),
    );
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
    mergedInto: row.mergedInto,
    keptApart: row.keptApart,
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

import { and, asc, desc, eq, gte, isNotNull, lt, ne } from 'drizzle-orm';
import type { SolutionContent } from '../../library/solution.ts';
import type { Viewer } from '../../library/viewer.ts';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { solutions, solutionVersions } from '../schema/solutions.ts';
import { visibleTo } from '../search/visible-to.ts';
import { changeSolution } from './change-solution.ts';
import type { NewSolution } from './solutions.ts';

export type SolutionVersion = {
  version: number;
  content: SolutionContent;
  /** Null: the bot itself. */
  changedBy: string | null;
  changedAt: Date;
  reason: string;
};

/** Writes a new draft or past incident, and its first version. */
export async function insertDraft(
  db: Db,
  draft: NewSolution,
  status: 'draft' | 'past' = 'draft',
): Promise<void> {
  const { source, id, ...rest } = draft;
  await db.insert(solutions).values({
    ...rest,
    solutionId: id,
    status,
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
  const { content, proven, timeToResolutionMinutes } = change;
  const written = await changeSolution(
    { db, workspaceId: from.workspaceId },
    from.solutionId,
    {
      content,
      proven,
      version: from.version + 1,
      updatedAt: change.at,
      ...(timeToResolutionMinutes === undefined ? {} : { timeToResolutionMinutes }),
    },
    and(eq(solutions.version, from.version), ne(solutions.status, 'retired')),
  );
  if (!written) return false;
  await db.insert(solutionVersions).values({
    workspaceId: from.workspaceId,
    solutionId: from.solutionId,
    version: from.version + 1,
    content,
    changedBy: change.by,
    changedAt: change.at,
    reason: change.reason,
  });
  return true;
}

/** The bot's own new version over the one that stands, whatever became of the solution: words that have to go go everywhere. */
export async function writeOwnVersion(
  { db, workspaceId }: Scope,
  from: { id: string; version: number },
  change: { content: SolutionContent; proven?: boolean; at: Date; reason: string },
): Promise<void> {
  const { content, at, reason, proven } = change;
  const version = from.version + 1;
  await changeSolution({ db, workspaceId }, from.id, {
    content,
    version,
    updatedAt: at,
    ...(proven === undefined ? {} : { proven }),
  });
  await db.insert(solutionVersions).values({
    workspaceId,
    solutionId: from.id,
    version,
    content,
    changedBy: null,
    changedAt: at,
    reason,
  });
}

/** What it said in this version and each since, oldest first. */
export async function contentsSince(
  { db, workspaceId }: Scope,
  solutionId: string,
  version: number,
): Promise<{ version: number; content: SolutionContent }[]> {
  return db
    .select({ version: solutionVersions.version, content: solutionVersions.content })
    .from(solutionVersions)
    .where(and(isOfSolution(workspaceId, solutionId), gte(solutionVersions.version, version)))
    .orderBy(asc(solutionVersions.version));
}

/** A version says something else from now on, and is the same version still. */
export async function rewriteVersion(
  { db, workspaceId }: Scope,
  solutionId: string,
  version: number,
  content: SolutionContent,
): Promise<void> {
  await db
    .update(solutionVersions)
    .set({ content })
    .where(and(isOfSolution(workspaceId, solutionId), eq(solutionVersions.version, version)));
}

function isOfSolution(workspaceId: string, solutionId: string) {
  return and(eq(solutionVersions.workspaceId, workspaceId), eq(solutionVersions.solutionId, solutionId));
}

export async function deleteVersionsBefore(
  { db, workspaceId }: Scope,
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
export async function wasEdited({ db, workspaceId }: Scope, solutionId: string): Promise<boolean> {
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

/** Whether it is remembered in this version (saved, a draft, or a past incident); if so it stays as it is until the transaction ends. */
export async function lockVersion(
  { db, workspaceId }: Scope,
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
        ne(solutions.status, 'retired'),
      ),
    )
    .limit(1)
    .for('update');
  return rows.length > 0;
}

/** Who changed what of a solution that the viewer may see; newest first, at most `limit`. */
export async function versionsOf(
  { db, workspaceId }: Scope,
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

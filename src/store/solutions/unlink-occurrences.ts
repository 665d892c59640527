import { and, asc, eq, gte, isNotNull, ne, or, type SQL } from 'drizzle-orm';
import { removeThread, revertMerge } from '../../library/merge-content.ts';
import type { SolutionContent } from '../../library/solution.ts';
import { featuresOfSolution } from '../../library/solution-features.ts';
import { documentOf, termSpace } from '../../text/search-document.ts';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { solutionSearch } from '../schema/search.ts';
import { solutionOccurrences, solutions, solutionVersions } from '../schema/solutions.ts';
import { indexTerms } from '../search/search-index.ts';
import { restoreLinkedDraft } from './draft-decisions.ts';

type OccurrenceRow = typeof solutionOccurrences.$inferSelect;

/**
 * A draft that was counted to a solution is a draft again, and the solution loses what came from it. `apart`: it is
 * never again counted to another by itself. Null when it was none; else the solution it was counted to.
 */
export async function unlinkDraft(
  scope: Scope,
  draftId: string,
  change: { at: Date; distinct: boolean },
): Promise<string | null> {
  if (!(await restoreLinkedDraft(scope, draftId, change))) return null;
  const [unlinked] = await deleteOccurrences(scope, eq(solutionOccurrences.draftId, draftId), change.at);
  return unlinked?.solutionId ?? null;
}

/**
 * A thread is gone: so are the drafts of it that were counted to solutions, and what they brought. Says which
 * solutions lost something.
 */
export async function deleteOccurrencesOfThread(
  scope: Scope,
  thread: { channelId: string; threadTs: string; at: Date },
): Promise<string[]> {
  const { db, workspaceId } = scope;
  const { channelId, threadTs, at } = thread;
  const ofThread = and(
    eq(solutionOccurrences.channelId, channelId),
    eq(solutionOccurrences.threadTs, threadTs),
  );
  const unlinked = await deleteOccurrences(scope, ofThread, at);
  const own = and(
    eq(solutions.workspaceId, workspaceId),
    eq(solutions.sourceChannelId, channelId),
    eq(solutions.sourceThreadTs, threadTs),
  );
  await db.delete(solutions).where(and(own, isNotNull(solutions.mergedInto)));
  return unlinked.map((each) => each.solutionId);
}

/**
 * A channel is for itself from now on: what was counted from it to solutions of other channels, or from theirs to its
 * own, is a draft again. Says which, of which incidents.
 */
export async function unlinkChannel(
  scope: Scope,
  channelId: string,
  at: Date,
): Promise<{ solutionId: string; incidentId: string | null }[]> {
  const { db, workspaceId } = scope;
  const rows = await db
    .select({
      draftId: solutionOccurrences.draftId,
      solutionId: solutionOccurrences.solutionId,
      incidentId: solutionOccurrences.incidentId,
    })
    .from(solutionOccurrences)
    .innerJoin(
      solutions,
      and(
        eq(solutions.workspaceId, solutionOccurrences.workspaceId),
        eq(solutions.solutionId, solutionOccurrences.solutionId),
      ),
    )
    .where(
      and(
        eq(solutionOccurrences.workspaceId, workspaceId),
        or(eq(solutionOccurrences.channelId, channelId), eq(solutions.sourceChannelId, channelId)),
        ne(solutionOccurrences.channelId, solutions.sourceChannelId),
      ),
    )
    .orderBy(asc(solutionOccurrences.draftId))
    .limit(10_000);
  for (const { draftId } of rows) await unlinkDraft(scope, draftId, { at, distinct: false });
  return rows;
}

/** Deletes sources, and what they were merged into forgets what they brought, in all of its versions. */
async function deleteOccurrences(
  { db, workspaceId }: Scope,
  condition: SQL | undefined,
  at: Date,
): Promise<{ solutionId: string }[]> {
  const deleted = await db
    .delete(solutionOccurrences)
    .where(and(eq(solutionOccurrences.workspaceId, workspaceId), condition))
    .returning();
  for (const occurrence of deleted) await undoMerge(db, occurrence, at);
  return deleted;
}

async function undoMerge(db: Db, occurrence: OccurrenceRow, at: Date): Promise<void> {
  const { workspaceId, solutionId, mergedVersion } = occurrence;
  if (mergedVersion === null) return;
  const isSolution = and(eq(solutions.workspaceId, workspaceId), eq(solutions.solutionId, solutionId));
  const [current] = await db
    .select({ content: solutions.content, version: solutions.version })
    .from(solutions)
    .where(isSolution)
    .limit(1)
    .for('update');
  if (current === undefined) return;
  const isVersion = and(
    eq(solutionVersions.workspaceId, workspaceId),
    eq(solutionVersions.solutionId, solutionId),
    gte(solutionVersions.version, mergedVersion - 1),
  );
  const versionsSince = await db
    .select({ version: solutionVersions.version, content: solutionVersions.content })
    .from(solutionVersions)
    .where(isVersion)
    .orderBy(asc(solutionVersions.version));
  const [before, after] = versionsSince;
  const bothExist = before?.version === mergedVersion - 1 && after?.version === mergedVersion;
  const draft = await contentOf({ db, workspaceId }, occurrence.draftId);
  const withoutMerged = (content: SolutionContent) =>
    bothExist
      ? revertMerge(content, before.content, after.content)
      : removeThread(content, occurrence, draft);
  for (const version of versionsSince.filter((each) => each.version >= mergedVersion)) {
    await db
      .update(solutionVersions)
      .set({ content: withoutMerged(version.content) })
      .where(and(isVersion, eq(solutionVersions.version, version.version)));
  }
  const content = withoutMerged(current.content);
  const version = current.version + 1;
  await db.update(solutions).set({ content, version, updatedAt: at }).where(isSolution);
  await db.insert(solutionVersions).values({
    workspaceId,
    solutionId,
    version,
    content,
    changedBy: null,
    changedAt: at,
    reason: 'a thread was taken out',
  });
  await reindexTerms({ db, workspaceId }, solutionId, content);
}

async function contentOf({ db, workspaceId }: Scope, solutionId: string): Promise<SolutionContent | null> {
  const [row] = await db
    .select({ content: solutions.content })
    .from(solutions)
    .where(and(eq(solutions.workspaceId, workspaceId), eq(solutions.solutionId, solutionId)))
    .limit(1);
  return row?.content ?? null;
}

/** A merge changes neither title nor symptoms: the embedding stays. */
async function reindexTerms(
  { db, workspaceId }: Scope,
  solutionId: string,
  content: SolutionContent,
): Promise<void> {
  const [row] = await db
    .select({ solutionId: solutionSearch.solutionId })
    .from(solutionSearch)
    .where(and(eq(solutionSearch.workspaceId, workspaceId), eq(solutionSearch.solutionId, solutionId)))
    .limit(1);
  if (row === undefined) return;
  const document = documentOf(featuresOfSolution(content));
  await indexTerms(db, { workspaceId, solutionId, document }, termSpace);
}

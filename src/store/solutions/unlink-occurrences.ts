import { and, asc, eq, gte, isNotNull, ne, or, type SQL } from 'drizzle-orm';
import { withoutMerge, withoutThread } from '../../library/merge-content.ts';
import type { SolutionContent } from '../../library/solution.ts';
import { documentOf, termSpace } from '../../text/search-document.ts';
import { featuresOfSolution } from '../../text/search-features.ts';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { solutionSearch, solutionSources, solutions, solutionVersions } from '../schema/schema.ts';
import { indexWords } from '../search/search-index.ts';
import { takeCountBack } from './draft-decisions.ts';

type SourceRow = typeof solutionSources.$inferSelect;

/**
 * A draft that was counted to a solution is a draft again, and the solution loses what came from it. `apart`: it is
 * never again counted to another by itself. Null when it was none; else the solution it was counted to.
 */
export async function separateDraft(
  scope: Scope,
  draftId: string,
  change: { at: Date; apart: boolean },
): Promise<string | null> {
  if (!(await takeCountBack(scope, draftId, change))) return null;
  const [taken] = await takeOut(scope, eq(solutionSources.draftId, draftId), change.at);
  return taken?.solutionId ?? null;
}

/**
 * A thread is gone: so are the drafts of it that were counted to solutions, and what they brought. Says which
 * solutions lost something.
 */
export async function forgetSourceThread(
  scope: Scope,
  thread: { channelId: string; threadTs: string; at: Date },
): Promise<string[]> {
  const { db, workspaceId } = scope;
  const { channelId, threadTs, at } = thread;
  const ofThread = and(eq(solutionSources.channelId, channelId), eq(solutionSources.threadTs, threadTs));
  const taken = await takeOut(scope, ofThread, at);
  const own = and(
    eq(solutions.workspaceId, workspaceId),
    eq(solutions.sourceChannelId, channelId),
    eq(solutions.sourceThreadTs, threadTs),
  );
  await db.delete(solutions).where(and(own, isNotNull(solutions.mergedInto)));
  return taken.map((each) => each.solutionId);
}

/**
 * A channel is for itself from now on: what was counted from it to solutions of other channels, or from theirs to its
 * own, is a draft again. Says which, of which incidents.
 */
export async function separateChannel(
  scope: Scope,
  channelId: string,
  at: Date,
): Promise<{ solutionId: string; incidentId: string | null }[]> {
  const { db, workspaceId } = scope;
  const rows = await db
    .select({
      draftId: solutionSources.draftId,
      solutionId: solutionSources.solutionId,
      incidentId: solutionSources.incidentId,
    })
    .from(solutionSources)
    .innerJoin(
      solutions,
      and(
        eq(solutions.workspaceId, solutionSources.workspaceId),
        eq(solutions.solutionId, solutionSources.solutionId),
      ),
    )
    .where(
      and(
        eq(solutionSources.workspaceId, workspaceId),
        or(eq(solutionSources.channelId, channelId), eq(solutions.sourceChannelId, channelId)),
        ne(solutionSources.channelId, solutions.sourceChannelId),
      ),
    )
    .orderBy(asc(solutionSources.draftId))
    .limit(10_000);
  for (const { draftId } of rows) await separateDraft(scope, draftId, { at, apart: false });
  return rows;
}

/** Deletes sources, and what they were merged into forgets what they brought, in all of its versions. */
async function takeOut(
  { db, workspaceId }: Scope,
  which: SQL | undefined,
  at: Date,
): Promise<{ solutionId: string }[]> {
  const gone = await db
    .delete(solutionSources)
    .where(and(eq(solutionSources.workspaceId, workspaceId), which))
    .returning();
  for (const source of gone) await undoMerge(db, source, at);
  return gone;
}

async function undoMerge(db: Db, source: SourceRow, at: Date): Promise<void> {
  const { workspaceId, solutionId, mergedVersion } = source;
  if (mergedVersion === null) return;
  const isSolution = and(eq(solutions.workspaceId, workspaceId), eq(solutions.solutionId, solutionId));
  const [now] = await db
    .select({ content: solutions.content, version: solutions.version })
    .from(solutions)
    .where(isSolution)
    .limit(1)
    .for('update');
  if (now === undefined) return;
  const isVersion = and(
    eq(solutionVersions.workspaceId, workspaceId),
    eq(solutionVersions.solutionId, solutionId),
    gte(solutionVersions.version, mergedVersion - 1),
  );
  const since = await db
    .select({ version: solutionVersions.version, content: solutionVersions.content })
    .from(solutionVersions)
    .where(isVersion)
    .orderBy(asc(solutionVersions.version));
  const [before, after] = since;
  const bothStand = before?.version === mergedVersion - 1 && after?.version === mergedVersion;
  const draft = await wordsOf({ db, workspaceId }, source.draftId);
  const without = (content: SolutionContent) =>
    bothStand ? withoutMerge(content, before.content, after.content) : withoutThread(content, source, draft);
  for (const version of since.filter((each) => each.version >= mergedVersion)) {
    await db
      .update(solutionVersions)
      .set({ content: without(version.content) })
      .where(and(isVersion, eq(solutionVersions.version, version.version)));
  }
  const content = without(now.content);
  const version = now.version + 1;
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
  await indexWordsAnew({ db, workspaceId }, solutionId, content);
}

async function wordsOf({ db, workspaceId }: Scope, solutionId: string): Promise<SolutionContent | null> {
  const [row] = await db
    .select({ content: solutions.content })
    .from(solutions)
    .where(and(eq(solutions.workspaceId, workspaceId), eq(solutions.solutionId, solutionId)))
    .limit(1);
  return row?.content ?? null;
}

/** A merge changes neither title nor symptoms: the embedding stays. */
async function indexWordsAnew(
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
  await indexWords(db, { workspaceId, solutionId, document }, termSpace);
}

import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { SolutionContent } from '../../library/solution.ts';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { allPages } from '../pages.ts';
import { solutions, solutionVersions } from '../schema/solutions.ts';
import { changeSolution } from './change-solution.ts';
import { writeOwnVersion } from './solution-versions.ts';
import { type StoredSolution, solutionOf } from './solutions.ts';

/**
 * The solutions, whatever their status, that a message may have taught: those of its thread, those that it was merged
 * into, and those of which a version cites it. Locked until the transaction ends.
 */
export async function lockSolutionsFromMessage(
  { db, workspaceId }: Scope,
  message: { channelId: string; ts: string; threadTs: string },
  pageSize = 100,
): Promise<StoredSolution[]> {
  const cited = JSON.stringify([{ evidence: [{ ts: message.ts }] }]);
  const rows = await allPages<typeof solutions.$inferSelect>(
    (after, size) =>
      db
        .select()
        .from(solutions)
        .where(
          and(
            eq(solutions.workspaceId, workspaceId),
            gt(solutions.solutionId, after?.solutionId ?? ''),
            or(
              and(
                eq(solutions.sourceChannelId, message.channelId),
                or(
                  eq(solutions.sourceThreadTs, message.threadTs),
                  sql`${solutions.content} -> 'steps' @> ${cited}::jsonb`,
                  sql`exists (select 1 from solution_versions v where v.workspace_id = ${solutions.workspaceId}
                and v.solution_id = ${solutions.solutionId} and v.content -> 'steps' @> ${cited}::jsonb)`,
                ),
              ),
              sql`exists (select 1 from solution_occurrences src where src.workspace_id = ${solutions.workspaceId}
            and src.solution_id = ${solutions.solutionId} and src.merged_version is not null
            and src.channel_id = ${message.channelId} and src.thread_ts = ${message.threadTs})`,
            ),
          ),
        )
        .orderBy(asc(solutions.solutionId))
        .limit(size)
        .for('update'),
    pageSize,
  );
  return rows.map(solutionOf);
}

/**
 * Changes what a solution says and ever said: the versions that people wrote are rewritten, those that nobody wrote
 * are forgotten, and what it says now becomes a new one. Says whether what it says now changed. Run in a transaction.
 */
export async function rewriteSolution(
  db: Db,
  solution: StoredSolution,
  change: {
    rewrite: (content: SolutionContent) => SolutionContent;
    proven: (content: SolutionContent) => boolean;
    at: Date;
    reason: string;
  },
): Promise<{ content: SolutionContent; changed: boolean }> {
  const { workspaceId, id: solutionId, version } = solution;
  const isThisSolution = and(
    eq(solutionVersions.workspaceId, workspaceId),
    eq(solutionVersions.solutionId, solutionId),
  );
  const content = change.rewrite(solution.content);
  const changed = !isDeepStrictEqual(content, solution.content);
  const versions = await db
    .select({
      version: solutionVersions.version,
      content: solutionVersions.content,
      changedBy: solutionVersions.changedBy,
    })
    .from(solutionVersions)
    .where(isThisSolution)
    .orderBy(asc(solutionVersions.version));
  for (const old of versions) {
    const isThisVersion = and(isThisSolution, eq(solutionVersions.version, old.version));
    if (old.changedBy !== null) {
      await db
        .update(solutionVersions)
        .set({ content: change.rewrite(old.content) })
        .where(isThisVersion);
    } else if (changed || old.version < version) {
      await db.delete(solutionVersions).where(and(isThisVersion, isNull(solutionVersions.changedBy)));
    }
  }
  if (!changed) return { content, changed };
  const { at, reason } = change;
  const rewritten = { content, proven: change.proven(content), at, reason };
  await writeOwnVersion({ db, workspaceId }, { id: solutionId, version }, rewritten);
  return { content, changed };
}

/** Out of the library, because nothing shows it any more: nobody decided that. */
export async function retireSolution(scope: Scope, solutionId: string, at: Date): Promise<void> {
  const retired = { status: 'retired' as const, savedBy: null, decidedBy: null, updatedAt: at };
  await changeSolution(scope, solutionId, retired);
}

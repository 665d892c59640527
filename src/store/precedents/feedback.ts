import { and, eq, gte, lte, not, type SQL, sql } from 'drizzle-orm';
import {
  type Effectiveness,
  effectivenessOf,
  noVerdicts,
  type Verdict,
} from '../../library/effectiveness.ts';
import { type Db, rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { feedbackMarks } from '../schema/precedents.ts';

export type Mark = {
  workspaceId: string;
  incidentId: string;
  solutionId: string;
  userId: string;
  /** An emoji's name, or "button". */
  mark: string;
};

/** The same mark again only moves its time; an older event that comes late beats neither a newer one nor its removal. */
export async function addMark(db: Db, mark: Mark & { verdict: Verdict; at: Date }): Promise<void> {
  const { at, ...row } = mark;
  // The removal may have come first, and by then another precedent may be in use.
  const removed = await db
    .select({ solutionId: feedbackMarks.solutionId })
    .from(feedbackMarks)
    .where(and(isMark(mark), feedbackMarks.isRemoved, gte(feedbackMarks.markedAt, at)))
    .limit(1);
  if (removed.length > 0) return;
  await db
    .insert(feedbackMarks)
    .values({ ...row, markedAt: at })
    .onConflictDoUpdate({
      target: markKey,
      set: { verdict: mark.verdict, markedAt: at, isRemoved: false },
      setWhere: sql`${feedbackMarks.markedAt} <= excluded.marked_at`,
    });
}

/** Whether anybody has judged a precedent of the incident. */
export async function hasMarks({ db, workspaceId }: Scope, incidentId: string): Promise<boolean> {
  const rows = await db
    .select({ userId: feedbackMarks.userId })
    .from(feedbackMarks)
    .where(and(eq(feedbackMarks.workspaceId, workspaceId), eq(feedbackMarks.incidentId, incidentId)))
    .orderBy(feedbackMarks.userId)
    .limit(1);
  return rows.length > 0;
}

/**
 * Takes a mark back; the person's verdict falls back to an earlier mark of theirs, if one stands. A mark that is
 * newer than `at` stays: the event came late. That it was taken back is remembered, also of a mark that is yet to
 * come (then under `solutionId`). Returns the solutions that it spoke of.
 */
export async function removeMark(db: Db, mark: Mark & { verdict: Verdict; at: Date }): Promise<string[]> {
  const { at, ...row } = mark;
  const rows = await db
    .update(feedbackMarks)
    .set({ isRemoved: true, markedAt: at })
    .where(and(isMark(mark), not(feedbackMarks.isRemoved), lte(feedbackMarks.markedAt, at)))
    .returning({ solutionId: feedbackMarks.solutionId });
  await db
    .insert(feedbackMarks)
    .values({ ...row, markedAt: at, isRemoved: true })
    .onConflictDoUpdate({
      target: markKey,
      set: { markedAt: at },
      setWhere: sql`${feedbackMarks.isRemoved} and ${feedbackMarks.markedAt} < excluded.marked_at`,
    });
  return rows.map((row) => row.solutionId);
}

const markKey = [
  feedbackMarks.workspaceId,
  feedbackMarks.incidentId,
  feedbackMarks.solutionId,
  feedbackMarks.userId,
  feedbackMarks.mark,
];

/** The person's mark on the incident's answer, of whichever precedent it spoke. */
function isMark(mark: Omit<Mark, 'solutionId'>) {
  return and(
    eq(feedbackMarks.workspaceId, mark.workspaceId),
    eq(feedbackMarks.incidentId, mark.incidentId),
    eq(feedbackMarks.userId, mark.userId),
    eq(feedbackMarks.mark, mark.mark),
  );
}

/**
 * Every person's latest verdict on every precedent, as rows of incident_id, solution_id, verdict and marked_at. What
 * was said of a fix before it was linked to another speaks of that other. `ofSolutions`: of these alone.
 */
export function latestVerdicts(workspaceId: string, ofSolutions: SQL | null): SQL {
  const solutionFilter =
    ofSolutions === null
      ? sql``
      : sql`and m.solution_id = any(${ofSolutions} || array(select draft_id from solution_occurrences
          where workspace_id = ${workspaceId} and solution_id = any(${ofSolutions})))`;
  return sql`
    select distinct on (incident_id, solution_id, user_id) incident_id, solution_id, user_id, verdict, marked_at
    from (
      select m.incident_id, coalesce(src.solution_id, m.solution_id) as solution_id, m.user_id, m.mark, m.verdict,
        m.marked_at
      from feedback_marks m
      left join solution_occurrences src on src.workspace_id = m.workspace_id and src.draft_id = m.solution_id
      where m.workspace_id = ${workspaceId} and not m.is_removed ${solutionFilter}
    ) marks
    order by incident_id, solution_id, user_id, marked_at desc, mark`;
}

/**
 * How well each solution does: the latest verdicts, the incident that taught it as one that worked, when its thread
 * showed so, and what came of it in every thread linked to it; there a person's verdict on the same incident counts
 * instead.
 */
export async function effectivenessOfSolutions(
  { db, workspaceId }: Scope,
  solutionIds: string[],
): Promise<Map<string, Effectiveness>> {
  const scores = new Map<string, Effectiveness>();
  if (solutionIds.length === 0) return scores;
  const ids = sql`array[${sql.join(
    solutionIds.map((id) => sql`${id}`),
    sql`, `,
  )}]::text[]`;
  const rows = rowsOf<{ solution_id: string; worked: number; partial: number; failed: number }>(
    await db.execute(sql`
      with said as (
        select incident_id, solution_id, verdict from (${latestVerdicts(workspaceId, ids)}) latest
        where solution_id = any(${ids})
      ), shown as (
        select solution_id, 'worked' as verdict from solutions
        where workspace_id = ${workspaceId} and solution_id = any(${ids}) and proven
      ), again as (
        select solution_id, outcome as verdict from solution_occurrences src
        where workspace_id = ${workspaceId} and solution_id = any(${ids}) and outcome <> 'unknown'
          and not exists (select 1 from said
            where said.solution_id = src.solution_id and said.incident_id = src.incident_id)
      )
      select solution_id,
        count(*) filter (where verdict = 'worked')::int as worked,
        count(*) filter (where verdict = 'partial')::int as partial,
        count(*) filter (where verdict = 'failed')::int as failed
      from (select solution_id, verdict from said union all select * from shown union all select * from again) all_verdicts
      group by solution_id`),
  );
  for (const row of rows) {
    scores.set(
      row.solution_id,
      effectivenessOf({
        worked: Number(row.worked),
        partial: Number(row.partial),
        failed: Number(row.failed),
      }),
    );
  }
  for (const id of solutionIds) if (!scores.has(id)) scores.set(id, effectivenessOf(noVerdicts));
  return scores;
}

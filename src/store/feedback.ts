import { and, eq, lte, sql } from 'drizzle-orm';
import { type Effectiveness, effectivenessOf, noVerdicts, type Verdict } from '../library/effectiveness.ts';
import { type Db, rowsOf } from './db.ts';
import { feedbackMarks } from './schema.ts';

export type Mark = {
  workspaceId: string;
  incidentId: string;
  solutionId: string;
  userId: string;
  /** An emoji's name, or "button". */
  mark: string;
};

/** The same mark again only moves its time; an older event that comes late never beats a newer one. */
export async function leaveMark(db: Db, mark: Mark & { verdict: Verdict; at: Date }): Promise<void> {
  const { at, ...row } = mark;
  await db
    .insert(feedbackMarks)
    .values({ ...row, markedAt: at })
    .onConflictDoUpdate({
      target: [
        feedbackMarks.workspaceId,
        feedbackMarks.incidentId,
        feedbackMarks.solutionId,
        feedbackMarks.userId,
        feedbackMarks.mark,
      ],
      set: { verdict: mark.verdict, markedAt: at },
      setWhere: sql`${feedbackMarks.markedAt} <= excluded.marked_at`,
    });
}

/** Whether anybody has judged a precedent of the incident. */
export async function hasMarks(db: Db, workspaceId: string, incidentId: string): Promise<boolean> {
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
 * newer than `at` stays: the event came late. Returns the solutions that it spoke of.
 */
export async function takeMarkBack(db: Db, mark: Omit<Mark, 'solutionId'> & { at: Date }): Promise<string[]> {
  const rows = await db
    .delete(feedbackMarks)
    .where(
      and(
        eq(feedbackMarks.workspaceId, mark.workspaceId),
        eq(feedbackMarks.incidentId, mark.incidentId),
        eq(feedbackMarks.userId, mark.userId),
        eq(feedbackMarks.mark, mark.mark),
        lte(feedbackMarks.markedAt, mark.at),
      ),
    )
    .returning({ solutionId: feedbackMarks.solutionId });
  return rows.map((row) => row.solutionId);
}

/**
 * How well each solution does: every person's latest verdict on every precedent, and the incident that taught
 * it as one that worked, when its thread showed so.
 */
export async function effectivenessOfSolutions(
  db: Db,
  workspaceId: string,
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
        select distinct on (incident_id, solution_id, user_id) solution_id, verdict
        from feedback_marks
        where workspace_id = ${workspaceId} and solution_id = any(${ids})
        order by incident_id, solution_id, user_id, marked_at desc, mark
      ), shown as (
        select solution_id, 'worked' as verdict from solutions
        where workspace_id = ${workspaceId} and solution_id = any(${ids}) and proven
      )
      select solution_id,
        count(*) filter (where verdict = 'worked')::int as worked,
        count(*) filter (where verdict = 'partial')::int as partial,
        count(*) filter (where verdict = 'failed')::int as failed
      from (select * from said union all select * from shown) all_verdicts
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

import { and, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Incident } from '../../library/incident.ts';
import { rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { latestVerdicts } from '../precedents/feedback.ts';
import { incidents } from '../schema/incidents.ts';

export type TrendIncident = Pick<
  Incident,
  'id' | 'title' | 'symptoms' | 'signatures' | 'context' | 'status'
> & {
  threadTs: string;
  openedAt: Date;
  resolvedAt: Date | null;
  alertKey: string | null;
  /** Whether it was shown a precedent, whatever became of that since. */
  answered: boolean;
  /** The precedent in use, or what it was merged with since, if that stands in the library. */
  solutionId: string | null;
  /** The solution that this incident taught or proved, if an active one stands. */
  taughtSolutionId: string | null;
};

// In a select from one table drizzle writes columns without their table, which a subquery would take for its own;
// the subqueries below therefore name the table themselves.

/** A channel's incidents that opened in [from, to), oldest first; of more than 5,000 the newest. */
export async function incidentsBetween(
  { db, workspaceId }: Scope,
  channelId: string,
  from: Date,
  to: Date,
): Promise<TrendIncident[]> {
  const rows = await db
    .select({
      id: incidents.incidentId,
      title: incidents.title,
      symptoms: incidents.symptoms,
      signatures: incidents.signatures,
      service: incidents.service,
      environment: incidents.environment,
      severity: incidents.severity,
      status: incidents.status,
      threadTs: incidents.threadTs,
      openedAt: incidents.openedAt,
      resolvedAt: incidents.resolvedAt,
      alertKey: incidents.alertKey,
      answered: sql<boolean>`exists (select 1 from precedents p where p.workspace_id = incidents.workspace_id
        and p.incident_id = incidents.incident_id and p.in_use)`,
      solutionId: sql<string | null>`(select stands.solution_id from precedents p
        join solutions s on s.workspace_id = p.workspace_id and s.solution_id = p.solution_id
        join solutions stands on stands.workspace_id = s.workspace_id
          and stands.solution_id = coalesce(s.merged_into, s.solution_id) and stands.status = 'active'
        where p.workspace_id = incidents.workspace_id and p.incident_id = incidents.incident_id
        and p.in_use order by stands.solution_id limit 1)`,
      taughtSolutionId: sql<
        string | null
      >`coalesce((select s.solution_id from solutions s where s.workspace_id = incidents.workspace_id
        and s.source_channel_id = incidents.channel_id and s.source_thread_ts = incidents.thread_ts
        and s.status = 'active' and s.proven order by s.solution_id limit 1),
        (select src.solution_id from solution_occurrences src
        join solutions s on s.workspace_id = src.workspace_id and s.solution_id = src.solution_id
        where src.workspace_id = incidents.workspace_id and src.channel_id = incidents.channel_id
        and src.thread_ts = incidents.thread_ts and s.status = 'active'
        and src.outcome in ('worked', 'partial') order by src.solution_id limit 1))`,
    })
    .from(incidents)
    .where(
      and(
        eq(incidents.workspaceId, workspaceId),
        eq(incidents.channelId, channelId),
        gte(incidents.openedAt, from),
        lt(incidents.openedAt, to),
      ),
    )
    .orderBy(desc(incidents.openedAt), desc(incidents.incidentId))
    .limit(5_000);
  return rows.reverse().map(({ service, environment, severity, ...row }) => ({
    ...row,
    context: { service, environment, severity },
  }));
}

/** How many incidents opened in [from, to), by channel id; a channel without one is not in it. */
export async function countOpened(
  { db, workspaceId }: Scope,
  channelIds: string[],
  { from, to }: { from: Date; to: Date },
): Promise<Map<string, number>> {
  if (channelIds.length === 0) return new Map();
  const rows = await db
    .select({ channelId: incidents.channelId, count: sql<number>`count(*)::int` })
    .from(incidents)
    .where(
      and(
        eq(incidents.workspaceId, workspaceId),
        inArray(incidents.channelId, channelIds),
        gte(incidents.openedAt, from),
        lt(incidents.openedAt, to),
      ),
    )
    .groupBy(incidents.channelId);
  return new Map(rows.map((row) => [row.channelId, row.count]));
}

/**
 * Solutions that someone said worked in [from, to) on an incident of the channel, most often first; at most 5.
 * A person's latest word counts, once.
 */
export async function solutionsThatWorked(
  { db, workspaceId }: Scope,
  channelId: string,
  from: Date,
  to: Date,
): Promise<{ solutionId: string; count: number }[]> {
  const rows = rowsOf<{ solution_id: string; count: number }>(
    await db.execute(sql`
      select f.solution_id, count(*)::int as count
      from (${latestVerdicts(workspaceId, null)}) f
      join incidents i on i.workspace_id = ${workspaceId} and i.incident_id = f.incident_id
      join solutions s on s.workspace_id = ${workspaceId} and s.solution_id = f.solution_id
      where i.channel_id = ${channelId} and f.verdict = 'worked' and s.status = 'active'
        and f.marked_at >= ${from.toISOString()}::timestamptz and f.marked_at < ${to.toISOString()}::timestamptz
      group by f.solution_id order by count desc, f.solution_id limit 5`),
  );
  return rows.map((row) => ({ solutionId: row.solution_id, count: Number(row.count) }));
}

/** Drafts of the channel that wait for a decision. */
export async function draftsWaiting({ db, workspaceId }: Scope, channelId: string): Promise<number> {
  const [row] = rowsOf<{ count: number }>(
    await db.execute(sql`select count(*)::int as count from solutions
      where workspace_id = ${workspaceId} and source_channel_id = ${channelId} and status = 'draft'`),
  );
  return Number(row?.count ?? 0);
}

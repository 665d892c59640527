import { sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../connection/db.ts';

export type MetricsFacts = {
  incidents: { answered: number; silent: number };
  drafts: { made: number; saved: number };
  outboxWaiting: number;
  /** By queue; one without work is not named. */
  jobsWaiting: { queue: string; count: number }[];
};

type Row = { answered: number; silent: number; made: number; saved: number; outbox: number };

/** What a workspace's database counts right now; the jobs are those of all its replicas. */
export async function metricsFacts(db: Db, workspaceId: string): Promise<MetricsFacts> {
  const [row] = rowsOf<Row>(
    await db.execute(sql`
      with answers as (
        select incident_id from outbox
        where workspace_id = ${workspaceId} and kind = 'answer' and ts is not null
      )
      select
        (select count(*)::int from answers) as answered,
        (select count(*)::int from incidents i where i.workspace_id = ${workspaceId}
          and not exists (select 1 from answers a where a.incident_id = i.incident_id)) as silent,
        (select count(*)::int from solutions where workspace_id = ${workspaceId}) as made,
        (select count(*)::int from solutions where workspace_id = ${workspaceId} and status = 'active') as saved,
        (select count(*)::int from outbox where workspace_id = ${workspaceId}
          and (sent_revision is null or sent_revision < revision)) as outbox`),
  );
  const jobs = rowsOf<{ queue: string; count: number }>(
    await db.execute(sql`
      select name as queue, count(*)::int as count from pgboss.job
      where state in ('created', 'retry', 'active') and name not like '\\_\\_%'
      group by name order by name limit 50`),
  );
  return {
    incidents: { answered: Number(row?.answered ?? 0), silent: Number(row?.silent ?? 0) },
    drafts: { made: Number(row?.made ?? 0), saved: Number(row?.saved ?? 0) },
    outboxWaiting: Number(row?.outbox ?? 0),
    jobsWaiting: jobs.map(({ queue, count }) => ({ queue, count: Number(count) })),
  };
}

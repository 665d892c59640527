import { sql } from 'drizzle-orm';
import { rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';

export type MetricsSnapshot = {
  incidents: { answered: number; silent: number };
  drafts: { made: number; saved: number };
  outboxWaiting: number;
  /** By queue; one without work is not named. */
  jobsWaiting: { queue: string; count: number }[];
};

type Row = { answered: number; silent: number; made: number; saved: number; outbox: number };

/** What the database counts of a workspace right now; the jobs are those of all its replicas. */
export async function metricsSnapshot({ db, workspaceId }: Scope): Promise<MetricsSnapshot> {
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
      select split_part(name, '/', 2) as queue, count(*)::int as count from pgboss.job
      where state in ('created', 'retry', 'active') and starts_with(name, ${`${workspaceId}/`})
      group by name order by name limit 50`),
  );
  return {
    incidents: { answered: Number(row?.answered ?? 0), silent: Number(row?.silent ?? 0) },
    drafts: { made: Number(row?.made ?? 0), saved: Number(row?.saved ?? 0) },
    outboxWaiting: Number(row?.outbox ?? 0),
    jobsWaiting: jobs.map(({ queue, count }) => ({ queue, count: Number(count) })),
  };
}

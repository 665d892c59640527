import { sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';

/** Each workspace has queues of its own: "T0123/answer". Slack's ids hold letters and digits alone. */
export function queueName(workspaceId: string, name: string): string {
  return `${workspaceId}/${name}`;
}

/** What a job was called before each workspace had its own queues, and what it is called now. */
const formerNames: Readonly<Record<string, string>> = { check: 'verify-channel', refit: 'refit-matching' };

/**
 * Jobs that an earlier version left in queues that all workspaces shared become the workspace's, handled or not. Where
 * several workspaces are known nobody can tell whose a job is, and it stays where it was. Says how many it adopted.
 */
export async function adoptUnscopedJobs(db: Db, workspaceId: string): Promise<number> {
  const former = sql.join(
    Object.entries(formerNames).map(([was, is]) => sql`when old.name = ${was} then ${is}`),
    sql` `,
  );
  const name = sql`${`${workspaceId}/`} || case ${former}
    when old.name = 'answer' and old.data ->> 'retell' = 'true' then 'refresh-answer' else old.name end`;
  const rows = rowsOf<{ id: string }>(
    await db.execute(sql`
      update pgboss.job old set
        name = ${name}, data = old.data || ${JSON.stringify({ workspaceId })}::jsonb
      where position('/' in old.name) = 0 and exists (select 1 from pgboss.queue q where q.name = ${name})
        and not exists (select 1 from workspaces where workspace_id <> ${workspaceId})
        -- Of a "stately" queue only one may be in a state: the other stays where it was, and a later start adopts it.
        and not exists (select 1 from pgboss.job other
          where other.name = ${name} and other.state = old.state and other.policy = 'stately')
      returning old.id`),
  );
  return rows.length;
}

/**
 * The embedded database has one process, which holds its lock: whatever is active when it starts was cut off by
 * a kill, and goes on at once instead of waiting for its heartbeat to lapse. Says how many there were.
 */
export async function releaseInterruptedJobs({ db, workspaceId }: Scope): Promise<number> {
  const rows = rowsOf<{ id: string }>(
    await db.execute(sql`
      update pgboss.job cut set state = 'retry', start_after = now(), heartbeat_on = null
      where state = 'active' and starts_with(cut.name, ${`${workspaceId}/`}) and not exists (
        -- Of a "stately" queue only one may wait for its retry; the other lapses by its heartbeat.
        select 1 from pgboss.job other
        where other.name = cut.name and other.state = 'retry' and other.policy = 'stately')
      returning id`),
  );
  await db.execute(sql`update outbox set claimed_until = null
    where workspace_id = ${workspaceId} and claimed_until is not null`);
  return rows.length;
}

/** Handled events keep their id, which makes them once, and lose what they said. */
export async function clearJobPayloads(db: Db, queue: string, jobIds: string[]): Promise<void> {
  if (jobIds.length === 0) return;
  const ids = sql.join(
    jobIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  await db.execute(sql`update pgboss.job set data = null where name = ${queue} and id in (${ids})`);
}

/** Jobs of these workspaces that are waiting, active or about to be tried again. */
export async function countPendingJobs(db: Db, workspaceIds: string[]): Promise<number> {
  if (workspaceIds.length === 0) return 0;
  const ids = sql.join(
    workspaceIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const [row] = rowsOf<{ count: number }>(
    await db.execute(
      sql`select count(*)::int as count from pgboss.job
        where state in ('created', 'retry', 'active') and split_part(name, '/', 1) in (${ids})`,
    ),
  );
  return Number(row?.count ?? 0);
}

/** Whether incidents of the channel's past are still to be captured; at the end of its backfill the numbers wait for them. */
export async function hasPendingBackfillCaptures(
  { db, workspaceId }: Scope,
  channelId: string,
): Promise<boolean> {
  const rows = rowsOf<{ id: string }>(
    await db.execute(
      sql`select job.id from pgboss.job job join incidents i
          on i.workspace_id = ${workspaceId} and i.incident_id = job.data ->> 'incidentId'
        where job.name = ${queueName(workspaceId, 'capture')} and job.state in ('created', 'retry', 'active')
          and job.data ->> 'past' = 'true' and i.channel_id = ${channelId}
        order by job.id limit 1`,
    ),
  );
  return rows.length > 0;
}

import { and, asc, eq, lt, sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { type BackfillState, backfills } from '../schema/channels.ts';

export type { BackfillState } from '../schema/channels.ts';

export type Backfill = {
  workspaceId: string;
  channelId: string;
  state: BackfillState;
  latest: string;
  oldest: string;
  position: string;
  messages: number;
  step: number;
  outboxKey: string;
  threadTs: string | null;
};

const columns = {
  workspaceId: backfills.workspaceId,
  channelId: backfills.channelId,
  state: backfills.state,
  latest: backfills.latest,
  oldest: backfills.oldest,
  position: backfills.position,
  messages: backfills.messages,
  step: backfills.step,
  outboxKey: backfills.outboxKey,
  threadTs: backfills.threadTs,
};

/**
 * Begins to read from `latest` down to `oldest`, at a step never used before; null while another is running, and for
 * an offer (the message `threadTs`) that the last one was begun from.
 */
export async function startBackfill(
  db: Db,
  run: Pick<Backfill, 'workspaceId' | 'channelId' | 'latest' | 'oldest' | 'outboxKey' | 'threadTs'>,
  by: { userId: string; at: Date },
): Promise<Backfill | null> {
  const row = {
    ...run,
    state: 'running' as const,
    position: run.latest,
    messages: 0,
    startedBy: by.userId,
    startedAt: by.at,
    updatedAt: by.at,
  };
  const [started] = await db
    .insert(backfills)
    .values({ ...row, step: 1 })
    .onConflictDoUpdate({
      target: [backfills.workspaceId, backfills.channelId],
      set: { ...row, step: sql`${backfills.step} + 1` },
      setWhere: sql`${backfills.state} <> 'running'
        and (${backfills.threadTs} is null or ${backfills.threadTs} is distinct from excluded.thread_ts)`,
    })
    .returning(columns);
  return started ?? null;
}

export async function findBackfill({ db, workspaceId }: Scope, channelId: string): Promise<Backfill | null> {
  const [row] = await db
    .select(columns)
    .from(backfills)
    .where(and(eq(backfills.workspaceId, workspaceId), eq(backfills.channelId, channelId)))
    .limit(1);
  return row ?? null;
}

/** `run` further on: at `position`, with so many more messages read. Null when it was stopped or somebody else went on with it. */
export async function advanceBackfill(
  db: Db,
  run: Backfill,
  to: { position: string; messages: number; at: Date },
): Promise<Backfill | null> {
  return changeRunning(db, run, {
    position: to.position,
    messages: run.messages + to.messages,
    updatedAt: to.at,
  });
}

/** Makes every job of the step that was do nothing. Null as above. */
export async function nextStepOfBackfill(db: Db, run: Backfill, at: Date): Promise<Backfill | null> {
  return changeRunning(db, run, { step: run.step + 1, updatedAt: at });
}

/** Null as above: it is ended once. */
export async function endBackfill(
  db: Db,
  run: Backfill,
  end: { state: Exclude<BackfillState, 'running'>; at: Date },
): Promise<Backfill | null> {
  return changeRunning(db, run, { state: end.state, updatedAt: end.at });
}

/** A person's wish: whatever it is at, it ends. Null when none was running. */
export async function stopBackfill(
  { db, workspaceId }: Scope,
  channelId: string,
  at: Date,
): Promise<Backfill | null> {
  const [row] = await db
    .update(backfills)
    .set({ state: 'stopped', updatedAt: at })
    .where(
      and(
        eq(backfills.workspaceId, workspaceId),
        eq(backfills.channelId, channelId),
        eq(backfills.state, 'running'),
      ),
    )
    .returning(columns);
  return row ?? null;
}

/** Running ones that nobody has brought further since `before`, at most 100. */
export async function stalledBackfills({ db, workspaceId }: Scope, before: Date): Promise<Backfill[]> {
  return db
    .select(columns)
    .from(backfills)
    .where(
      and(
        eq(backfills.workspaceId, workspaceId),
        eq(backfills.state, 'running'),
        lt(backfills.updatedAt, before),
      ),
    )
    .orderBy(asc(backfills.channelId))
    .limit(100);
}

/** The channel's incidents in what was read, and how many of them have a fix that held. */
export async function countBackfilled(
  db: Db,
  run: Pick<Backfill, 'workspaceId' | 'channelId' | 'position' | 'latest'>,
): Promise<{ incidents: number; withFix: number }> {
  const [row] = rowsOf<{ incidents: number; with_fix: number }>(
    await db.execute(sql`
      select count(*)::int as incidents, (count(*) filter (where exists (
        select 1 from solutions s where s.workspace_id = i.workspace_id and s.source_channel_id = i.channel_id
          and s.source_thread_ts = i.thread_ts and s.proven and (s.status <> 'retired' or s.merged_into is not null))))::int as with_fix
      from incidents i
      where i.workspace_id = ${run.workspaceId} and i.channel_id = ${run.channelId}
        and i.thread_ts::numeric >= ${run.position}::numeric and i.thread_ts::numeric < ${run.latest}::numeric`),
  );
  return { incidents: Number(row?.incidents ?? 0), withFix: Number(row?.with_fix ?? 0) };
}

async function changeRunning(
  db: Db,
  run: Backfill,
  change: Partial<typeof backfills.$inferInsert>,
): Promise<Backfill | null> {
  const [row] = await db
    .update(backfills)
    .set(change)
    .where(
      and(
        eq(backfills.workspaceId, run.workspaceId),
        eq(backfills.channelId, run.channelId),
        eq(backfills.state, 'running'),
        eq(backfills.step, run.step),
        eq(backfills.position, run.position),
      ),
    )
    .returning(columns);
  return row ?? null;
}

import { sql } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueuedJob } from '../../../src/jobs/jobs.ts';
import { startQueue } from '../../../src/jobs/queue.ts';
import { createLog } from '../../../src/log.ts';
import { rowsOf } from '../../../src/store/connection/db.ts';
import type { Store } from '../../../src/store/connection/open.ts';
import { hasPendingBackfillCaptures, releaseInterruptedJobs } from '../../../src/store/jobs/boss-jobs.ts';
import { saveWorkspace } from '../../../src/store/workspaces/workspaces.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addIncident } from '../sample-rows.ts';

it('embedding is one job at work and one that waits, and a kill while one waits for its retry stops no start', async () => {
  const store = await openTestStore();
  const queue = await startQueue(store, { log: createLog('silent') });
  await queue.open('T1');
  const scope = { db: store.db, workspaceId: 'T1' };
  const states = async () => {
    const rows = rowsOf<{ state: string }>(
      await store.db.execute(
        sql`select state::text as state from pgboss.job where name = 'T1/embed' order by 1`,
      ),
    );
    return rows.map(({ state }) => state);
  };
  const all = (from: string, to: string) =>
    store.db.execute(sql`update pgboss.job set state = ${to} where name = 'T1/embed' and state = ${from}`);
  try {
    await queue.send(store.db, 'T1', { name: 'embed' });
    await queue.send(store.db, 'T1', { name: 'embed' });
    expect(await states()).toEqual(['created']);
    await all('created', 'retry');
    await queue.send(store.db, 'T1', { name: 'embed' });
    await all('created', 'active');
    expect(await releaseInterruptedJobs(scope)).toBe(0);
    expect(await states()).toEqual(['active', 'retry']);
    await store.db.execute(sql`delete from pgboss.job where name = 'T1/embed' and state = 'retry'`);
    expect(await releaseInterruptedJobs(scope)).toBe(1);
    expect(await states()).toEqual(['retry']);
  } finally {
    await queue.stop();
    await store.close();
  }
});

it('a channel’s backfill waits for the captures of its own past alone', async () => {
  const store = await openTestStore();
  const queue = await startQueue(store, { log: createLog('silent') });
  await queue.open('T1');
  const pendingIn = (channelId: string) =>
    hasPendingBackfillCaptures({ db: store.db, workspaceId: 'T1' }, channelId);
  try {
    await addIncident(store.db, { id: 'inc_1', channelId: 'C1' });
    await addIncident(store.db, { id: 'inc_2', channelId: 'C2' });
    await queue.send(store.db, 'T1', { name: 'capture', incidentId: 'inc_1', past: true });
    await queue.send(store.db, 'T1', { name: 'capture', incidentId: 'inc_2' });
    expect([await pendingIn('C1'), await pendingIn('C2')]).toEqual([true, false]);
    await store.db.execute(sql`update pgboss.job set state = 'completed' where name = 'T1/capture'`);
    expect(await pendingIn('C1')).toBe(false);
  } finally {
    await queue.stop();
    await store.close();
  }
});

describe('jobs that an earlier version left in queues that all workspaces shared', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openTestStore();
    await saveWorkspace(store.db, workspaceOf('T1'), new Date());
  });
  afterEach(() => store.close());

  const workspaceOf = (workspaceId: string) => ({
    workspaceId,
    name: workspaceId,
    url: `https://${workspaceId}.example/`,
    botUserId: 'UBOT',
    botId: 'BBOT',
  });

  /** As they were sent: without a workspace, in the queue of their name. */
  async function leaveBehind(): Promise<void> {
    const boss = new PgBoss({ ...store.boss, schema: 'pgboss', schedule: false });
    await boss.start();
    const left: [queue: string, data: object][] = [
      ['inbox', { kind: 'deleted', channelId: 'C1', ts: '1.1', at: '2026-03-02T10:00:00Z' }],
      ['answer', { incidentId: 'inc_1' }],
      ['answer', { incidentId: 'inc_2', retell: true }],
      ['check', { channelId: 'C1', day: '2026-03-02' }],
      ['refit', { day: '2026-03-02' }],
    ];
    for (const [queue, data] of left) {
      await boss.createQueue(queue);
      await boss.send(queue, data);
    }
    await boss.createQueue('embed', { policy: 'stately' });
    await boss.send('embed', {});
    await boss.stop({ graceful: false });
  }

  const names = async () =>
    rowsOf<{ name: string; workspace: string | null }>(
      await store.db.execute(
        sql`select name, data ->> 'workspaceId' as workspace from pgboss.job where name not like '\\_\\_%' order by name`,
      ),
    ).map(({ name, workspace }) => `${name} ${workspace}`);

  it('become those of the one workspace that there is, under their present names', async () => {
    await leaveBehind();
    const queue = await startQueue(store, { log: createLog('silent') });
    try {
      await queue.open('T1');
      expect(await names()).toEqual(
        ['answer', 'embed', 'inbox', 'refit-matching', 'refresh-answer', 'verify-channel'].map(
          (name) => `T1/${name} T1`,
        ),
      );
      const seen: QueuedJob[] = [];
      const events: unknown[] = [];
      await queue.work('T1', {
        inbox: async (_, event) => {
          events.push(event);
          return 'handled';
        },
        job: async (_, job) => void seen.push(job),
      });
      await queue.idle();
      expect(events).toMatchObject([{ kind: 'deleted', ts: '1.1' }]);
      expect(seen.map(({ name }) => name).toSorted()).toEqual([
        'answer',
        'embed',
        'refit-matching',
        'refresh-answer',
        'verify-channel',
      ]);
    } finally {
      await queue.stop();
    }
  });

  it('stop no start when one of a kind that waits alone waits already', async () => {
    await leaveBehind();
    const queue = await startQueue(store, { log: createLog('silent') });
    try {
      await saveWorkspace(store.db, workspaceOf('T2'), new Date());
      await queue.open('T1');
      await queue.send(store.db, 'T1', { name: 'embed' });
      await store.db.execute(sql`delete from workspaces where workspace_id = 'T2'`);
      await queue.open('T1');
      expect(await names()).toEqual(expect.arrayContaining(['T1/embed T1', 'embed null', 'T1/inbox T1']));
    } finally {
      await queue.stop();
    }
  });

  it('are left alone when there are two workspaces', async () => {
    await leaveBehind();
    await saveWorkspace(store.db, workspaceOf('T2'), new Date());
    const queue = await startQueue(store, { log: createLog('silent') });
    try {
      await queue.open('T1');
      expect(await names()).toEqual(
        ['answer', 'answer', 'check', 'embed', 'inbox', 'refit'].map((name) => `${name} null`),
      );
    } finally {
      await queue.stop();
    }
  });
});

import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PrecedentError } from '../../src/errors.ts';
import type { InboxEvent } from '../../src/intake/messages/inbox-event.ts';
import type { QueuedJob } from '../../src/jobs/jobs.ts';
import { type Handlers, type Queue, startQueue } from '../../src/jobs/queue.ts';
import { createLog } from '../../src/log.ts';
import { rowsOf } from '../../src/store/connection/db.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { countPendingJobs } from '../../src/store/jobs/boss-jobs.ts';
import { openTestStore } from '../setup/open-test-store.ts';

let store: Store;
let queue: Queue;
beforeEach(async () => {
  store = await openTestStore();
  queue = await startQueue(store, { log: createLog('silent') });
  await queue.open('T1');
});
afterEach(async () => {
  await queue.stop();
  await store.close();
});

const deleted = (ts: string): InboxEvent => ({
  kind: 'deleted',
  channelId: 'C1',
  ts,
  at: '2026-03-02T10:00:00Z',
});

/** What a workspace's handlers are given. */
function recording(fail: (workspaceId: string) => Error | null = () => null) {
  const events: [string, InboxEvent][] = [];
  const jobs: [string, QueuedJob][] = [];
  const handlers: Handlers = {
    inbox: async (workspaceId, event) => {
      const failure = fail(workspaceId);
      events.push([workspaceId, event]);
      if (failure !== null) throw failure;
      return 'handled';
    },
    job: async (workspaceId, job) => {
      jobs.push([workspaceId, job]);
    },
  };
  return { events, jobs, handlers };
}

async function rowsIn(name: string): Promise<{ state: string; retries: number; data: unknown }[]> {
  return rowsOf(
    await store.db.execute(
      sql`select state::text as state, retry_count as retries, data from pgboss.job where name = ${name}
        order by created_on, id`,
    ),
  );
}

it('works off what came with an event that a kill hit between its handling and its completion', async () => {
  await queue.persist('T1', 'handled', deleted('1.1'));
  await queue.persist('T1', 'waiting', deleted('2.1'));
  // Handled, so that its words are gone, and never completed.
  await store.db.execute(
    sql`update pgboss.job set data = null where name = 'T1/inbox' and data ->> 'ts' = '1.1'`,
  );
  const handled: InboxEvent[] = [];
  await queue.work('T1', {
    inbox: async (_, event) => {
      handled.push(event);
      return 'handled';
    },
    job: async () => {},
  });
  await vi.waitFor(() => expect(handled).toEqual([deleted('2.1')]), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await countPendingJobs(store.db, ['T1'])).toBe(0), { timeout: 5_000 });
  const failed = await store.db.execute(
    sql`select 1 from pgboss.job where name = 'T1/inbox' and retry_count > 0`,
  );
  expect(rowsOf(failed)).toEqual([]);
});

describe('an event of the inbox', () => {
  it('is tried again when its verb fails, also with an error that says "unavailable"', async () => {
    const failures = [new PrecedentError('unavailable', 'the model does not answer'), null];
    const { events, handlers } = recording(() => failures.shift() ?? null);
    await queue.persist('T1', 'E1', deleted('1.1'));
    await queue.work('T1', handlers);
    await vi.waitFor(() => expect(events).toHaveLength(2), { timeout: 10_000 });
    await queue.idle();
    expect(await rowsIn('T1/inbox')).toEqual([{ state: 'completed', retries: 1, data: null }]);
  });

  it('is handled once more, after a moment and no later, when it was early', async () => {
    const tries: boolean[] = [];
    await queue.persist('T1', 'E1', deleted('1.1'));
    await queue.work('T1', {
      inbox: async (_, __, firstTry) => {
        tries.push(firstTry);
        return firstTry ? 'early' : 'handled';
      },
      job: async () => {},
    });
    await vi.waitFor(() => expect(tries).toEqual([true, false]), { timeout: 10_000 });
    await queue.idle();
    expect((await rowsIn('T1/inbox')).map(({ state, retries }) => [state, retries])).toEqual([
      ['completed', 0],
      ['completed', 0],
    ]);
  });

  it('is kept with its words while nobody serves its workspace', async () => {
    await queue.persist('T1', 'E1', deleted('1.1'));
    // Handlers as app/workspaces.ts makes them for a workspace that it does not know.
    await queue.work(
      'T1',
      recording(() => new PrecedentError('unavailable', 'this process does not serve it')).handlers,
    );
    await vi.waitFor(async () => expect((await rowsIn('T1/inbox'))[0]?.state).toBe('retry'), {
      timeout: 10_000,
    });
    expect((await rowsIn('T1/inbox'))[0]?.data).toMatchObject({ ts: '1.1', workspaceId: 'T1' });
  });
});

describe('two workspaces in one database', () => {
  it('each get their own event of one id, and their own job of one natural key', async () => {
    await queue.open('T2');
    const [first, second] = [recording(), recording()];
    const job: QueuedJob = { name: 'refit-matching', day: '2026-03-02' };
    for (const workspaceId of ['T1', 'T2']) {
      await queue.persist(workspaceId, 'E1', deleted('1.1'));
      await queue.persist(workspaceId, 'E1', deleted('1.1'));
      await queue.send(store.db, workspaceId, job);
      await queue.send(store.db, workspaceId, job);
    }
    await queue.work('T1', first.handlers);
    await queue.work('T2', second.handlers);
    await queue.idle();
    expect(first).toMatchObject({ events: [['T1', deleted('1.1')]], jobs: [['T1', job]] });
    expect(second).toMatchObject({ events: [['T2', deleted('1.1')]], jobs: [['T2', job]] });
  });

  it('leave alone what waits for the one that no process here serves', async () => {
    await queue.open('T2');
    await queue.persist('T2', 'E1', deleted('1.1'));
    await queue.send(store.db, 'T2', { name: 'answer', incidentId: 'inc_1' });
    const { events, jobs, handlers } = recording();
    await queue.work('T1', handlers);
    await queue.send(store.db, 'T1', { name: 'answer', incidentId: 'inc_1' });
    await queue.idle();
    expect(events).toEqual([]);
    expect(jobs).toEqual([['T1', { name: 'answer', incidentId: 'inc_1' }]]);
    for (const name of ['T2/inbox', 'T2/answer']) {
      expect(await rowsIn(name)).toMatchObject([{ state: 'created', data: { workspaceId: 'T2' } }]);
    }
  });
});

it('has no job whose transaction was rolled back', async () => {
  const { jobs, handlers } = recording();
  const regret = new Error('regretted');
  const send = (rollBack: boolean, solutionId: string) =>
    store.db.transaction(async (db) => {
      await queue.send(db, 'T1', { name: 'index', solutionId });
      if (rollBack) throw regret;
    });
  await expect(send(true, 'sol_1')).rejects.toBe(regret);
  await send(false, 'sol_2');
  await queue.work('T1', handlers);
  await queue.idle();
  expect(jobs).toEqual([['T1', { name: 'index', solutionId: 'sol_2' }]]);
});

it('lets four long jobs run at once, also when each comes while the others run', async () => {
  const running = new Set<string>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await queue.work('T1', {
    inbox: async () => 'handled',
    job: async (_, job) => {
      if (job.name === 'backfill') running.add(job.channelId);
      await released;
    },
  });
  try {
    for (let at = 1; at <= 4; at += 1) {
      await queue.send(store.db, 'T1', { name: 'backfill', channelId: `C${at}`, step: 1 });
      await vi.waitFor(() => expect(running.size).toBe(at), { timeout: 10_000 });
    }
  } finally {
    release();
  }
  await queue.idle();
});

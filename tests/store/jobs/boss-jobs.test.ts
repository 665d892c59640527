import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { startQueue } from '../../../src/jobs/queue.ts';
import { createLog } from '../../../src/log.ts';
import { rowsOf } from '../../../src/store/connection/db.ts';
import { releaseInterruptedJobs } from '../../../src/store/jobs/boss-jobs.ts';
import { openTestStore } from '../../setup/open-test-store.ts';

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

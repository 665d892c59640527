import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { InboxEvent } from '../../src/intake/messages/inbox-event.ts';
import { type Queue, startQueue } from '../../src/jobs/queue.ts';
import { createLog } from '../../src/log.ts';
import { rowsOf } from '../../src/store/connection/db.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { countPendingJobs } from '../../src/store/jobs/boss-jobs.ts';
import { openTestStore } from '../setup/open-test-store.ts';

let store: Store;
let queue: Queue;
beforeAll(async () => {
  store = await openTestStore();
  queue = await startQueue(store, { log: createLog('silent') });
  await queue.open('T1');
});
afterAll(async () => {
  await queue.stop();
  await store.close();
});

const deleted = (ts: string): InboxEvent => ({
  kind: 'deleted',
  channelId: 'C1',
  ts,
  at: '2026-03-02T10:00:00Z',
});

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
    },
    job: async () => {},
  });
  await vi.waitFor(() => expect(handled).toEqual([deleted('2.1')]), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await countPendingJobs(store.db)).toBe(0), { timeout: 5_000 });
  const failed = await store.db.execute(
    sql`select 1 from pgboss.job where name = 'T1/inbox' and retry_count > 0`,
  );
  expect(rowsOf(failed)).toEqual([]);
});

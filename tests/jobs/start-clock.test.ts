import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lexicalEmbedder } from '../../src/embed/lexical.ts';
import { startClock } from '../../src/jobs/start-clock.ts';
import type { Job } from '../../src/library/job.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { testCtx } from '../setup/test-ctx.ts';

let store: Store;
let clock: { stop(): Promise<void> } | undefined;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(async () => {
  await clock?.stop();
  vi.useRealTimers();
  await store.close();
});

it('does late what a busy process or a sleeping machine kept it from doing in time', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: new Date('2026-03-04T04:40:30Z') });
  const jobs: Job[] = [];
  clock = startClock(
    {
      ...testCtx(store.db, jobs),
      embedder: lexicalEmbedder,
      render: { reminder: () => ({ text: 'still waiting', blocks: [] }) },
    },
    { digestCron: '0 9 * * 1', timeZone: 'UTC' },
  );
  // The next look was due at 04:41:00; it comes a quarter of an hour late.
  vi.setSystemTime(new Date('2026-03-04T04:55:30Z'));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(jobs).toContainEqual({ name: 'refit-matching', day: '2026-03-04' });
});

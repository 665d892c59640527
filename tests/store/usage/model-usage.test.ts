import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/connection/open.ts';
import { reserveTokens, settleTokens, usageOfDay } from '../../../src/store/usage/model-usage.ts';
import { openTestStore } from '../../setup/open-test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const capture = (day: string, workspaceId = 'T1') => ({ workspaceId, day, purpose: 'capture' });
const spent = { input: 500, output: 60, cacheRead: 30, cacheWrite: 10 };

describe('the tokens of a day', () => {
  it('are set aside before a call, and replaced by what it cost', async () => {
    const key = capture('2026-03-02');
    expect(await reserveTokens(store.db, key, 900, 1_000)).toBe(true);
    expect(await reserveTokens(store.db, key, 101, 1_000)).toBe(false);
    await settleTokens(store.db, key, { reserved: 900, spent, failed: false });
    expect(await reserveTokens(store.db, key, 400, 1_000)).toBe(true);
    expect(await reserveTokens(store.db, key, 1, 1_000)).toBe(false);
    await settleTokens(store.db, key, { reserved: 400, spent: null, failed: true });
    expect(await usageOfDay({ db: store.db, workspaceId: 'T1' }, '2026-03-02')).toEqual([
      {
        purpose: 'capture',
        inputTokens: 500,
        outputTokens: 60,
        cacheReadTokens: 30,
        cacheWriteTokens: 10,
        reservedTokens: 0,
        calls: 2,
        failures: 1,
        refusals: 2,
      },
    ]);
  });

  it('count over all purposes, and for each workspace and day by itself', async () => {
    expect(await reserveTokens(store.db, capture('2026-03-03'), 800, 1_000)).toBe(true);
    const matching = { ...capture('2026-03-03'), purpose: 'matching' };
    expect(await reserveTokens(store.db, matching, 300, 1_000)).toBe(false);
    expect(await reserveTokens(store.db, matching, 200, 1_000)).toBe(true);
    expect(await reserveTokens(store.db, capture('2026-03-04'), 800, 1_000)).toBe(true);
    expect(await reserveTokens(store.db, capture('2026-03-03', 'T2'), 800, 1_000)).toBe(true);
  });

  it('are not overspent by replicas that ask at once', async () => {
    const key = capture('2026-03-05');
    const asked = await Promise.all(Array.from({ length: 12 }, () => reserveTokens(store.db, key, 100, 500)));
    expect(asked.filter((granted) => granted)).toHaveLength(5);
    expect(await usageOfDay({ db: store.db, workspaceId: 'T1' }, '2026-03-05')).toMatchObject([
      { reservedTokens: 500, refusals: 7 },
    ]);
  });
});

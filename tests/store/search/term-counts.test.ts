import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../../src/store/connection/open.ts';
import { termCountsOf } from '../../../src/store/search/term-counts.ts';
import { termId } from '../../../src/text/search-document.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { fillLibrary } from '../fill-library.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const ids = ['checkout', 'pool', 'nowhere'].map(termId);
const counted = async () => {
  // As the search passes them: what is asked for can be read once only.
  const { library, countOf } = await termCountsOf({ db: store.db, workspaceId: 'T1' }, new Set(ids).values());
  return [library, ...ids.map(countOf)];
};

it('counts anew once a library has changed by more than a hundredth, and remembers until then', async () => {
  expect(await counted()).toEqual([0, 0, 0, 0]);
  await fillLibrary(store.db, 'T1', 250);
  expect(await counted()).toEqual([250, 250, 250, 0]);
  await store.db.execute(sql`update term_counts set solutions = 7 where term_id = ${ids[0]}`);
  expect(await counted()).toEqual([250, 250, 250, 0]);
  await store.db.execute(sql`update term_counts set solutions = solutions + 3 where term_id in (0, -1)`);
  expect(await counted()).toEqual([253, 7, 250, 0]);
});

it('throws for a term that was never asked for, and learns it when asked', async () => {
  const counts = await termCountsOf({ db: store.db, workspaceId: 'T1' }, []);
  const late = termId('exhaust');
  expect(() => counts.countOf(late)).toThrow(RangeError);
  await counts.load([late]);
  expect(counts.countOf(late)).toBe(250);
});

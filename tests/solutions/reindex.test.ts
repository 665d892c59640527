import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { featuresOfSolution } from '../../src/library/solution-features.ts';
import { reindex } from '../../src/solutions/reindex.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { solutionsWithOutdatedIndex } from '../../src/store/search/search-index.ts';
import { termCountsOf } from '../../src/store/search/term-counts.ts';
import { documentOf, termId, termSpace } from '../../src/text/search-document.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { addSolution, contentOf, index } from '../store/sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

it('reads anew what an earlier version read into terms, with its counts, and keeps its embedding', async () => {
  const content = contentOf('checkout pool exhausted');
  await addSolution(store.db, { id: 'sol_old', content });
  await index(store.db, 'sol_old', { terms: [[7, 1]], embedding: [0, 1, 0] });
  await store.db.execute(sql`update solution_search set version = 1`);
  expect(await solutionsWithOutdatedIndex({ db: store.db, workspaceId: 'T1' }, 10)).toEqual(['sol_old']);

  const deps = { db: store.db, workspaceId: 'T1' };
  expect(await reindex(deps, performance.now() - 1)).toBe(false);
  expect(await reindex(deps, performance.now() + 10_000)).toBe(true);

  expect(await solutionsWithOutdatedIndex({ db: store.db, workspaceId: 'T1' }, 10)).toEqual([]);
  const pool = termId('pool');
  const counts = await termCountsOf({ db: store.db, workspaceId: 'T1' }, [7, pool]);
  expect([counts.library, counts.countOf(7), counts.countOf(pool)]).toEqual([1, 0, 1]);
  const { rows } = (await store.db.execute(
    sql`select term_ids, (select count(*)::int from solution_embeddings) as embeddings from solution_search`,
  )) as unknown as { rows: { term_ids: number[]; embeddings: number }[] };
  const terms = [...documentOf(featuresOfSolution(content)).terms.keys()];
  expect(rows[0]?.term_ids).toEqual(terms.toSorted((a, b) => a - b));
  expect(rows[0]?.embeddings).toBe(1);
  expect(termSpace).toBeGreaterThan(Math.max(...terms));
});

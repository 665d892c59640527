import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../../src/store/connection/db.ts';
import type { Store } from '../../../src/store/connection/open.ts';
import { embeddedModels, ensureEmbeddingIndex, servingModel } from '../../../src/store/search/embeddings.ts';
import { unindexSolution } from '../../../src/store/search/search-index.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addSolution, index } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

it('a library of the first version keeps its embeddings through the migration that gives them their own table', async () => {
  await addSolution(store.db, { id: 'sol_a' });
  await index(store.db, 'sol_a', { terms: [[1, 1]] });
  for (const statement of [
    'drop table solution_embeddings',
    "alter table solution_search add embedding_model text not null default 'lexical-1', add embedding halfvec not null default '[0.6,0.8]'",
  ]) {
    await store.db.execute(sql.raw(statement));
  }
  for (const statement of movingStatements()) await store.db.execute(sql.raw(statement));
  // What a later migration adds.
  for (const statement of [
    'alter table solution_embeddings add part smallint not null default 0',
    'alter table solution_embeddings drop constraint solution_embeddings_workspace_id_solution_id_embedding_model_pk',
    'alter table solution_embeddings add primary key (workspace_id, solution_id, embedding_model, part)',
  ]) {
    await store.db.execute(sql.raw(statement));
  }
  expect(await embeddedModels({ db: store.db, workspaceId: 'T1' })).toEqual([
    { model: 'lexical-1', solutions: 1 },
  ]);
  expect(await servingModel({ db: store.db, workspaceId: 'T1' }, 'lexical-1')).toBe('lexical-1');
  const [row] = rowsOf<{ embedding: string }>(
    await store.db.execute(sql`select embedding::text as embedding from solution_embeddings`),
  );
  expect(JSON.parse(row?.embedding ?? '[]')[1]).toBeCloseTo(0.8, 2);
});

it('two models whose names are long, or differ in one sign, have an index each', async () => {
  const long = `openai:somebody/${'a-very-long-name-of-a-model-'.repeat(3)}`;
  const names = [`${long}1`, `${long}2`, 'openai:a/b', 'openai:a-b', 'openai:A/b'];
  for (const name of names) await ensureEmbeddingIndex(store.db, name, 3);
  const rows = rowsOf<{ name: string }>(
    await store.db.execute(
      sql`select indexname as name from pg_indexes where indexname like '%\\_3\\_problem' and indexdef like '%hnsw%'`,
    ),
  );
  expect(rows).toHaveLength(names.length);
});

it('a solution that leaves the index leaves no vector of its words behind', async () => {
  await addSolution(store.db, { id: 'sol_gone' });
  for (const id of ['sol_a', 'sol_gone']) await index(store.db, id, { terms: [[1, 1]] });
  await store.db.transaction((tx) => unindexSolution({ db: tx, workspaceId: 'T1' }, 'sol_gone'));
  const left = await store.db.execute(sql`select distinct solution_id from solution_embeddings`);
  expect(rowsOf(left)).toEqual([{ solution_id: 'sol_a' }]);
});

/** The statements of whichever migration moves the embeddings; what else it does is none of this test's business. */
function movingStatements(): string[] {
  const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url));
  const statements = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => readFileSync(`${folder}${name}`, 'utf8').split('--> statement-breakpoint'))
    .find((file) => file.some((statement) => statement.includes('INSERT INTO "solution_embeddings"')));
  return (statements ?? []).filter((statement) =>
    /"solution_embeddings|"solution_search" DROP COLUMN "embedding/.test(statement),
  );
}

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { lexicalEmbedder } from '../../src/embed/lexical.ts';
import type { Job } from '../../src/library/job.ts';
import type { SolutionContent } from '../../src/library/solution.ts';
import { renderers } from '../../src/slack/views/renderers.ts';
import { editSolution } from '../../src/solutions/edit-solution.ts';
import { embedMissing } from '../../src/solutions/embed-missing.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { embeddingProgress, ensureEmbeddingIndex } from '../../src/store/search/embeddings.ts';
import { termCountsOf } from '../../src/store/search/term-counts.ts';
import { termId } from '../../src/text/search-document.ts';
import { termsOf } from '../../src/text/words.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { testCtx } from '../setup/test-ctx.ts';
import { fillLibrary, sampleTitle } from '../store/fill-library.ts';
import { contentOf, minute } from '../store/sample-rows.ts';

let store: Store;
let jobs: Job[];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate solutions, term_counts cascade`);
  await ensureEmbeddingIndex(store.db, lexicalEmbedder.model, lexicalEmbedder.dimensions);
  await fillLibrary(store.db, 'T1', 2);
  await embedMissing({ ...testCtx(store.db), embedder: lexicalEmbedder });
  jobs = [];
});

const embedded = async () =>
  (await embeddingProgress({ db: store.db, workspaceId: 'T1' }, lexicalEmbedder.model)).embedded;

function edit(content: SolutionContent) {
  const ctx = { ...testCtx(store.db, jobs, () => minute(1)), render: renderers };
  return editSolution(ctx, { solutionId: 'sol_000', version: 1, content, by: 'U1', viewer: 'operator' });
}

async function countOf(word: string): Promise<number> {
  const [id = 0] = termsOf(word).map(termId);
  return (await termCountsOf({ db: store.db, workspaceId: 'T1' }, [id])).countOf(id);
}

it('the words of an edit are found at once, its old embedding is gone at once, and a job makes the new one', async () => {
  await edit(contentOf('zanzibar queue overflows'));
  expect(await countOf('zanzibar')).toBe(1);
  expect(await embedded()).toBe(1);
  expect(jobs).toContainEqual({ name: 'embed' });
  await embedMissing({ ...testCtx(store.db), embedder: lexicalEmbedder });
  expect(await embedded()).toBe(2);
});

it('an edit that leaves title and symptoms as they are keeps the embedding that is made of them', async () => {
  await edit(contentOf(sampleTitle(0), { fix: { immediate: 'drain the zanzibar queue', permanent: null } }));
  expect(await countOf('zanzibar')).toBe(1);
  expect(await embedded()).toBe(2);
});

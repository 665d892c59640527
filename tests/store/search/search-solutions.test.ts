import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../src/library/viewer.ts';
import type { Db } from '../../../src/store/connection/db.ts';
import type { Store } from '../../../src/store/connection/open.ts';
import { ensureEmbeddingIndex } from '../../../src/store/search/embeddings.ts';
import { searchSolutions } from '../../../src/store/search/search-solutions.ts';
import { termCountsOf } from '../../../src/store/search/term-counts.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addSolution, index, sampleModel, sampleSpace } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate solutions, term_counts cascade`);
});

const everyone: Viewer = { workspaceWide: true, channelIds: [] };

type Query = Parameters<typeof searchSolutions>[1];

function search(query: Partial<Query> & { termIds?: [number, number][] }, db: Db = store.db) {
  const terms = new Map(query.termIds ?? []);
  return searchSolutions(db, {
    workspaceId: 'T1',
    viewer: everyone,
    terms,
    candidateTermIds: [...terms.keys()],
    embeddingModel: sampleModel,
    embedding: [0, 0, 1],
    limit: 50,
    space: sampleSpace,
    ...query,
  });
}

async function ids(query: Parameters<typeof search>[0]): Promise<string[]> {
  return (await search(query)).map((found) => found.solutionId);
}

describe('searchSolutions', () => {
  it('ranks by the BM25 that a plain computation gives', async () => {
    const weights = fc.dictionary(
      fc.integer({ min: 1, max: 40 }).map(String),
      fc.integer({ min: 1, max: 30_000 }).map((value) => value / 10_000),
      { maxKeys: 12 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(weights, { minLength: 1, maxLength: 8 }),
        weights,
        async (documents, query) => {
          await store.db.execute(sql`truncate solutions, term_counts cascade`);
          const pairs = (each: Record<string, number>) =>
            Object.entries(each).map(([id, weight]): [number, number] => [Number(id), weight]);
          for (const [number, document] of documents.entries()) {
            await addSolution(store.db, { id: `sol_${number}` });
            await index(store.db, `sol_${number}`, { terms: pairs(document) });
          }
          const found = await search({ termIds: pairs(query) });
          const scores = new Map(found.map((each) => [each.solutionId, each.bm25]));
          for (const [number, document] of documents.entries()) {
            const expected = pairs(query).reduce(
              (sum, [id, weight]) => sum + weight * (document[String(id)] ?? 0),
              0,
            );
            // Every document has the model's embedding, so every one is a candidate.
            expect(scores.get(`sol_${number}`)).toBeCloseTo(expected, 3);
          }
          const inOrder = found.map((each) => each.bm25);
          expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('gives the cosine of the two embeddings', async () => {
    await addSolution(store.db, { id: 'sol_a' });
    await index(store.db, 'sol_a', { embedding: [0, 3, 4] });
    const [found] = await search({ embedding: [0, 0, 1] });
    expect(found?.cosine).toBeCloseTo(0.8, 2);
  });

  it('never compares the embeddings of two models', async () => {
    await addSolution(store.db, { id: 'sol_old' });
    await index(store.db, 'sol_old', { model: 'other-2', embedding: [1, 0], terms: [[7, 1]] });
    expect(await ids({})).toEqual([]);
    const [found] = await search({ termIds: [[7, 1]] });
    expect(found).toMatchObject({ solutionId: 'sol_old', cosine: 0 });
  });

  it.each([
    'say "no"',
    'a\\b',
    '{1,2}',
    "o'clock",
    'NULL',
    'null',
    '',
    ' spaces ',
    'comma, comma',
    '\\"',
    '"',
    '\n',
    '$1 %s ;--',
    'half \ud83d',
    'nil \u0000',
  ])('reads back the signature %j as it stands', async (signature) => {
    await addSolution(store.db, { id: 'sol_odd' });
    await index(store.db, 'sol_odd', { terms: [[1, 1]], signatures: [signature, 'plain'] });
    const [found] = await search({ termIds: [[1, 1]] });
    expect(found?.document.signatures).toEqual([signature.toWellFormed().replaceAll('\u0000', ''), 'plain']);
  });

  it('answers a question without words or a library', async () => {
    expect(await search({})).toEqual([]);
    expect(await search({ termIds: [[1, 1]] })).toEqual([]);
  });

  it('finds only what stands in the library', async () => {
    for (const status of ['draft', 'active', 'retired'] as const) {
      await addSolution(store.db, { id: `sol_${status}`, status });
      await index(store.db, `sol_${status}`, { terms: [[1, 1]] });
    }
    expect(await ids({ termIds: [[1, 1]] })).toEqual(['sol_active']);
  });

  it('shows a private channel’s solution to who may see that channel, and to nobody else', async () => {
    const entry = { terms: [[1, 1]] as [number, number][] };
    await addSolution(store.db, { id: 'sol_public', channelId: 'C1' });
    await addSolution(store.db, { id: 'sol_secret', channelId: 'G1', visibility: 'channel' });
    await index(store.db, 'sol_public', entry);
    await index(store.db, 'sol_secret', entry);
    const seen = async (viewer: Viewer) => (await ids({ viewer, termIds: [[1, 1]] })).toSorted();
    expect(await seen(everyone)).toEqual(['sol_public']);
    expect(await seen({ workspaceWide: true, channelIds: ['G1'] })).toEqual(['sol_public', 'sol_secret']);
    expect(await seen({ workspaceWide: false, channelIds: ['G1'] })).toEqual(['sol_secret']);
    expect(await seen({ workspaceWide: false, channelIds: ['G2'] })).toEqual([]);
    expect(await seen({ workspaceWide: false, channelIds: [] })).toEqual([]);
    expect(await seen('operator')).toEqual(['sol_public', 'sol_secret']);
  });

  describe('where 300 better ones of a private channel stand before a public one', () => {
    const viewers: [Viewer, string[]][] = [
      [everyone, ['sol_public']],
      [{ workspaceWide: true, channelIds: ['G2'] }, ['sol_public']],
      [{ workspaceWide: false, channelIds: ['C1'] }, ['sol_public']],
      [{ workspaceWide: false, channelIds: [] }, []],
    ];
    const member: Viewer = { workspaceWide: true, channelIds: ['G1'] };

    beforeEach(async () => {
      await addSolution(store.db, { id: 'sol_public', channelId: 'C1' });
      await index(store.db, 'sol_public', { terms: [[1, 0.1]], embedding: [0.31, 0, 1] });
      await store.db.transaction(async (tx) => {
        for (let number = 0; number < 300; number += 1) {
          const id = `sol_secret_${number}`;
          await addSolution(tx, { id, channelId: 'G1', visibility: 'channel' });
          await index(tx, id, { terms: [[1, 9]], embedding: [number / 1_000, 0, 1] });
        }
      });
    });

    it('finds it by words, for all who may see it', async () => {
      const query = { termIds: [[1, 1]] as [number, number][], embedding: [], limit: 60 };
      for (const [viewer, found] of viewers) expect(await ids({ ...query, viewer })).toEqual(found);
      expect(await ids({ ...query, viewer: member })).toHaveLength(60);
      expect(await ids({ ...query, viewer: member })).not.toContain('sol_public');
    });

    it('finds it by meaning, also with an index that looks at 40 first', async () => {
      await ensureEmbeddingIndex(store.db, sampleModel, 3);
      await store.db.transaction(async (tx) => {
        await tx.execute(sql`set local enable_seqscan = off`);
        await tx.execute(sql`set local enable_sort = off`);
        await tx.execute(sql`set local hnsw.ef_search = 40`);
        for (const [viewer, found] of viewers) {
          expect((await search({ viewer, limit: 60 }, tx)).map(({ solutionId }) => solutionId)).toEqual(
            found,
          );
        }
        const nearest = await search({ viewer: member, limit: 60 }, tx);
        expect(nearest).toHaveLength(30);
        expect(nearest.map(({ solutionId }) => solutionId)).not.toContain('sol_public');
      });
    });
  });

  it('never shows one workspace what another learned', async () => {
    for (const workspaceId of ['T1', 'T2']) {
      await addSolution(store.db, { id: 'sol_same', workspaceId });
      await addSolution(store.db, { id: `sol_of_${workspaceId}`, workspaceId });
      await index(store.db, 'sol_same', { workspaceId, terms: [[1, 1]] });
      await index(store.db, `sol_of_${workspaceId}`, { workspaceId, terms: [[1, 1]] });
    }
    for (const viewer of [everyone, 'operator'] as const) {
      const found = await ids({ viewer, termIds: [[1, 1]] });
      expect(found.toSorted()).toEqual(['sol_of_T1', 'sol_same']);
    }
  });

  it('keeps to the limit, and takes the best', async () => {
    for (let number = 1; number <= 6; number += 1) {
      await addSolution(store.db, { id: `sol_${number}` });
      await index(store.db, `sol_${number}`, { terms: [[1, number]], model: 'other-2' });
    }
    expect(await ids({ termIds: [[1, 1]], limit: 2 })).toEqual(['sol_6', 'sol_5']);
  });

  it('orders equals by their id, so that the same question has the same answer', async () => {
    for (const id of ['sol_c', 'sol_a', 'sol_b']) {
      await addSolution(store.db, { id });
      await index(store.db, id, { terms: [[1, 1]], model: 'other-2' });
    }
    expect(await ids({ termIds: [[1, 1]], limit: 2 })).toEqual(['sol_a', 'sol_b']);
  });
});

async function counted(workspaceId: string, ids: number[]) {
  const { library, countOf } = await termCountsOf({ db: store.db, workspaceId }, ids);
  return { library, counts: ids.map(countOf) };
}

describe('the index', () => {
  it('counts in how many solutions a term stands, and follows an edit', async () => {
    await addSolution(store.db, { id: 'sol_a' });
    await addSolution(store.db, { id: 'sol_b' });
    await index(store.db, 'sol_a', {
      terms: [
        [1, 1],
        [2, 1],
      ],
    });
    await index(store.db, 'sol_b', { terms: [[1, 1]] });
    expect(await counted('T1', [1, 2, 3])).toEqual({ library: 2, counts: [2, 1, 0] });
    await index(store.db, 'sol_a', { terms: [[3, 1]] });
    expect(await counted('T1', [1, 2, 3])).toEqual({ library: 2, counts: [1, 0, 1] });
    expect(await ids({ termIds: [[3, 1]] })).toContain('sol_a');
  });

  it('counts nothing for another workspace, and for no term', async () => {
    await addSolution(store.db, { id: 'sol_a' });
    await index(store.db, 'sol_a', { terms: [[1, 1]] });
    expect(await counted('T2', [1])).toEqual({ library: 0, counts: [0] });
    expect(await counted('T1', [])).toEqual({ library: 1, counts: [] });
  });

  it('takes a solution without a word', async () => {
    await addSolution(store.db, { id: 'sol_a' });
    await index(store.db, 'sol_a', {});
    expect(await ids({})).toEqual(['sol_a']);
  });

  it('is made once for a model, however many ask at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => ensureEmbeddingIndex(store.db, 'Fancy/Model "7"', 12)));
    await ensureEmbeddingIndex(store.db, 'Fancy/Model "7"', 12);
  });
});

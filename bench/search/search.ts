import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { lexicalEmbedder } from '../../src/embed/lexical.ts';
import { percentile } from '../../src/library/percentile.ts';
import type { SolutionContent } from '../../src/library/solution.ts';
import { featuresOfSolution } from '../../src/library/solution-features.ts';
import { findPrecedents } from '../../src/match/find-precedents.ts';
import { queryOf } from '../../src/match/signals.ts';
import { type Db, rowsOf } from '../../src/store/connection/db.ts';
import { openStore } from '../../src/store/connection/open.ts';
import { ensureEmbeddingIndex } from '../../src/store/search/embeddings.ts';
import { toSparseVector } from '../../src/store/search/search-index.ts';
import { searchSolutions } from '../../src/store/search/search-solutions.ts';
import { termCountsOf } from '../../src/store/search/term-counts.ts';
import { addSolutions } from '../../src/store/solutions/add-solutions.ts';
import { queryTerms } from '../../src/text/query-terms.ts';
import { documentOf, termSpace } from '../../src/text/search-document.ts';
import { featuresOf } from '../../src/text/search-features.ts';
import { seededRandom } from '../seeded-random.ts';
import { withTemporaryDatabase } from './temporary-database.ts';
import { paraphrase, syntheticSolution } from './zipf-text.ts';

const workspaceId = 'bench';
const sizes = [1_000, 10_000, 100_000];
const queries = 200;
const warmUp = 20;
const batchSize = 500;
const nearest = 10;
/** A scan of every row by words takes long; of so many queries one is compared with it. */
const lexicalEvery = 10;

/**
 * `npm run bench -- search [--size N]`, with DATABASE_URL: the whole search beside a raw nearest-neighbour query on the
 * same table, how much of an exact scan the indexes find, and what adding one solution costs.
 */
export async function benchSearch(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { size: { type: 'string' } } });
  const databaseUrl = process.env.DATABASE_URL;
  if (databaseUrl === undefined)
    throw new Error('Set DATABASE_URL to a server; a database of its own is made there.');
  for (const size of values.size === undefined ? sizes : [Number(values.size)]) {
    await withTemporaryDatabase(databaseUrl, (url) => measure(url, size));
  }
}

async function measure(url: string, size: number): Promise<void> {
  const store = await openStore({ databaseUrl: url });
  try {
    const { db } = store;
    const random = seededRandom(3);
    const library: SolutionContent[] = [];
    const filling = performance.now();
    for (let from = 0; from < size; from += batchSize) {
      const contents = Array.from({ length: Math.min(batchSize, size - from) }, () =>
        syntheticSolution(random),
      );
      library.push(...contents);
      const ready = await Promise.all(contents.map((content, at) => readySolution(content, from + at)));
      await db.transaction((tx) => addSolutions(tx, ready, termSpace));
    }
    await ensureEmbeddingIndex(db, lexicalEmbedder.model, lexicalEmbedder.dimensions);
    await db.execute(sql`vacuum analyze`);
    printLine(
      `${size} solutions, filled and indexed in ${((performance.now() - filling) / 1_000).toFixed(0)} s`,
    );

    const queryCases = Array.from({ length: warmUp + queries }, () => {
      const at = Math.floor(random() * size);
      return { at, paraphrased: paraphrase(library[at] ?? syntheticSolution(random), random) };
    });
    const searchMs: number[] = [];
    const rawMs: number[] = [];
    const recall = { lexical: [] as number[], semantic: [] as number[], found: 0 };
    for (const [number, { at, paraphrased }] of queryCases.entries()) {
      const { title, symptoms, signatures, context } = paraphrased;
      const [embedding = []] = await lexicalEmbedder.embed([featuresOf(paraphrased).text], 'query');
      // One after the other within each round, so that both meet the same machine.
      const rawTook = await timed(() => nearestByVector(db, embedding, 'index'));
      const took = await timed(() =>
        findPrecedents(
          { db, workspaceId, embedder: lexicalEmbedder },
          {
            viewer: 'operator',
            problem: { title, symptoms, signatures, context },
            now: new Date(),
            maxBelow: 1,
          },
        ),
      );
      if (number < warmUp) continue;
      rawMs.push(rawTook.ms);
      searchMs.push(took.ms);
      const listed = [...took.result.shown, ...took.result.below].map(({ solutionId }) => solutionId);
      if (listed[0] === idOf(at)) recall.found += 1;
      const exact = await nearestByVector(db, embedding, 'scan');
      recall.semantic.push(shareOf(exact, await nearestByVector(db, embedding, 'index')));
      if (number % lexicalEvery === 0) recall.lexical.push(await lexicalRecall(db, paraphrased));
    }
    const p50 = { search: percentile(searchMs, 0.5), raw: percentile(rawMs, 0.5) };
    const p95 = { search: percentile(searchMs, 0.95), raw: percentile(rawMs, 0.95) };
    printLine(
      `  whole search p50 ${p50.search.toFixed(1)} ms, p95 ${p95.search.toFixed(1)} ms; raw HNSW query p50 ${p50.raw.toFixed(1)} ms, p95 ${p95.raw.toFixed(1)} ms; ratio of p50 ${(p50.search / p50.raw).toFixed(2)}`,
    );
    printLine(
      `  recall of the exact ${nearest}: by meaning ${mean(recall.semantic).toFixed(3)}, by words ${mean(recall.lexical).toFixed(3)} (of every ${lexicalEvery}th query); the solution that was told again came first in ${(recall.found / queries).toFixed(3)}`,
    );
    const addMs: number[] = [];
    for (let number = 0; number < 100; number++) {
      const ready = await readySolution(syntheticSolution(random), size + number);
      const added = await timed(() => db.transaction((tx) => addSolutions(tx, [ready], termSpace)));
      addMs.push(added.ms);
    }
    printLine(
      `  adding one solution p50 ${percentile(addMs, 0.5).toFixed(1)} ms, p95 ${percentile(addMs, 0.95).toFixed(1)} ms`,
    );
  } finally {
    await store.close();
  }
}

async function readySolution(content: SolutionContent, number: number) {
  const features = featuresOfSolution(content);
  const [embedding = []] = await lexicalEmbedder.embed([features.text], 'document');
  const at = new Date(1_700_000_000_000 + number * 60_000);
  return {
    workspaceId,
    id: idOf(number),
    content,
    proven: true,
    source: { channelId: 'C1', threadTs: `${number}.1`, incidentId: null },
    visibility: 'workspace' as const,
    timeToResolutionMinutes: 30,
    occurredAt: at,
    createdAt: at,
    entry: {
      document: documentOf(features),
      embeddings: [{ model: lexicalEmbedder.model, embedding }],
    },
  };
}

function idOf(number: number): string {
  return `sol_${String(number).padStart(7, '0')}`;
}

/** The raw query that everything is compared with: pgvector alone, by its index or by a scan of all. */
async function nearestByVector(db: Db, embedding: number[], by: 'index' | 'scan'): Promise<string[]> {
  const distance = sql`embedding::halfvec(384) <=> ${`[${embedding.join(',')}]`}::halfvec(384)`;
  const read = (on: Db) =>
    on.execute(sql`select solution_id from solution_embeddings
      where workspace_id = ${workspaceId} and embedding_model = ${sql.raw(`'${lexicalEmbedder.model}'`)}
      order by ${distance} limit ${nearest}`);
  const rows =
    by === 'index'
      ? await read(db)
      : await db.transaction(async (tx) => {
          await tx.execute(sql`set local enable_indexscan = off`);
          return read(tx);
        });
  return rowsOf<{ solution_id: string }>(rows).map((row) => row.solution_id);
}

/** Of the best by BM25 over every row, how many the search's own candidates hold. */
async function lexicalRecall(db: Db, paraphrased: SolutionContent): Promise<number> {
  const query = queryOf(featuresOf(paraphrased));
  const lexicalQuery = queryTerms(query, await termCountsOf({ db, workspaceId }, query.terms.keys()));
  const found = await searchSolutions(db, {
    workspaceId,
    viewer: 'operator',
    ...lexicalQuery,
    embeddingModel: lexicalEmbedder.model,
    embedding: [],
    limit: 60,
    space: termSpace,
  });
  const exact = rowsOf<{ solution_id: string }>(
    await db.execute(sql`select solution_id from solution_search where workspace_id = ${workspaceId}
      order by terms <#> ${toSparseVector(lexicalQuery.terms, termSpace)}::sparsevec, solution_id limit ${nearest}`),
  );
  return shareOf(
    exact.map((row) => row.solution_id),
    found.map((candidate) => candidate.solutionId),
  );
}

function shareOf(exact: string[], found: string[]): number {
  return exact.length === 0 ? 1 : exact.filter((id) => found.includes(id)).length / exact.length;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function timed<T>(run: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now();
  const result = await run();
  return { ms: performance.now() - started, result };
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

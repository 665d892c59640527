import { and, eq, inArray, sql } from 'drizzle-orm';
import { SparseVector } from 'pgvector';
import type { Viewer } from '../library/viewer.ts';
import { cleanText } from './clean-text.ts';
import { type Db, rowsOf } from './db.ts';
import { solutionSearch, solutions, termCounts } from './schema.ts';
import { visibleTo } from './visible-to.ts';

export type IndexEntry = {
  workspaceId: string;
  solutionId: string;
  /** Term id → BM25 weight. */
  terms: Map<number, number>;
  signatures: string[];
  embeddingModel: string;
  embedding: number[];
};

/** pgvector's text form; its library counts positions from 0, its type from 1. */
function sparse(weights: Map<number, number>, space: number): string {
  const fromZero = new Map([...weights].map(([id, weight]) => [id - 1, Number(weight.toFixed(4))]));
  return new SparseVector(fromZero, space).toString();
}

/** An entry as its row of the index. */
export function searchRowOf(entry: IndexEntry, space: number) {
  return {
    workspaceId: entry.workspaceId,
    solutionId: entry.solutionId,
    termIds: [...entry.terms.keys()].sort((a, b) => a - b),
    terms: sparse(entry.terms, space),
    signatures: entry.signatures,
    embeddingModel: modelName(entry.embeddingModel),
    embedding: entry.embedding,
  };
}

/** Puts a solution into the index, or anew after an edit, and keeps the term counts right. Run in a transaction. */
export async function indexSolution(db: Db, entry: IndexEntry, space: number): Promise<void> {
  await unindexSolution(db, entry.workspaceId, entry.solutionId);
  const row = searchRowOf(entry, space);
  const { termIds } = row;
  await db.insert(solutionSearch).values(row);
  if (termIds.length === 0) return;
  await db.execute(sql`
    insert into term_counts (workspace_id, term_id, solutions)
    select ${entry.workspaceId}, id, 1 from unnest(${intArray(termIds)}) as id order by id
    on conflict (workspace_id, term_id) do update set solutions = term_counts.solutions + 1`);
}

/** Takes a solution out of the index; nothing happens when it is not in it. */
async function unindexSolution(db: Db, workspaceId: string, solutionId: string): Promise<void> {
  const [gone] = await db
    .delete(solutionSearch)
    .where(and(eq(solutionSearch.workspaceId, workspaceId), eq(solutionSearch.solutionId, solutionId)))
    .returning({ termIds: solutionSearch.termIds });
  if (gone === undefined || gone.termIds.length === 0) return;
  await db
    .update(termCounts)
    .set({ solutions: sql`greatest(${termCounts.solutions} - 1, 0)` })
    .where(
      and(
        eq(termCounts.workspaceId, workspaceId),
        sql`${termCounts.termId} = any(${intArray(gone.termIds)})`,
      ),
    );
}

/** Term id → in how many indexed solutions; absent means none. `library` is how many there are in all. */
export async function countTerms(
  db: Db,
  workspaceId: string,
  termIds: number[],
): Promise<{ library: number; counts: Map<number, number> }> {
  const [all] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(solutions)
    .where(and(eq(solutions.workspaceId, workspaceId), eq(solutions.status, 'active')));
  const rows =
    termIds.length === 0
      ? []
      : await db
          .select({ termId: termCounts.termId, solutions: termCounts.solutions })
          .from(termCounts)
          .where(and(eq(termCounts.workspaceId, workspaceId), inArray(termCounts.termId, termIds)));
  return {
    library: all?.count ?? 0,
    counts: new Map(rows.map((row) => [row.termId, row.solutions])),
  };
}

export type Candidate = { solutionId: string; bm25: number; cosine: number };

/**
 * The nearest active solutions that the viewer may see: the best by BM25 among those that share a term,
 * the best by embedding, and those that share a signature; each at most `limit`.
 */
export async function searchSolutions(
  db: Db,
  query: {
    workspaceId: string;
    viewer: Viewer;
    /** Term id → idf; these rank. */
    terms: Map<number, number>;
    /** The rarer of them; only what has one of these is a candidate by words. */
    candidateTermIds: number[];
    signatures: string[];
    embeddingModel: string;
    embedding: number[];
    limit: number;
    space: number;
  },
): Promise<Candidate[]> {
  const terms = sql`${sparse(query.terms, query.space)}::sparsevec`;
  const dimensions = sql.raw(String(query.embedding.length));
  const vector = sql`${`[${query.embedding.join(',')}]`}::halfvec(${dimensions})`;
  const mine = sql`ss.workspace_id = ${query.workspaceId} and solutions.status = 'active' and ${visibleTo(query.viewer)}`;
  const from = sql`from solution_search ss join solutions
    on solutions.workspace_id = ss.workspace_id and solutions.solution_id = ss.solution_id`;
  const rows = rowsOf<{ solution_id: string; bm25: number; cosine: number }>(
    await db.execute(sql`
      with by_words as (
        select ss.solution_id ${from}
        where ${mine} and ss.term_ids && ${intArray(query.candidateTermIds)}
        order by ss.terms <#> ${terms}, ss.solution_id limit ${query.limit}
      ), by_meaning as (
        select ss.solution_id ${from}
        where ${mine} and ss.embedding_model = ${sql.raw(`'${modelName(query.embeddingModel)}'`)}
        order by ss.embedding::halfvec(${dimensions}) <=> ${vector} limit ${query.limit}
      ), by_signature as (
        select ss.solution_id ${from}
        where ${mine} and ss.signatures && ${textArray(query.signatures)}
        order by ss.terms <#> ${terms}, ss.solution_id limit ${query.limit}
      )
      select ss.solution_id,
        -(ss.terms <#> ${terms}) as bm25,
        case when ss.embedding_model = ${modelName(query.embeddingModel)}
          then 1 - (ss.embedding::halfvec(${dimensions}) <=> ${vector}) else 0 end as cosine
      from solution_search ss
      where ss.workspace_id = ${query.workspaceId} and ss.solution_id in (
        select solution_id from by_words union select solution_id from by_meaning
        union select solution_id from by_signature)
      order by bm25 desc, ss.solution_id`),
  );
  return rows.map((row) => ({
    solutionId: row.solution_id,
    bm25: Number(row.bm25),
    cosine: Number(row.cosine),
  }));
}

/** Replicas that start at once make an index one after the other: "if not exists" alone lets both try, and one fail. */
const indexLock = 7_073_102;

/** Makes the partial HNSW index of an embedding model, once; pgvector indexes halfvec up to 4,000 dimensions. */
export async function ensureEmbeddingIndex(db: Db, model: string, dimensions: number): Promise<void> {
  const name = modelName(model);
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${indexLock})`);
    await tx.execute(
      sql.raw(`create index if not exists "solution_search_${name.replace(/[^a-z0-9]/g, '_')}_${dimensions}"
        on solution_search using hnsw ((embedding::halfvec(${Number(dimensions)})) halfvec_cosine_ops)
        where embedding_model = '${name}'`),
    );
  });
}

/** A partial index needs the literal in the query, so a model's name is held to characters that need no quoting. */
function modelName(model: string): string {
  return model.toLowerCase().replace(/[^a-z0-9._/:-]/g, '-');
}

function intArray(values: number[]) {
  return sql`${`{${values.join(',')}}`}::int[]`;
}

function textArray(values: string[]) {
  const quoted = values.map(
    (value) => `"${cleanText(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  );
  return sql`${`{${quoted.join(',')}}`}::text[]`;
}

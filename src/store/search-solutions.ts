import { and, eq, inArray, sql } from 'drizzle-orm';
import { SparseVector } from 'pgvector';
import type { Viewer } from '../library/viewer.ts';
import { cleanText } from './clean-text.ts';
import { type Db, rowsOf } from './db.ts';
import { type Embedded, modelName, saveEmbeddings } from './embeddings.ts';
import { solutionSearch, solutions, termCounts } from './schema.ts';
import { visibleTo } from './visible-to.ts';

export type IndexEntry = {
  workspaceId: string;
  solutionId: string;
  /** Term id → BM25 weight. */
  terms: Map<number, number>;
  signatures: string[];
  /** One for each model that gave one; what is missing is made later. */
  embeddings: Embedded[];
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
  };
}

/** Puts a solution into the index, or anew after an edit, and keeps the term counts right. Run in a transaction. */
export async function indexSolution(db: Db, entry: IndexEntry, space: number): Promise<void> {
  await unindexSolution(db, entry.workspaceId, entry.solutionId);
  const row = searchRowOf(entry, space);
  const { termIds } = row;
  await db.insert(solutionSearch).values(row);
  await saveEmbeddings(db, [entry]);
  if (termIds.length === 0) return;
  await db.execute(sql`
    insert into term_counts (workspace_id, term_id, solutions)
    select ${entry.workspaceId}, id, 1 from unnest(${intArray(termIds)}) as id order by id
    on conflict (workspace_id, term_id) do update set solutions = term_counts.solutions + 1`);
}

/** Takes a solution out of the index; nothing happens when it is not in it. */
export async function unindexSolution(db: Db, workspaceId: string, solutionId: string): Promise<void> {
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
    /** Empty: by words and signatures alone. */
    embedding: number[];
    limit: number;
    space: number;
  },
): Promise<Candidate[]> {
  const terms = sql`${sparse(query.terms, query.space)}::sparsevec`;
  const active = sql`solutions.status = 'active' and ${visibleTo(query.viewer)}`;
  const mine = sql`ss.workspace_id = ${query.workspaceId} and ${active}`;
  const from = sql`from solution_search ss join solutions
    on solutions.workspace_id = ss.workspace_id and solutions.solution_id = ss.solution_id`;
  const meaning = query.embedding.length === 0 ? null : meaningOf(query.embeddingModel, query.embedding);
  const rows = rowsOf<{ solution_id: string; bm25: number; cosine: number }>(
    await db.execute(sql`
      with by_words as (
        select ss.solution_id ${from}
        where ${mine} and ss.term_ids && ${intArray(query.candidateTermIds)}
        order by ss.terms <#> ${terms}, ss.solution_id limit ${query.limit}
      ), by_meaning as (
        ${
          meaning === null
            ? sql`select null::text as solution_id where false`
            : sql`select se.solution_id from solution_embeddings se join solutions
                on solutions.workspace_id = se.workspace_id and solutions.solution_id = se.solution_id
              where se.workspace_id = ${query.workspaceId} and ${active} and ${meaning.ofModel}
              order by ${meaning.distance} limit ${query.limit}`
        }
      ), by_signature as (
        select ss.solution_id ${from}
        where ${mine} and ss.signatures && ${textArray(query.signatures)}
        order by ss.terms <#> ${terms}, ss.solution_id limit ${query.limit}
      )
      select ss.solution_id,
        -(ss.terms <#> ${terms}) as bm25,
        ${meaning === null ? sql`0` : sql`coalesce(1 - (${meaning.distance}), 0)`} as cosine
      from solution_search ss
      ${
        meaning === null
          ? sql``
          : sql`left join solution_embeddings se on se.workspace_id = ss.workspace_id
              and se.solution_id = ss.solution_id and ${meaning.ofModel}`
      }
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

/** Both as the model's partial index has them, or it would not be used: the name as a literal, the dimensions cast. */
function meaningOf(model: string, embedding: number[]) {
  const dimensions = sql.raw(String(embedding.length));
  const vector = sql`${`[${embedding.join(',')}]`}::halfvec(${dimensions})`;
  return {
    ofModel: sql`se.embedding_model = ${sql.raw(`'${modelName(model)}'`)}`,
    distance: sql`se.embedding::halfvec(${dimensions}) <=> ${vector}`,
  };
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

import { inArray, type SQL, sql } from 'drizzle-orm';
import type { SolutionStatus } from '../../library/solution.ts';
import type { Viewer } from '../../library/viewer.ts';
import type { SearchDocument } from '../../text/search-document.ts';
import { type Db, rowsOf } from '../connection/db.ts';
import { solutions } from '../schema/solutions.ts';
import { modelName } from './embeddings.ts';
import { intArray } from './int-array.ts';
import { toSparseVector } from './search-index.ts';
import { visibleTo } from './visible-to.ts';

export type Candidate = {
  solutionId: string;
  /** As the index has it. */
  document: SearchDocument;
  bm25: number;
  /** Of the problems' embeddings; 0 when the solution has none of the model. */
  cosine: number;
  /** The mean of its three passages that are nearest to the query; 0 when it has none. */
  passageCosine: number;
  occurredAt: Date;
  source: { channelId: string; threadTs: string };
};

/** By meaning half as many, because words find nearly all. */
const semanticShare = 0.5;
/** By meaning so many times the limit are read, so that of equals at the limit the id decides. */
const overfetchFactor = 2;

/**
 * The nearest active solutions that the viewer may see: the best `limit` by BM25 among those that share a rare term,
 * and half as many by embedding. In order of BM25.
 */
export async function searchSolutions(
  db: Db,
  query: {
    workspaceId: string;
    viewer: Viewer;
    /** Which are looked at; saved solutions alone when nothing is said. */
    statuses?: readonly SolutionStatus[];
    /** Term id → weight · idf; these rank. */
    terms: Map<number, number>;
    /** The rarer of them; only what has one of these is a candidate by words. */
    candidateTermIds: number[];
    embeddingModel: string;
    /** Empty: by words and signatures alone. */
    embedding: number[];
    limit: number;
    space: number;
  },
): Promise<Candidate[]> {
  const semantic =
    query.embedding.length === 0 ? null : semanticQueryOf(query.embeddingModel, query.embedding);
  const candidateQueries = [
    lexicalCandidates(query),
    ...(semantic === null ? [] : [semanticCandidates(query, semantic)]),
  ];
  const rows = rowsOf<Row>(
    await db.execute(sql`
      with asked as materialized (
        select ${toSparseVector(query.terms, query.space)}::sparsevec as terms
          ${semantic === null ? sql`` : sql`, ${semantic.vector} as vector`}
      ), found as materialized (${sql.join(
        candidateQueries.map((kind) => sql`(${kind})`),
        sql` union `,
      )})
      select ss.solution_id, ss.signatures, ss.service, ss.environment, solutions.occurred_at::text as occurred_at,
        solutions.source_channel_id, solutions.source_thread_ts,
        array_to_string(ss.title_ids, ',') as title_ids, ss.terms::text as terms,
        ss.problem::text as problem, -(ss.terms <#> (select terms from asked)) as bm25,
        ${semantic === null ? sql`0` : sql`coalesce(1 - (${semantic.distance}), 0)`} as cosine,
        ${semantic === null ? sql`0` : passageCosine(query.workspaceId, semantic)} as passage_cosine
      from found
      join solution_search ss on ss.workspace_id = ${query.workspaceId} and ss.solution_id = found.solution_id
      join solutions on solutions.workspace_id = ss.workspace_id and solutions.solution_id = ss.solution_id
      ${
        semantic === null
          ? sql``
          : sql`left join solution_embeddings se on se.workspace_id = ss.workspace_id
              and se.solution_id = ss.solution_id and ${semantic.ofModel} and se.part = 0`
      }
      order by bm25 desc, ss.solution_id`),
  );
  return rows.map(candidateOf);
}

type CandidateQuery = Sight & { limit: number };

/**
 * The best by BM25 of those with a rare term that the viewer may see: one after the other is looked up, the best first,
 * until there are enough.
 */
function lexicalCandidates({
  workspaceId,
  viewer,
  statuses,
  limit,
  candidateTermIds,
}: CandidateQuery & { candidateTermIds: number[] }): SQL {
  return sql`
    select near.solution_id from (
      select ss.solution_id, ss.terms <#> (select terms from asked) as distance from solution_search ss
      where ss.workspace_id = ${workspaceId} and ss.term_ids && ${intArray(candidateTermIds)}
      order by 2, 1 offset 0
    ) near, ${lookUp({ workspaceId, viewer, statuses }, sql`near.solution_id`)}
    order by near.distance, near.solution_id limit ${limit}`;
}

/** The nearest by embedding of those that the viewer may see. */
function semanticCandidates(
  { workspaceId, viewer, statuses, limit }: CandidateQuery,
  semantic: { ofModel: SQL; distance: SQL },
): SQL {
  const semanticLimit = Math.ceil(limit * semanticShare);
  // Who sees only some channels is answered from their solutions: the vector index would pass by all the others first.
  const candidates =
    viewer === 'operator' || viewer.workspaceWide
      ? sql`solution_embeddings se, ${lookUp({ workspaceId, viewer, statuses }, sql`se.solution_id`)}`
      : sql`(select solutions.solution_id from solutions where ${visibleIn({ workspaceId, viewer, statuses })} offset 0) seen
          join solution_embeddings se on se.solution_id = seen.solution_id`;
  return sql`
    with near as materialized (
      select se.solution_id, ${semantic.distance} as distance from ${candidates}
      where se.workspace_id = ${workspaceId} and ${semantic.ofModel} and se.part = 0
      order by 2 limit ${semanticLimit * overfetchFactor}
    )
    select near.solution_id from near order by near.distance, near.solution_id limit ${semanticLimit}`;
}

const passagesCompared = 3;

/** A passage alone may be near by chance; three of a thread seldom are. */
function passageCosine(workspaceId: string, semantic: { ofModel: SQL; distance: SQL }): SQL {
  return sql`coalesce((
    select avg(nearest.cosine) from (
      select 1 - (${semantic.distance}) as cosine from solution_embeddings se
      where se.workspace_id = ${workspaceId} and se.solution_id = ss.solution_id and ${semantic.ofModel}
        and se.part > 0
      order by 1 desc limit ${passagesCompared}
    ) nearest), 0)`;
}

type Sight = { workspaceId: string; viewer: Viewer; statuses?: readonly SolutionStatus[] | undefined };

function visibleIn({ workspaceId, viewer, statuses = ['active'] }: Sight): SQL {
  const status = inArray(solutions.status, [...statuses]);
  return sql`solutions.workspace_id = ${workspaceId} and ${status} and ${visibleTo(viewer)}`;
}

/** One row if the viewer may see the solution. "limit 1" makes the planner ask it of each row in turn, in their order. */
function lookUp(sight: Sight, solutionId: SQL): SQL {
  return sql`lateral (
    select 1 from solutions where ${visibleIn(sight)} and solutions.solution_id = ${solutionId} limit 1
  ) seen`;
}

type Row = {
  solution_id: string;
  signatures: string[];
  service: string | null;
  environment: string | null;
  occurred_at: string;
  source_channel_id: string;
  source_thread_ts: string;
  title_ids: string;
  terms: string;
  problem: string;
  bm25: number;
  cosine: number;
  passage_cosine: number;
};

function candidateOf(row: Row): Candidate {
  return {
    solutionId: row.solution_id,
    document: {
      titleIds: parseNumbers(row.title_ids),
      terms: parseWeights(row.terms),
      problem: parseWeights(row.problem),
      signatures: row.signatures,
      service: row.service,
      environment: row.environment,
    },
    bm25: Number(row.bm25),
    cosine: Number(row.cosine),
    passageCosine: Number(row.passage_cosine),
    occurredAt: new Date(row.occurred_at),
    source: { channelId: row.source_channel_id, threadTs: row.source_thread_ts },
  };
}

/** Of "1,2,3"; by hand, because the drivers' parsers of arrays take as long as the search. */
function parseNumbers(list: string): number[] {
  return list === '' ? [] : list.split(',').map(Number);
}

/** Of pgvector's "{1:0.5,7:2}/100", whose positions count from 1 as ours do. */
function parseWeights(sparsevec: string): Map<number, number> {
  const weights = new Map<number, number>();
  const inside = sparsevec.slice(1, sparsevec.indexOf('}'));
  if (inside === '') return weights;
  for (const pair of inside.split(',')) {
    const colon = pair.indexOf(':');
    weights.set(Number(pair.slice(0, colon)), Number(pair.slice(colon + 1)));
  }
  return weights;
}

/** Both as the model's partial index has them, or it would not be used: the name as a literal, the dimensions cast. */
function semanticQueryOf(model: string, embedding: number[]) {
  const dimensions = sql.raw(String(embedding.length));
  return {
    vector: sql`${`[${embedding.join(',')}]`}::halfvec(${dimensions})`,
    ofModel: sql`se.embedding_model = ${sql.raw(`'${modelName(model)}'`)}`,
    distance: sql`se.embedding::halfvec(${dimensions}) <=> (select vector from asked)`,
  };
}

import { foreignKey, index, integer, pgTable, primaryKey, smallint } from 'drizzle-orm/pg-core';
import { halfvec, sparsevec, text, workspaceId } from './columns.ts';
import { solutions } from './solutions.ts';

/** What finds an active solution: its terms with their BM25 weights, and its signatures. */
export const solutionSearch = pgTable(
  'solution_search',
  {
    workspaceId: workspaceId(),
    solutionId: text('solution_id').notNull(),
    /** How its text was read into terms; see indexVersion. */
    version: smallint('version').notNull().default(0),
    termIds: integer('term_ids').array().notNull(),
    /** BM25 weights, without the idf. */
    terms: sparsevec('terms').notNull(),
    titleIds: integer('title_ids').array().notNull().default([]),
    /** 1 + ln of the counts in title and symptoms. */
    problem: sparsevec('problem').notNull().default('{}/536870912'),
    signatures: text('signatures').array().notNull(),
    service: text('service'),
    environment: text('environment'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.solutionId] }),
    index('solution_search_terms').using('gin', t.termIds),
    foreignKey({
      name: 'solution_search_solution',
      columns: [t.workspaceId, t.solutionId],
      foreignColumns: [solutions.workspaceId, solutions.solutionId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);

/** A solution's embedding by each model that serves or is being built; what is missing here is still to be made. */
export const solutionEmbeddings = pgTable(
  'solution_embeddings',
  {
    workspaceId: workspaceId(),
    solutionId: text('solution_id').notNull(),
    embeddingModel: text('embedding_model').notNull(),
    /** 0: the problem; from 1 on passages of the thread. Only the problem's are in the vector index. */
    part: smallint('part').notNull().default(0),
    embedding: halfvec('embedding').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.solutionId, t.embeddingModel, t.part] }),
    index('solution_embeddings_by_model').on(t.workspaceId, t.embeddingModel),
    foreignKey({
      name: 'solution_embeddings_solution',
      columns: [t.workspaceId, t.solutionId],
      foreignColumns: [solutions.workspaceId, solutions.solutionId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);

/** In how many active solutions of the workspace a term occurs: the idf of the query side. Of term 0: how many there are. */
export const termCounts = pgTable(
  'term_counts',
  {
    workspaceId: workspaceId(),
    termId: integer('term_id').notNull(),
    solutions: integer('solutions').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.termId] })],
);

import { and, eq, sql } from 'drizzle-orm';
import { SparseVector } from 'pgvector';
import type { SearchDocument } from '../../text/search-document.ts';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { solutionSearch } from '../schema/search.ts';
import { type ModelEmbedding, saveEmbeddings } from './embeddings.ts';
import { countIn, countOut } from './term-counts.ts';

export type IndexEntry = {
  workspaceId: string;
  solutionId: string;
  document: SearchDocument;
  /** One for each model that gave one; what is missing is made later. */
  embeddings: ModelEmbedding[];
};

/** How this code reads a text into terms; what another version read is read again by a job (`solutions/reindex.ts`). */
const indexVersion = 3;

/** pgvector's text form; its library counts positions from 0, its type from 1. */
export function toSparseVector(weights: Map<number, number>, space: number): string {
  const fromZero = new Map([...weights].map(([id, weight]) => [id - 1, Number(weight.toFixed(4))]));
  return new SparseVector(fromZero, space).toString();
}

/** An entry as its row of the index. */
export function searchRowOf({ document, ...entry }: Omit<IndexEntry, 'embeddings'>, space: number) {
  return {
    workspaceId: entry.workspaceId,
    solutionId: entry.solutionId,
    version: indexVersion,
    termIds: [...document.terms.keys()].sort((a, b) => a - b),
    terms: toSparseVector(document.terms, space),
    titleIds: document.titleIds,
    problem: toSparseVector(document.problem, space),
    signatures: document.signatures,
    service: document.service,
    environment: document.environment,
  };
}

/** Puts a solution into the index, or again after an edit, and keeps the term counts right. Run in a transaction. */
export async function indexSolution(db: Db, entry: IndexEntry, space: number): Promise<void> {
  await indexTerms(db, entry, space);
  await saveEmbeddings(db, [entry]);
}

/** The same for its words alone: the embeddings stay as they are. */
export async function indexTerms(
  db: Db,
  entry: Omit<IndexEntry, 'embeddings'>,
  space: number,
): Promise<void> {
  await removeTerms({ db, workspaceId: entry.workspaceId }, entry.solutionId);
  await db.insert(solutionSearch).values(searchRowOf(entry, space));
  await countIn({ db, workspaceId: entry.workspaceId }, [entry.solutionId]);
}

/** Takes a solution out of the index, its embeddings too: they are made of its words. Nothing happens when it is not in it. */
export async function unindexSolution(scope: Scope, solutionId: string): Promise<void> {
  const { db, workspaceId } = scope;
  await removeTerms(scope, solutionId);
  await saveEmbeddings(db, [{ workspaceId, solutionId, embeddings: [] }]);
}

/** Whether it is found at all. */
export async function isIndexed({ db, workspaceId }: Scope, solutionId: string): Promise<boolean> {
  const rows = await db
    .select({ solutionId: solutionSearch.solutionId })
    .from(solutionSearch)
    .where(and(eq(solutionSearch.workspaceId, workspaceId), eq(solutionSearch.solutionId, solutionId)))
    .limit(1);
  return rows.length > 0;
}

async function removeTerms(scope: Scope, solutionId: string): Promise<void> {
  const { db, workspaceId } = scope;
  const [removed] = await db
    .delete(solutionSearch)
    .where(and(eq(solutionSearch.workspaceId, workspaceId), eq(solutionSearch.solutionId, solutionId)))
    .returning({ termIds: solutionSearch.termIds });
  if (removed !== undefined) await countOut(scope, removed.termIds);
}

/** Solutions whose text was read into terms by another version of this code, at most `limit`; none when the index is whole. */
export async function solutionsWithOutdatedIndex(
  { db, workspaceId }: Scope,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ solutionId: solutionSearch.solutionId })
    .from(solutionSearch)
    .where(
      and(eq(solutionSearch.workspaceId, workspaceId), sql`${solutionSearch.version} <> ${indexVersion}`),
    )
    .orderBy(solutionSearch.solutionId)
    .limit(limit);
  return rows.map((row) => row.solutionId);
}

import type { Db } from '../connection/db.ts';
import { solutionSearch } from '../schema/search.ts';
import { solutions, solutionVersions } from '../schema/solutions.ts';
import { saveEmbeddings } from '../search/embeddings.ts';
import { type IndexEntry, searchRowOf } from '../search/search-index.ts';
import { countIn } from '../search/term-counts.ts';
import type { NewSolution } from './solutions.ts';

export type ReadySolution = NewSolution & {
  entry: Omit<IndexEntry, 'workspaceId' | 'solutionId'>;
};

/** Puts many new, approved solutions into a library and its index at once; all of one workspace, a few hundred a call. Run in a transaction. */
export async function addSolutions(db: Db, added: ReadySolution[], space: number): Promise<void> {
  if (added.length === 0) return;
  await db.insert(solutions).values(
    added.map(({ entry: _, source, id, ...rest }) => ({
      ...rest,
      solutionId: id,
      status: 'active' as const,
      version: 1,
      incidentId: source.incidentId,
      sourceChannelId: source.channelId,
      sourceThreadTs: source.threadTs,
      updatedAt: rest.createdAt,
      decidedBy: null,
      savedBy: 'import' as const,
    })),
  );
  await db.insert(solutionVersions).values(
    added.map(({ workspaceId, id, content, createdAt }) => ({
      workspaceId,
      solutionId: id,
      version: 1,
      content,
      changedBy: null,
      changedAt: createdAt,
      reason: 'loaded',
    })),
  );
  const entries = added.map(({ entry, workspaceId, id }) => ({ ...entry, workspaceId, solutionId: id }));
  await db.insert(solutionSearch).values(entries.map((entry) => searchRowOf(entry, space)));
  await saveEmbeddings(db, entries);
  await countIn(
    { db, workspaceId: added[0]?.workspaceId ?? '' },
    added.map(({ id }) => id),
  );
}

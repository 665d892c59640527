import { type Embedder, embedderNamed } from '../embed/embedder.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/connection/db.ts';
import { type Embedded, servedModel } from '../store/search/embeddings.ts';
import type { IndexEntry } from '../store/search/search-index.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import { documentOf } from '../text/search-document.ts';
import { featuresOfSolution } from '../text/search-features.ts';

/**
 * A solution as the index keeps it, embedded by the configured model and by an earlier one that still serves. A model
 * that does not answer holds nobody up: its embedding is missing, and is made later.
 */
export async function indexEntry(
  deps: { db: Db; embedder: Embedder | null; log: Log },
  solution: Pick<StoredSolution, 'workspaceId' | 'id' | 'content'>,
): Promise<IndexEntry> {
  const features = featuresOfSolution(solution.content);
  return {
    workspaceId: solution.workspaceId,
    solutionId: solution.id,
    document: documentOf(features),
    embeddings:
      deps.embedder === null
        ? []
        : await embedded({ ...deps, embedder: deps.embedder }, solution.workspaceId, features.text),
  };
}

async function embedded(
  deps: { db: Db; embedder: Embedder; log: Log },
  workspaceId: string,
  text: string,
): Promise<Embedded[]> {
  const served = await servedModel(deps.db, workspaceId, deps.embedder.model);
  const earlier = served === deps.embedder.model ? null : embedderNamed(deps.embedder, served);
  const made: Embedded[] = [];
  for (const embedder of earlier === null ? [deps.embedder] : [deps.embedder, earlier]) {
    try {
      const [embedding] = await embedder.embed([text], 'document');
      if (embedding !== undefined) made.push({ model: embedder.model, embedding });
    } catch (error) {
      deps.log.warn(
        { err: error, model: embedder.model },
        'the embedder did not answer; a solution was saved without its embedding, which is made later',
      );
    }
  }
  return made;
}

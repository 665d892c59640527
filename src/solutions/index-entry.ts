import { type Embedder, embedderNamed } from '../embed/embedder.ts';
import { featuresOfSolution } from '../library/solution-features.ts';
import type { Log } from '../log.ts';
import type { Scope } from '../store/ctx.ts';
import { type ModelEmbedding, servingModel } from '../store/search/embeddings.ts';
import type { IndexEntry } from '../store/search/search-index.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import { documentOf } from '../text/search-document.ts';

/**
 * A solution as the index keeps it, embedded by the configured model and by an earlier one that still serves. A model
 * that does not answer holds nobody up: its embedding is missing, and is made later.
 */
export async function indexEntry(
  ctx: Scope & { embedder: Embedder | null; log: Log },
  solution: Pick<StoredSolution, 'id' | 'content'>,
): Promise<IndexEntry> {
  const features = featuresOfSolution(solution.content);
  return {
    workspaceId: ctx.workspaceId,
    solutionId: solution.id,
    document: documentOf(features),
    embeddings:
      ctx.embedder === null ? [] : await embedded({ ...ctx, embedder: ctx.embedder }, features.text),
  };
}

async function embedded(
  ctx: Scope & { embedder: Embedder; log: Log },
  text: string,
): Promise<ModelEmbedding[]> {
  const served = await servingModel(ctx, ctx.embedder.model);
  const earlier = served === ctx.embedder.model ? null : embedderNamed(ctx.embedder, served);
  const made: ModelEmbedding[] = [];
  for (const embedder of earlier === null ? [ctx.embedder] : [ctx.embedder, earlier]) {
    try {
      const [embedding] = await embedder.embed([text], 'document');
      if (embedding !== undefined) made.push({ model: embedder.model, embedding });
    } catch (error) {
      ctx.log.warn(
        { err: error, model: embedder.model },
        'the embedder did not answer; a solution was saved without its embedding, which is made later',
      );
    }
  }
  return made;
}

import { type Embedder, embedderNamed } from '../embed/embedder.ts';
import type { Log } from '../log.ts';
import type { Scope } from '../store/ctx.ts';
import { servingModel } from '../store/search/embeddings.ts';

export type QueryVector = {
  embeddingModel: string;
  embedding: number[];
  /** The model knows no more than the words; see Embedder. */
  lexicalOnly: boolean;
};

/**
 * A query as a vector of the model whose index serves, or of the configured one when that cannot be asked any more.
 * The vector is empty when the model does not answer: the search goes on with words and signatures.
 */
export async function embedQuery(
  ctx: Scope & { embedder: Embedder; log?: Log },
  input: { text: string },
): Promise<QueryVector> {
  const serving = await servingModel(ctx, ctx.embedder.model);
  const embedder = embedderNamed(ctx.embedder, serving) ?? ctx.embedder;
  try {
    const [embedding = []] = await embedder.embed([input.text], 'query');
    return { embeddingModel: embedder.model, embedding, lexicalOnly: embedder.lexicalOnly === true };
  } catch (error) {
    ctx.log?.warn(
      { err: error, model: embedder.model },
      'the embedder did not answer; the search went on with words and signatures alone',
    );
    return { embeddingModel: embedder.model, embedding: [], lexicalOnly: false };
  }
}

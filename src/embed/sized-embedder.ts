import { createHash } from 'node:crypto';
import { PrecedentError } from '../errors.ts';
import type { Embedder } from './embedder.ts';

/** A provider's model, as long as nobody knows how long its vectors are. */
export type EmbeddingSource = {
  /** Without the dimensions: `openai:text-embedding-3-small`. */
  name: string;
  embed(texts: string[], purpose: 'query' | 'document'): Promise<number[][]>;
};

/** What some models want before a text; the space that belongs to it included. Empty for none. */
export type Prefixes = { query: string; document: string };

/** An embedder of a source whose vectors have so many dimensions; any other number is an error, never stored. */
export function sizedEmbedder(source: EmbeddingSource, dimensions: number): Embedder {
  return {
    model: `${source.name}:${dimensions}`,
    dimensions,
    embed: async (texts, purpose) => {
      const vectors = await source.embed(texts, purpose);
      return vectors.map((vector) => {
        if (vector.length === dimensions) return ofUnitLength(vector);
        throw new PrecedentError(
          'model',
          `The embedding model gave a vector of ${vector.length} dimensions where ${dimensions} belong. Check PRECEDENT_EMBEDDER_MODEL and PRECEDENT_EMBEDDER_DIMENSIONS.`,
        );
      });
    },
  };
}

/** Asks the source once, to see how many dimensions it gives. */
export async function measureDimensions(source: EmbeddingSource): Promise<number> {
  const [vector = []] = await source.embed(['connection pool exhausted'], 'document');
  return vector.length;
}

/** What a prefix before documents adds to a model's name: other vectors come of it, which must not mix. */
export function prefixMark(prefixes: Prefixes): string {
  if (prefixes.document === '') return '';
  return `+${createHash('sha256').update(prefixes.document).digest('hex').slice(0, 6)}`;
}

function ofUnitLength(vector: number[]): number[] {
  const length = Math.hypot(...vector);
  if (Number.isFinite(length) && length > 0) return vector.map((value) => value / length);
  throw new PrecedentError('model', 'The embedding model gave a vector without a direction.');
}

/**
 * Turns text into vectors. Vectors are of unit length; `model` names them and their dimensions, so that two models
 * never mix. `embed` throws a PrecedentError('model') made of static words.
 */
export type Embedder = {
  model: string;
  dimensions: number;
  /** Its vectors hold nothing that the words do not say better: they find candidates and do not rank them. */
  lexicalOnly?: true;
  embed(texts: string[], purpose: 'query' | 'document'): Promise<number[][]>;
  /** An earlier model whose index still serves; null when it cannot be asked any more. */
  earlier?(model: string): Embedder | null;
};

/** The embedder of a model that the library names: the configured one, an earlier one, or null. */
export function embedderNamed(configured: Embedder, model: string): Embedder | null {
  return model === configured.model ? configured : (configured.earlier?.(model) ?? null);
}

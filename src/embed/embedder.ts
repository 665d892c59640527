/** Turns text into vectors. Vectors are of unit length; `model` names them, so that two models never mix. */
export type Embedder = {
  model: string;
  dimensions: number;
  embed(texts: string[], purpose: 'query' | 'document'): Promise<number[][]>;
};

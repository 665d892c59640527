import { documentWeights, type SearchFeatures, termId } from './search-features.ts';

/** What the index keeps of a document's words: term id → BM25 weight, without the idf. */
export function indexTerms(features: SearchFeatures): Map<number, number> {
  const terms = new Map<number, number>();
  for (const [term, weight] of documentWeights(features)) terms.set(termId(term), weight);
  return terms;
}

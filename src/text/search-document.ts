import { createHash } from 'node:crypto';
import type { SearchFeatures } from './search-features.ts';

/** What the index keeps of a solution, and what an incident is compared by: terms as ids, never as words. */
export type SearchDocument = {
  titleIds: number[];
  /** Term id → 1 + ln(how often), of title and symptoms. */
  problem: Map<number, number>;
  /** Term id → BM25 weight without the idf, of everything: title, its neighbours, symptoms, signatures, cause, fix, steps, the words of the thread. */
  terms: Map<number, number>;
  signatures: string[];
  service: string | null;
  environment: string | null;
};

export function documentOf(features: SearchFeatures): SearchDocument {
  const problem = new Map<number, number>();
  for (const [term, count] of features.problem) problem.set(termId(term), 1 + Math.log(count));
  const terms = new Map<number, number>();
  for (const [term, weight] of documentWeights(features)) terms.set(termId(term), weight);
  return {
    titleIds: features.titleTerms.map(termId),
    problem,
    terms,
    signatures: features.signatures,
    service: features.context.service,
    environment: features.context.environment,
  };
}

/** The title weighs three times; what is known of cause and fix helps to find, and weighs half. */
const titleWeight = 3;
const resolutionWeight = 0.5;
/** Robertson's constants; the mean length is fixed so that a document's weights never change with its neighbours. */
const k1 = 1.2;
const b = 0.75;
const meanLength = 60;

/** BM25's document side per term (Robertson & Zaragoza, 2009): saturation and length norm, without the idf. */
export function documentWeights(features: SearchFeatures): Map<string, number> {
  const counts = new Map(features.problem);
  const add = (term: string, count: number) => counts.set(term, (counts.get(term) ?? 0) + count);
  // The first message stands in the thread, too.
  for (const [term, count] of features.thread) counts.set(term, Math.max(count, counts.get(term) ?? 0));
  for (const term of features.titleTerms) add(term, titleWeight - 1);
  for (const pair of features.titlePairs) add(pair, 1);
  for (const term of features.signatureTerms) if (!counts.has(term)) add(term, 1);
  // A signature is a term of its own as well: whoever shares it is found, whatever its words.
  for (const signature of features.signatures) add(`= ${signature}`, 1);
  for (const term of features.resolution) add(term, resolutionWeight);
  let length = 0;
  for (const count of counts.values()) length += count;
  const norm = k1 * (1 - b + (b * length) / meanLength);
  const weights = new Map<string, number>();
  for (const [term, count] of counts) weights.set(term, (count * (k1 + 1)) / (count + norm));
  return weights;
}

/** pgvector's sparsevec takes positions 1…10⁹; 2²⁹ gives all of 10,000 terms an id of their own with probability 0.91. */
export const termSpace = 2 ** 29;

/** A term's place in the sparse vector, 1…2²⁹, the same in every process. */
export function termId(term: string): number {
  return (createHash('sha1').update(term).digest().readUInt32BE(0) % termSpace) + 1;
}

import { createHash } from 'node:crypto';
import type { Context } from './context.ts';
import type { SolutionContent } from './solution.ts';
import { termsOf } from './words.ts';

/** What an incident or a solution says of its trouble, ready to be compared. */
export type SearchFeatures = {
  titleTerms: Set<string>;
  /** Term → how often, the title counted three times. */
  counts: Map<string, number>;
  signatures: string[];
  context: Context;
  /** The words that are embedded: title, then symptoms. */
  text: string;
};

/** A title is a line; who pastes a log as one line is held to its beginning. */
const titleCharacters = 300;
/** A pasted stack trace must not drown the title: of the symptoms, only the beginning counts. */
const symptomCharacters = 700;
const titleWeight = 3;
const learnedCharacters = 1_200;
const learnedWeight = 0.5;

export function featuresOf(said: {
  title: string;
  symptoms: string;
  signatures: string[];
  context: Context;
  /** What is known of the cause and the fix: it helps to find, and weighs half. */
  learned?: string;
}): SearchFeatures {
  const title = said.title.slice(0, titleCharacters);
  const titleTerms = termsOf(title);
  const counts = new Map<string, number>();
  for (const term of titleTerms) counts.set(term, (counts.get(term) ?? 0) + titleWeight);
  const symptoms = said.symptoms.slice(0, symptomCharacters);
  for (const term of termsOf(symptoms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const term of termsOf(said.signatures.join(' '))) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const term of termsOf((said.learned ?? '').slice(0, learnedCharacters))) {
    counts.set(term, (counts.get(term) ?? 0) + learnedWeight);
  }
  return {
    titleTerms: new Set(titleTerms),
    counts,
    signatures: said.signatures,
    context: said.context,
    text: `${title}\n${symptoms}`,
  };
}

export function featuresOfSolution(content: SolutionContent): SearchFeatures {
  const { rootCause, fix, steps } = content;
  const learned = [rootCause, fix.immediate, fix.permanent, ...steps.map((step) => step.text)];
  return featuresOf({ ...content, learned: learned.filter((text) => text !== null).join('\n') });
}

/** Robertson's constants; the mean length is fixed so that a document's weights never change with its neighbours. */
const k1 = 1.2;
const b = 0.75;
const meanLength = 60;

/** BM25's document side per term: saturation and length norm, without the idf. */
export function documentWeights(features: SearchFeatures): Map<string, number> {
  let length = 0;
  for (const count of features.counts.values()) length += count;
  const norm = k1 * (1 - b + (b * length) / meanLength);
  const weights = new Map<string, number>();
  for (const [term, count] of features.counts) weights.set(term, (count * (k1 + 1)) / (count + norm));
  return weights;
}

/** pgvector's sparsevec takes positions 1…10⁹; 2²⁹ keeps two of 10,000 terms apart with probability 0.91. */
export const termSpace = 2 ** 29;

/** A term's place in the sparse vector, 1…2²⁹, the same in every process. */
export function termId(term: string): number {
  return (createHash('sha1').update(term).digest().readUInt32BE(0) % termSpace) + 1;
}

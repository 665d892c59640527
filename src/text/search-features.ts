import type { SolutionContent } from '../library/solution.ts';
import { withFileNames } from './attachment-names.ts';
import type { Context } from './context.ts';
import { titleAsSaid } from './fallback-titles.ts';
import { proseFirst } from './prose-first.ts';
import { termsOf } from './words.ts';

/** What an incident or a solution says of its trouble, ready to be indexed and compared. */
export type SearchFeatures = {
  /** In order, each once. */
  titleTerms: string[];
  /** Neighbours in the title, "a b". */
  titlePairs: string[];
  /** Term → how often, in the title and the beginning of the symptoms. */
  trouble: Map<string, number>;
  /** Of signatures wherever they stood, far down in a paste too. */
  signatureTerms: Set<string>;
  /** Every term of the title and of the symptoms, far into them. */
  said: Set<string>;
  /** The terms of the cause, the fix and the steps; empty for an incident. */
  learned: Set<string>;
  signatures: string[];
  context: Context;
  /** The words that are embedded: title, then symptoms. */
  text: string;
};

/** A title is a line; who pastes a log as one line is held to its beginning. */
const titleCharacters = 300;
/** Of the symptoms only the beginning weighs: 600 found most on the benchmark, 400 and 900 less. */
const symptomCharacters = 600;
const saidCharacters = 4_000;
const learnedCharacters = 1_200;

export function featuresOf(said: {
  title: string;
  symptoms: string;
  signatures: string[];
  context: Context;
  /** What is known of the cause and the fix. */
  learned?: string;
}): SearchFeatures {
  const title = beginningOf(withFileNames(titleAsSaid(said.title)), titleCharacters);
  const symptoms = proseFirst(withFileNames(said.symptoms.slice(0, saidCharacters)));
  const beginning = beginningOf(symptoms, symptomCharacters);
  const titleTerms = termsOf(title);
  const signatureTerms = new Set(termsOf(said.signatures.join(' ')));
  const trouble = new Map<string, number>();
  for (const term of [...titleTerms, ...termsOf(beginning)]) trouble.set(term, (trouble.get(term) ?? 0) + 1);
  return {
    titleTerms: [...new Set(titleTerms)],
    titlePairs: pairsOf(titleTerms),
    trouble,
    said: new Set([...trouble.keys(), ...termsOf(symptoms), ...signatureTerms]),
    signatureTerms,
    learned: new Set(termsOf((said.learned ?? '').slice(0, learnedCharacters))),
    signatures: said.signatures,
    context: said.context,
    text: `${title}\n${beginning}`,
  };
}

export function featuresOfSolution(content: SolutionContent): SearchFeatures {
  const { rootCause, fix, steps } = content;
  const learned = [rootCause, fix.immediate, fix.permanent, ...steps.map((step) => step.text)];
  return featuresOf({ ...content, learned: learned.filter((text) => text !== null).join('\n') });
}

function pairsOf(terms: string[]): string[] {
  const pairs = terms.slice(1).map((term, index) => `${terms[index]} ${term}`);
  return [...new Set(pairs)];
}

/** Cut between words: half a word is a term of its own that nobody wrote. */
function beginningOf(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const cut = text.slice(0, characters);
  const lastSpace = cut.search(/\s\S*$/);
  return /\s/.test(text[characters] ?? '') || lastSpace <= 0 ? cut : cut.slice(0, lastSpace);
}

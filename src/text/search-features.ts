import { expandAttachmentNames } from './attachment-names.ts';
import type { Context } from './context.ts';
import { titleUnlessFallback } from './fallback-titles.ts';
import { proseFirst } from './prose-first.ts';
import { termsOf } from './words.ts';

/** What an incident or a solution says of its problem, ready to be indexed and compared. */
export type SearchFeatures = {
  /** In order, each once. */
  titleTerms: string[];
  /** Neighbours in the title, "a b". */
  titlePairs: string[];
  /** Term → how often, in the title and the beginning of the symptoms. */
  problem: Map<string, number>;
  /** Of signatures wherever they stood, far down in a paste too. */
  signatureTerms: Set<string>;
  /** Every term of the title and of the symptoms, far into them. */
  allTerms: Set<string>;
  /** The terms of the cause, the fix and the steps; empty for an incident. */
  resolution: Set<string>;
  /** Term → how often, in everything that people wrote in the thread; empty for an incident. */
  thread: Map<string, number>;
  signatures: string[];
  context: Context;
  /** The words that are embedded: the symptoms, behind the title where they do not begin with it. */
  text: string;
};

/** A title is a line; who pastes a log as one line is held to its beginning. */
const maxTitleChars = 300;
/** Of the symptoms only the beginning weighs: 600 found most on the benchmark, 400 and 900 less. */
const maxProblemChars = 600;
const maxSymptomChars = 4_000;
const maxResolutionChars = 1_200;
/** Of a thread, what a day of talk comes to; what is longer repeats itself. */
const maxThreadChars = 20_000;

export function featuresOf(input: {
  title: string;
  symptoms: string;
  signatures: string[];
  context: Context;
  /** What is known of the cause and the fix. */
  resolution?: string;
  /** The messages of the thread, its first among them. */
  thread?: readonly string[];
}): SearchFeatures {
  const title = beginningOf(expandAttachmentNames(titleUnlessFallback(input.title)), maxTitleChars);
  const symptoms = proseFirst(expandAttachmentNames(input.symptoms.slice(0, maxSymptomChars)));
  const beginning = beginningOf(symptoms, maxProblemChars);
  const titleTerms = termsOf(title);
  const signatureTerms = new Set(termsOf(input.signatures.join(' ')));
  const problem = countsOf([...titleTerms, ...termsOf(beginning)]);
  return {
    titleTerms: [...new Set(titleTerms)],
    titlePairs: pairsOf(titleTerms),
    problem,
    allTerms: new Set([...problem.keys(), ...termsOf(symptoms), ...signatureTerms]),
    signatureTerms,
    resolution: new Set(termsOf((input.resolution ?? '').slice(0, maxResolutionChars))),
    thread: countsOf(termsOf((input.thread ?? []).join('\n').slice(0, maxThreadChars))),
    signatures: input.signatures,
    context: input.context,
    text: startsWith(beginning, title) ? beginning : `${title}\n${beginning}`,
  };
}

function countsOf(terms: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Most titles are a message's first line; said twice it would count twice. */
function startsWith(text: string, title: string): boolean {
  const wordsIn = (words: string) =>
    words
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? '';
  return `${wordsIn(text)} `.startsWith(`${wordsIn(title).replace(/…$/, '')} `);
}

function pairsOf(terms: string[]): string[] {
  const pairs = terms.slice(1).map((term, index) => `${terms[index]} ${term}`);
  return [...new Set(pairs)];
}

/** Cut between words: half a word is a term of its own that nobody wrote. */
function beginningOf(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const cut = text.slice(0, maxChars);
  const lastSpace = cut.search(/\s\S*$/);
  return /\s/.test(text[maxChars] ?? '') || lastSpace <= 0 ? cut : cut.slice(0, lastSpace);
}

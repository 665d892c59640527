import { featuresOf } from '../text/search-features.ts';
import { termsOf } from '../text/words.ts';
import { type StepAction, stepActionOf, stepSimilarity } from './same-step.ts';
import { type SolutionContent, stepsThatFailed, stepsThatWorked } from './solution.ts';

/** How much two solutions are the same one; all numbers 0–1. */
export type Similarity = {
  /** The mean of `problem` and `fix`: neither alone makes two solutions one. */
  score: number;
  problem: number;
  fix: number;
  /** Of the problem; null where neither side says anything. */
  parts: { words: number | null; signatures: number | null; service: number | null };
};

/** From here on a new draft is the same solution seen again; from `offerFrom` on a person is asked. */
export const duplicateThreshold = 0.9;
export const mergeOfferThreshold = 0.7;

const weights = { words: 0.5, signatures: 0.35, service: 0.15 } as const;
const titleWeight = 2;

/**
 * Symmetric; 1 for a solution and itself; more shared evidence never lowers it. The problem is a weighted mean over
 * words (idf-weighted Dice, the title's count twice), error signatures (the same) and service; what neither side
 * says is left out. `idf` of a term is positive.
 */
export function similarityOf(
  a: SolutionContent,
  b: SolutionContent,
  idf: (term: string) => number,
): Similarity {
  const parts = {
    words: softDice(wordWeights(a, idf), wordWeights(b, idf)),
    signatures: softDice(signatureWeights(a, idf), signatureWeights(b, idf)),
    service: serviceOf(a, b),
  };
  const problem = weightedMean(parts);
  const fix = fixSimilarity(a, b);
  return { score: fix === null ? problem : (problem + fix) / 2, problem, fix: fix ?? 0, parts };
}

function wordWeights(content: SolutionContent, idf: (term: string) => number): Map<string, number> {
  const features = featuresOf({ ...content, signatures: [] });
  const termWeights = new Map<string, number>();
  const inTitle = new Set(features.titleTerms);
  for (const term of features.problem.keys()) {
    termWeights.set(term, idf(term) * (inTitle.has(term) ? titleWeight : 1));
  }
  return termWeights;
}

/** A signature weighs as much as its rarest word: `HTTP 500` says less than an exception's name. */
function signatureWeights(content: SolutionContent, idf: (term: string) => number): Map<string, number> {
  return new Map(
    content.signatures.map((signature) => [signature, Math.max(0.01, ...termsOf(signature).map(idf))]),
  );
}

/** 2·Σmin / Σ(a + b) over weighted sets; null when both are empty. */
function softDice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number | null {
  let all = 0;
  let shared = 0;
  for (const [each, weight] of a) {
    all += weight;
    shared += Math.min(weight, b.get(each) ?? 0);
  }
  for (const weight of b.values()) all += weight;
  return all === 0 ? null : Math.min(1, (2 * shared) / all);
}

function serviceOf(a: SolutionContent, b: SolutionContent): number | null {
  if (a.context.service === null || b.context.service === null) return null;
  return a.context.service === b.context.service ? 1 : 0;
}

function weightedMean(parts: Similarity['parts']): number {
  let all = 0;
  let sum = 0;
  for (const name of ['words', 'signatures', 'service'] as const) {
    const part = parts[name];
    if (part === null) continue;
    all += weights[name];
    sum += weights[name] * part;
  }
  return all === 0 ? 0 : Math.min(1, sum / all);
}

/** What ended it, else (where neither says what did) what was tried: each action's best match, both ways; null without any. */
function fixSimilarity(a: SolutionContent, b: SolutionContent): number | null {
  const [ours, theirs] = [fixActions(a), fixActions(b)];
  if (ours.length + theirs.length > 0) return symmetricSimilarity(ours, theirs);
  const [triedHere, triedThere] = [
    stepsThatFailed(a).map(stepActionOf),
    stepsThatFailed(b).map(stepActionOf),
  ];
  return triedHere.length + triedThere.length === 0 ? null : symmetricSimilarity(triedHere, triedThere);
}

/** The steps that worked, and the fix as written where it says more than they do. */
export function fixActions(content: SolutionContent): StepAction[] {
  const actions = stepsThatWorked(content).map(stepActionOf);
  const { immediate, permanent } = content.fix;
  const coveredTerms = new Set(actions.flatMap((action) => [...action.terms]));
  const written = [immediate, actions.length === 0 ? permanent : null]
    .filter((text) => text !== null && text.trim() !== '')
    .map((text) => stepActionOf({ text: text ?? '', command: null }));
  return [...actions, ...written.filter((action) => addsTerms(action, coveredTerms))];
}

const maxCoveredShare = 0.8;

function addsTerms(action: StepAction, coveredTerms: ReadonlySet<string>): boolean {
  const known = [...action.terms].filter((term) => coveredTerms.has(term));
  return action.terms.size > 0 && known.length < action.terms.size * maxCoveredShare;
}

function symmetricSimilarity(a: readonly StepAction[], b: readonly StepAction[]): number {
  const best = (action: StepAction, others: readonly StepAction[]) =>
    others.reduce((max, other) => Math.max(max, stepSimilarity(action, other)), 0);
  const sum =
    a.reduce((total, action) => total + best(action, b), 0) +
    b.reduce((total, action) => total + best(action, a), 0);
  return Math.min(1, sum / (a.length + b.length));
}

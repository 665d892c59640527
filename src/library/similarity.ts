import { featuresOf } from '../text/search-features.ts';
import { termsOf } from '../text/words.ts';
import { type Act, actOf, sameness } from './same-step.ts';
import { type SolutionContent, stepsThatFailed, stepsThatWorked } from './solution.ts';

/** How much two solutions are the same one; all numbers 0–1. */
export type Similarity = {
  /** The mean of `trouble` and `fix`: neither alone makes two solutions one. */
  score: number;
  trouble: number;
  fix: number;
  /** Of the trouble; null where neither side says anything. */
  parts: { words: number | null; signatures: number | null; service: number | null };
};

/** From here on a new draft is the same solution seen again; from `offerFrom` on a person is asked. */
export const sameFrom = 0.9;
export const offerFrom = 0.7;

const weights = { words: 0.5, signatures: 0.35, service: 0.15 } as const;
const titleWeight = 2;

/**
 * Symmetric; 1 for a solution and itself; more shared evidence never lowers it. The trouble is a weighted mean over
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
  const trouble = meanOfSaid(parts);
  const fix = fixSimilarity(a, b);
  return { score: fix === null ? trouble : (trouble + fix) / 2, trouble, fix: fix ?? 0, parts };
}

function wordWeights(content: SolutionContent, idf: (term: string) => number): Map<string, number> {
  const features = featuresOf({ ...content, signatures: [] });
  const weighed = new Map<string, number>();
  const inTitle = new Set(features.titleTerms);
  for (const term of features.trouble.keys()) {
    weighed.set(term, idf(term) * (inTitle.has(term) ? titleWeight : 1));
  }
  return weighed;
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

function meanOfSaid(parts: Similarity['parts']): number {
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

/** What ended it, else (of neither is known what did) what was tried: each act's best match, both ways; null without any. */
function fixSimilarity(a: SolutionContent, b: SolutionContent): number | null {
  const [ours, theirs] = [fixActs(a), fixActs(b)];
  if (ours.length + theirs.length > 0) return bothWays(ours, theirs);
  const [triedHere, triedThere] = [stepsThatFailed(a).map(actOf), stepsThatFailed(b).map(actOf)];
  return triedHere.length + triedThere.length === 0 ? null : bothWays(triedHere, triedThere);
}

/** The steps that worked, and the fix as written where it says more than they do. */
export function fixActs(content: SolutionContent): Act[] {
  const acts = stepsThatWorked(content).map(actOf);
  const { immediate, permanent } = content.fix;
  const told = new Set(acts.flatMap((act) => [...act.terms]));
  const written = [immediate, acts.length === 0 ? permanent : null]
    .filter((text) => text !== null && text.trim() !== '')
    .map((text) => actOf({ text: text ?? '', command: null }));
  return [...acts, ...written.filter((act) => saysMore(act, told))];
}

const mostlyTold = 0.8;

function saysMore(act: Act, told: ReadonlySet<string>): boolean {
  const known = [...act.terms].filter((term) => told.has(term));
  return act.terms.size > 0 && known.length < act.terms.size * mostlyTold;
}

function bothWays(a: readonly Act[], b: readonly Act[]): number {
  const best = (act: Act, others: readonly Act[]) =>
    others.reduce((most, other) => Math.max(most, sameness(act, other)), 0);
  const sum =
    a.reduce((total, act) => total + best(act, b), 0) + b.reduce((total, act) => total + best(act, a), 0);
  return Math.min(1, sum / (a.length + b.length));
}

import type { SolutionContent } from '../library/solution.ts';
import type { Context } from '../text/context.ts';
import { termId } from '../text/search-document.ts';
import type { SearchFeatures } from '../text/search-features.ts';
import { termsOf } from '../text/words.ts';

/** Why a solution matched and what differs, in words that a person checks at a glance; the age comes last. */
export function reasonsOf(
  query: SearchFeatures,
  solution: Pick<SolutionContent, 'signatures' | 'context'> & { features: SearchFeatures },
  given: { idf: (id: number) => number; ageDays: number },
): string[] {
  const why: string[] = [];
  const sameSignatures = query.signatures.filter((signature) => solution.signatures.includes(signature));
  if (sameSignatures.length > 0) {
    why.push(`same error ${sameSignatures.slice(0, 2).map(quoted).join(' and ')}`);
  }
  const service = query.context.service;
  if (service !== null && service === solution.context.service) why.push(`same service \`${service}\``);
  const { problem, resolution } = solution.features;
  const shared = [...query.allTerms].filter((term) => problem.has(term) || resolution.has(term));
  const words = sharedWordsOf(query.text, shared, given.idf);
  if (words.length > 0) why.push(`${words.map((word) => `'${word}'`).join(', ')} in both`);
  why.push(...differences(query.context, solution.context), ageOf(given.ageDays));
  return why;
}

function differences(now: Context, then: Context): string[] {
  const notes: string[] = [];
  if (now.service !== null && then.service !== null && now.service !== then.service) {
    notes.push(`then \`${then.service}\`, now \`${now.service}\``);
  }
  if (now.environment !== null && then.environment !== null && now.environment !== then.environment) {
    notes.push(`then ${then.environment}, now ${now.environment}`);
  }
  return notes;
}

function quoted(signature: string): string {
  return `\`${signature}\``;
}

const maxWords = 3;
/** They tell one problem from another in a sum of many; shown alone they would convince nobody. */
const uninformativeTerms = new Set(
  termsOf(
    `all not no only after before down go us use used new now out up over under more most other like need want try
    tried make made still same one two first last back time day days user work issue problem error fail`,
  ),
);

/** The shared terms as the person wrote them, the most telling first; at most three. */
function sharedWordsOf(text: string, shared: string[], idf: (id: number) => number): string[] {
  const written = new Map<string, { whole: string; isCompound: boolean }>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[._\-/:][\p{L}\p{N}\p{M}]+)*/gu)) {
    const whole = word.toLowerCase();
    const terms = termsOf(word);
    // checkoutApi gives itself as a term, and its parts; so does checkout-api.
    const isCompound = terms.length > 1 && (terms[0] === whole || /[._\-/:]/.test(whole));
    for (const term of terms) if (!written.has(term)) written.set(term, { whole, isCompound });
  }
  const weight = new Map(shared.map((term) => [term, idf(termId(term))]));
  const words: string[] = [];
  for (const term of shared.toSorted(
    (a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || (a < b ? -1 : 1),
  )) {
    const source = written.get(term);
    if (source === undefined || uninformativeTerms.has(term)) continue;
    // Where only a part of a compound is shared, the whole would say too much.
    const word = source.isCompound ? term : source.whole;
    if (words.some((other) => other.includes(word) || word.includes(other))) continue;
    words.push(word);
    if (words.length === maxWords) break;
  }
  return words;
}

function ageOf(days: number): string {
  const whole = Math.floor(days);
  if (whole <= 0) return 'today';
  if (whole === 1) return 'yesterday';
  if (whole < 60) return `${whole} days ago`;
  if (whole < 730) return `${Math.round(whole / 30.4)} months ago`;
  return `${Math.round(whole / 365.25)} years ago`;
}

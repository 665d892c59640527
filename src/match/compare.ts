import type { SearchFeatures } from '../library/search-features.ts';

/** Each 0–1 unless said otherwise; what `confidenceOf` weighs. */
export type Signals = {
  /** Of the query's title, weighed by idf: how much occurs anywhere in the solution. */
  titleCovered: number;
  /** Of the solution's title: how much occurs anywhere in the query. */
  titleRecalled: number;
  /** Of the whole query: how much occurs in the solution. */
  covered: number;
  cosine: number;
  /** Of the query's signatures, how many the solution has; 0 when it has none. */
  signatures: number;
  /** 1 the same, −1 another, 0 nobody said. */
  service: number;
  environment: number;
  /** Idf-weighted size of what is shared: a single common word in common is no evidence. */
  shared: number;
};

export type Comparison = { signals: Signals; why: string[] };

/** Compares a trouble with a solution, and says why in words that a person checks at a glance. */
export function compare(
  query: SearchFeatures,
  solution: SearchFeatures,
  given: { idf: (term: string) => number; cosine: number; ageDays: number },
): Comparison {
  const { idf } = given;
  const sharedTerms = [...query.counts.keys()].filter((term) => solution.counts.has(term));
  const shared = sum(sharedTerms, idf);
  const sameSignatures = query.signatures.filter((signature) => solution.signatures.includes(signature));
  const signals: Signals = {
    titleCovered: ratio(query.titleTerms, (term) => solution.counts.has(term), idf),
    titleRecalled: ratio(solution.titleTerms, (term) => query.counts.has(term), idf),
    covered: ratio(query.counts.keys(), (term) => solution.counts.has(term), idf),
    cosine: Math.max(0, given.cosine),
    signatures: query.signatures.length === 0 ? 0 : sameSignatures.length / query.signatures.length,
    service: agreement(query.context.service, solution.context.service),
    environment: agreement(query.context.environment, solution.context.environment),
    shared: Math.min(1, shared / 12),
  };
  return { signals, why: reasons(query, solution, sharedTerms, sameSignatures, given) };
}

function reasons(
  query: SearchFeatures,
  solution: SearchFeatures,
  sharedTerms: string[],
  sameSignatures: string[],
  given: { idf: (term: string) => number; ageDays: number },
): string[] {
  const why: string[] = [];
  if (sameSignatures.length > 0) {
    why.push(
      `same error ${sameSignatures
        .slice(0, 2)
        .map((signature) => `\`${signature}\``)
        .join(' and ')}`,
    );
  }
  const service = query.context.service;
  if (service !== null && service === solution.context.service) why.push(`same service \`${service}\``);
  const words = wordsOf(query.text, sharedTerms, given.idf);
  if (words.length > 0) why.push(`${words.map((word) => `'${word}'`).join(', ')} in both`);
  const then = solution.context;
  if (service !== null && then.service !== null && service !== then.service) {
    why.push(`then \`${then.service}\`, now \`${service}\``);
  }
  const environment = query.context.environment;
  if (environment !== null && then.environment !== null && environment !== then.environment) {
    why.push(`then ${then.environment}, now ${environment}`);
  }
  why.push(ageOf(given.ageDays));
  return why;
}

/** The shared terms as the person wrote them, the most telling first; at most three. */
function wordsOf(text: string, sharedTerms: string[], idf: (term: string) => number): string[] {
  const written = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}._-]*/gu)].map(([word]) =>
    word.replace(/[._-]+$/, ''),
  );
  const words: string[] = [];
  for (const term of [...sharedTerms].sort((a, b) => idf(b) - idf(a) || (a < b ? -1 : 1))) {
    const word = written.find(
      (candidate) => candidate.toLowerCase().startsWith(term.slice(0, 6)) && !candidate.includes('['),
    );
    const known = words.some(
      (other) => other.toLowerCase().includes(term) || term.includes(other.toLowerCase()),
    );
    if (word !== undefined && !known && !words.includes(word.toLowerCase())) words.push(word.toLowerCase());
    if (words.length === 3) break;
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

function ratio(
  terms: Iterable<string>,
  has: (term: string) => boolean,
  idf: (term: string) => number,
): number {
  let all = 0;
  let got = 0;
  for (const term of terms) {
    const weight = idf(term);
    all += weight;
    if (has(term)) got += weight;
  }
  return all === 0 ? 0 : got / all;
}

function sum(terms: string[], idf: (term: string) => number): number {
  return terms.reduce((total, term) => total + idf(term), 0);
}

function agreement(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0;
  return a === b ? 1 : -1;
}

import { relatedTermsOf } from '../text/related-terms.ts';
import { documentOf, type SearchDocument, termId } from '../text/search-document.ts';
import type { SearchFeatures } from '../text/search-features.ts';
import { isGenericSignature } from '../text/signatures.ts';
import { subjectTermsOf } from '../text/subject.ts';
import { termsOf } from '../text/words.ts';

/** An incident, ready to be compared with many solutions. */
export type Query = SearchDocument & {
  /** Every term of the incident, also far down in its text. */
  allTermIds: Set<number>;
  /** Term id → what may stand for it, and how much that counts beside the word itself. */
  related: Map<number, { id: number; weight: number }[]>;
  /** The terms of what the problem happens to, as far as its first line says. */
  subjectIds: number[];
  /** The terms of the service's name; none where nobody said. */
  serviceIds: number[];
};

export function queryOf(features: SearchFeatures): Query {
  const related: Query['related'] = new Map();
  for (const [term, others] of relatedTermsOf(features.text)) {
    related.set(
      termId(term),
      others.map((other) => ({ id: termId(other.term), weight: other.weight })),
    );
  }
  return {
    ...documentOf(features),
    allTermIds: new Set([...features.allTerms].map(termId)),
    related,
    subjectIds: subjectTermsOf(features.text).map(termId),
    serviceIds: termsOf(features.context.service ?? '').map(termId),
  };
}

/** Every term that an incident is looked for by: its own, and what may stand for them. */
export function termIdsOf(query: Query): number[] {
  const related = [...query.related.values()].flatMap((others) => others.map(({ id }) => id));
  return [...query.terms.keys(), ...query.allTermIds, ...related, ...query.subjectIds, ...query.serviceIds];
}

/** What speaks for two problems being one; each 0–1 unless said otherwise. */
export type Signals = {
  /** BM25 of the incident's terms, or of what stands for them, in all that was written: the share of what it could be. */
  words: number;
  /** Of the incident's title, weighed by idf: how much occurs anywhere in the solution, its cause and fix included. */
  titleCovered: number;
  /** Of the solution's title: how much occurs anywhere in the incident. */
  titleRecalled: number;
  /** Cosine of the two problems' terms, weighed by (1 + ln tf) · idf. */
  alike: number;
  /** Of the incident's telling signatures, how many the solution has; 0 when it has none. */
  signatures: number;
  /** The same of those that any service may show. */
  genericSignatures: number;
  /** 1 the same; −1 another, or one that the solution never names; 0 nobody said. */
  service: number;
  /** Of what the problem happens to, weighed by idf: how much the solution never names. */
  subjectMissing: number;
  environment: number;
  /** Cosine of the two problems' embeddings; 0 for an embedder that knows no more than the words. */
  meaning: number;
  /** The same of the incident and the three passages of the solution's thread that are nearest. */
  passages: number;
  /** 1 today, 1/e after 20 days, within which 93.8 % of recurrences come (Microsoft, 2023). */
  recent: number;
  /** −1…1: how well the solution did, by the verdicts there are; 0 without any. */
  effective: number;
};

export type MatchEvidence = { meaning: number; passages: number; ageDays: number; effective: number };

export function signalsOf(
  query: Query,
  solution: SearchDocument,
  idf: (id: number) => number,
  evidence: MatchEvidence,
): Signals {
  const telling = query.signatures.filter((signature) => !isGenericSignature(signature));
  const generic = query.signatures.filter(isGenericSignature);
  return {
    words: wordsIn(query, solution, idf),
    titleCovered: share(query.titleIds, (id) => solution.terms.has(id), idf),
    titleRecalled: share(solution.titleIds, (id) => query.allTermIds.has(id), idf),
    alike: cosine(query.problem, solution.problem, idf),
    signatures: shareIn(telling, solution.signatures),
    genericSignatures: shareIn(generic, solution.signatures),
    service: serviceAgreement(query, solution),
    subjectMissing: missingShare(query, solution, idf),
    environment: agreement(query.environment, solution.environment),
    meaning: evidence.meaning,
    passages: evidence.passages,
    recent: Math.exp(-Math.max(0, evidence.ageDays) / recurrenceDays),
    effective: evidence.effective,
  };
}

const recurrenceDays = 20;

/** BM25's saturation, k1 + 1: what a term adds at most, times its idf. */
const maxTermWeight = 2.2;

function wordsIn(query: Query, solution: SearchDocument, idf: (id: number) => number): number {
  const found: number[] = [];
  const possible: number[] = [];
  for (const id of query.allTermIds) {
    const own = (solution.terms.get(id) ?? 0) * idf(id);
    // What stands for the word counts in its place, never beside it.
    const standIn = (query.related.get(id) ?? []).reduce(
      (max, other) => Math.max(max, other.weight * (solution.terms.get(other.id) ?? 0) * idf(other.id)),
      0,
    );
    found.push(Math.max(own, standIn));
    possible.push(maxTermWeight * idf(id));
  }
  const whole = sumOfLargest(possible);
  return whole === 0 ? 0 : Math.min(1, sumOfLargest(found) / whole);
}

/** Who writes a page says more than a description needs: so many of its terms count. */
const maxCountedTerms = 16;

function sumOfLargest(values: number[]): number {
  return values
    .sort((a, b) => b - a)
    .slice(0, maxCountedTerms)
    .reduce((sum, value) => sum + value, 0);
}

function shareIn(signatures: string[], known: string[]): number {
  if (signatures.length === 0) return 0;
  return signatures.filter((signature) => known.includes(signature)).length / signatures.length;
}

/** A service that the solution's whole thread never names is another. */
function serviceAgreement({ service, serviceIds }: Query, solution: SearchDocument): number {
  if (service === null) return 0;
  if (service === solution.service) return 1;
  const isNamed = serviceIds.length > 0 && serviceIds.every((id) => solution.terms.has(id));
  return isNamed ? 0 : -1;
}

function missingShare(query: Query, solution: SearchDocument, idf: (id: number) => number): number {
  if (query.subjectIds.length === 0) return 0;
  const isNamed = (id: number) =>
    solution.terms.has(id) || (query.related.get(id) ?? []).some((other) => solution.terms.has(other.id));
  return 1 - share(query.subjectIds, isNamed, idf);
}

function share(ids: number[], has: (id: number) => boolean, idf: (id: number) => number): number {
  let all = 0;
  let got = 0;
  for (const id of ids) {
    const weight = idf(id);
    all += weight;
    if (has(id)) got += weight;
  }
  return all === 0 ? 0 : got / all;
}

/** Of two problems, each term weighed by (1 + ln tf) · idf; 0–1. */
export function cosine(a: Map<number, number>, b: Map<number, number>, idf: (id: number) => number): number {
  let dot = 0;
  for (const [id, weight] of a) {
    const other = b.get(id);
    if (other !== undefined) dot += weight * other * idf(id) ** 2;
  }
  if (dot === 0) return 0;
  return Math.min(1, dot / (lengthOf(a, idf) * lengthOf(b, idf)));
}

function lengthOf(terms: Map<number, number>, idf: (id: number) => number): number {
  let squares = 0;
  for (const [id, weight] of terms) squares += (weight * idf(id)) ** 2;
  return Math.sqrt(squares);
}

function agreement(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0;
  return a === b ? 1 : -1;
}

import { correctedConfidence, type MatchCorrection } from '../library/match-correction.ts';
import type { SearchDocument } from '../text/search-document.ts';
import { leadOf, logOddsOf, strengthOf } from './confidence.ts';
import { cosine, type Evidence, type Query, type Signals, signalsOf } from './signals.ts';

export type Ranked<Candidate> = {
  candidate: Candidate;
  signals: Signals;
  strength: number;
  lead: number;
  /** Of the default weights, before a team's correction. */
  logOdds: number;
  confidence: number;
};

/**
 * The candidates by strength, the strongest first; confidence never rises down the list. `library`: how many were
 * searched. A team's correction changes how sure we are, not the order.
 */
export function rank<Candidate extends { id: string; document: SearchDocument } & Evidence>(
  query: Query,
  candidates: Candidate[],
  idf: (id: number) => number,
  library: number,
  correction: MatchCorrection | null,
): Ranked<Candidate>[] {
  const compared = candidates
    .map((candidate) => {
      const signals = signalsOf(query, candidate.document, idf, candidate);
      return { candidate, document: candidate.document, signals, strength: strengthOf(signals) };
    })
    .sort((a, b) => b.strength - a.strength || (a.candidate.id < b.candidate.id ? -1 : 1));
  let least = 1;
  return compared.map(({ document, ...each }) => {
    const lead = leadOf(each.strength, strongestUnlike(document, compared, idf));
    const { titleCovered } = each.signals;
    const logOdds = logOddsOf({ strength: each.strength, lead, titleCovered }, library);
    least = Math.min(least, correctedConfidence(correction, { ...each.signals, logOdds }));
    return { ...each, lead, logOdds, confidence: least };
  });
}

/** From this cosine on, the same error is told alike. */
const alikeFrom = 0.45;

/**
 * The strength of the strongest candidate that is another trouble; 0 when there is none. The same error of services
 * near each other, or told alike, is one trouble that came more than once, and three precedents make it no less sure.
 * Likeness of words alone is no sign of that: with it the surest answers of the benchmark were wrong more often.
 */
export function strongestUnlike(
  document: SearchDocument,
  ranked: { document: SearchDocument; strength: number }[],
  idf: (id: number) => number,
): number {
  const unlike = ranked.find(
    (other) => other.document !== document && !isSameTrouble(document, other.document, idf),
  );
  return unlike?.strength ?? 0;
}

function isSameTrouble(a: SearchDocument, b: SearchDocument, idf: (id: number) => number): boolean {
  const sameError = a.signatures.some((signature) => b.signatures.includes(signature));
  return sameError && (isRelated(a.service, b.service) || cosine(a.trouble, b.trouble, idf) >= alikeFrom);
}

/** What services are called besides their name. */
const kinds = new Set(
  'api app service svc server worker web backend frontend db prod production staging main'.split(' '),
);

/** Whether two services share a name: checkout-api and redis-checkout are near each other. */
function isRelated(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const parts = new Set(a.split(/[^\p{L}\p{N}]+/u));
  return (
    a === b ||
    b.split(/[^\p{L}\p{N}]+/u).some((part) => part.length > 2 && parts.has(part) && !kinds.has(part))
  );
}

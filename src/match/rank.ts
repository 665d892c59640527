import { correctedConfidence, type MatchCorrection } from '../library/match-correction.ts';
import type { SearchDocument } from '../text/search-document.ts';
import { leadOf, logOddsOf, strengthOf } from './confidence.ts';
import { cosine, type MatchEvidence, type Query, type Signals, signalsOf } from './signals.ts';

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
export function rank<Candidate extends { id: string; document: SearchDocument } & MatchEvidence>(
  query: Query,
  candidates: Candidate[],
  idf: (id: number) => number,
  library: number,
  correction: MatchCorrection | null,
): Ranked<Candidate>[] {
  const scored = candidates
    .map((candidate) => {
      const signals = signalsOf(query, candidate.document, idf, candidate);
      return { candidate, document: candidate.document, signals, strength: strengthOf(signals) };
    })
    .sort((a, b) => b.strength - a.strength || (a.candidate.id < b.candidate.id ? -1 : 1));
  let runningMin = 1;
  return scored.map(({ document, ...each }) => {
    const lead = leadOf(each.strength, strongestOtherProblem(document, scored, idf));
    const { titleCovered } = each.signals;
    const logOdds = logOddsOf({ strength: each.strength, lead, titleCovered }, library);
    runningMin = Math.min(runningMin, correctedConfidence(correction, { ...each.signals, logOdds }));
    return { ...each, lead, logOdds, confidence: runningMin };
  });
}

/** From this cosine on, the same error is described alike. */
const minProblemSimilarity = 0.45;

/**
 * The strength of the strongest candidate that is another problem; 0 when there is none. The same error of services
 * near each other, or described alike, is one problem that came more than once, and three precedents make it no less sure.
 * Likeness of words alone does not show that: with it the surest answers of the benchmark were wrong more often.
 */
export function strongestOtherProblem(
  document: SearchDocument,
  ranked: { document: SearchDocument; strength: number }[],
  idf: (id: number) => number,
): number {
  const otherProblem = ranked.find(
    (other) => other.document !== document && !isSameProblem(document, other.document, idf),
  );
  return otherProblem?.strength ?? 0;
}

function isSameProblem(a: SearchDocument, b: SearchDocument, idf: (id: number) => number): boolean {
  const sameError = a.signatures.some((signature) => b.signatures.includes(signature));
  return (
    sameError &&
    (isRelated(a.service, b.service) || cosine(a.problem, b.problem, idf) >= minProblemSimilarity)
  );
}

/** What services are called besides their name. */
const genericServiceWords = new Set(
  'api app service svc server worker web backend frontend db prod production staging main'.split(' '),
);

/** Whether two services share a name: checkout-api and redis-checkout are near each other. */
function isRelated(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const parts = new Set(a.split(/[^\p{L}\p{N}]+/u));
  return (
    a === b ||
    b
      .split(/[^\p{L}\p{N}]+/u)
      .some((part) => part.length > 2 && parts.has(part) && !genericServiceWords.has(part))
  );
}

import { correctedConfidence, type MatchCorrection } from '../library/match-correction.ts';
import type { SearchDocument } from '../text/search-document.ts';
import { calibrations, leadOf, logOddsOf, strengthOf } from './confidence.ts';
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
  const isSemantic = scored.some(({ signals }) => signals.meaning > 0);
  const calibration = calibrations[isSemantic ? 'semantic' : 'lexical'];
  const judged = scored.map(({ document, ...each }) => {
    const strongestOther = strongestOtherProblem(document, scored, idf);
    const lead = leadOf(each.strength, strongestOther, calibration.unrelatedStrength);
    const { service, subjectMissing } = each.signals;
    const fitted = logOddsOf(
      { strength: each.strength, lead, service, subjectMissing },
      library,
      calibration,
    );
    const isOther =
      !isCalledTheSame(document, each.signals) &&
      (isNamedOtherwise(query, each.signals) || isElsewhere(each.signals));
    const logOdds = isOther ? Math.min(fitted, possibleLogOdds) : fitted;
    return {
      ...each,
      lead,
      logOdds,
      confidence: correctedConfidence(correction, { ...each.signals, logOdds }),
    };
  });
  // What is surely ours comes before what is stronger and elsewhere.
  const isProbable = ({ confidence }: { confidence: number }) => confidence >= probableFrom;
  let runningMin = 1;
  return [...judged.filter(isProbable), ...judged.filter((each) => !isProbable(each))].map((each) => {
    runningMin = Math.min(runningMin, each.confidence);
    return { ...each, confidence: runningMin };
  });
}

const probableFrom = 0.5;

/** A title of so few terms is a name: "CertExpires auth". */
const maxNameTerms = 6;
const minNameCovered = 0.5;

/** Possibly the same, and no more. */
const possibleLogOdds = -0.5;

/**
 * Two alerts of one tool share all their words but the name, which says what each is about; of a name the greater part
 * must be known.
 */
function isNamedOtherwise(query: Query, { titleCovered }: Signals): boolean {
  return query.titleIds.length <= maxNameTerms && titleCovered < minNameCovered;
}

/** All that the past one was called stands in this one, too, and it was called more than a word or two. */
function isCalledTheSame(document: SearchDocument, { titleRecalled, service }: Signals): boolean {
  return service >= 0 && document.titleIds.length >= minTitleTerms && titleRecalled >= minTitleRecalled;
}

const minTitleTerms = 4;
const minTitleRecalled = 0.9;
const maxSubjectMissing = 0.5;

/** Another service, or something the solution never names, is another problem, unless an error that few things show says otherwise. */
function isElsewhere({ service, subjectMissing, signatures }: Signals): boolean {
  return signatures === 0 && (service < 0 || subjectMissing >= maxSubjectMissing);
}

/** From this cosine on, the same error is described alike. */
const minProblemSimilarity = 0.45;

/**
 * The strength of the strongest candidate that is another problem; 0 when there is none. The same error of services
 * near each other, or described alike, is one problem that came more than once, and three precedents make it no less sure.
 * Likeness of words alone does not show that: with it the surest answers of the benchmark were wrong more often.
 */
function strongestOtherProblem(
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

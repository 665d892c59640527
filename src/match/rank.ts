import type { SearchDocument } from '../library/search-document.ts';
import { confidenceOf, leadOf, strengthOf } from './confidence.ts';
import { type Evidence, type Query, type Signals, signalsOf } from './signals.ts';

export type Ranked<Candidate> = {
  candidate: Candidate;
  signals: Signals;
  strength: number;
  lead: number;
  confidence: number;
};

/** The candidates by strength, the strongest first; confidence never rises down the list. `library`: how many were searched. */
export function rank<Candidate extends { id: string; document: SearchDocument } & Evidence>(
  query: Query,
  candidates: Candidate[],
  idf: (id: number) => number,
  library: number,
): Ranked<Candidate>[] {
  const compared = candidates
    .map((candidate) => {
      const signals = signalsOf(query, candidate.document, idf, candidate);
      return { candidate, signals, strength: strengthOf(signals) };
    })
    .sort((a, b) => b.strength - a.strength || (a.candidate.id < b.candidate.id ? -1 : 1));
  let least = 1;
  return compared.map((each, index) => {
    const strongestOther = compared[index === 0 ? 1 : 0]?.strength ?? 0;
    const lead = leadOf(each.strength, strongestOther);
    const { titleCovered } = each.signals;
    least = Math.min(least, confidenceOf({ strength: each.strength, lead, titleCovered }, library));
    return { ...each, lead, confidence: least };
  });
}

import { termId } from './search-document.ts';

/** How often a term of operations talk occurs in a hundred incidents anywhere; a small library cannot know it yet. */
const commonTerms = new Set(
  `error fail failur issu problem down outag incid alert servic server user report impact unabl access request respons
  prod product live work stop start restart deploy upgrad updat chang new app applic api pod node cluster databas
  slow slack http https high low warn critic check receiv caus due affect team resolv unavail one two time run number
  kubernet instanc environ connect timeout`
    .split(/\s+/)
    .map(termId),
);

/** The weight of a background library of 50 incidents, blended with the team's own. */
const background = 50;

/**
 * Inverse document frequency (Robertson & Spärck Jones) over the team's library and a background of 50 incidents,
 * in which a common word of the trade occurs in 15 and any other in none.
 */
export function idfOf(id: number, solutionsWithTerm: number, library: number): number {
  const count = solutionsWithTerm + (commonTerms.has(id) ? 15 : 0);
  const all = Math.max(library, solutionsWithTerm) + background;
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}

import type { TrendIncident } from '../store/incidents/trend-incidents.ts';
import { termsOf } from '../text/words.ts';

/** Incidents of the same trouble, oldest first; groups in the order of their first incident. */
export function groupRecurring(incidents: TrendIncident[]): TrendIncident[][] {
  const groups: IncidentTerms[][] = [];
  for (const incident of incidents) {
    const entry = { incident, terms: new Set(termsOf(incident.title)) };
    const group = groups.find((members) => members.some((other) => isSameProblem(entry, other)));
    if (group === undefined) groups.push([entry]);
    else group.push(entry);
  }
  return groups.map((members) => members.map((entry) => entry.incident));
}

type IncidentTerms = { incident: TrendIncident; terms: Set<string> };

/** Half of the words of the two titles together: below it, "checkout down" and "search down" would be one. */
const minTitleOverlap = 0.5;

function isSameProblem(aEntry: IncidentTerms, bEntry: IncidentTerms): boolean {
  const [a, b] = [aEntry.incident, bEntry.incident];
  if (a.alertKey !== null && a.alertKey === b.alertKey) return true;
  if (solutionOf(a) !== null && solutionOf(a) === solutionOf(b)) return true;
  const { service } = a.context;
  if (service !== null && b.context.service !== null && service !== b.context.service) return false;
  const sharesSignature = a.signatures.some((signature) => b.signatures.includes(signature));
  if (sharesSignature && service !== null && service === b.context.service) return true;
  return overlap(aEntry.terms, bEntry.terms) >= minTitleOverlap;
}

/** The fix that an incident was answered with, or taught itself. */
export function solutionOf(incident: TrendIncident): string | null {
  return incident.solutionId ?? incident.taughtSolutionId;
}

/** Counted by hand: a busy channel has millions of pairs, and meanwhile the process does nothing else. */
function overlap(a: Set<string>, b: Set<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size < many.size * minTitleOverlap) return 0;
  let shared = 0;
  for (const term of few) if (many.has(term)) shared += 1;
  const all = few.size + many.size - shared;
  return all === 0 ? 0 : shared / all;
}

import { featuresOf } from '../library/search-features.ts';
import type { TrendIncident } from '../store/trends.ts';

/** Incidents of the same trouble, oldest first; groups in the order of their first incident. */
export function groupRecurring(incidents: TrendIncident[]): TrendIncident[][] {
  const groups: { members: TrendIncident[]; terms: Set<string> }[] = [];
  for (const incident of incidents) {
    const terms = featuresOf(incident).titleTerms;
    const group = groups.find((candidate) =>
      candidate.members.some((other) => isSameTrouble(incident, terms, other)),
    );
    if (group === undefined) groups.push({ members: [incident], terms });
    else group.members.push(incident);
  }
  return groups.map((group) => group.members);
}

/** Half of the words of the two titles together: below it, "checkout down" and "search down" would be one. */
const sameWords = 0.5;

function isSameTrouble(a: TrendIncident, aTerms: Set<string>, b: TrendIncident): boolean {
  if (a.alertKey !== null && a.alertKey === b.alertKey) return true;
  if (solutionOf(a) !== null && solutionOf(a) === solutionOf(b)) return true;
  const { service } = a.context;
  if (service !== null && b.context.service !== null && service !== b.context.service) return false;
  const sharesSignature = a.signatures.some((signature) => b.signatures.includes(signature));
  if (sharesSignature && service !== null && service === b.context.service) return true;
  return overlap(aTerms, featuresOf(b).titleTerms) >= sameWords;
}

/** The fix that an incident was answered with, or taught itself. */
export function solutionOf(incident: TrendIncident): string | null {
  return incident.solutionId ?? incident.taughtSolutionId;
}

function overlap(a: Set<string>, b: Set<string>): number {
  const all = a.union(b).size;
  return all === 0 ? 0 : a.intersection(b).size / all;
}

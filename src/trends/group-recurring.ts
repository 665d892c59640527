import type { TrendIncident } from '../store/incidents/trend-incidents.ts';
import { termsOf } from '../text/words.ts';
import { type SimilarTitles, similarTitles } from './similar-titles.ts';

/**
 * Incidents of the same problem, oldest first; groups in the order of their first incident. An incident joins the
 * first group of which one member has its alert, its fix, its error in the same service, or half of its title's words
 * and no other service. Each is looked up in an index, so that the cost grows with the incidents and not with their pairs.
 */
export function groupRecurring(incidents: readonly TrendIncident[]): TrendIncident[][] {
  const groups: TrendIncident[][] = [];
  const groupOfKey = new Map<string, number>();
  const entries = incidents.map((incident) => ({
    incident,
    title: { terms: new Set(termsOf(incident.title)), service: incident.context.service },
  }));
  const titles: SimilarTitles = similarTitles(entries.map(({ title }) => title));
  for (const { incident, title } of entries) {
    const keys = sharedKeysOf(incident);
    const byKey = keys.map((key) => groupOfKey.get(key) ?? groups.length);
    const at = titles.firstGroupLike(title, Math.min(groups.length, ...byKey));
    if (at === groups.length) groups.push([]);
    groups[at]?.push(incident);
    // `at` is never behind a group known by one of these: that one would have been found, too.
    for (const key of keys) groupOfKey.set(key, at);
    titles.add(title, at);
  }
  return groups;
}

/** Two incidents with one of these in common are of the same problem, whatever their titles. */
function sharedKeysOf(incident: TrendIncident): string[] {
  const { alertKey, signatures, context } = incident;
  const solutionId = solutionOf(incident);
  return [
    ...(alertKey === null ? [] : [`alert ${alertKey}`]),
    ...(solutionId === null ? [] : [`solution ${solutionId}`]),
    ...(context.service === null
      ? []
      : signatures.map((signature) => `error ${JSON.stringify([context.service, signature])}`)),
  ];
}

/** The fix that an incident was answered with, or that its own thread gave. */
export function solutionOf(incident: TrendIncident): string | null {
  return incident.solutionId ?? incident.taughtSolutionId;
}

const dayMs = 86_400_000;

/** The ISO 8601 week ("2026-W47") that a moment falls into, in UTC. */
export function weekOf(at: Date): string {
  const thursday = new Date(mondayOf(at).getTime() + 3 * dayMs);
  const year = thursday.getUTCFullYear();
  const first = mondayOf(new Date(Date.UTC(year, 0, 4)));
  const number = Math.round((mondayOf(at).getTime() - first.getTime()) / (7 * dayMs)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** [from, to) of an ISO week; null when the text names none. */
export function spanOfWeek(week: string): { from: Date; to: Date } | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (match === null) return null;
  const [, year, number] = match;
  const first = mondayOf(new Date(Date.UTC(Number(year), 0, 4)));
  const from = new Date(first.getTime() + (Number(number) - 1) * 7 * dayMs);
  if (weekOf(from) !== week) return null;
  return { from, to: new Date(from.getTime() + 7 * dayMs) };
}

/** The last whole week before a moment: what Monday's digest is about. */
export function weekBefore(at: Date): string {
  return weekOf(new Date(mondayOf(at).getTime() - dayMs));
}

function mondayOf(at: Date): Date {
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return new Date(midnight - sinceMonday * dayMs);
}

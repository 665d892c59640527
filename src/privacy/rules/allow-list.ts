import { withinTime } from '../within-time.ts';
import { personalRules } from './personal-rules.ts';

type Found = { kind: string; start: number; end: number };

/** Nobody ever means to share one, and no team has one that is harmless. */
const neverAllowed = new Set(['private-key', 'privatekey']);

/**
 * What an expression may let through: what is known by its shape or its place alone. A key of a cloud or a service
 * is a key whatever an expression says; only who wrote that very value into the settings has shown it already.
 */
const byExpression = new Set(['assigned-secret', ...personalRules.map((rule) => rule.kind)]);

const maxMs = 100;
const maxValueChars = 1_000;

/**
 * Whether a team has said that what was found is harmless. A string covers what lies wholly inside one of its
 * occurrences (case does not count); an expression has to match the whole of what was found. `own`: the kinds of
 * the team's patterns.
 */
export function createAllowList(
  entries: readonly (string | RegExp)[],
  teamKinds: readonly string[],
): <F extends Found>(hits: readonly F[], text: string) => F[] {
  const strings = entries.filter((entry) => typeof entry === 'string').filter((entry) => entry !== '');
  const expressions = entries.filter((entry) => typeof entry !== 'string').map(wholeOnly);
  const exact =
    strings.length === 0 ? null : strings.map((entry) => new RegExp(escapeForRegExp(entry), 'gi'));
  const kinds = new Set([...byExpression, ...teamKinds]);

  return (hits, text) => {
    if (hits.length === 0 || entries.length === 0) return [...hits];
    const shown = (exact ?? []).flatMap((entry) =>
      [...text.matchAll(entry)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
    );
    const isExact = (hit: Found) => shown.some(({ start, end }) => start <= hit.start && hit.end <= end);
    const isMatched = (hit: Found) => {
      const value = text.slice(hit.start, hit.end);
      return (
        kinds.has(hit.kind) && value.length <= maxValueChars && expressions.some((entry) => entry.test(value))
      );
    };
    const matched =
      expressions.length === 0 ? [] : (withinTime(maxMs, () => hits.map((hit) => isMatched(hit))) ?? []);
    return hits.filter(
      (hit, index) => neverAllowed.has(hit.kind) || !(isExact(hit) || matched[index] === true),
    );
  };
}

function wholeOnly(entry: RegExp): RegExp {
  return new RegExp(`^(?:${entry.source})$`, entry.flags.replace(/[gy]/g, ''));
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

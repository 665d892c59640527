import { matchesOf } from './rules/matches-of.ts';
import { withinTime } from './within-time.ts';

/** `[name-1]` takes the place of what matches: of its group `value`, if it has one. */
export type TeamPattern = { name: string; regex: RegExp | string };
type CompiledPattern = { kind: string; label: string; pattern: RegExp };
type TeamHit = { kind: string; label: string; start: number; end: number; canonical: string };

/** All patterns of a team together on one text. A text of Slack's longest takes sound ones a few milliseconds. */
const maxMsFor = (text: string): number => 250 + Math.floor(text.length / 100);

export function compilePattern({ name, regex }: TeamPattern): CompiledPattern {
  const label =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'custom';
  const source = typeof regex === 'string' ? regex : regex.source;
  const flags = typeof regex === 'string' ? '' : regex.flags.replace(/[gy]/g, '');
  return { kind: name, label, pattern: new RegExp(source, `${flags}g`) };
}

/**
 * Where the team's patterns match. When their time is over, twice, the whole text is hidden under the name of
 * the pattern that was at work: what nobody looked through must not be stored. `onTimeout` hears that name.
 */
export function teamHits(
  patterns: readonly CompiledPattern[],
  text: string,
  onTimeout?: (name: string) => void,
): TeamHit[] {
  let currentPattern = patterns[0];
  if (currentPattern === undefined || text === '') return [];
  const search = () =>
    patterns.flatMap((rule) => {
      currentPattern = rule;
      return matchesOf(text, rule.pattern).map(({ start, end }) => ({
        kind: rule.kind,
        label: rule.label,
        start,
        end,
        canonical: text.slice(start, end),
      }));
    });
  // A second time, because a busy machine may have been what took the first.
  const hits = withinTime(maxMsFor(text), search) ?? withinTime(maxMsFor(text), search);
  if (hits !== null) return hits;
  onTimeout?.(currentPattern.kind);
  return [
    { kind: currentPattern.kind, label: currentPattern.label, start: 0, end: text.length, canonical: text },
  ];
}

const probeLength = 2_000;
const maxProbeMs = 200;

/** Whether a pattern is slow on long runs of what its own source speaks of; says nothing of texts not tried. */
export function isSlow(pattern: RegExp): boolean {
  const own = pattern.source.replace(/\\[dDwWsSbBnrt]|[^A-Za-z0-9@._ /-]/g, '').slice(0, 200);
  const units = new Set(['a', 'A', '0', ' ', '-', 'a1', 'a ', 'a.', ...own, ...(own === '' ? [] : [own])]);
  const global = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}g`);
  return [...units].some((unit) => {
    const text = `${unit.repeat(Math.ceil(probeLength / unit.length))}\u0001`;
    // A busy machine may stop a good pattern once.
    return [1, 2, 3].every(() => withinTime(maxProbeMs, () => matchesOf(text, global)) === null);
  });
}

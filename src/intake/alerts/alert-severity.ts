import type { Severity } from '../../text/severity.ts';

/** The words of monitoring tools, folded into ours; the first line that matches wins. */
const words: ReadonlyArray<readonly [Severity, RegExp]> = [
  ['critical', /^(?:critical|crit|fatal|disaster|emergency|emerg|blocker|page|p0|p1|sev-?0|sev-?1|s1)$/],
  ['high', /^(?:high|error|err|major|severe|alarm|p2|sev-?2|s2)$/],
  ['medium', /^(?:medium|moderate|warning|warn|average|p3|sev-?3|s3)$/],
  ['low', /^(?:low|minor|info|information|informational|notice|p4|p5|sev-?4|sev-?5|s4)$/],
];

/** A label's value (`critical`, `P2`, `SEV-1 (Critical)`, GuardDuty's 0–10) as a severity. */
export function severityOfWord(value: string): Severity | null {
  const bare = value
    .toLowerCase()
    .replace(/[`*_:()[\]"']/g, ' ')
    .trim();
  if (/^\d+(?:\.\d+)$/.test(bare)) {
    const score = Number(bare);
    return score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low';
  }
  for (const word of bare.split(/[\s,/|-]+(?!\d)/)) {
    const found = words.find(([, pattern]) => pattern.test(word));
    if (found) return found[0];
  }
  return null;
}

/** Only words that say a severity wherever they stand: in a sentence "high" and "error" are not one. */
export function severityInHeadline(headline: string): Severity | null {
  const matched = /\b(?:critical|crit|fatal|disaster|emergency|warning|warn|p[0-5]|sev-?[0-5])\b/i.exec(
    headline,
  );
  return matched === null ? null : severityOfWord(matched[0]);
}

export type AlertColour = 'red' | 'yellow' | 'green' | 'other';

/** Slack's names, or a hex colour by what a person would call it. */
export function readColour(value: string): AlertColour | null {
  const colour = value.trim().toLowerCase().replace(/^#/, '');
  if (colour === '') return null;
  if (colour === 'danger') return 'red';
  if (colour === 'warning') return 'yellow';
  if (colour === 'good') return 'green';
  const short = /^[0-9a-f]{3}$/.test(colour) ? colour.replace(/./g, '$&$&') : colour;
  if (!/^[0-9a-f]{6}$/.test(short)) return 'other';
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(short.slice(at, at + 2), 16));
  if (Math.max(red, green, blue) - Math.min(red, green, blue) < 60) return 'other';
  if (red >= 140 && green > 0.5 * red && blue < 0.7 * green && red >= 0.8 * green) return 'yellow';
  if (red >= 120 && red > 1.5 * green && red > 1.3 * blue) return 'red';
  return green > 1.2 * red && green > blue ? 'green' : 'other';
}

export function severityOfColour(colour: AlertColour | null): Severity | null {
  if (colour === 'red') return 'high';
  return colour === 'yellow' ? 'medium' : null;
}

import {
  hideSecrets,
  placeholdersFor,
  type Redaction,
  replace,
  type Secret,
  shiftBefore,
} from './hide-secrets.ts';
import { createPlaceholderScope, type PlaceholderScope } from './placeholder-scope.ts';
import { createAllowList } from './rules/allow-list.ts';
import { matchesOf } from './rules/matches-of.ts';
import { findPrivateKeys } from './rules/private-keys.ts';
import { labels, type Rule } from './rules/rule.ts';
import { rules } from './rules/rules.ts';
import { findWithSecretlint } from './rules/secretlint-findings.ts';
import { compilePattern, type TeamPattern, teamHits } from './team-patterns.ts';

export { createPlaceholderScope, type PlaceholderScope } from './placeholder-scope.ts';

export type Redactor = {
  /** What `redact` would hide. It is the slow part, and needs no scope: `hideSecrets` then knows the placeholders. */
  findSecrets: (text: string) => Promise<Secret[]>;
  redact: (text: string, scope?: PlaceholderScope) => Promise<Redaction>;
};
export type RedactorOptions = {
  /** The team's own, which may take a quarter of a second for a text. */
  patterns?: readonly TeamPattern[];
  /** What is harmless here. Never a private key; by expression no key of a cloud or a service either. */
  allow?: readonly (string | RegExp)[];
  /** Hears the name of a pattern that took too long, so that its whole text was hidden. */
  onTimeout?: (name: string) => void;
};

/** A second pass sees what stood beside a value only once the value is gone; more than two were never needed. */
const maxPasses = 4;

/**
 * Hides secrets and personal data behind placeholders that stay the same inside a scope (by default: inside
 * the one text). Redacting twice changes nothing; where rules disagree the wider range is hidden.
 */
export function createRedactor(options: RedactorOptions = {}): Redactor {
  const custom = (options.patterns ?? []).map(compilePattern);
  const withoutAllowed = createAllowList(
    options.allow ?? [],
    custom.map((rule) => rule.kind),
  );
  const names = [...labels, ...custom.map((rule) => rule.label)];
  const placeholders = new RegExp(`\\[(?:${names.join('|')})-\\d{1,6}\\]`, 'g');

  async function findOnce(text: string): Promise<Secret[]> {
    const hits = [
      ...teamHits(custom, text, options.onTimeout),
      ...keyHits(text),
      ...ruleHits(rules, text),
      ...(await secretlintHits(text)),
    ];
    return merge(withoutAllowed(hits, text), text, [...text.matchAll(placeholders)]);
  }

  async function findSecrets(text: string): Promise<Secret[]> {
    const secrets: Secret[] = [];
    // Placeholders of its own: the next pass has to see that there is one, and not which.
    const scope = createPlaceholderScope();
    let current = text;
    for (let pass = 0; pass < maxPasses; pass++) {
      const hits = await findOnce(current);
      if (hits.length === 0) break;
      const replaced = placeholdersFor(secrets, scope);
      // One by one: a line may hold more of them than a call takes arguments.
      for (const hit of hits) {
        const shift = shiftBefore(replaced, hit.start);
        secrets.push({ ...hit, start: hit.start + shift, end: hit.end + shift });
      }
      current = replace(text, placeholdersFor(secrets, scope));
    }
    return secrets;
  }

  return {
    findSecrets,
    redact: async (text, scope) => hideSecrets(text, await findSecrets(text), scope),
  };
}

async function secretlintHits(text: string): Promise<Secret[]> {
  const found = await findWithSecretlint(text);
  return found.map((finding) => ({
    ...finding,
    label: 'secret',
    canonical: text.slice(finding.start, finding.end),
  }));
}

function keyHits(text: string): Secret[] {
  if (!text.includes('PRIVATE KEY')) return [];
  return findPrivateKeys(text).map((range) => ({
    ...range,
    kind: 'private-key',
    label: 'secret',
    canonical: text.slice(range.start, range.end),
  }));
}

function ruleHits(list: readonly Rule[], text: string): Secret[] {
  const lower = text.toLowerCase();
  const hits: Secret[] = [];
  for (const rule of list) {
    if (!rule.hints.some((hint) => lower.includes(hint))) continue;
    const { accept } = rule;
    const isAccepted = ({ start, end }: { start: number; end: number }) =>
      accept?.(
        text.slice(start, end),
        text.slice(Math.max(0, start - 80), start),
        text.slice(end, end + 40),
      ) !== false;
    for (const { start, end } of matchesOf(text, rule.pattern, isAccepted)) {
      const value = text.slice(start, end);
      hits.push({
        kind: rule.kind,
        label: rule.label,
        start,
        end,
        canonical: rule.canonical?.(value) ?? value,
      });
    }
  }
  return hits;
}

/** Overlapping hits become one, named by the first; what is already a placeholder is left alone. */
function merge(hits: Secret[], text: string, placeholders: readonly RegExpExecArray[]): Secret[] {
  const merged: Secret[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || hit.start >= last.end) merged.push({ ...hit });
    else if (hit.end > last.end) {
      last.end = hit.end;
      last.canonical = text.slice(last.start, last.end);
    }
  }
  if (placeholders.length === 0) return merged;
  let first = 0;
  return merged.flatMap((hit) => {
    // Both are in the order of the text: what ends before this hit ends before every later one.
    while (endOf(placeholders[first]) <= hit.start) first += 1;
    return withoutPlaceholders(hit, text, placeholders, first);
  });
}

function endOf(placeholder: RegExpExecArray | undefined): number {
  return placeholder === undefined ? Number.POSITIVE_INFINITY : placeholder.index + placeholder[0].length;
}

function withoutPlaceholders(
  hit: Secret,
  text: string,
  placeholders: readonly RegExpExecArray[],
  first: number,
): Secret[] {
  const pieces: Secret[] = [];
  let start = hit.start;
  for (let index = first; index < placeholders.length; index++) {
    const placeholder = placeholders[index];
    const end = endOf(placeholder);
    if (placeholder === undefined || placeholder.index >= hit.end) break;
    if (end <= start) continue;
    if (placeholder.index > start) pieces.push({ ...hit, start, end: placeholder.index });
    start = end;
  }
  if (start === hit.start) return [hit];
  if (start < hit.end) pieces.push({ ...hit, start });
  return pieces.map((piece) => ({ ...piece, canonical: text.slice(piece.start, piece.end) }));
}

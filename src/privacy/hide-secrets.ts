import { createPlaceholderScope, type PlaceholderScope } from './placeholder-scope.ts';

/** `start` and `end` are offsets into the text that was given. */
export type Finding = { kind: string; start: number; end: number };
export type Redaction = { text: string; found: Finding[] };
/** A finding with the value that it hides: never to be kept or logged. */
export type Secret = Finding & { label: string; canonical: string };

type Replacement = { start: number; end: number; placeholder: string };

/**
 * The text with what was found in it behind the scope's placeholders (by default: those of the one text). `secrets` are
 * all that `findSecrets` found in this very text, in its order, which is the order of their numbers.
 */
export function hideSecrets(
  text: string,
  secrets: readonly Secret[],
  scope: PlaceholderScope = createPlaceholderScope(),
): Redaction {
  const found = secrets.map(({ kind, start, end }) => ({ kind, start, end }));
  return {
    text: replace(text, placeholdersFor(secrets, scope)),
    found: found.toSorted((a, b) => a.start - b.start),
  };
}

/** In the order of the text. */
export function placeholdersFor(secrets: readonly Secret[], scope: PlaceholderScope): Replacement[] {
  return secrets
    .map(({ start, end, label, canonical }) => ({
      start,
      end,
      placeholder: scope.placeholderFor(label, canonical),
    }))
    .toSorted((a, b) => a.start - b.start);
}

/** How far offsets into the text lie behind those into the text with these replacements made. */
export function shiftBefore(replaced: readonly Replacement[], offset: number): number {
  let shift = 0;
  for (const { start, end, placeholder } of replaced) {
    if (start - shift >= offset) break;
    shift += end - start - placeholder.length;
  }
  return shift;
}

export function replace(text: string, replacements: readonly Replacement[]): string {
  let out = '';
  let last = 0;
  for (const { start, end, placeholder } of replacements) {
    out += text.slice(last, start) + placeholder;
    last = end;
  }
  return out + text.slice(last);
}

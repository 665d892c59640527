import { withoutEntities } from '../../text/plain-text.ts';

/** Below it, a sentence is somebody's own, though it names the same things. */
const mostlyTheirs = 0.5;

/**
 * What is left of a text when the sentences that stand in `was` go; those that also stand in one of `now`, at least
 * as well, stay. The text itself when nothing goes, '' when all does.
 */
export function leftOf(text: string, was: string, now: readonly string[]): string {
  const parts = text.split(/(?<=[.!?;])\s+|\n+/).filter((part) => part.trim() !== '');
  const left = parts.filter((part) => !restsOn(part, was, now));
  if (left.length === parts.length) return text;
  return left
    .join(text.includes('\n') ? '\n' : ' ')
    .replace(/[;,\s]+$/, '')
    .trim();
}

function restsOn(part: string, was: string, now: readonly string[]): boolean {
  const share = shareIn(part, was);
  return share >= mostlyTheirs && now.every((text) => shareIn(part, text) < share);
}

/** How much of the part stands in the text, by its pairs of words; of a single word, whether it does. */
function shareIn(part: string, text: string): number {
  const words = wordsOf(part);
  const others = wordsOf(text);
  if (words.length < 2) return words[0] !== undefined && others.includes(words[0]) ? 1 : 0;
  const known = new Set(pairsOf(others));
  const pairs = pairsOf(words);
  return pairs.filter((pair) => known.has(pair)).length / pairs.length;
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

function wordsOf(text: string): string[] {
  // A message is kept as Slack sends it, with "&amp;"; what was learned of it is not.
  return (
    withoutEntities(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}](?:[\p{L}\p{N}_./:=@-]*[\p{L}\p{N}])?/gu) ?? []
  );
}

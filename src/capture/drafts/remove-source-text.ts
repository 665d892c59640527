import { decodeEntities } from '../../text/plain-text.ts';

/** Below it, a sentence is somebody's own, though it names the same things. */
const minSharedRatio = 0.5;

/**
 * What is left of a text when the sentences that stand in `was` go; those that also stand in one of `now`, at least
 * as well, stay. The text itself when nothing goes, '' when all does.
 */
export function removeSourceText(
  text: string,
  previousText: string,
  currentTexts: readonly string[],
): string {
  const parts = text.split(/(?<=[.!?;])\s+|\n+/).filter((part) => part.trim() !== '');
  const remaining = parts.filter((part) => !restsOnSource(part, previousText, currentTexts));
  if (remaining.length === parts.length) return text;
  return remaining
    .join(text.includes('\n') ? '\n' : ' ')
    .replace(/[;,\s]+$/, '')
    .trim();
}

function restsOnSource(part: string, previousText: string, currentTexts: readonly string[]): boolean {
  const overlap = bigramOverlap(part, previousText);
  return overlap >= minSharedRatio && currentTexts.every((text) => bigramOverlap(part, text) < overlap);
}

/** How much of the part stands in the text, by its pairs of words; of a single word, whether it does. */
function bigramOverlap(part: string, text: string): number {
  const words = wordsOf(part);
  const otherWords = wordsOf(text);
  if (words.length < 2) return words[0] !== undefined && otherWords.includes(words[0]) ? 1 : 0;
  const knownBigrams = new Set(bigramsOf(otherWords));
  const bigrams = bigramsOf(words);
  return bigrams.filter((bigram) => knownBigrams.has(bigram)).length / bigrams.length;
}

function bigramsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

function wordsOf(text: string): string[] {
  // A message is kept as Slack sends it, with "&amp;"; what was learned of it is not.
  return (
    decodeEntities(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}](?:[\p{L}\p{N}_./:=@-]*[\p{L}\p{N}])?/gu) ?? []
  );
}

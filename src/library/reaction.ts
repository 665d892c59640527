import type { Verdict } from './effectiveness.ts';

/** Slack's emoji names, without colons. */
const verdictOfEmoji: Readonly<Record<string, Verdict>> = {
  white_check_mark: 'worked',
  heavy_check_mark: 'worked',
  ballot_box_with_check: 'worked',
  warning: 'partial',
  x: 'failed',
  negative_squared_cross_mark: 'failed',
};

const rankOfEmoji: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3 };

/** On an answer: what a person says of the precedent in use. */
export function verdictOfReaction(emoji: string): Verdict | null {
  return lookUp(verdictOfEmoji, emoji);
}

/** On an answer: which of its precedents a person takes up, as the answer numbers them. */
export function rankOfReaction(emoji: string): number | null {
  return lookUp(rankOfEmoji, emoji);
}

/** On an incident's root: the incident is over. */
export function isEndingReaction(emoji: string): boolean {
  return verdictOfReaction(emoji) === 'worked';
}

/** Whether an emoji says anything to us, on whatever message. */
export function isMeaningfulReaction(emoji: string): boolean {
  return verdictOfReaction(emoji) !== null || rankOfReaction(emoji) !== null || isEndingReaction(emoji);
}

function lookUp<Meaning>(meanings: Readonly<Record<string, Meaning>>, emoji: string): Meaning | null {
  const base = emoji.replace(/(?:::skin-tone-[2-6])+$/, '');
  // A workspace may name an emoji of its own "constructor".
  return Object.hasOwn(meanings, base) ? (meanings[base] ?? null) : null;
}

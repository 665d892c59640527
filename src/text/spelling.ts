import { stemmer } from 'stemmer';

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** A shorter word is one slip away from too many others. */
const minChars = 5;
const maxChars = 16;

/**
 * What a word may have been meant to be: every term one slip away (a letter too few, too many, wrong, or two swapped;
 * Damerau, 1964). Empty for what is no plain word.
 */
export function spellingsOf(word: string): Set<string> {
  const spellings = new Set<string>();
  if (word.length < minChars || word.length > maxChars || !/^[a-z]+$/.test(word)) return spellings;
  const add = (spelled: string) => spellings.add(stemmer(spelled));
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    // Nobody misses the first letter.
    if (at > 0) {
      add(before + after.slice(1));
      if (after.length > 1) add(before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2));
      for (const letter of letters) {
        add(before + letter + after);
        if (after !== '') add(before + letter + after.slice(1));
      }
    }
  }
  spellings.delete(stemmer(word));
  return spellings;
}

import { nounFollowers } from '../../lexicon/noun-context.ts';
import { outcomeVerbs } from '../../lexicon/outcome-words.ts';
import { agents, persons } from '../../lexicon/people.ts';
import { interveningWords, leadIns } from '../../lexicon/sentence-openers.ts';
import { immediateCues } from '../../patterns/fix-cues.ts';
import type { Style, Token } from '../action-reading.ts';
import type { VerbHit } from '../verb-forms.ts';

/**
 * A verb in its sentence. `words`: those before it, nearest first, without adverbs and the like; `next`: the token
 * behind it; `namesFix`: the sentence names what ended the problem. Every token is lower-cased.
 */
export type VerbContext = {
  hit: VerbHit;
  tokens: readonly Token[];
  index: number;
  words: readonly string[];
  next: string | undefined;
  sentence: string;
  namesFix: boolean;
  style: Style;
};

export function verbContext(
  hit: VerbHit,
  tokens: readonly Token[],
  index: number,
  sentence: string,
  style: Style,
): VerbContext {
  const words = tokens
    .slice(0, index)
    .map((token) => token.word)
    .filter((word, at) => (word === 'had' && tokens[at + 1]?.word === 'to') || !isIntervening(word))
    .reverse();
  const namesFix = immediateCues.some((cue) => cue.pattern.test(sentence));
  return { hit, tokens, index, words, next: tokens[index + 1]?.word, sentence, namesFix, style };
}

function isIntervening(word: string): boolean {
  return interveningWords.has(word) || (word.endsWith('ly') && word.length > 4);
}

/** Whether nothing but "ok", "then" and the like stands before. */
export function opensSentence(words: readonly string[]): boolean {
  return words.every((word) => leadIns.has(word) || /^[,:("]$/.test(word));
}

export function isAgent(word: string | undefined): boolean {
  return word !== undefined && agents.has(withoutContraction(word));
}

export function isPerson(word: string | undefined): boolean {
  return word !== undefined && persons.has(withoutContraction(word));
}

function withoutContraction(word: string): string {
  return word.replace(/'(?:ve|d|m|re|s)$/, '');
}

/** "Restart of the leader", "restarts every minute", "updates are late": a thing, and not an action. */
export function isNounUse(next: string | undefined): boolean {
  return next !== undefined && (nounFollowers.has(next) || outcomeVerbs.has(next));
}

import {
  dayWords,
  happenings,
  modals,
  objectOpeners,
  passives,
  quantities,
  sameInPast,
  stateSubjects,
  stateVerbs,
  systems,
} from '../../patterns/action-frames.ts';
import { type VerbHit, verbForms } from '../../sentences/verb-forms.ts';
import type { Stance, Token } from '../action-reading.ts';
import { describesSubject } from './describes-subject.ts';
import { isAgent, opensSentence, type VerbPlace } from './verb-place.ts';

/** "Restarted the broker", "we have restarted it", "the broker was restarted", "broker restarted". */
export function stanceOfPast(place: VerbPlace): Stance | null {
  const { words, style } = place;
  const [previous] = words;
  if (isState(place) || happensByItself(place) || isDescribed(place)) return null;
  if (previous === undefined || opensSentence(words) || isAgent(previous)) return 'done';
  if (passives.has(previous) || contracted.test(previous)) return stanceOfPassive(place, previous);
  if (previous === 'and' || previous === 'then' || previous === ',' || previous === ';') {
    const acts = words.some((word) => isAgent(word) || verbForms.has(word));
    return acts || previous !== 'and' ? 'done' : null;
  }
  // "Now the rule: reverted in puppet".
  if (previous === ':' && place.next !== undefined && !sameInPast.has(place.hit.verb)) return 'done';
  // "Stopped + disabled the job".
  if (verbForms.get(previous)?.some((other) => other.form === 'past') === true) return 'done';
  return isBareLine(place) && !(style === 'chat' && cameAbout(place)) ? 'done' : null;
}

/** "It's restarted". */
const contracted = /^(?:it|that|they)'(?:s|re)$/;

function stanceOfPassive({ hit, tokens, index, words, next, style }: VerbPlace, be: string): Stance | null {
  const [, before, third] = words;
  const isTold = style === 'report' && (!stateVerbs.has(hit.verb) || next === 'by');
  if (contracted.test(be)) return isTold ? 'done' : null;
  // "Had been configured for 2,000": before the trouble.
  if (be === 'been' && (tokens[index - 2]?.word === 'had' || tokens[index - 3]?.word === 'had')) return null;
  if (be === 'is' || be === 'are') return isTold || isNews(tokens, index) ? 'done' : null;
  if (be !== 'be' && be !== 'get' && be !== 'gets') return 'done';
  if (before === 'to') return third === 'had' ? 'done' : 'proposal';
  return before !== undefined && modals.has(before) ? 'proposal' : null;
}

function isDescribed({ tokens, index, words, style }: VerbPlace): boolean {
  return style === 'report' && opensSentence(words) && describesSubject(tokens, index);
}

/** "Still blocked", "still being redirected", "service fully restored", "shows disabled": how things stand. */
function isState({ hit, tokens, index, words, next }: VerbPlace): boolean {
  const [second, first] = [tokens[index - 2]?.word, tokens[index - 1]?.word];
  if (first === 'still' || (first === 'being' && goesOn.test(second ?? ''))) return true;
  if (first === 'says' || first === 'reads' || first === 'shows' || (second === 'marked' && first === 'as'))
    return true;
  if (hit.verb === 'block' && next === 'from' && tokens[index + 2]?.word.endsWith('ing') === true)
    return true;
  if (hit.verb !== 'restore' || next === 'by' || next === 'from' || words.some((word) => isAgent(word)))
    return false;
  const subject = words.find((word) => !passives.has(word) && word !== 'fully');
  return subject !== undefined && stateSubjects.has(subject);
}

const goesOn = /^(?:still|keeps?|kept)$/;

/** "The table has doubled" tells what came about; "we have doubled it" what was done. */
function happensByItself({ hit, tokens, index, words, next }: VerbPlace): boolean {
  if (quantities.has(words[0] ?? '') && amounts.has(hit.verb) && next !== 'to' && !byDoing(tokens, index))
    return true;
  const has = /^(?:has|have|had)$/.test(tokens[index - 1]?.word ?? '');
  return has && happenings.has(hit.verb) && !words.some((word) => isAgent(word));
}

const amounts: ReadonlySet<string> = new Set([
  'increase',
  'decrease',
  'drop',
  'grow',
  'double',
  'triple',
  'reduce',
]);

/** "Load reduced by stopping the batch". */
function byDoing(tokens: readonly Token[], index: number): boolean {
  return tokens[index + 1]?.word === 'by' && /ing$/.test(tokens[index + 2]?.word ?? '');
}

/** "Clocks changed tonight". */
function cameAbout({ hit, next }: VerbPlace): boolean {
  return happenings.has(hit.verb) && (next === undefined || dayWords.has(next));
}

/** "Is disabled" describes; "is disabled now", "is rolled back" is news of an act. */
function isNews(tokens: readonly Token[], index: number): boolean {
  return (
    tokens.some((token) => /^(?:now|already|just)$/.test(token.word)) ||
    tokens[index + 1]?.word === 'back' ||
    index === tokens.length - 1
  );
}

const howMany = /^\S+ (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|several|many)\b)/i;

/** "Pod restarted.", "feature flag disabled": a short line of a thing and what was done to it; not "asg replaced the node". */
function isBareLine({ hit, tokens, index, words, next, sentence }: VerbPlace): boolean {
  const rest = sentence.slice(tokens[index]?.at ?? 0);
  if (systems.has(words[0] ?? '') && (objectOpeners.has(next ?? '') || howMany.test(rest))) return false;
  const { clause, subject } = clauseOf(tokens, index, words);
  const isPart = clause.length < tokens.length;
  if (isPart && !isPassiveClause(hit, clause, next)) return false;
  const plain = clause.filter((token) => /[a-z`]/.test(token.word));
  const isThing = (word: string) =>
    /^[a-z`]/.test(word) &&
    !modals.has(word) &&
    !passives.has(word) &&
    !/^(?:that|which|this|who|what|when|it|you|keeps?|kept|stays?|stayed|remains?|remained|wants?|needs?|to|but|not)$/.test(
      word,
    );
  return plain.length <= 9 && subject.length > 0 && subject.length <= 5 && subject.every(isThing);
}

/** "…, terraform applied", "A and B both restarted. 212 …": not what a thing did to another, or does by itself. */
function isPassiveClause(hit: VerbHit, clause: readonly Token[], next: string | undefined): boolean {
  const words = clause.map((token) => token.word);
  if (words.some((word) => /^(?:has|have|had)$/.test(word))) return false;
  if (next !== undefined && !/^(?:[,;:()]|on|in|to|from|both|all|back|off)$/.test(next)) return false;
  return !(happenings.has(hit.verb) || alone.test(hit.verb)) || words.includes('both');
}

/** What a machine may do without anybody. */
const alone =
  /^(?:restart|reboot|reconnect|reload|retry|recycle|crash|disconnect|resume|sync|resync|rebalance)$/;

/** The words between the commas around the verb, and those of them before it. */
function clauseOf(
  tokens: readonly Token[],
  index: number,
  words: readonly string[],
): { clause: readonly Token[]; subject: readonly string[] } {
  const isEnd = (word: string) => word === ',' || word === ';' || word === ':';
  const cut = words.findIndex(isEnd);
  const subject = (cut < 0 ? words : words.slice(0, cut)).filter((word) => !/[()]/.test(word));
  const from = tokens.findLastIndex((token, at) => at < index && isEnd(token.word));
  const to = tokens.findIndex((token, at) => at > index && isEnd(token.word));
  return { clause: tokens.slice(from + 1, to < 0 ? undefined : to), subject };
}

import { passiveAuxiliaries } from '../../lexicon/auxiliaries.ts';
import { modals } from '../../lexicon/modals.ts';
import { objectOpeners } from '../../lexicon/noun-context.ts';
import { quantities, stateSubjects, systems } from '../../lexicon/systems.ts';
import { dayWords } from '../../lexicon/time.ts';
import { invariantPastVerbs, stateVerbs, unaccusativeVerbs } from '../../lexicon/verb-classes.ts';
import type { Modality, Token } from '../action-reading.ts';
import { type VerbHit, verbForms } from '../verb-forms.ts';
import { describesSubject } from './describes-subject.ts';
import { isAgent, opensSentence, type VerbContext } from './verb-context.ts';

/** "Restarted the broker", "we have restarted it", "the broker was restarted", "broker restarted". */
export function modalityOfPast(context: VerbContext): Modality | null {
  const { words, style } = context;
  const [previous] = words;
  if (isState(context) || happensByItself(context) || isDescribed(context)) return null;
  if (previous === undefined || opensSentence(words) || isAgent(previous)) return 'performed';
  if (passiveAuxiliaries.has(previous) || contracted.test(previous))
    return modalityOfPassive(context, previous);
  if (previous === 'and' || previous === 'then' || previous === ',' || previous === ';') {
    const followsAction = words.some((word) => isAgent(word) || verbForms.has(word));
    return followsAction || previous !== 'and' ? 'performed' : null;
  }
  // "Now the rule: reverted in puppet".
  if (previous === ':' && context.next !== undefined && !invariantPastVerbs.has(context.hit.verb))
    return 'performed';
  // "Stopped + disabled the job".
  if (verbForms.get(previous)?.some((other) => other.form === 'past') === true) return 'performed';
  return isBareLine(context) && !(style === 'chat' && isSpontaneous(context)) ? 'performed' : null;
}

/** "It's restarted". */
const contracted = /^(?:it|that|they)'(?:s|re)$/;

function modalityOfPassive(
  { hit, tokens, index, words, next, style }: VerbContext,
  be: string,
): Modality | null {
  const [, before, third] = words;
  const isReportedAction = style === 'report' && (!stateVerbs.has(hit.verb) || next === 'by');
  if (contracted.test(be)) return isReportedAction ? 'performed' : null;
  // "Had been configured for 2,000": before the problem.
  if (be === 'been' && (tokens[index - 2]?.word === 'had' || tokens[index - 3]?.word === 'had')) return null;
  if (be === 'is' || be === 'are') return isReportedAction || isNewAction(tokens, index) ? 'performed' : null;
  if (be !== 'be' && be !== 'get' && be !== 'gets') return 'performed';
  if (before === 'to') return third === 'had' ? 'performed' : 'suggested';
  return before !== undefined && modals.has(before) ? 'suggested' : null;
}

function isDescribed({ tokens, index, words, style }: VerbContext): boolean {
  return style === 'report' && opensSentence(words) && describesSubject(tokens, index);
}

/** "Still blocked", "still being redirected", "service fully restored", "shows disabled": how things stand. */
function isState({ hit, tokens, index, words, next }: VerbContext): boolean {
  const [second, first] = [tokens[index - 2]?.word, tokens[index - 1]?.word];
  if (first === 'still' || (first === 'being' && continuative.test(second ?? ''))) return true;
  if (first === 'says' || first === 'reads' || first === 'shows' || (second === 'marked' && first === 'as'))
    return true;
  if (hit.verb === 'block' && next === 'from' && tokens[index + 2]?.word.endsWith('ing') === true)
    return true;
  if (hit.verb !== 'restore' || next === 'by' || next === 'from' || words.some((word) => isAgent(word)))
    return false;
  const subject = words.find((word) => !passiveAuxiliaries.has(word) && word !== 'fully');
  return subject !== undefined && stateSubjects.has(subject);
}

const continuative = /^(?:still|keeps?|kept)$/;

/** "The table has doubled" says what came about; "we have doubled it" what was done. */
function happensByItself({ hit, tokens, index, words, next }: VerbContext): boolean {
  if (
    quantities.has(words[0] ?? '') &&
    quantityVerbs.has(hit.verb) &&
    next !== 'to' &&
    !byDoing(tokens, index)
  )
    return true;
  const has = /^(?:has|have|had)$/.test(tokens[index - 1]?.word ?? '');
  return has && unaccusativeVerbs.has(hit.verb) && !words.some((word) => isAgent(word));
}

const quantityVerbs: ReadonlySet<string> = new Set([
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
function isSpontaneous({ hit, next }: VerbContext): boolean {
  return unaccusativeVerbs.has(hit.verb) && (next === undefined || dayWords.has(next));
}

/** "Is disabled" describes; "is disabled now", "is rolled back" is news of an action. */
function isNewAction(tokens: readonly Token[], index: number): boolean {
  return (
    tokens.some((token) => /^(?:now|already|just)$/.test(token.word)) ||
    tokens[index + 1]?.word === 'back' ||
    index === tokens.length - 1
  );
}

const howMany = /^\S+ (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|several|many)\b)/i;

/** "Pod restarted.", "feature flag disabled": a short line of a thing and what was done to it; not "asg replaced the node". */
function isBareLine({ hit, tokens, index, words, next, sentence }: VerbContext): boolean {
  const rest = sentence.slice(tokens[index]?.at ?? 0);
  if (systems.has(words[0] ?? '') && (objectOpeners.has(next ?? '') || howMany.test(rest))) return false;
  const { clause, subject } = clauseOf(tokens, index, words);
  const isPart = clause.length < tokens.length;
  if (isPart && !isPassiveClause(hit, clause, next)) return false;
  const plain = clause.filter((token) => /[a-z`]/.test(token.word));
  const isThingWord = (word: string) =>
    /^[a-z`]/.test(word) &&
    !modals.has(word) &&
    !passiveAuxiliaries.has(word) &&
    !/^(?:that|which|this|who|what|when|it|you|keeps?|kept|stays?|stayed|remains?|remained|wants?|needs?|to|but|not)$/.test(
      word,
    );
  return plain.length <= 9 && subject.length > 0 && subject.length <= 5 && subject.every(isThingWord);
}

/** "…, terraform applied", "A and B both restarted. 212 …": not what a thing did to another, or does by itself. */
function isPassiveClause(hit: VerbHit, clause: readonly Token[], next: string | undefined): boolean {
  const words = clause.map((token) => token.word);
  if (words.some((word) => /^(?:has|have|had)$/.test(word))) return false;
  if (next !== undefined && !/^(?:[,;:()]|on|in|to|from|both|all|back|off)$/.test(next)) return false;
  return !(unaccusativeVerbs.has(hit.verb) || autonomousVerbs.test(hit.verb)) || words.includes('both');
}

/** What a machine may do without anybody. */
const autonomousVerbs =
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

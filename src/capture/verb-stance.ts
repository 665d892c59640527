import type { Stance, Style, Token } from './read-action.ts';
import {
  agents,
  between,
  doneTo,
  happenings,
  intentModals,
  leadIns,
  lightVerbs,
  modals,
  notYetTo,
  nounOpeners,
  outcomeVerbs,
  passives,
  persons,
  proposers,
} from './rules/action-frames.ts';
import { immediateCues } from './rules/fix-cues.ts';
import { type VerbHit, verbForms } from './verb-forms.ts';

/** Whether the words around a verb say that its act was done, is meant or is proposed; null when it is no act of theirs. */
export function stanceOfVerb(
  hit: VerbHit,
  tokens: readonly Token[],
  index: number,
  sentence: string,
  style: Style,
): Stance | null {
  const words = wordsBefore(tokens, index);
  const endsIt = immediateCues.some((cue) => cue.pattern.test(sentence));
  if (hit.form === 'past')
    return happensByItself(hit, words, tokens, index) ? null : stanceOfPast(words, tokens, index);
  if (hit.form === 'gerund') return stanceOfGerund(words, sentence, endsIt, style);
  if (hit.form === 'noun') return stanceOfNoun(words, tokens, index, style);
  if (hit.form === 'base') return stanceOfBase(hit, words, tokens, index, endsIt, style);
  return null;
}

/** The words before the verb, nearest first, without adverbs and the like. */
function wordsBefore(tokens: readonly Token[], index: number): string[] {
  return tokens
    .slice(0, index)
    .map((token) => token.word)
    .filter((word, at) => (word === 'had' && tokens[at + 1]?.word === 'to') || !isBetween(word))
    .reverse();
}

function isBetween(word: string): boolean {
  return between.has(word) || (word.endsWith('ly') && word.length > 4);
}

function opensSentence(words: readonly string[]): boolean {
  return words.every((word) => leadIns.has(word) || /^[,:("]$/.test(word));
}

function isAgent(word: string | undefined): boolean {
  return word !== undefined && agents.has(word.replace(/'(?:ve|d|m|re|s)$/, ''));
}

function isPerson(word: string | undefined): boolean {
  return word !== undefined && persons.has(word.replace(/'(?:ve|d|m|re|s)$/, ''));
}

/** "The table has doubled" tells what came about; "we have doubled it" what was done. */
function happensByItself(
  hit: VerbHit,
  words: readonly string[],
  tokens: readonly Token[],
  index: number,
): boolean {
  const has = /^(?:has|have|had)$/.test(tokens[index - 1]?.word ?? '');
  return has && happenings.has(hit.verb) && !words.some((word) => isAgent(word));
}

function stanceOfPast(words: readonly string[], tokens: readonly Token[], index: number): Stance | null {
  const [previous, beforeThat, third] = words;
  // "Still blocked" is how things stand.
  if (tokens[index - 1]?.word === 'still') return null;
  if (previous === undefined || opensSentence(words) || isAgent(previous)) return 'done';
  if ((previous === 'is' || previous === 'are') && !isNews(tokens, index)) return null;
  if (passives.has(previous)) return stanceOfPassive(previous, beforeThat, third);
  if (previous === 'and' || previous === 'then' || previous === ',' || previous === ';') {
    const acts = words.some((word) => isAgent(word) || verbForms.has(word));
    return acts || previous !== 'and' ? 'done' : null;
  }
  return isBareLine(words, tokens) ? 'done' : null;
}

/** "Is disabled" describes; "is disabled now", "is rolled back" is news of an act. */
function isNews(tokens: readonly Token[], index: number): boolean {
  return (
    tokens.some((token) => /^(?:now|already|just)$/.test(token.word)) ||
    tokens[index + 1]?.word === 'back' ||
    index === tokens.length - 1
  );
}

function stanceOfPassive(be: string, before: string | undefined, third: string | undefined): Stance | null {
  if (be !== 'be' && be !== 'get' && be !== 'gets') return 'done';
  if (before === 'to') return third === 'had' ? 'done' : 'proposal';
  return before !== undefined && modals.has(before) ? 'proposal' : null;
}

/** "Pod restarted.", "feature flag disabled": a short line of a thing and what was done to it. */
function isBareLine(words: readonly string[], tokens: readonly Token[]): boolean {
  const plain = tokens.filter((token) => /[a-z`]/.test(token.word));
  const isThing = (word: string) =>
    /^[a-z`]/.test(word) &&
    !modals.has(word) &&
    !passives.has(word) &&
    !/^(?:that|which|this|who|what|when|it|you|keeps?|kept|not)$/.test(word);
  return plain.length <= 9 && words.length <= 5 && words.every(isThing);
}

function stanceOfGerund(
  words: readonly string[],
  sentence: string,
  endsIt: boolean,
  style: Style,
): Stance | null {
  const [previous, beforeThat] = words;
  if (opensSentence(words)) return style === 'chat' || tellsOutcome.test(sentence) ? 'done' : null;
  if (previous === undefined) return null;
  if (previous === 'by') return endsIt ? 'done' : null;
  if (
    previous === 'after' ||
    ['tried', 'attempted', 'attempting', 'finished', 'started', 'done', 'began'].includes(previous)
  )
    return 'done';
  if (previous === 'trying') return opensSentence(words.slice(1)) || isPerson(beforeThat) ? 'done' : null;
  if (/^(?:i'm|im|we're|they're)$/.test(previous)) return 'done';
  if (/^(?:am|are|is|been|was|were)$/.test(previous) && isPerson(beforeThat)) return 'done';
  if (proposers.has(previous)) return 'proposal';
  if (previous === ',' || previous === 'and') return style === 'chat' || endsIt ? 'done' : null;
  return null;
}

const tellsOutcome =
  /\b(?:restored|fixed|resolved|solved|brought|recovered|cleared|unblocked|exhibited|helped|worked|did(?:n't| not) (?:help|work|fix|resolve))\b/i;

function stanceOfBase(
  hit: VerbHit,
  words: readonly string[],
  tokens: readonly Token[],
  index: number,
  endsIt: boolean,
  style: Style,
): Stance | null {
  const [previous, beforeThat, third, fourth] = words;
  if (previous === 'to') {
    if (beforeThat === undefined) return null;
    if (beforeThat === 'trying' || beforeThat === 'attempting') {
      return opensSentence(words.slice(2)) || isPerson(third) || isPerson(fourth) ? 'done' : null;
    }
    if (doneTo.has(beforeThat)) return 'done';
    if (opensSentence(words.slice(2)) && (beforeThat === 'going' || beforeThat === 'about')) return 'intent';
    if (notYetTo.has(beforeThat)) return isPerson(third) || isPerson(fourth) ? 'intent' : 'proposal';
    if (endsIt && /^(?:was|is|were|step|required)$/.test(beforeThat)) return 'done';
    return style === 'report' && hit.restorative && words.some((word) => word === 'run' || word === 'rerun')
      ? 'done'
      : null;
  }
  if (previous === 'did' || (beforeThat === 'did' && !isAgent(previous))) return 'done';
  if (previous === ':' && endsIt) return 'done';
  if (previous === 'me') return beforeThat === 'let' ? 'intent' : null;
  const isSystems =
    previous === 'will' && beforeThat !== undefined && !isPerson(beforeThat) && !leadIns.has(beforeThat);
  if (isSystems) return null;
  if (previous !== undefined && modals.has(previous))
    return intentModals.has(previous) ? 'intent' : 'proposal';
  if (opensSentence(words)) {
    if (isNounUse(tokens[index + 1]?.word)) return null;
    return style === 'report' ? 'done' : 'proposal';
  }
  return style === 'chat' && previous !== undefined && proposers.has(previous) ? 'proposal' : null;
}

function isNounUse(next: string | undefined): boolean {
  return (
    next === 'of' ||
    next === 'is' ||
    next === 'was' ||
    next === 'done' ||
    (next !== undefined && outcomeVerbs.has(next))
  );
}

/** "A rolling restart of …", "rollback didn't help", "did a failover", "after a restart of …". */
function stanceOfNoun(
  words: readonly string[],
  tokens: readonly Token[],
  index: number,
  style: Style,
): Stance | null {
  const after = words.indexOf('after');
  if (after >= 0 && words.slice(0, after).every((word) => nounOpeners.has(word))) return 'done';
  const light = words.slice(0, 5).findIndex((word) => lightVerbs.has(word));
  if (
    light >= 0 &&
    words.slice(0, light).every((word) => word !== 'to' && /^[a-z`]/.test(word) && !modals.has(word))
  ) {
    return stanceOfLightVerb(words.slice(light), style);
  }
  const next = tokens.slice(index + 1, index + 5).map((token) => token.word);
  const isSubject = words.slice(0, 3).some((word) => word === 'the' || word === 'a' || word === 'that');
  if (isSubject && next[0] !== undefined && outcomeVerbs.has(next[0])) return 'done';
  if (!words.every((word) => nounOpeners.has(word) || leadIns.has(word))) return null;
  if (
    next.some(
      (word) =>
        outcomeVerbs.has(word) ||
        /^(?:done|complete|completed|finished|underway|started|was|going)$/.test(word),
    )
  ) {
    return 'done';
  }
  return style === 'report' && (next[0] === 'to' || next[0] === 'of' || next[0] === undefined)
    ? 'done'
    : null;
}

function stanceOfLightVerb([light, ahead, further]: readonly string[], style: Style): Stance | null {
  if (light === undefined || /^(?:does|made|making)$/.test(light)) return null;
  if (!/^(?:do|run|perform|start|trigger|force|execute|issue|try|attempt|request|initiate)$/.test(light))
    return 'done';
  if (ahead === undefined) return style === 'report' ? 'done' : 'proposal';
  if (ahead === 'did' || ahead === ':') return 'done';
  if (ahead === 'me') return 'intent';
  if (modals.has(ahead)) return intentModals.has(ahead) ? 'intent' : 'proposal';
  if (ahead === 'to') {
    if (further === 'was' || further === 'is' || doneTo.has(further ?? '')) return 'done';
    return notYetTo.has(further ?? '') ? 'intent' : null;
  }
  return proposers.has(ahead) ? 'proposal' : null;
}

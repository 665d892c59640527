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
  objectOpeners,
  outcomeVerbs,
  passives,
  persons,
  proposers,
  stateSubjects,
  stateVerbs,
  systems,
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
    return happensByItself(hit, words, tokens, index) ? null : stanceOfPast(hit, words, tokens, index, style);
  if (hit.form === 'third') return stanceOfThird(words, tokens[index + 1]?.word, style);
  if (hit.form === 'gerund') return stanceOfGerund(words, tokens[index + 1]?.word, sentence, endsIt, style);
  if (hit.form === 'noun') return stanceOfNoun(words, tokens, index, style);
  if (hit.form === 'base') return stanceOfBase(hit, words, tokens, index, sentence, endsIt, style);
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

/** "14:02 Ana restarts the broker", "deletes the rows": a timeline is often told in the present. */
function stanceOfThird(words: readonly string[], next: string | undefined, style: Style): Stance | null {
  const [previous] = words;
  if (next === undefined || !(objectOpeners.has(next) || (style === 'report' && !isNounUse(next))))
    return null;
  if (opensSentence(words)) return 'done';
  if (previous === 'he' || previous === 'she') return 'done';
  return style === 'report' && (isAgent(previous) || previous === 'and' || previous === ',') ? 'done' : null;
}

function stanceOfPast(
  hit: VerbHit,
  words: readonly string[],
  tokens: readonly Token[],
  index: number,
  style: Style,
): Stance | null {
  const [previous, beforeThat, third] = words;
  // "Still blocked", "still being redirected" is how things stand.
  const before = tokens.slice(Math.max(0, index - 2), index).map((token) => token.word);
  if (before.at(-1) === 'still' || (before[0] === 'still' && before[1] === 'being')) return null;
  if (isStateOf(hit, words, tokens[index + 1]?.word)) return null;
  if (previous === undefined || opensSentence(words) || isAgent(previous)) return 'done';
  const isTold = style === 'report' && (!stateVerbs.has(hit.verb) || tokens[index + 1]?.word === 'by');
  if (/^(?:it|that|they)'(?:s|re)$/.test(previous)) return isTold ? 'done' : null;
  // "Had been configured for 2,000": before the trouble.
  if (previous === 'been' && tokens[index - 2]?.word === 'had') return null;
  if ((previous === 'is' || previous === 'are') && !isTold && !isNews(tokens, index)) return null;
  if (passives.has(previous)) return stanceOfPassive(previous, beforeThat, third);
  if (previous === 'and' || previous === 'then' || previous === ',' || previous === ';') {
    const acts = words.some((word) => isAgent(word) || verbForms.has(word));
    return acts || previous !== 'and' ? 'done' : null;
  }
  if (verbForms.get(previous)?.some((other) => other.form === 'past') === true) return 'done';
  if (
    !isBareLine(words, tokens) ||
    (systems.has(previous) && objectOpeners.has(tokens[index + 1]?.word ?? ''))
  )
    return null;
  // "Clocks changed" came about.
  const next = tokens[index + 1]?.word;
  return style === 'chat' && happenings.has(hit.verb) && (next === undefined || dayWords.has(next))
    ? null
    : 'done';
}

const dayWords: ReadonlySet<string> = new Set([
  'tonight',
  'today',
  'yesterday',
  'overnight',
  'again',
  'suddenly',
]);

/** "Service fully restored" is how things stand; "restored the service", "restored by the apply" are acts. */
function isStateOf(hit: VerbHit, words: readonly string[], next: string | undefined): boolean {
  if (hit.verb !== 'restore' || next === 'by' || next === 'from' || words.some((word) => isAgent(word)))
    return false;
  const subject = words.find((word) => !passives.has(word) && word !== 'fully');
  return subject !== undefined && stateSubjects.has(subject);
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
  next: string | undefined,
  sentence: string,
  endsIt: boolean,
  style: Style,
): Stance | null {
  const [previous, beforeThat] = words;
  if (opensSentence(words))
    return style === 'chat' ||
      tellsOutcome.test(sentence) ||
      (objectOpeners.has(next ?? '') && !claims.test(sentence))
      ? 'done'
      : null;
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
  // "A large and increasing volume" describes.
  if (previous === 'and' && !words.some((word) => verbForms.has(word) || isAgent(word))) return null;
  if (proposers.has(previous)) return 'proposal';
  if (previous === ',' || previous === 'and') return style === 'chat' || endsIt ? 'done' : null;
  return null;
}

const tellsOutcome =
  /\b(?:restored|fixed|resolved|solved|brought|recovered|cleared|unblocked|exhibited|helped|worked|did(?:n't| not) (?:help|work|fix|resolve))\b/i;

/** A sentence with a verb of its own tells something about the doing ("Deploying this caused …"), and not that it was done. */
const claims =
  /\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|caus\w+|result\w+|means?|meant|seems?|did|does|do|fails?|failed|makes?|made|takes?|took|requires?|needs?|shows?|showed)\b/i;

function stanceOfBase(
  hit: VerbHit,
  words: readonly string[],
  tokens: readonly Token[],
  index: number,
  sentence: string,
  endsIt: boolean,
  style: Style,
): Stance | null {
  const [previous, beforeThat, third, fourth] = words;
  if (previous === 'to') {
    if (beforeThat === undefined) return null;
    if (beforeThat === 'trying' || beforeThat === 'attempting') {
      return opensSentence(words.slice(2)) || isPerson(third) || isPerson(fourth) ? 'done' : null;
    }
    if (doneTo.has(beforeThat)) return isThing(third, fourth) ? null : 'done';
    if (beforeThat === 'try' && third === 'did') return 'done';
    if (beforeThat === 'with' && third === 'worked') return 'done';
    if (opensSentence(words.slice(2)) && (beforeThat === 'going' || beforeThat === 'about')) return 'intent';
    if (notYetTo.has(beforeThat)) return isPerson(third) || isPerson(fourth) ? 'intent' : 'proposal';
    if (endsIt && /^(?:was|is|were|step|required)$/.test(beforeThat)) return 'done';
    if (beforeThat === 'was' && /^(?:action|step|move|attempt|measure)$/.test(third ?? '')) return 'done';
    return style === 'report' && hit.restorative && words.some((word) => word === 'run' || word === 'rerun')
      ? 'done'
      : null;
  }
  // "I restart it now": the present of those who write no other.
  if (previous === 'he' || previous === 'she' || previous === 'tried') return 'done';
  if (style === 'report' && plurals.has(previous ?? '')) return 'done';
  if (previous === 'i' && style === 'chat' && !habits.test(sentence)) return 'done';
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
    if (style === 'report') return isSubject.test(sentence) ? null : 'done';
    return sameInPast.has(hit.verb) && /^(?:it|them|that|this|back|`)$/.test(tokens[index + 1]?.word ?? '')
      ? 'intent'
      : 'proposal';
  }
  return style === 'chat' && previous !== undefined && proposers.has(previous) ? 'proposal' : null;
}

/** "Launch success is at 0 %": what looks like an order is a name. */
const isSubject =
  /^[^,;`]*\b(?:is|are|was|were|has|begins?|began|drops?|dropped|rises?|rose|returns?|returned|fails?|failed)\b/i;

const plurals: ReadonlySet<string> = new Set(
  'engineers developers devs admins dbas sres operators we they'.split(' '),
);

const habits =
  /\b(?:usually|always|normally|every|each|often|sometimes|when|if|how|where|why|do|would|could|should|can|whenever|before)\b|\?/i;

/** "Set it to 50." is written alike as advice and as news; whoever goes on talking did it. */
const sameInPast: ReadonlySet<string> = new Set(['set', 'reset', 'put', 'cut']);

/** Systems try things, too: "the job has tried to …". */
function isThing(subject: string | undefined, before: string | undefined): boolean {
  if (subject === undefined || isAgent(subject)) return false;
  return /^(?:it|that|which|this)$/.test(subject) || /^(?:the|this|that|a|an|one|its)$/.test(before ?? '');
}

/** "Restart of the leader", "restarts every minute", "updates are late": a thing, and not an act. */
function isNounUse(next: string | undefined): boolean {
  return next !== undefined && (nounFollowers.has(next) || outcomeVerbs.has(next));
}

const nounFollowers: ReadonlySet<string> = new Set(
  'of is was are were has have had done every each per from for in on at to with by and or after before during since as , : ; ) ( stuck late fail took take return returned work recover continue begin start stop keep now again not never still do did does can cannot time'.split(
    ' ',
  ),
);

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
        /^(?:done|complete|completed|finished|underway|started|was|going|attempted|initiated|triggered|performed|executed)$/.test(
          word,
        ),
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
  if (ahead === 'did' || ahead === ':' || (ahead === 'i' && style === 'chat')) return 'done';
  if (ahead === 'me') return 'intent';
  if (modals.has(ahead)) return intentModals.has(ahead) ? 'intent' : 'proposal';
  if (ahead === 'to') {
    if (further === 'was' || further === 'is' || doneTo.has(further ?? '')) return 'done';
    return notYetTo.has(further ?? '') ? 'intent' : null;
  }
  return proposers.has(ahead) ? 'proposal' : null;
}

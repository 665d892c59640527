import { noObject } from '../lexicon/non-actions.ts';
import { findings, guesses, passives, persons } from '../patterns/action-frames.ts';
import { negations } from '../patterns/modality-cues.ts';
import { gathersEvidence } from '../patterns/process-cues.ts';
import { type VerbHit, verbForms } from '../sentences/verb-forms.ts';
import { framedAct } from './action-from-frame.ts';
import { newStateAct } from './action-from-resulting-state.ts';
import { unknownAct } from './action-from-unlisted-verb.ts';
import type { ActionReading, Style, Token } from './action-reading.ts';
import { stanceOfVerb } from './modality/modality-of-verb.ts';

/**
 * The first act that a sentence tells of, by the words around its verbs; looking, and what is still to be done ("had
 * to be updated"), count only when nothing was done.
 * `at` is the verb's place in the sentence. In a report an order ("Migrate all ingresses back") is the record of what
 * was done; in a chat it is advice.
 */
export function readAction(sentence: string, style: Style): ActionReading | null {
  const action = readVerb(sentence, style);
  if (action === null || action.look) return action;
  const gathered = [...sentence.matchAll(gathersEvidence)].some(
    (match) => match.index <= action.at && action.at < match.index + match[0].length,
  );
  return gathered ? { ...action, look: true } : action;
}

function readVerb(sentence: string, style: Style): ActionReading | null {
  const tokens = tokensOf(sentence);
  let lesser: ActionReading | null = null;
  for (const [index, token] of tokens.entries()) {
    for (const hit of verbForms.get(token.word) ?? []) {
      if (
        !isFollowed(hit, tokens, index, sentence) ||
        isNegated(tokens, index) ||
        isSupposed(hit, tokens, index)
      )
        continue;
      const stance = stanceOfVerb(hit, tokens, index, sentence, style);
      if (stance === null) continue;
      const action = { stance, verb: hit.verb, form: hit.form, look: hit.look, at: token.at };
      if (!hit.look && stance !== 'proposal') return action;
      if (lesser === null || (lesser.look && !hit.look)) lesser = action;
    }
  }
  const isSure = lesser !== null && !lesser.look && lesser.stance !== 'proposal';
  return isSure
    ? lesser
    : (framedAct(sentence) ?? unknownAct(tokens, sentence, style) ?? newStateAct(sentence) ?? lesser);
}

const mostTokens = 200;

/** Lower-cased words and the marks that part them; a code span is one "`", and what others are quoted with is left out. */
function tokensOf(sentence: string): Token[] {
  const masked = sentence
    .replace(/`[^`\n]{1,300}`/g, (span) => `\`${' '.repeat(span.length - 1)}`)
    .replace(/"[^"\n]{16,300}"/g, (words) => (/\b(?:we|i)\b/i.test(words) ? words : ' '.repeat(words.length)))
    .replace(
      /^(?:in doubt|to be (?:safe|sure)|just (?:in case|to be safe)|as a precaution|for good measure|in the meantime|in desperation),? /i,
      (words) => ' '.repeat(words.length),
    )
    .replace(/^\W*\[?edit(?:ed)?\]?[:\s]/i, (mark) => ' '.repeat(mark.length));
  const tokens = [...masked.matchAll(/[A-Za-z][\w'’-]*|`|[,;:()]/g)].slice(0, mostTokens);
  return tokens.map((match) => ({ word: match[0].toLowerCase().replaceAll('’', "'"), at: match.index }));
}

function isFollowed(hit: VerbHit, tokens: readonly Token[], index: number, sentence: string): boolean {
  const next = tokens.slice(index + 1, index + 7).map((token) => token.word);
  if (next.slice(0, 3).some((word) => hit.not.includes(word))) return false;
  // "They started sending more" tells what began.
  if (hit.verb === 'start' && /ing$/.test(next[0] ?? '')) return false;
  if (hit.notNext.includes(next[0] ?? '') || next[0] === 'nothing' || next[0] === 'itself') return false;
  if (setsValue(hit.verb, sentence.slice(tokens[index]?.at))) return true;
  return hit.with.length === 0 || hit.form === 'noun' || next.some((word) => hit.with.includes(word));
}

/** "Set mtu 1412 on wg0". */
function setsValue(verb: string, told: string): boolean {
  return (
    /^(?:set|put|gave|give)$/.test(verb) &&
    /^\w+ (?:[^\s,.;]+ ){1,5}[1-9][\d.]*[a-z]{0,3}(?=$|[\s,;])/i.test(told)
  );
}

/** "Don't restart it": nearer than the comma before, where another thing was said. */
function isNegated(tokens: readonly Token[], index: number): boolean {
  const near = tokens.slice(Math.max(0, index - 4), index).map((token) => token.word);
  const clause = near.slice(Math.max(near.lastIndexOf(','), near.lastIndexOf('(')) + 1);
  // "No changes were deployed".
  const isNone =
    passives.has(clause.at(-1) ?? '') && clause.some((word) => /^(?:no|nothing|none)$/.test(word));
  return isNone || clause.some((word) => negations.has(word));
}

/** "We know they were deleted by then": learned, and not done. */
function isLearned(earlier: readonly string[]): boolean {
  const subject = earlier.findLastIndex(
    (word) => !passives.has(word) && word !== 'had' && word !== 'have' && word !== 'has',
  );
  if (subject === earlier.length - 1 || !/^(?:they|it|these|those|this|he|she)$/.test(earlier[subject] ?? ''))
    return false;
  return findings.has(earlier[subject - 1] ?? '');
}

/** "Possibly was updated by the vendor". */
function isGuessed(earlier: readonly string[]): boolean {
  const clause = earlier.slice(earlier.lastIndexOf(',') + 1);
  return clause.slice(-4).some((word) => guesses.has(word));
}

/** "Not in the code I reverted": tells which one is meant. */
function isWhichOne(earlier: readonly string[], next: string | undefined): boolean {
  const [article, thing, person] = earlier.slice(-3);
  if (!persons.has(person ?? '') || !/^(?:the|that|those|this|these)$/.test(article ?? '')) return false;
  return (next === undefined || noObject.has(next)) && !timesOf.test(thing ?? '');
}

const timesOf = /^(?:time|moment|end|meantime|meanwhile|day|morning|night|evening|afternoon|way|side)$/;

/** "If a target is unhealthy it is removed", "found that the disk size was reduced", "not reachable even after it is restored": not acts of this incident. */
function isSupposed(hit: VerbHit, tokens: readonly Token[], index: number): boolean {
  const earlier = tokens.slice(0, index).map((token) => token.word);
  if (earlier.some((word) => word === 'if' || word === 'whether' || word === 'unless')) return true;
  if (earlier.includes('will', earlier.indexOf('when') + 1) && earlier.includes('when')) return true;
  if (
    hit.form === 'past' &&
    earlier.some((word, at) => findings.has(word) && earlier.indexOf('that', at) >= 0)
  )
    return true;
  if (earlier.at(-1) === 'being' && earlier.some((word) => findings.has(word))) return true;
  const next = tokens[index + 1]?.word;
  if (hit.form === 'past' && (isLearned(earlier) || isGuessed(earlier) || isWhichOne(earlier, next)))
    return true;
  const isStateNow = earlier.at(-1) === 'is' || earlier.at(-1) === 'are';
  return isStateNow && earlier.some((word) => ['after', 'when', 'until', 'once'].includes(word));
}

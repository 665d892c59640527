import { extractSignatures } from '../../text/signatures.ts';
import { readAction } from '../actions/read-action.ts';
import {
  leadIn,
  ownTrouble,
  returnCues,
  sameTrouble,
  thereToo,
  tiesTogether,
  turnCues,
} from '../patterns/topic-shift-cues.ts';
import {
  hasTrouble,
  namingWords,
  otherNameIn,
  type ProblemWords,
  speaksOf,
} from '../summary/problem-words.ts';

/** `about`: what the other trouble is, in the message's words; `sure`: its own words say that it is another. */
export type Turn = { about: string; sure: boolean };

/** What is known of the first problem where a sentence is read. */
export type FirstProblem = { text: string; words: ProblemWords };

/** A sentence, and with `rest` what follows it in its message. */
export type Saying = { text: string; rest: string };

const mostLeadIns = 5;
/** What words of the first message weigh at least. */
const ofRoot = 2;
const noWords: ProblemWords = new Map();

/** The sentence, and what is left of it without one, two, … words that say nothing. */
function readings(text: string): string[] {
  const found = [text];
  for (let left = text; found.length <= mostLeadIns; ) {
    const next = left.replace(leadIn, '');
    if (next === left) break;
    found.push(next);
    left = next;
  }
  return found;
}

/** Whether a sentence may turn to another trouble: a quick look, before anything is weighed. */
export function mayTurn(text: string): boolean {
  const each = readings(text);
  return turnCues.some((cue) => each.some((words) => cue.pattern.test(words)));
}

/**
 * The other trouble that a sentence turns to, or null. When in doubt there is none: `toldApart` says whether somebody
 * tells the two apart later on.
 */
export function turnIn(saying: Saying, first: FirstProblem, toldApart: boolean): Turn | null {
  const each = readings(saying.text);
  for (const { pattern, sure = false, needs } of turnCues) {
    const words = each.find((reading) => pattern.test(reading));
    if (words === undefined) continue;
    const cue = pattern.exec(words);
    const from = cue?.groups?.to;
    if (from !== undefined && speaksOf(from, first.words, noWords) < ofRoot) continue;
    const told = words.slice(cue?.[0].length ?? 0).replace(/^[\s\p{P}]+/u, '');
    const about = `${told} ${saying.rest}`.trim().slice(0, 300);
    if (!hasTrouble(`${cue?.[0]} ${about}`) || isSameTrouble(about, first)) continue;
    const isAnother =
      needs === 'trouble'
        ? !hasSameError(about, first) || otherNameIn(about, first.words) !== null
        : isOfAnother(words, about, first);
    const isApart = needs !== 'apart' || toldApart || hasOwnTrouble(about, first.text);
    if (isAnother && isApart) return { about, sure };
  }
  return null;
}

/** The other trouble that somebody tells without a word of turning, and that is then told apart. */
export function sentAway({ text }: Saying, first: FirstProblem): Turn | null {
  return hasTrouble(text) && isOfAnother(text, text, first) ? { about: text, sure: true } : null;
}

function isSameTrouble(about: string, first: FirstProblem): boolean {
  if (sameTrouble.some((rule) => rule.pattern.test(about))) return true;
  const reason = /\b(?:because|due to|caused by|thanks to)\b(.*)/i.exec(about)?.[1];
  return reason !== undefined && [...namingWords(reason)].some((word) => first.words.has(word));
}

function isOfAnother(text: string, about: string, first: FirstProblem): boolean {
  const isAct = !text.endsWith('?') && readAction(text, 'chat') !== null;
  if (isAct || thereToo.test(about)) return false;
  return !hasSameError(about, first) && otherNameIn(about, first.words) !== null;
}

function hasSameError(about: string, first: FirstProblem): boolean {
  const known = extractSignatures(first.text);
  return extractSignatures(about).some((signature) => known.includes(signature));
}

function hasOwnTrouble(about: string, firstText: string): boolean {
  const own = ownTrouble.exec(about)?.[0].toLowerCase();
  return own !== undefined && !about.endsWith('?') && !firstText.toLowerCase().includes(own);
}

/** Whether a sentence comes back to the first problem. */
export function isReturn(text: string): boolean {
  const each = readings(text);
  return returnCues.some((cue) => each.some((words) => cue.pattern.test(words)));
}

/** Whether a sentence makes one of the two troubles the other's reason. */
export function tiesThem(text: string, first: ProblemWords, other: ProblemWords): boolean {
  return tiesTogether.test(text) && speaksOf(text, first, other) >= 2 && speaksOf(text, other, first) >= 2;
}

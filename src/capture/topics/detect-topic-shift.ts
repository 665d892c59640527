import { mentionsProblem } from '../../text/problem-cues.ts';
import { extractSignatures } from '../../text/signatures.ts';
import { readAction } from '../actions/read-action.ts';
import {
  alsoAffected,
  causalLink,
  leadIn,
  ownProblem,
  returnCues,
  sameProblemCues,
  topicShiftCues,
} from '../patterns/topic-shift-cues.ts';
import { distinctiveTerms, findOtherName, type ProblemWords, topicScore } from '../summary/problem-words.ts';

/**
 * `about`: what the other problem is, in the message's words; `isExplicit`: its own words say that it is another; `cue`
 * names what turned to it.
 */
export type TopicShift = { about: string; isExplicit: boolean; cue: string };

/** What is known of the first problem where a sentence is read. */
export type FirstProblem = { text: string; words: ProblemWords };

/** A sentence, and with `rest` what follows it in its message. */
export type Utterance = { text: string; rest: string };

const maxLeadIns = 5;
/** What words of the first message weigh at least. */
const minRootWeight = 2;
const noWords: ProblemWords = new Map();

/** The sentence, and what is left of it without one, two, … words that say nothing. */
function leadInVariants(text: string): string[] {
  const found = [text];
  for (let remaining = text; found.length <= maxLeadIns; ) {
    const next = remaining.replace(leadIn, '');
    if (next === remaining) break;
    found.push(next);
    remaining = next;
  }
  return found;
}

/** Whether a sentence may turn to another problem: a quick look, before anything is weighed. */
export function mayShiftTopic(text: string): boolean {
  const variants = leadInVariants(text);
  return topicShiftCues.some((cue) => variants.some((words) => cue.pattern.test(words)));
}

/**
 * The other problem that a sentence turns to, or null. When in doubt there is none: `declaredSeparate` says whether
 * somebody calls the two separate later on.
 */
export function detectTopicShift(
  utterance: Utterance,
  first: FirstProblem,
  declaredSeparate: boolean,
): TopicShift | null {
  const variants = leadInVariants(utterance.text);
  for (const { cue: name, pattern, isExplicit = false, needs } of topicShiftCues) {
    const words = variants.find((reading) => pattern.test(reading));
    if (words === undefined) continue;
    const cue = pattern.exec(words);
    const from = cue?.groups?.to;
    if (from !== undefined && topicScore(from, first.words, noWords) < minRootWeight) continue;
    const remainder = words.slice(cue?.[0].length ?? 0).replace(/^[\s\p{P}]+/u, '');
    const about = `${remainder} ${utterance.rest}`.trim().slice(0, 300);
    if (!mentionsProblem(`${cue?.[0]} ${about}`) || isSameProblem(about, first)) continue;
    const isOtherProblem =
      needs === 'problem'
        ? !hasSameError(about, first) || findOtherName(about, first.words) !== null
        : isAboutOtherProblem(words, about, first);
    const isSeparate = needs !== 'separate' || declaredSeparate || hasOwnProblem(about, first.text);
    if (isOtherProblem && isSeparate) return { about, isExplicit, cue: name };
  }
  return null;
}

/** The other problem that somebody states without a word of turning, and that is then called a separate one. */
export function shiftWithoutCue({ text }: Utterance, first: FirstProblem): TopicShift | null {
  return mentionsProblem(text) && isAboutOtherProblem(text, text, first)
    ? { about: text, isExplicit: true, cue: 'somebody answers that it is another problem' }
    : null;
}

function isSameProblem(about: string, first: FirstProblem): boolean {
  if (sameProblemCues.some((rule) => rule.pattern.test(about))) return true;
  const reason = /\b(?:because|due to|caused by|thanks to)\b(.*)/i.exec(about)?.[1];
  return reason !== undefined && [...distinctiveTerms(reason)].some((word) => first.words.has(word));
}

function isAboutOtherProblem(text: string, about: string, first: FirstProblem): boolean {
  const isAction = !text.endsWith('?') && readAction(text, 'chat') !== null;
  if (isAction || alsoAffected.test(about)) return false;
  return !hasSameError(about, first) && findOtherName(about, first.words) !== null;
}

function hasSameError(about: string, first: FirstProblem): boolean {
  const known = extractSignatures(first.text);
  return extractSignatures(about).some((signature) => known.includes(signature));
}

function hasOwnProblem(about: string, firstText: string): boolean {
  const own = ownProblem.exec(about)?.[0].toLowerCase();
  return own !== undefined && !about.endsWith('?') && !firstText.toLowerCase().includes(own);
}

/** Whether a sentence comes back to the first problem. */
export function isReturn(text: string): boolean {
  const variants = leadInVariants(text);
  return returnCues.some((cue) => variants.some((words) => cue.pattern.test(words)));
}

/** Whether a sentence makes one of the two problems the other's reason. */
export function linksTopics(text: string, first: ProblemWords, other: ProblemWords): boolean {
  return causalLink.test(text) && topicScore(text, first, other) >= 2 && topicScore(text, other, first) >= 2;
}

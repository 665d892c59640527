import { nonActionBaseVerbs, nonActionVerbs, nonObjectWords } from '../lexicon/non-actions.ts';
import { objectOpeners } from '../lexicon/noun-context.ts';
import { agents } from '../lexicon/people.ts';
import { leadIns } from '../lexicon/sentence-openers.ts';
import { irregularPasts, personOnlyVerbs } from '../lexicon/verb-classes.ts';
import { nonActionIdiom } from '../patterns/action-frames-in-prose.ts';
import type { ActionReading, Style, Token } from './action-reading.ts';
import { describesSubject } from './modality/describes-subject.ts';

/**
 * An action by a verb that no list holds, when it opens the sentence (or follows "I", "we") and goes on with its
 * object: "Unplugged the second uplink", "reseating the cable". Null for what people see, say or wait for.
 */
export function actionFromUnlistedVerb(
  tokens: readonly Token[],
  sentence: string,
  style: Style,
): ActionReading | null {
  if (/\?\s*$|\b(?:by itself|on its own)\b/.test(sentence)) return null;
  const start = tokens.findIndex(({ word }) => !isOpeningWord(word));
  const verb = tokens[start];
  const next = tokens[start + 1]?.word;
  if (verb === undefined || next === undefined || nonObjectWords.has(next)) return null;
  const subject = tokens[start - 1]?.word;
  if (style === 'report' && pastPattern.test(verb.word) && describesSubject(tokens, start)) return null;
  const form = verbFormOf({ word: verb.word, next, subject, sentence, style });
  if (form === null) return null;
  return {
    modality: 'performed',
    verb: stemOf(verb.word),
    form,
    isDiagnostic: false,
    at: verb.at,
    rule: `"${verb.word}" with an object, a verb that no list holds`,
  };
}

function isOpeningWord(word: string): boolean {
  return leadIns.has(word) || adverb.test(word) || isActor(word);
}

const adverb = /^[a-z]{3,}ly$/;

function isActor(word: string | undefined): boolean {
  return word !== undefined && (agents.has(word) || /^(?:i|we|they)'ve$/.test(word) || word === 'have');
}

type OpeningVerb = {
  word: string;
  next: string;
  subject: string | undefined;
  sentence: string;
  style: Style;
};

function verbFormOf({ word, next, subject, sentence, style }: OpeningVerb): ActionReading['form'] | null {
  const hasObject = objectOpeners.has(next);
  const hasOwnSubject = subject !== undefined && /^(?:i|we|i've|we've|have)$/.test(subject);
  if (pastPattern.test(word))
    return isPastAction(word, hasObject, hasOwnSubject, sentence, style) ? 'past' : null;
  if (!hasObject) return null;
  if (irregularPasts.has(word)) return nonActionIdiom.test(sentence) ? null : 'past';
  if (style === 'report') return isReportedInPresent(word) ? 'third' : null;
  if (gerundPattern.test(word) && subject === undefined)
    return isNonActionStem(word.slice(0, -3)) ? null : 'gerund';
  if (subject === 'i' && basePattern.test(word)) return isNonActionStem(word) ? null : 'base';
  return null;
}

function isPastAction(
  word: string,
  hasObject: boolean,
  hasOwnSubject: boolean,
  sentence: string,
  style: Style,
): boolean {
  if (nonActionVerbs.has(word)) return hasOwnSubject && hasObject && personOnlyVerbs.has(word);
  return style === 'report' || hasObject || hasOwnSubject || /\bby hand\b/.test(sentence);
}

/** "Filters it from the day's data", "submit a fix": a report written in the present. */
function isReportedInPresent(word: string): boolean {
  if (/^[a-z]{3,20}[^s]s$/.test(word))
    return !isNonActionStem(word.slice(0, -1)) && !isNonActionStem(word.slice(0, -2));
  return /^(?:submit|send|fix|patch)$/.test(word);
}

const pastPattern = /^(?:re-?|un)?[a-z]{2,20}ed$/;
const gerundPattern = /^[a-z]{3,20}ing$/;
const basePattern = /^[a-z]{3,20}$/;

/** Whether a verb's stem ("us", "runn", "check") is one of seeing, saying or waiting. */
export function isNonActionStem(stem: string): boolean {
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].some((base) => nonActionBaseVerbs.has(base));
}

function stemOf(word: string): string {
  return word.replace(/(?:ed|ing)$/, '');
}

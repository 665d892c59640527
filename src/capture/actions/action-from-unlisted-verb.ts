import { noObject, notActs, notActsNow } from '../lexicon/non-actions.ts';
import { agents, leadIns, objectOpeners } from '../patterns/action-frames.ts';
import { actsOfPersons, irregularPasts, madeNothing } from '../patterns/action-frames-in-prose.ts';
import type { ActionReading, Style, Token } from './action-reading.ts';
import { describesSubject } from './modality/describes-subject.ts';

/**
 * An act by a verb that no rule knows, when it opens the sentence (or follows "I", "we") and goes on with what it was
 * done to: "Unplugged the second uplink", "reseating the cable". Null for what people see, say or wait for.
 */
export function unknownAct(tokens: readonly Token[], sentence: string, style: Style): ActionReading | null {
  if (/\?\s*$|\b(?:by itself|on its own)\b/.test(sentence)) return null;
  const start = tokens.findIndex(({ word }) => !isOpening(word));
  const verb = tokens[start];
  const next = tokens[start + 1]?.word;
  if (verb === undefined || next === undefined || noObject.has(next)) return null;
  const subject = tokens[start - 1]?.word;
  if (style === 'report' && past.test(verb.word) && describesSubject(tokens, start)) return null;
  const form = formOf({ word: verb.word, next, subject, sentence, style });
  if (form === null) return null;
  return { stance: 'done', verb: stemOf(verb.word), form, look: false, at: verb.at };
}

function isOpening(word: string): boolean {
  return leadIns.has(word) || adverb.test(word) || isActor(word);
}

const adverb = /^[a-z]{3,}ly$/;

function isActor(word: string | undefined): boolean {
  return word !== undefined && (agents.has(word) || /^(?:i|we|they)'ve$/.test(word) || word === 'have');
}

type Opening = { word: string; next: string; subject: string | undefined; sentence: string; style: Style };

function formOf({ word, next, subject, sentence, style }: Opening): ActionReading['form'] | null {
  const isThing = objectOpeners.has(next);
  const byUs = subject !== undefined && /^(?:i|we|i've|we've|have)$/.test(subject);
  if (past.test(word)) return isPastAct(word, isThing, byUs, sentence, style) ? 'past' : null;
  if (!isThing) return null;
  if (irregularPasts.has(word)) return madeNothing.test(sentence) ? null : 'past';
  if (style === 'report') return isTold(word) ? 'third' : null;
  if (gerund.test(word) && subject === undefined) return isNotActNow(word.slice(0, -3)) ? null : 'gerund';
  if (subject === 'i' && plain.test(word)) return isNotActNow(word) ? null : 'base';
  return null;
}

function isPastAct(word: string, isThing: boolean, byUs: boolean, sentence: string, style: Style): boolean {
  if (notActs.has(word)) return byUs && isThing && actsOfPersons.has(word);
  return style === 'report' || isThing || byUs || /\bby hand\b/.test(sentence);
}

/** "Filters it from the day's data", "submit a fix": a report told in the present. */
function isTold(word: string): boolean {
  if (/^[a-z]{3,20}[^s]s$/.test(word))
    return !isNotActNow(word.slice(0, -1)) && !isNotActNow(word.slice(0, -2));
  return /^(?:submit|send|fix|patch)$/.test(word);
}

const past = /^(?:re-?|un)?[a-z]{2,20}ed$/;
const gerund = /^[a-z]{3,20}ing$/;
const plain = /^[a-z]{3,20}$/;

/** Whether a verb's stem ("us", "runn", "check") is one of seeing, saying or waiting. */
export function isNotActNow(stem: string): boolean {
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].some((base) => notActsNow.has(base));
}

function stemOf(word: string): string {
  return word.replace(/(?:ed|ing)$/, '');
}

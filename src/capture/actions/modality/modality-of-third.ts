import { nonObjectWords } from '../../lexicon/non-actions.ts';
import { objectOpeners } from '../../lexicon/noun-context.ts';
import { systems } from '../../lexicon/systems.ts';
import type { Modality } from '../action-reading.ts';
import { isAgent, isNounUse, opensSentence, type VerbContext } from './verb-context.ts';

/** "14:02 Ana restarts the broker", "deletes the rows": a timeline is often written in the present. */
export function modalityOfThird(context: VerbContext): Modality | null {
  const { words, next, style } = context;
  const [previous] = words;
  if (isCounted(context)) return 'performed';
  if (next === undefined || isThingFailing(context)) return null;
  if (!objectOpeners.has(next) && (style !== 'report' || isNounUse(next))) return null;
  if (opensSentence(words) || previous === 'he' || previous === 'she') return 'performed';
  if (style !== 'report') return null;
  return isAgent(previous) || previous === 'and' || previous === ',' || namesPerson(context)
    ? 'performed'
    : null;
}

/** "Launches taking forever": a thing and what it is doing; "deletes crashing pods" is an action. */
function isThingFailing({ tokens, index, next }: VerbContext): boolean {
  if (next === undefined || !/^[a-z]{2,}ing$/.test(next)) return false;
  const after = tokens[index + 2]?.word;
  return after === undefined || nonObjectWords.has(after) || howLong.test(after);
}

const howLong =
  /^(?:the|a|an|too|very|so|forever|ages|again|long|longer|slow|slower|slowly|out|up|down|over)$/;

/** "Two restarts of the build did not help"; not "two pods have restarts above 10". */
function isCounted({ sentence, tokens, index }: VerbContext): boolean {
  const counted = countedAttempts.exec(sentence)?.groups?.counted;
  return counted !== undefined && counted.toLowerCase() === tokens[index]?.word;
}

const countedAttempts =
  /^(?:\w+ ){0,2}?(?:multiple|several|repeated|two|three|numerous|further|few|more) (?:\w+ )?(?<counted>\w+s) (?:of [^,.;]{2,40} )?(?:did|do|does|had|have|made|helped|fixed|brought|changed|showed)\b/i;

/** "Chad (^d) rolls back the change", "Ana and Ben restart it": the line begins with names, not of systems. */
function namesPerson({ tokens, index, sentence }: VerbContext): boolean {
  const before = sentence
    .slice(0, tokens[index]?.at ?? 0)
    .replace(/\([^()]{0,40}\)/g, ' ')
    .trim();
  return names.test(before) && !before.split(/\s+/).some((word) => systems.has(word.toLowerCase()));
}

const names =
  /^(?!The\b|A\b|An\b|This\b|That\b|It\b|New\b|All\b)[A-Z][\w.-]{1,30}(?: (?:and )?[A-Z][\w.-]{1,30}){0,2}$/;

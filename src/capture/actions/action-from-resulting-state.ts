import { newStates, notNewState } from '../patterns/resulting-states.ts';
import type { ActionReading } from './action-reading.ts';

/** What the act is called when only a value that stood before is told ("2G again"). */
export const valueAgain = 'value-again';

/**
 * The act that a sentence tells by the state it left ("flag off", "weights back at 1.0"); `at` is the last word of
 * what it tells, so that behind it stands what came of it. Null for how things are found, wished or feared.
 */
export function newStateAct(sentence: string): ActionReading | null {
  for (const { cue, pattern } of newStates) {
    const told = pattern.exec(sentence)?.[0];
    if (told === undefined || notNewState.test(told) || notYet.test(sentence)) continue;
    const verb = cue === 'a value again' ? valueAgain : 'new-state';
    return { stance: 'done', verb, form: 'state', look: false, at: told.search(/\S+\s*$/) };
  }
  return null;
}

const notYet =
  /\?\s*$|\b(?:tomorrow|tonight|later|next (?:week|sprint)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

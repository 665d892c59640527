import { notResultingState, resultingStates } from '../patterns/resulting-states.ts';
import type { ActionReading } from './action-reading.ts';

/** What the act is called when only a value that stood before is told ("2G again"). */
export const repeatedValue = 'value-again';

/**
 * The act that a sentence tells by the state it left ("flag off", "weights back at 1.0"); `at` is the last word of
 * what it tells, so that behind it stands what came of it. Null for how things are found, wished or feared.
 */
export function actionFromResultingState(sentence: string): ActionReading | null {
  for (const { cue, pattern } of resultingStates) {
    const match = pattern.exec(sentence)?.[0];
    if (match === undefined || notResultingState.test(match) || notYetCue.test(sentence)) continue;
    const verb = cue === 'a value again' ? repeatedValue : 'new-state';
    return { modality: 'performed', verb, form: 'state', isDiagnostic: false, at: match.search(/\S+\s*$/) };
  }
  return null;
}

const notYetCue =
  /\?\s*$|\b(?:tomorrow|tonight|later|next (?:week|sprint)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

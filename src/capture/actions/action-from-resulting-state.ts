import { notResultingState, resultingStates } from '../patterns/resulting-states.ts';
import type { ActionReading } from './action-reading.ts';

/** The verb of an action of which only a value that stood before is given ("2G again"). */
export const repeatedValue = 'repeated-value';

/**
 * The action that a sentence implies by the state it left ("flag off", "weights back at 1.0"); `at` is the last word
 * of that state, so that what came of it follows. Null for how things are found, wished or feared.
 */
export function actionFromResultingState(sentence: string): ActionReading | null {
  for (const { cue, pattern } of resultingStates) {
    const match = pattern.exec(sentence)?.[0];
    if (match === undefined || notResultingState.test(match) || notYetCue.test(sentence)) continue;
    const verb = cue === 'a value again' ? repeatedValue : 'resulting-state';
    const at = match.search(/\S+\s*$/);
    return {
      modality: 'performed',
      verb,
      form: 'state',
      isDiagnostic: false,
      at,
      rule: `the state it left: ${cue}`,
    };
  }
  return null;
}

const notYetCue =
  /\?\s*$|\b(?:tomorrow|tonight|later|next (?:week|sprint)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

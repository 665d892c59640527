import { alertAgain, alertOver, alertStill } from '../patterns/alert-outcomes.ts';
import { type OutcomeMeaning, outcomeCues } from '../patterns/outcome-cues.ts';
import {
  afterStepTrouble,
  aimOrReason,
  notAll,
  notOutcome,
  ofAPart,
  somethingLeft,
  whichOne,
} from '../patterns/outcome-limits.ts';
import { readMeasure } from './read-measure.ts';

/**
 * What a sentence says came of something; `points`: it speaks of an act, not only of how things stand; `returns`: the
 * trouble had been away.
 */
export type OutcomeReading = { meaning: OutcomeMeaning; points: boolean; returns: boolean };

/** What the sentence says came of a step, by the first cue that fits; null for questions, hopes and plain talk. */
export function readOutcome(said: string): OutcomeReading | null {
  const sentence = spoken(said);
  if (notOutcome.some((rule) => rule.pattern.test(sentence))) return null;
  const measured = readMeasure(sentence);
  if (measured !== null) return { meaning: measured, points: false, returns: false };
  for (const cue of outcomeCues) {
    if (cue.alone === true && sentence.length > 80) continue;
    if (!cue.pattern.test(sentence)) continue;
    const isPart =
      (cue.meaning === 'worked' && notAll.test(sentence)) ||
      (cue.meaning === 'no_effect' && ofAPart.test(sentence));
    const meaning = isPart ? 'partial' : cue.meaning;
    return { meaning, points: cue.points ?? false, returns: cue.returns ?? false };
  }
  return null;
}

/** What an alert's own message says: over, firing still or again; null for other bots' talk. */
export function readAlertOutcome(message: string): OutcomeReading | null {
  if (alertStill.test(message)) return { meaning: 'no_effect', points: false, returns: false };
  if (alertOver.test(message)) return { meaning: 'worked', points: false, returns: false };
  return alertAgain.test(message) ? { meaning: 'no_effect', points: false, returns: true } : null;
}

/** What the rest of a step's own sentence says came of it: an outcome's cue, or trouble that went on. */
export function readOutcomeOfStep(said: string): OutcomeMeaning | null {
  const rest = withoutAims(spoken(said));
  const told = readOutcome(rest)?.meaning;
  if (told !== undefined) return told;
  if (afterStepTrouble.test(rest)) return 'no_effect';
  return somethingLeft.test(rest) ? 'partial' : null;
}

/** A wrapped line as one, and a typographer's apostrophe as the one of the keyboard. */
function spoken(said: string): string {
  return said.replaceAll('’', "'").replace(/\s+/g, ' ');
}

/** "…, so it can't run again", "… because they kept failing", "the pod that failed to start": what for, why, and which. */
function withoutAims(rest: string): string {
  return rest.replace(aimOrReason, '').replace(whichOne, '');
}

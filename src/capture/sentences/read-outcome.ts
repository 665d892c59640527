import { alertRefired, alertResolved, alertStillFiring } from '../patterns/alert-outcomes.ts';
import { type OutcomeMeaning, outcomeCues } from '../patterns/outcome-cues.ts';
import {
  aimOrReason,
  exceptionCue,
  nonOutcomeCues,
  partialFailure,
  problemAfterStep,
  remainderCue,
  restrictiveClause,
} from '../patterns/outcome-limits.ts';
import { readMeasure } from './read-measure.ts';

/**
 * What a sentence says came of something. `refersToAction`: it speaks of an action, not only of how things stand;
 * `isRecurrence`: the problem had been away. `cue` names the rule that fits, for a person.
 */
export type OutcomeReading = {
  meaning: OutcomeMeaning;
  refersToAction: boolean;
  isRecurrence: boolean;
  cue: string;
};

/** What the sentence says came of a step, by the first cue that fits; null for questions, hopes and plain talk. */
export function readOutcome(text: string): OutcomeReading | null {
  const sentence = normalizeText(text);
  if (nonOutcomeCues.some((rule) => rule.pattern.test(sentence))) return null;
  const measured = readMeasure(sentence);
  if (measured !== null)
    return { meaning: measured, refersToAction: false, isRecurrence: false, cue: 'two figures' };
  for (const cue of outcomeCues) {
    if (cue.alone === true && sentence.length > 80) continue;
    if (!cue.pattern.test(sentence)) continue;
    const isPartial =
      (cue.meaning === 'worked' && exceptionCue.test(sentence)) ||
      (cue.meaning === 'no_effect' && partialFailure.test(sentence));
    const meaning = isPartial ? 'partial' : cue.meaning;
    return {
      meaning,
      refersToAction: cue.refersToAction ?? false,
      isRecurrence: cue.isRecurrence ?? false,
      cue: isPartial ? `${cue.cue}, but not for all` : cue.cue,
    };
  }
  return null;
}

/** What an alert's own message says: over, firing still or again; null for other bots' talk. */
export function readAlertOutcome(message: string): OutcomeReading | null {
  if (alertStillFiring.test(message))
    return {
      meaning: 'no_effect',
      refersToAction: false,
      isRecurrence: false,
      cue: 'the alert fires still',
    };
  if (alertResolved.test(message))
    return { meaning: 'worked', refersToAction: false, isRecurrence: false, cue: 'the alert is over' };
  return alertRefired.test(message)
    ? { meaning: 'no_effect', refersToAction: false, isRecurrence: true, cue: 'the alert fired again' }
    : null;
}

/** What the rest of a step's own sentence says came of it: an outcome's cue, or a problem that went on. */
export function readOutcomeOfStep(text: string): OutcomeMeaning | null {
  const rest = withoutAims(normalizeText(text));
  const statedMeaning = readOutcome(rest)?.meaning;
  if (statedMeaning !== undefined) return statedMeaning;
  if (problemAfterStep.test(rest)) return 'no_effect';
  return remainderCue.test(rest) ? 'partial' : null;
}

/** A wrapped line as one, and a typographer's apostrophe as the one of the keyboard. */
function normalizeText(text: string): string {
  return text.replaceAll('’', "'").replace(/\s+/g, ' ');
}

/** "…, so it can't run again", "… because they kept failing", "the pod that failed to start": what for, why, and which. */
function withoutAims(rest: string): string {
  return rest.replace(aimOrReason, '').replace(restrictiveClause, '');
}

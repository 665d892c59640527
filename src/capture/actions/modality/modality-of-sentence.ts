import { plannedCues, prohibition, questionStarts, requestOrAdvice } from '../../patterns/modality-cues.ts';
import type { ActionReading, Modality, Style } from '../action-reading.ts';

/** `precedingSentence`: of a block of code, the sentence before it. */
type SentenceWithAction = { action: ActionReading | null; text: string; precedingSentence: string | null };

/** Whether the whole sentence says that its action was done, is planned or is suggested: a question only suggests. */
export function modalityOfSentence(
  { action, text, precedingSentence }: SentenceWithAction,
  style: Style,
): Modality {
  if (
    precedingSentence !== null &&
    (/\?\s*$/.test(precedingSentence) ||
      requestOrAdvice.test(precedingSentence) ||
      prohibition.test(precedingSentence))
  )
    return 'suggested';
  const isQuestion =
    /\?\s*$/.test(text) || (style === 'chat' && action?.verb !== 'repeat' && questionStarts.test(text));
  if (isQuestion) return 'suggested';
  if (action === null) {
    if (/^(?:`|\$|#)/.test(text) && style === 'report') return 'performed';
    if (requestOrAdvice.test(text)) return 'suggested';
    return plannedCues.test(text) ? 'planned' : 'performed';
  }
  if (action.modality === 'suggested')
    return style === 'report' && !requestOrAdvice.test(text) && !possibilityCue.test(text.slice(0, action.at))
      ? 'performed'
      : 'suggested';
  if (style === 'chat' && requestOrAdvice.test(text.slice(0, action.at)) && action.modality === 'performed')
    return 'suggested';
  return action.modality;
}

/** "We might set it to 1": thought of, in a report as well. */
const possibilityCue =
  /\b(?:might|could|should|may|would|can|will be|(?:discussion|discuss\w*|talk\w*|debate\w*) (?:about|of|on))\b/i;

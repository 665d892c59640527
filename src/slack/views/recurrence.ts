import type { SolutionContent } from '../../library/solution.ts';
import { safeFixInWords } from './fix-words.ts';
import { type Body, body, section } from './limits.ts';
import { durationWords, link } from './wording.ts';

/** `fix`: of the thread of the last time, or of the answer that stood in it. */
export type RecurrenceView = {
  minutesSince: number;
  permalink: string | null;
  fix: { from: 'thread' | 'answer'; content: SolutionContent } | null;
};

/** One line in the thread of an alert that has only just been resolved: the essay stands in the thread before. */
export function recurrenceBody(view: RecurrenceView): Body {
  const when = view.minutesSince < 1 ? 'right' : durationWords(view.minutesSince);
  const fix = view.fix === null ? null : safeFixInWords(view.fix.content, 200);
  const lead = view.fix?.from === 'answer' ? 'The fix I showed then' : 'What helped then';
  const fixSentence = fix === null ? '' : ` ${lead}: ${fix}`;
  const after = (words: string) => `${when} after it was resolved ${words}.${fixSentence}`;
  return body(`Again, ${after('the last time')}`, [
    section(`*Again*, ${after(link(view.permalink, 'the last time'))}`),
  ]);
}

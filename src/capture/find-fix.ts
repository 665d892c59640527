import type { SolutionContent } from '../library/solution.ts';
import type { Step } from '../library/step.ts';
import type { SentenceReading } from './read-thread.ts';
import { permanentCues } from './rules/fix-cues.ts';

const mostText = 600;

/** What ended the trouble (the steps that worked, else those that helped) and what is to keep it from coming back. */
export function findFix(
  steps: readonly Step[],
  sentences: readonly SentenceReading[],
): SolutionContent['fix'] {
  const worked = steps.filter((step) => step.outcome === 'worked');
  const helped = steps.filter((step) => step.outcome === 'partial');
  return { immediate: joined(worked.length > 0 ? worked : helped), permanent: permanentIn(sentences) };
}

function joined(steps: readonly Step[]): string | null {
  const text = steps.map((step) => step.text.replace(/[.;,\s]+$/, '')).join('; ');
  if (text === '') return null;
  return text.length > mostText ? `${text.slice(0, mostText - 1).trimEnd()}…` : text;
}

function permanentIn(sentences: readonly SentenceReading[]): string | null {
  const told = sentences.filter(
    (each) => !each.isRoot && !each.noise && !each.message.isBot && !each.text.endsWith('?'),
  );
  const end = sentences.findLast((each) => each.outcome?.meaning === 'worked');
  const later =
    end === undefined ? [] : told.filter((each) => sentences.indexOf(each) >= sentences.indexOf(end));
  for (const cue of permanentCues) {
    const found = (cue.afterEnd === true ? later : told).find((each) => cue.pattern.test(each.text));
    if (found !== undefined) return found.text.replace(/\s+/g, ' ').slice(0, mostText);
  }
  return null;
}

import type { SolutionContent } from '../../library/solution.ts';
import type { Step } from '../../library/step.ts';
import { cleanText } from '../escape.ts';
import { shownSteps, titleChars } from './edit-modal.ts';
import { initialValue } from './modal-parts.ts';
import { readStepLine, writeSteps, writeStepText } from './step-notation.ts';
import { typed, type ViewValues } from './view-values.ts';

const maxSteps = 50;

/**
 * What a person made of `before` in the edit form, or the errors by block id, as `response_action: errors`
 * takes them. A step keeps its evidence, person and time while its text is the same; a new one has none
 * of them but `at`: its neighbour's, or `now` for want of one. A field left as shown stays as it was, however long.
 */
export function readEditModal(
  values: ViewValues,
  before: SolutionContent,
  now: Date = new Date(),
): { content: SolutionContent } | { errors: Record<string, string> } {
  const title = cleanText(typed(values, 'title')).replace(/\s+/g, ' ');
  const symptoms = changed(typed(values, 'symptoms'), before.symptoms) ?? '';
  const rootCause = changed(typed(values, 'root_cause'), before.rootCause);
  const immediate = changed(typed(values, 'immediate'), before.fix.immediate);
  const permanent = changed(typed(values, 'permanent'), before.fix.permanent);
  const steps = readSteps(typed(values, 'steps'), before, now);

  const errors: Record<string, string> = {};
  if (title === '') errors.title = 'Give it a title: what broke, in a few words.';
  else if (title.length > titleChars) {
    errors.title = `The title has ${title.length} characters; ${titleChars} is the most.`;
  }
  const empty = steps.findIndex((step) => step.text === '');
  if (empty >= 0) errors.steps = `Step ${empty + 1} says how it went, but not what was done.`;
  else if (steps.length > Math.max(maxSteps, before.steps.length)) {
    errors.steps = `There are ${steps.length} steps; ${maxSteps} is the most.`;
  }
  if (immediate === null && permanent === null && steps.length === 0) {
    errors.immediate = 'Write one line: what fixed it? Or a step that did.';
  }
  if (Object.keys(errors).length > 0) return { errors };

  return {
    content: {
      ...before,
      ...(before.shownBy !== undefined && {
        shownBy: {
          rootCause: rootCause === before.rootCause ? before.shownBy.rootCause : [],
          permanent: permanent === before.fix.permanent ? before.shownBy.permanent : [],
        },
      }),
      title,
      symptoms,
      rootCause,
      fix: { immediate, permanent },
      steps,
      context: {
        ...before.context,
        service: changed(typed(values, 'service'), before.context.service, 100),
        environment: changed(typed(values, 'environment'), before.context.environment, 100),
      },
    },
  };
}

/** The old text when the form's is what was shown of it; null for none. */
function changed(value: string, before: string | null, maxChars?: number): string | null {
  if (before !== null && value === initialValue(before, maxChars)) return before === '' ? null : before;
  const clean = cleanText(value);
  return clean === '' ? null : clean;
}

function readSteps(value: string, before: SolutionContent, now: Date): Step[] {
  const shown = shownSteps(before);
  const hidden = before.steps.slice(shown.length);
  if (cleanText(value) === initialValue(writeSteps(shown))) return before.steps;
  const left = [...shown];
  let at = shown[0]?.at ?? now.toISOString();
  const read = value
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Step => {
      const { outcome, text } = readStepLine(cleanText(line));
      const index = left.findIndex((step) => writeStepText(step) === text);
      const [same] = index < 0 ? [] : left.splice(index, 1);
      at = same?.at ?? at;
      return same === undefined ? newStep(text, outcome, at) : { ...same, outcome };
    });
  return [...read, ...hidden];
}

function newStep(text: string, outcome: Step['outcome'], at: string): Step {
  const code = /`([^`]+)`/.exec(text)?.[1]?.trim();
  return {
    text,
    command: code === undefined || code === '' ? null : code,
    outcome,
    by: null,
    at,
    evidence: [],
  };
}

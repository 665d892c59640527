import { isSameStep, stepActionOf, stepSimilarity } from '../../library/same-step.ts';
import type { SolutionContent } from '../../library/solution.ts';
import type { Step } from '../../library/step.ts';
import { editableSteps, maxSteps, titleChars } from './edit-modal.ts';
import { cleanText } from './escape.ts';
import { initialValue } from './modal-parts.ts';
import { readStepLine, writeSteps, writeStepText } from './step-notation.ts';
import { typed, type ViewValues } from './view-values.ts';

/**
 * What a person made of `before` in the edit form, or the errors by block id, as `response_action: errors`
 * takes them. A step keeps its evidence, person and time while its text is the same, and where it was seen while it is
 * the same action; a new one has none of them but `at`: its neighbour's, or `now` for want of one. A field left as shown
 * stays as it was, however long.
 */
export function readEditModal(
  values: ViewValues,
  before: SolutionContent,
  now: Date = new Date(),
): { content: SolutionContent } | { errors: Record<string, string> } {
  const title = readTitle(values);
  const symptoms = changed(typed(values, 'symptoms'), before.symptoms) ?? '';
  const rootCause = changed(typed(values, 'root_cause'), before.rootCause);
  const immediate = changed(typed(values, 'immediate'), before.fix.immediate);
  const permanent = changed(typed(values, 'permanent'), before.fix.permanent);
  const steps = readSteps(typed(values, 'steps'), before, now);

  const shownCount = editableSteps(before).length;
  const errors = checkEditModal(values, before.steps.length - shownCount, shownCount);
  if (errors !== null) return { errors };
  // Of those that did not fit into the form, too.
  const unsaid = unsaidStep(steps);
  if (unsaid !== null) return { errors: { steps: unsaid } };

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

/**
 * What is wrong in the form, by block id, and null when nothing is: so much can be said without having looked anything
 * up. `hiddenSteps`: as many more as did not fit into the form; `shownSteps`: as many as it showed.
 */
export function checkEditModal(
  values: ViewValues,
  hiddenSteps: number,
  shownSteps: number,
): Record<string, string> | null {
  const title = readTitle(values);
  const lines = readLines(typed(values, 'steps'));
  const stepCount = lines.length + hiddenSteps;
  const errors: Record<string, string> = {};
  if (title === '') errors.title = 'Give it a title: what broke, in a few words.';
  else if (title.length > titleChars) {
    errors.title = `The title has ${title.length} characters; ${titleChars} is the most.`;
  }
  const unsaid = unsaidStep(lines);
  if (unsaid !== null) errors.steps = unsaid;
  else if (stepCount > Math.max(maxSteps, shownSteps + hiddenSteps)) {
    errors.steps = `There are ${stepCount} steps; ${maxSteps} is the most.`;
  }
  const isBlank = (blockId: string) => cleanText(typed(values, blockId)) === '';
  if (isBlank('immediate') && isBlank('permanent') && stepCount === 0) {
    errors.immediate = 'Write one line: what fixed it? Or a step that did.';
  }
  return Object.keys(errors).length > 0 ? errors : null;
}

function unsaidStep(steps: readonly { text: string }[]): string | null {
  const index = steps.findIndex((step) => step.text === '');
  return index < 0 ? null : `Step ${index + 1} says how it went, but not what was done.`;
}

function readTitle(values: ViewValues): string {
  return cleanText(typed(values, 'title')).replace(/\s+/g, ' ');
}

/** The old text when the form's is what was shown of it; null for none. */
function changed(value: string, before: string | null, maxChars?: number): string | null {
  if (before !== null && value === initialValue(before, maxChars)) return before === '' ? null : before;
  const clean = cleanText(value);
  return clean === '' ? null : clean;
}

function readSteps(value: string, before: SolutionContent, now: Date): Step[] {
  const shown = editableSteps(before);
  const hidden = before.steps.slice(shown.length);
  if (cleanText(value) === initialValue(writeSteps(shown))) return before.steps;
  let at = shown[0]?.at ?? now.toISOString();
  const lines = readLines(value);
  const { sameText, sameAct: sameAction } = pairLines(lines, shown);
  const read = lines.map((line): Step => {
    const same = sameText.get(line);
    at = same?.at ?? at;
    if (same !== undefined) return { ...same, outcome: line.outcome };
    const seenIn = sameAction.get(line)?.seenIn;
    return { ...newStep(line, at), ...(seenIn !== undefined && { seenIn }) };
  });
  return [...read, ...hidden];
}

type Line = ReturnType<typeof readStepLine>;

function readLines(value: string): Line[] {
  return value
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readStepLine(cleanText(line)));
}

/** Which step each line was, each step once: a line with the same text and outcome goes before any other. */
function pairLines(lines: readonly Line[], shown: readonly Step[]) {
  const left = new Set(shown);
  const pair = (open: readonly Line[], stepOf: (line: Line, steps: Step[]) => Step | undefined) => {
    const pairs = new Map<Line, Step>();
    for (const line of open) {
      const step = stepOf(line, [...left]);
      if (step === undefined) continue;
      left.delete(step);
      pairs.set(line, step);
    }
    return pairs;
  };
  const isText = (line: Line) => (step: Step) => writeStepText(step) === line.text;
  const whole = pair(lines, (line, steps) =>
    steps.filter(isText(line)).find(({ outcome }) => outcome === line.outcome),
  );
  const others = lines.filter((line) => !whole.has(line));
  const text = pair(others, (line, steps) => steps.find(isText(line)));
  const sameAction = pair(
    others.filter((line) => !text.has(line)),
    nearestAction,
  );
  return { sameText: new Map([...whole, ...text]), sameAct: sameAction };
}

function nearestAction(line: Line, steps: Step[]): Step | undefined {
  const action = stepActionOf({ text: line.text, command: commandIn(line.text) });
  const [nearest] = steps
    .map((step) => ({ step, action: stepActionOf(step) }))
    .filter((other) => isSameStep(other.action, action))
    .toSorted((a, b) => stepSimilarity(b.action, action) - stepSimilarity(a.action, action));
  return nearest?.step;
}

function newStep({ text, outcome }: Line, at: string): Step {
  return { text, command: commandIn(text), outcome, by: null, at, evidence: [] };
}

function commandIn(text: string): string | null {
  const code = /`([^`]+)`/.exec(text)?.[1]?.trim();
  return code === undefined || code === '' ? null : code;
}

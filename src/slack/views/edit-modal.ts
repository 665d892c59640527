import type { SolutionContent } from '../../library/solution.ts';
import { formIds } from '../action-ids.ts';
import { historyButton } from './history-modal.ts';
import { actions, type Block, limits } from './limits.ts';
import { modal, textInput } from './modal-parts.ts';
import { writeSteps } from './step-notation.ts';

/** Longest title of a solution, in UTF-16 units. */
export const titleChars = 150;
/** Most steps of a solution that a person writes; one that has more already keeps them. */
export const maxSteps = 50;

/** The form that edits a draft or a saved solution; `readEditModal` reads what comes back. */
export function editModal(view: {
  solutionId: string;
  version: number;
  content: SolutionContent;
  /** Pressed in the App Home, which then follows. No rule hangs on it: a form's metadata is not Slack's word. */
  fromHome?: boolean;
}): Block {
  const { content } = view;
  const shown = editableSteps(content).length;
  const hidden = content.steps.length - shown;
  return modal({
    title: 'The fix',
    callbackId: formIds.editSolution,
    metadata: {
      solutionId: view.solutionId,
      version: view.version,
      ...(content.steps.length > maxSteps && { shownSteps: shown }),
      ...(hidden > 0 && { hiddenSteps: hidden }),
      ...(view.fromHome === true && { from: 'home' }),
    },
    blocks: [
      textInput({
        blockId: 'title',
        label: 'Title',
        initial: content.title,
        required: true,
        maxChars: titleChars,
      }),
      textInput({
        blockId: 'immediate',
        label: 'What fixes it now',
        initial: content.fix.immediate ?? '',
        multiline: true,
        placeholder: 'Roll checkout back to the last release',
      }),
      textInput({
        blockId: 'steps',
        label: 'Steps, one per line',
        initial: writeSteps(content.steps.slice(0, shown)),
        multiline: true,
        placeholder: 'worked: kubectl rollout undo deploy/checkout',
        hint:
          'Start each with worked, partly, no effect, made worse, looked or unknown, and a colon.' +
          (hidden > 0 ? ` ${hidden} more did not fit here and stay as they are.` : ''),
      }),
      textInput({ blockId: 'symptoms', label: 'Symptoms', initial: content.symptoms, multiline: true }),
      textInput({ blockId: 'root_cause', label: 'Cause', initial: content.rootCause ?? '', multiline: true }),
      textInput({
        blockId: 'permanent',
        label: 'What fixes it for good',
        initial: content.fix.permanent ?? '',
        multiline: true,
      }),
      textInput({
        blockId: 'service',
        label: 'Service',
        initial: content.context.service ?? '',
        maxChars: 100,
      }),
      textInput({
        blockId: 'environment',
        label: 'Environment',
        initial: content.context.environment ?? '',
        maxChars: 100,
      }),
      ...(view.version > 1 ? [actions(historyButton(view))] : []),
    ],
  });
}

/** The steps, from the first, whose lines fit into one input; the form leaves the others alone. */
export function editableSteps(content: SolutionContent): SolutionContent['steps'] {
  let chars = 0;
  const end = content.steps.findIndex((step) => {
    chars += writeSteps([step]).length + 1;
    return chars > limits.inputChars;
  });
  return end < 0 ? content.steps : content.steps.slice(0, end);
}

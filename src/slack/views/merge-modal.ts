import type { MergePlan } from '../../library/merge-content.ts';
import type { SolutionContent } from '../../library/solution.ts';
import type { Step } from '../../library/step.ts';
import { formIds } from '../action-ids.ts';
import { escapeMrkdwn } from './escape.ts';
import { fixInWords } from './fix-words.ts';
import { type Block, context, divider, fitting, limits, type Part, section } from './limits.ts';
import { modal } from './modal-parts.ts';
import { stepLine } from './step-words.ts';
import { oneLine, outcomeIcons, pluralize, titleWords } from './wording.ts';

type Side = { solutionId: string; version: number; content: SolutionContent };

export type MergeView = { draft: Side; into: Side; plan: MergePlan };

const maxSteps = 8;

/** A draft beside the saved fix that it may be the same as: what is the same, and what would be new in the fix. */
export function mergeModal(view: MergeView): Block {
  const { draft, into, plan } = view;
  const parts: Part[] = [
    section(`*The saved fix*\n${sideWords(into.content)}`),
    section(`*This thread*\n${sideWords(draft.content)}`),
    divider(),
    section(`*The same in both*\n${sameWords(plan)}`),
    section(`*New, and kept with the fix*\n${newWords(plan)}`),
    context(
      'The fix keeps its title and symptoms, this thread counts as one more time it was seen, and the merge can be taken back.',
    ),
  ];
  return modal({
    title: 'Merge two fixes',
    callbackId: formIds.mergeDraft,
    submit: 'Merge',
    metadata: {
      draftId: draft.solutionId,
      draftVersion: draft.version,
      intoId: into.solutionId,
      intoVersion: into.version,
    },
    blocks: fitting(parts, limits.viewBlocks, limits.messageChars),
  });
}

function sideWords(content: SolutionContent): string {
  const fix = fixInWords(content);
  return `${titleWords(content.title, 150)}${fix === null ? '' : `\nFix: ${oneLine(fix, 300)}`}`;
}

function sameWords({ same }: MergePlan): string {
  const lines = [...signatureLine('Error', same.signatures), ...stepLines(same.steps)];
  return lines.length === 0 ? 'Its words, but no error or step.' : lines.join('\n');
}

function newWords({ added }: MergePlan): string {
  const lines = [
    ...stepLines(added.steps),
    ...signatureLine('Error', added.signatures),
    ...textLine('Fix', added.immediate),
    ...textLine('Cause', added.rootCause),
    ...textLine('For good', added.permanent),
  ];
  return lines.length === 0 ? 'Nothing: only the count goes up.' : lines.join('\n');
}

function stepLines(steps: Step[]): string[] {
  const lines = steps
    .slice(0, maxSteps)
    .map((step) => `${outcomeIcons[step.outcome]} ${stepLine(step, 200)}`);
  const left = steps.length - maxSteps;
  return left > 0 ? [...lines, `…and ${pluralize(left, 'more step', 'more steps')}`] : lines;
}

function signatureLine(label: string, signatures: string[]): string[] {
  return signatures.length === 0 ? [] : [`${label}: ${oneLine(signatures.slice(0, 5).join(', '), 300)}`];
}

function textLine(label: string, text: string | null): string[] {
  return text === null || text.trim() === '' ? [] : [`${label}: ${escapeMrkdwn(text.trim(), 400)}`];
}

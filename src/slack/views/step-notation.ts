import type { Step, StepOutcome } from '../../library/step.ts';
import { editDistance } from '../commands/edit-distance.ts';
import { cleanText } from './escape.ts';

/** How the edit form writes an outcome. */
const outcomeNames: Readonly<Record<StepOutcome, string>> = {
  worked: 'worked',
  partial: 'partly',
  no_effect: 'no effect',
  made_worse: 'made worse',
  informational: 'looked',
  unknown: 'unknown',
};

const outcomeAliases: Readonly<Record<string, StepOutcome>> = {
  fixed: 'worked',
  partial: 'partial',
  helped: 'partial',
  no_effect: 'no_effect',
  nothing: 'no_effect',
  failed: 'no_effect',
  'did not work': 'no_effect',
  made_worse: 'made_worse',
  worse: 'made_worse',
  'made it worse': 'made_worse',
  informational: 'informational',
  info: 'informational',
  checked: 'informational',
};

/** One step per line, as `worked: kubectl rollout undo …`. */
export function writeSteps(steps: Step[]): string {
  return steps.map((step) => `${outcomeNames[step.outcome]}: ${writeStepText(step)}`).join('\n');
}

/** What follows the outcome: the text in one line, with the command in backticks when the text lacks it. */
export function writeStepText(step: Pick<Step, 'text' | 'command'>): string {
  const text = oneLine(step.text);
  const command = oneLine(step.command ?? '');
  if (command === '' || text.includes(command)) return text;
  return text === '' ? command : `${text} \`${command}\``;
}

/** A line that starts with no outcome word, nor nearly so, is a step of unknown outcome. Bullets do not count. */
export function readStepLine(line: string): { outcome: StepOutcome; text: string } {
  const bare = line.trim().replace(/^(?:[-•*]|\d{1,2}[.)])\s+/, '');
  const match = /^([a-z_ ]{3,16}?)\s*:(?!\/\/)\s*(.*)$/i.exec(bare);
  const outcome = match === null ? null : nearestOutcome(match[1] ?? '');
  return outcome === null ? { outcome: 'unknown', text: bare } : { outcome, text: match?.[2] ?? '' };
}

function nearestOutcome(word: string): StepOutcome | null {
  const wanted = word.trim().toLowerCase();
  const names = Object.entries(outcomeNames) as [StepOutcome, string][];
  const exact = names.find(([, name]) => name === wanted)?.[0] ?? outcomeAliases[wanted];
  if (exact !== undefined) return exact;
  const near = names.find(([, name]) => editDistance(name, wanted) <= (name.length > 5 ? 2 : 1));
  return near?.[0] ?? null;
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

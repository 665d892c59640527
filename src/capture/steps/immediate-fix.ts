import type { Step } from '../../library/step.ts';
import { commandLines } from '../actions/read-command.ts';

const maxFixChars = 1_200;

/** The steps that worked, else those that helped, each with its commands; null without one. At most 1,200 characters. */
export function immediateFix(steps: readonly Step[]): string | null {
  const worked = steps.filter((step) => step.outcome === 'worked');
  return joinSteps(worked.length > 0 ? worked : steps.filter((step) => step.outcome === 'partial'));
}

/** Whole steps with their commands, as many as fit. */
function joinSteps(steps: readonly Step[]): string | null {
  const collected: string[] = [];
  for (const step of steps) {
    const action = actionWithCommand(step);
    if (collected.length > 0 && [...collected, action].join('; ').length > maxFixChars) break;
    collected.push(action);
  }
  const text = collected.join('; ');
  if (text === '') return null;
  return text.length > maxFixChars ? `${text.slice(0, maxFixChars - 1).trimEnd()}…` : text;
}

function actionWithCommand({ text, command }: Step): string {
  const words = text.replace(/[.:;,\s]+$/, '');
  const lines = commandLines(command ?? '').filter((line) => !text.includes(line));
  return lines.length === 0 ? words : `${words}: ${lines.map((line) => `\`${line}\``).join(', ')}`;
}

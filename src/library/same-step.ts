import { termsOf } from '../text/words.ts';
import type { Step } from './step.ts';

/** What somebody did, so that two tellings of it can be compared. */
export type StepAction = { command: string | null; terms: ReadonlySet<string>; direction: string | null };

/** From here on two steps count as the same one, stated twice. */
const minStepSimilarity = 0.8;

export function stepActionOf(step: Pick<Step, 'text' | 'command'>): StepAction {
  const command = step.command === null ? null : normalizeCommand(step.command);
  const words = maskVolatileParts(step.text);
  const all = command === null || command === '' ? words : `${words} ${command}`;
  return {
    command: command === '' ? null : command,
    terms: new Set(termsOf(all)),
    direction: directionOf(words),
  };
}

/** 0–1, symmetric: the same command is the same action whatever was said of it, another one never is. */
export function stepSimilarity(a: StepAction, b: StepAction): number {
  if (a.command !== null && b.command !== null) {
    if (a.command === b.command) return 1;
    return otherCommandFactor * dice(new Set(a.command.split(' ')), new Set(b.command.split(' ')));
  }
  const opposite = a.direction !== null && b.direction !== null && a.direction !== b.direction;
  return dice(a.terms, b.terms) * (opposite ? oppositeDirectionFactor : 1);
}

export function isSameStep(a: StepAction, b: StepAction): boolean {
  return stepSimilarity(a, b) >= minStepSimilarity;
}

/** Another target or value of the same program stays below `sameStepFrom`. */
const otherCommandFactor = 0.75;
/** "scaled up" and "scaled down" have all words but one in common. */
const oppositeDirectionFactor = 0.5;

/** A command as it would be typed again: without prompt and sudo, with one blank between words, without generated names. */
function normalizeCommand(command: string): string {
  return maskVolatileParts(command)
    .replace(/^[$#>]\s+/, '')
    .replace(/^sudo\s+/, '')
    .replace(/["'`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[;\s]+$/, '')
    .trim();
}

/** Names that a machine made and release numbers differ with every occurrence; sizes and limits do not. */
function maskVolatileParts(text: string): string {
  return text
    .replace(/\[([a-z-]+)-\d+\]/g, '[$1]')
    .replace(/-[a-f0-9]{8,10}-[a-z0-9]{5}\b/g, '')
    .replace(/\bv\d+(?:\.\d+)*\b/gi, 'release')
    .replace(/\b(?=[a-f]*\d)(?=\d*[a-f])[a-f0-9]{7,40}\b/g, 'id');
}

/** The little word that turns an action around, which a search has no use for. */
function directionOf(text: string): string | null {
  return /\b(up|down|on|off)\b/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** 2·shared / (a + b); two that say nothing share nothing. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const each of a) if (b.has(each)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

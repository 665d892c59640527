import { type SolutionContent, stepsThatWorked } from '../../library/solution.ts';
import type { PrecedentView } from '../../match/describe-precedents.ts';
import { destructiveWordsOf } from '../../text/destructive-commands.ts';
import { oneTimeValuesOf } from '../../text/one-time-values.ts';
import { escapeMrkdwn } from './escape.ts';
import { containsCommand, proseWithCommand } from './step-words.ts';
import { dayWords, titleWords } from './wording.ts';

/** A phone shows so much of it; what is longer stands behind Show more, whole. */
const maxFixChars = 500;

/** The fix in a sentence without markup, for notifications; null when no one knows one. */
export function fixInWords(content: SolutionContent): string | null {
  const { immediate, permanent } = content.fix;
  const step = stepsThatWorked(content).at(-1);
  const words = [immediate, step?.text, step?.command, permanent];
  return words.find((text) => text !== null && text !== undefined && text.trim() !== '')?.trim() ?? null;
}

/** The same in one line, without a command: what is cut must not be copied. */
export function safeFixInWords(content: SolutionContent, max: number): string | null {
  const fix = fixInWords(content);
  if (fix === null) return null;
  // In so little room a command would be cut.
  return titleWords(withoutCommands(fix, commandsOf(content)), max);
}

/** Whether the fix holds a command that must not be copied half asleep: destructive, or with a value of that day. */
function isHeldBack(content: SolutionContent): boolean {
  const commands = commandsOf(content);
  return commands.some(
    (command) => destructiveWordsOf(command) !== null || oneTimeValuesOf(command).length > 0,
  );
}

/**
 * The fix in a line or two of mrkdwn, with what to mind about its commands. A command stands in it whole, or not at
 * all: one that destroys, or that held a value of that day, is behind Show more.
 */
export function fixLines(view: PrecedentView, options: { showCommands: boolean }): string[] {
  const { content, occurredAt } = view;
  const words = fixInWords(content);
  if (words === null) return [];
  const commands = commandsOf(content);
  const heldBack = !options.showCommands || isHeldBack(content);
  const { worked, partial, failed } = view.effectiveness;
  const lead = failed > worked + partial ? ':warning: *Tried again, mostly without success:*' : '*Fix:*';
  const notes = [
    ...dangerLines(words, commands),
    ...valueLines([words, ...commands].join('\n'), dayWords(occurredAt)),
  ];
  if (heldBack) {
    const prose = withoutCommands(words, commands);
    const more = commands.length > 0 ? ' _The commands are behind *Show more*._' : '';
    return [`${lead} ${wholeOrLess(prose)}${more}`, ...notes];
  }
  const command = commandIn(words, content);
  const whole = proseWithCommand(words, command, 3_000);
  if (whole.length <= maxFixChars) return [`${lead} ${whole}`, ...notes];
  return [`${lead} ${wholeOrLess(withoutCommands(words, commands))} _More behind *Show more*._`, ...notes];
}

/** "⚠️ Stops what runs.", of the commands and of what the fix says. */
function dangerLines(words: string, commands: readonly string[]): string[] {
  const danger = destructiveWordsOf([words, ...commands].join('\n'));
  return danger === null ? [] : [`:warning: This ${danger}. Look twice before you run it.`];
}

/** "The offset was 8812204 then": what a fix and its commands held that was right on that day alone. */
export function valueLines(text: string, day: string): string[] {
  const values = oneTimeValuesOf(text);
  if (values.length === 0) return [];
  const named = values.slice(0, 3).map(({ kind, value }) => `the ${kind} was ${escapeMrkdwn(value, 80)}`);
  return [`_On ${day} ${named.join(', ')}; find today's first._`];
}

/** Every command of the steps that worked, and those that the fix quotes. */
export function commandsOf(content: SolutionContent): string[] {
  const ofSteps = stepsThatWorked(content).flatMap(({ command }) =>
    command === null ? [] : [command.trim()],
  );
  const quoted = [...(content.fix.immediate ?? '').matchAll(/```([\s\S]+?)```|`([^`\n]{4,})`/g)].map(
    (match) => (match[1] ?? match[2] ?? '').trim(),
  );
  return [...new Set([...ofSteps, ...quoted.filter(isCommand)])].filter((command) => command !== '');
}

/** `redis` in backticks is a name; `systemctl restart redis` is something to run. */
function isCommand(text: string): boolean {
  return /\s/.test(text.trim());
}

function withoutCommands(text: string, commands: readonly string[]): string {
  let prose = text;
  for (const command of commands.toSorted((a, b) => b.length - a.length)) {
    if (containsCommand(prose, command)) prose = prose.split(command).join('…');
  }
  return prose
    .replace(/```[\s\S]*?(?:```|$)/g, '…')
    .replace(/`\s*…\s*`/g, '…')
    .replace(/(?:…[\s:]*){2,}/g, '… ')
    .replace(/[\s:–-]+…$/, '')
    .trim();
}

/** Prose that is cut says so; a command never stands in it. */
function wholeOrLess(prose: string): string {
  return escapeMrkdwn(prose === '' || prose === '…' ? 'by a command' : prose, maxFixChars);
}

function commandIn(text: string, content: SolutionContent): string | null {
  return commandsOf(content).find((command) => containsCommand(text, command)) ?? null;
}

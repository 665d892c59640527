import type { Step } from '../../library/step.ts';
import { escapeMrkdwn, quoteCode, quoteCodeInline } from './escape.ts';

/**
 * Prose with its command as code: where it stands in the prose, else after it, on its own line when it
 * has several or backticks. Never longer than `max`, of which the command gets half at most.
 */
export function proseWithCommand(text: string, command: string | null, max: number): string {
  const prose = text.trim();
  const code = quoteCode(command ?? '', Math.floor(max / 2));
  if (code === '') return escapeMrkdwn(prose, max);
  const [before, after] = splitAroundCommand(prose, (command ?? '').trim()) ?? [prose, ''];
  return join(before, code, after, code.startsWith('```') ? '\n' : ' ', max);
}

/** Does the prose hold the command, as words of its own? */
export function containsCommand(text: string, command: string): boolean {
  return findCommand(text, command.trim()) >= 0;
}

/** A step in one line, its command inline. Never longer than `max`. */
export function stepLine(step: Pick<Step, 'text' | 'command'>, max: number): string {
  const prose = flat(step.text);
  const command = flat(step.command ?? '');
  const code = quoteCodeInline(command, Math.floor(max / 2));
  if (code === '') return escapeMrkdwn(prose, max);
  const [before, after] = splitAroundCommand(prose, command) ?? [prose, ''];
  return join(before, code, after, ' ', max);
}

function join(before: string, code: string, after: string, separator: string, max: number): string {
  const room = max - code.length - 2 * separator.length;
  const first = before === '' ? '' : escapeMrkdwn(before, after === '' ? room : Math.floor(room / 2));
  const last = after === '' ? '' : escapeMrkdwn(after, room - first.length);
  const opening = first === '' ? '' : `${first}${separator}`;
  const closing = last === '' || /^[.,;:!?)]/.test(last) ? last : `${separator}${last}`;
  return `${opening}${code}${closing}`;
}

/** What stands before and after the command, without the backticks around it; null when it is not in the text. */
function splitAroundCommand(text: string, command: string): [string, string] | null {
  const at = findCommand(text, command);
  if (at < 0) return null;
  const before = text.slice(0, at).replace(/`+$/, '').trimEnd();
  const after = text
    .slice(at + command.length)
    .replace(/^`+/, '')
    .trimStart();
  return [before, after];
}

/** Where the command stands as words of its own (`ls` is not in "false"); -1 when it does not. */
function findCommand(text: string, command: string): number {
  const wordBefore = /[\p{L}\p{N}_]$/u;
  const wordAfter = /^[\p{L}\p{N}_]/u;
  let at = command === '' ? -1 : text.indexOf(command);
  while (at >= 0) {
    if (!wordBefore.test(text.slice(0, at)) && !wordAfter.test(text.slice(at + command.length))) return at;
    at = text.indexOf(command, at + 1);
  }
  return -1;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import { decodeEntities } from '../../text/plain-text.ts';
import {
  filterPrograms,
  programAliases,
  programs,
  readOnlyPrograms,
  shellOnlyPrograms,
} from '../lexicon/commands.ts';
import {
  commandShape,
  mutatingTail,
  programWithSubcommand,
  uppercaseStatement,
  wrappers,
} from '../patterns/command-shapes.ts';
import { genericReadOnly, readOnlySubcommands } from '../patterns/read-only-commands.ts';

/** `command`: the lines that were run, as typed, parted by line breaks; at most 600 characters. */
export type CommandReading = { command: string; readOnly: boolean };

const spanPrograms = new Set(programs);
const linePrograms = new Set(shellOnlyPrograms);
const filterNames = new Set(filterPrograms);
const maxCommandChars = 600;
/** "modprobe at76c503, but it still fails": where the sentence goes on behind a command that nothing marks. */
const proseTail = /, (?:but|and|then|get|let|so|it|now|or|which|that)\b.*$/i;
/** "kubectl get pods is showing me all of them": a sentence about a command. */
const prose =
  /^\S+ (?:chooses|goes|gets|comes|does|makes|needs|wants|takes|puts|tries|seems|looks|has|had|just|always|never|only)\s|\s(?:is|are|was|were|shows?|showing|says?|gives?|gave|tells?|told|returns?|works?|worked|will|should|would|isn'?t|doesn'?t|didn'?t|won'?t) (?:me|us|you|that|the|all|a|an|my|your|not|nothing|only|still|in|no|\d)/i;
const maxLines = 20;

/** The command in a code span of a sentence, or a bare line that is one; null when there is none. */
export function readCommand(sentence: string): CommandReading | null {
  for (const span of sentence.matchAll(/`([^`\n]{2,600})`/g)) {
    const typed = (span[1] ?? '').trim();
    if (statement.test(typed)) continue;
    const command = commandOf(typed, spanPrograms) ?? bareCommand(typed) ?? commandWithSubcommand(typed);
    if (command !== null) return readingOf([command]);
  }
  if (prose.test(sentence) || statement.test(sentence)) return null;
  const isShort = sentence.split(' ').length <= 3;
  const command =
    commandOf(sentence.replace(proseTail, ''), linePrograms) ?? (isShort ? bareCommand(sentence) : null);
  return command === null ? null : readingOf([command]);
}

/** "ceph osd set noout", "POST _cache/clear": by what it says is to be done; with ";" each of them. */
function commandWithSubcommand(typed: string): string | null {
  const parts = typed.replace(/;$/, '').split(/; ?/);
  return parts.every((part) => programWithSubcommand.test(part) || uppercaseStatement.test(part))
    ? typed
    : null;
}

/** "postqueue -f": a program that we do not know, by its flags; a path alone is none. */
function bareCommand(line: string): string | null {
  const isCommand =
    commandShape.test(line) &&
    !/^(?:[./]|(?:type|try|use|see|join|go|msg|do|there|then|just|it|my|tried)\b)/.test(line);
  return isCommand && line.split(' ').length <= 8 ? line : null;
}

/**
 * The commands of a block of code, all of them; of a pasted session (lines with a prompt) those after a prompt. A
 * block of output or of an error has none.
 */
export function readCodeBlock(code: string): CommandReading | null {
  const lines = decodeEntities(code).split('\n').slice(0, maxLines);
  const isSession = lines.some((line) => prompt.test(line.trim()) && commandOf(line, spanPrograms) !== null);
  const commands: string[] = [];
  let isContinued = false;
  for (const line of lines) {
    const command = isSession && !prompt.test(line.trim()) ? null : commandIn(line);
    if (isContinued || (command === null && commands.length > 0 && /^\s+--?\w|^\s*(?:\||&&)/.test(line)))
      commands.push(`${commands.pop() ?? ''}\n${line.trimEnd()}`);
    else if (command !== null) commands.push(command);
    else continue;
    isContinued = isUnfinished(commands.at(-1) ?? '');
  }
  return commands.length === 0 ? null : readingOf(commands);
}

const prompt =
  /^(?:[\w@:~/.=-]{0,60}[$#%]|(?:SQL|mysql|sqlite|ftp|redis|mongo|psql|RMAN|PS [\w:\\]{0,40})?>)\s+/i;

function commandIn(line: string): string | null {
  if (statement.test(line)) return null;
  const isCommand = commandShape.test(line.trim()) && !tableRow.test(line.trim());
  return commandOf(line, spanPrograms) ?? (isCommand ? line.trim() : null);
}

/** "ssh key for db1 is present on all hosts": output that begins with the name of a program. */
const statement =
  /^[^"'`|]*? (?:is|are|was|were|has|have|had|does|did|cannot|could) (?!(?:not )?null\b)[a-z]/;
/** A row of a table. */
const tableRow = /\S(?: {2,}|\t)\S/;

/** A line that ends in a backslash or a pipe, or inside quotes, goes on in the next. */
function isUnfinished(command: string): boolean {
  if (/(?:\\|\||&&)$/.test(command)) return true;
  const unescaped = command.replace(/\\./g, '');
  const single = unescaped.replace(/"[^"]*"/g, '').split("'").length;
  return single % 2 === 0;
}

function commandOf(line: string, names: ReadonlySet<string>): string | null {
  const prompted = prompt.exec(line.trim());
  const command = line.trim().slice(prompted?.[0].length ?? 0);
  const words = command.replace(/^sudo (?:-\S+ )?/, '').split(/\s+/);
  const program = (words[0] ?? '').replace(/^.*\//, '');
  if (words.length < 2 || !(prompted === null ? names : spanPrograms).has(program)) return null;
  return command;
}

/** The commands of a step one by one, each on one line, so that a sentence can quote them. */
export function commandLines(command: string): string[] {
  return command
    .replace(/\\\n\s*/g, '')
    .replace(/(\||&&)\n\s*/g, '$1 ')
    .replace(/\n\s+(?=--?\w|\||&&)/g, ' ')
    .split('\n')
    .filter((line) => line !== '');
}

/** Whole commands as far as 600 characters reach: half a command is worse than none. */
function readingOf(commands: readonly string[]): CommandReading {
  let command = (commands[0] ?? '').slice(0, maxCommandChars);
  for (const next of commands.slice(1)) {
    if (command.length + 1 + next.length > maxCommandChars) break;
    command = `${command}\n${next}`;
  }
  return { command, readOnly: commands.every(isReadOnly) };
}

/** Whether every part of a pipe or a chain only looks. */
function isReadOnly(command: string): boolean {
  if (mutatingTail.test(command)) return false;
  return partsOf(command).every(({ text, piped }) => {
    const program = text.split(/\s+/)[0] ?? '';
    // What reads a pipe and is no program that acts on systems sorts or picks, known or not.
    const isFilter =
      filterNames.has(program) || (piped && /^[a-z][\w-]*$/.test(program) && !spanPrograms.has(program));
    return (
      text === '' || (isFilter && program !== 'xargs' && program !== 'parallel') || isReadOnlyProgram(text)
    );
  });
}

/** By the program that is run in the end: "kubectl exec web-0 -- df -h" looks as much as "df -h". */
function isReadOnlyProgram(command: string): boolean {
  const inner = innermostCommand(command);
  if (/^(?:\/(?:usr\/)?bin\/)?(?:ba|z|a)?sh$/.test(inner)) return true;
  const [name = '', ...rest] = inner.replace(/^\S*\//, '').split(/\s+/);
  const program = name.toLowerCase();
  if (readOnlyPrograms.has(program)) return true;
  const form = readOnlySubcommands[programAliases[program] ?? program];
  return form?.test(rest.join(' ')) === true || genericReadOnly.test(inner);
}

function innermostCommand(command: string): string {
  const wrapper = wrappers.find((pattern) => pattern.test(command));
  if (wrapper === undefined) return command;
  const inner = command.replace(wrapper, '');
  const quoted = /^(["'])(.*)\1$/s.exec(inner)?.[2];
  return innermostCommand(quoted ?? inner);
}

/** The parts between "|", "&&", "||" and ";" that stand outside quotes. */
function partsOf(command: string): { text: string; piped: boolean }[] {
  const marks = [...command.matchAll(/"[^"\n]{0,500}"|'[^'\n]{0,500}'|(\|\|?|&&|;)/g)].filter(
    (match) => match[1] !== undefined,
  );
  const parts: { text: string; piped: boolean }[] = [];
  let start = 0;
  let piped = false;
  for (const mark of marks) {
    parts.push({ text: command.slice(start, mark.index).trim(), piped });
    start = mark.index + mark[0].length;
    piped = mark[0] === '|';
  }
  return [...parts, { text: command.slice(start).trim(), piped }];
}

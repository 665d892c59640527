import { decodeEntities } from '../../text/plain-text.ts';
import { commandLines } from '../actions/read-command.ts';
import { announcesAction, requestPrefixes } from '../patterns/modality-cues.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';

const maxTextChars = 240;
/** "…, that fixed it": the outcome is kept as such. */
const outcomeTail =
  /[,;]? (?:and |- )?(?:that|which|this) (?:fixed|did|solved|resolved|worked|helped|sorted|seems to have (?:fixed|worked|helped))\b[^,;]{0,30}$/i;

/** The step's line in the ledger: its sentence, or the one that announces its command; at most 240 characters. */
export function stepText({ action, command, text, precedingSentence }: SentenceReading): string {
  const isAnnounced =
    action === null &&
    command?.readOnly !== true &&
    precedingSentence !== null &&
    announcesAction.test(precedingSentence);
  if (isAnnounced) return inOneLine(precedingSentence);
  if (command === null || !isOnlyCommand(text, command.command)) return inOneLine(text);
  const commands = commandLines(command.command).map((line) => `\`${line}\``);
  return `Ran ${commands.join(', ')}`;
}

function isOnlyCommand(text: string, command: string): boolean {
  const first = command.split('\n')[0] ?? command;
  return (
    text.includes('\n') ||
    decodeEntities(text)
      .replace(/^\S*[$#%>]\s+|`/g, '')
      .startsWith(first)
  );
}

function inOneLine(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  const bare = oneLine
    .replace(requestPrefixes, '')
    .replace(outcomeTail, '')
    .replace(/\s*\?+$/, '')
    .trim();
  const kept = bare.length < 3 ? oneLine : bare;
  const capitalized = kept.slice(0, 1).toUpperCase() + kept.slice(1);
  return capitalized.length > maxTextChars
    ? `${capitalized.slice(0, maxTextChars - 1).trimEnd()}…`
    : capitalized;
}

import type { Message } from '../../library/message.ts';
import { compareTs } from '../../library/message.ts';
import { plainText } from '../../text/plain-text.ts';
import { hasPromptInjection } from '../../text/prompt-injection-cues.ts';
import type { ActionReading, Style } from '../actions/action-reading.ts';
import { botConfirmation } from '../actions/bot-confirmation.ts';
import { readAction } from '../actions/read-action.ts';
import { type CommandReading, readCodeBlock, readCommand } from '../actions/read-command.ts';
import { immediateCues } from '../patterns/fix-cues.ts';
import { harmInMessage, harmInSentence, purposeClause } from '../patterns/harm-cues.ts';
import { noiseLines, rootNoise } from '../patterns/noise-cues.ts';
import { nonActionCues, otherContext } from '../patterns/non-action-cues.ts';
import { preIncidentCues } from '../patterns/pre-incident-cues.ts';
import { type OutcomeReading, readAlertOutcome, readOutcome } from './read-outcome.ts';
import { splitMessage } from './split-message.ts';

/** The thread that capture reads. */
export type CapturedThread = {
  root: Message;
  replies: Message[];
  resolvedAt: Date | null;
  openedAt: Date;
};

/** One sentence of a thread and what the rules see in it. `raw` is its exact text in the message. */
export type SentenceReading = {
  message: Message;
  /** Which message of the thread it stands in; the first is 0. */
  messageIndex: number;
  isRoot: boolean;
  raw: string;
  text: string;
  /** The rule by which it says nothing of the problem, or null. */
  noiseCue: string | null;
  isCode: boolean;
  /** Of a block of code: the sentence just before it in the message, or null. */
  precedingSentence: string | null;
  /** The rule by which it says what harm people did, or how the problem came about, so that its actions are no steps. */
  harmCue: string | null;
  /** The rule by which it holds no action, whatever its words. */
  nonActionCue: string | null;
  /** How likely its message's words made an action of it, where that overruled the other rules. */
  overruledBy: { likelihood: number } | null;
  action: ActionReading | null;
  command: CommandReading | null;
  outcome: OutcomeReading | null;
};

export type ThreadReading = { style: Style; sentences: SentenceReading[] };

/** Every sentence of the thread, in order of time, with what the rules see in each. */
export function readThread(thread: CapturedThread): ThreadReading {
  const replies = [...thread.replies].sort((a, b) => compareTs(a.ts, b.ts));
  const style = styleOf(replies);
  const sentences = [thread.root, ...replies].flatMap((message, index) => readMessage(message, index, style));
  return { style, sentences };
}

const chatCues =
  /\b(?:i|i'm|i'll|i've|im|lemme|let me|you|u|lol|nope|yep|hmm+|hey|guys|gonna|dunno)\b|\?\s*$|<@\w+>|^[a-z]+ing .{0,60}\bnow\b/im;

/** A chat when at least a fourth of what people wrote speaks to somebody or begins like speech; otherwise a report. */
function styleOf(replies: readonly Message[]): Style {
  const written = replies.filter((message) => !message.isBot && message.text.trim() !== '');
  const conversational = written.filter(({ text }) => {
    const ownText = text
      .slice(0, 2_000)
      .replace(/"[^"\n]{0,600}"|```[\s\S]*?```|`[^`\n]*`/g, '')
      // Who did it, in a timeline: "<@U1>: reboots the node".
      .replace(/^\W*(?:<@\w+>(?: and |, |: ?| )?){1,4}/, '')
      .trim();
    return (
      chatCues.test(ownText) ||
      (/^[a-z]/.test(ownText) && ownText.length < 60 && !lowercaseActionLine.test(ownText))
    );
  });
  return conversational.length * 4 >= Math.max(1, written.length) ? 'chat' : 'report';
}

/** "restarted the web server", "deletes the rows": the line of a report that begins in lower case. */
const lowercaseActionLine =
  /^[a-z]{3,}ed\b(?! ?[,.!])|^[a-z]{4,}s (?:the|a|an|to|up|into|out|back|that|and|all)\b|^(?:found|took|saw) /;

function readMessageAction(message: Message, text: string, style: Style): ActionReading | null {
  return message.isBot ? botConfirmation(text) : readAction(text, style);
}

function readMessageOutcome(
  message: Message,
  text: string,
  noise: boolean,
  isCode: boolean,
): OutcomeReading | null {
  if (message.isBot) return readAlertOutcome(text);
  if (isCode || (noise && text.length >= 60)) return null;
  return readOutcome(text);
}

function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  return plainText(text.slice(start, Math.min(end < 0 ? text.length : end, start + 200)));
}

/** A report is a record of actions, and is read as one. */
function findNonActionCue(text: string, isRoot: boolean, style: Style): string | null {
  if (style !== 'chat') return null;
  const rules = nonActionCues.filter((rule) => isRoot || rule.onlyRoot !== true);
  return cueOf(rules, text);
}

type NamedPattern = { cue: string; pattern: RegExp };

/** The first rule that fits. */
function cueOf(rules: readonly NamedPattern[], text: string): string | null {
  return rules.find((rule) => rule.pattern.test(text))?.cue ?? null;
}

const harmOrBackground: readonly NamedPattern[] = [...harmInSentence, ...preIncidentCues];

/** "• 14:02 UTC - rolled back": the line of a timeline without its mark and its time. */
function withoutTimestamp(text: string): string {
  const rest = text.replace(timestampPrefix, '').replace(/^(?:@[\w.-]{2,30})?[:,]? ?(?=\S)/, '');
  return rest === '' ? text : rest;
}

const timestampPrefix =
  /^(?:[•*–—-]\s{0,3})?(?:(?:\d{4}-\d\d-\d\d[T ,]{0,2})?[([]?\d{1,2}[:h]\d{2}(?::\d{2})?[)\]]?(?:\s?(?:UTC|GMT|BST|CES?T|[ECMP][SD]T|Z|am|pm))?(?=[\s:–—|-])[\s:–—|-]{1,4}|(?<=[•*–—-]\s{0,3}))/i;

/** A line that repeats what somebody else wrote. */
const quoted = /^(?:>|&gt;)/;

/** Why a sentence (not a block of code) says nothing of the problem; null where it may. */
function findNoiseCue(
  message: Message,
  start: number,
  end: number,
  text: string,
  isRoot: boolean,
): string | null {
  if (text === '') return 'no words';
  const line = message.text.slice(message.text.lastIndexOf('\n', start) + 1, end);
  if (quoted.test(line)) return 'quotes somebody';
  const raw = message.text.slice(start, end);
  const noise = noiseLines.find((rule) => rule.pattern.test(raw) || rule.pattern.test(text));
  return noise?.cue ?? (isRoot ? cueOf(rootNoise, lineAt(message.text, start)) : null);
}

function readMessage(message: Message, messageIndex: number, style: Style): SentenceReading[] {
  const isRoot = messageIndex === 0;
  const addressesModel = hasPromptInjection(message.text);
  const whole = plainText(message.text.slice(0, 4_000));
  const namesFix = immediateCues.some((cue) => cue.pattern.test(whole));
  const harmOfMessage = namesFix ? null : cueOf(harmInMessage, whole.replace(purposeClause, ''));
  const pieces = splitMessage(message.text);
  const first = pieces.find((piece) => piece.kind === 'sentence');
  const isAboutElsewhere =
    style === 'chat' &&
    !isRoot &&
    first !== undefined &&
    otherContext.test(message.text.slice(first.start, first.end));
  return pieces.map((piece, index) => {
    const before = pieces[index - 1];
    const raw = message.text.slice(piece.start, piece.end);
    const text = piece.kind === 'code' ? raw : withoutTimestamp(plainText(raw));
    const noiseCue = addressesModel
      ? 'speaks to a language model'
      : isAboutElsewhere
        ? 'a story of another time or place'
        : piece.kind === 'sentence'
          ? findNoiseCue(message, piece.start, piece.end, text, isRoot)
          : null;
    const isReadable = piece.kind === 'sentence' && noiseCue === null;
    const nonActionCue = findNonActionCue(text, isRoot, style);
    const withoutAims = text.replace(purposeClause, '');
    return {
      message,
      messageIndex,
      isRoot,
      raw,
      text,
      noiseCue,
      isCode: piece.kind === 'code',
      precedingSentence:
        piece.kind === 'code' && before?.kind === 'sentence'
          ? plainText(message.text.slice(before.start, before.end))
          : null,
      harmCue: harmOfMessage ?? cueOf(harmOrBackground, withoutAims),
      nonActionCue,
      overruledBy: null,
      action: isReadable && nonActionCue === null ? readMessageAction(message, text, style) : null,
      command: noiseCue !== null ? null : piece.kind === 'code' ? readCodeBlock(raw) : readCommand(text),
      outcome: readMessageOutcome(message, text, noiseCue !== null, piece.kind === 'code'),
    };
  });
}

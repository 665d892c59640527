import type { Evidence, Step, StepOutcome } from '../../library/step.ts';
import { plainText } from '../../text/plain-text.ts';
import { termsOf } from '../../text/words.ts';
import { forbids } from '../patterns/modality-cues.ts';
import { splitMessage } from '../sentences/split-message.ts';
import { isoOf } from '../steps/pending-step.ts';
import { readAlertOutcome, readOutcome, readOutcomeOfStep } from '../steps/read-outcome.ts';
import type { Citations } from './check-evidence.ts';
import type { ModelReading } from './model-request.ts';

const mostText = 400;
const mostCommand = 600;

/**
 * A step as a model tells it, held against the thread: null when no message tells it or one says not to do it. Its
 * command must stand in a cited message; its outcome is `unknown` unless the cited words, or the rules' reading of
 * the same message, say so.
 */
export function checkStep(
  told: ModelReading['steps'][number],
  citations: Citations,
  byRules: readonly Step[],
): Step | null {
  const evidence = citations.keep(told.evidence);
  const message = citations.messageOf(evidence[0]);
  const text = clipLine(told.text, mostText);
  if (message === null || text === '' || !citations.isGrounded(text)) return null;
  if (!citations.isToldBy(text, evidence) || isForbidden(text, evidence, citations)) return null;
  const command = told.command?.trim() ?? '';
  return {
    text,
    command: command !== '' && citations.isAnywhere(command, evidence) ? command.slice(0, mostCommand) : null,
    outcome: outcomeThatHolds(told.outcome, evidence, citations, byRules),
    by: message.userId,
    at: isoOf(message.ts),
    evidence,
  };
}

/** On one line, at most so many characters. */
export function clipLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}

const notToDo =
  /\b(?:don'?t|do not|never|(?:should|must)(?:n'?t| not)|nobody should) (?:ever |just )?([\w-]+)/gi;

/** "Don't drop the index" is no evidence that somebody dropped it. */
function isForbidden(text: string, evidence: readonly Evidence[], citations: Citations): boolean {
  const [first] = evidence;
  const said = citations.messageOf(first)?.text ?? '';
  const at = said.indexOf(first?.quote ?? '');
  const sentence = splitMessage(said).find((piece) => piece.start <= at && at < piece.end);
  const words = plainText(sentence === undefined ? said : said.slice(sentence.start, sentence.end));
  if (forbids.test(words)) return true;
  const acts = new Set(termsOf(text));
  return [...words.matchAll(notToDo)].some(([, act]) => termsOf(act ?? '').some((term) => acts.has(term)));
}

const good: ReadonlySet<StepOutcome> = new Set(['worked', 'partial']);
const bad: ReadonlySet<StepOutcome> = new Set(['no_effect', 'made_worse']);

function sideOf(outcome: StepOutcome): 'good' | 'bad' | null {
  if (good.has(outcome)) return 'good';
  return bad.has(outcome) ? 'bad' : null;
}

function outcomeThatHolds(
  told: StepOutcome,
  evidence: readonly Evidence[],
  citations: Citations,
  byRules: readonly Step[],
): StepOutcome {
  const side = sideOf(told);
  if (side === null) return told;
  const ofRules = byRules
    .filter((step) => step.evidence[0]?.ts === evidence[0]?.ts)
    .flatMap((step) => sideOf(step.outcome) ?? []);
  if (ofRules.includes(side)) return told;
  if (ofRules.length > 0) return 'unknown';
  const ofWords = evidence.flatMap((each, index) => sidesIn(each, index === 0, citations));
  return ofWords.includes(side) ? told : 'unknown';
}

/** What the sentences that hold the cited words say came of a step: "worked" alone may be cut out of "nothing worked". */
function sidesIn(cited: Evidence, isOwn: boolean, citations: Citations): ('good' | 'bad')[] {
  const message = citations.messageOf(cited);
  const text = message?.text ?? '';
  const isBot = message?.isBot === true;
  const from = text.indexOf(cited.quote);
  const to = from + cited.quote.length;
  const sentences = splitMessage(text).filter((piece) => piece.start < to && from < piece.end);
  return sentences.flatMap((piece) => {
    const words = plainText(text.slice(piece.start, piece.end));
    const read = isBot ? readAlertOutcome(words) : readOutcome(words);
    const meaning = read?.meaning ?? (isOwn && !isBot ? readOutcomeOfStep(words) : null);
    return meaning === null ? [] : (sideOf(meaning) ?? []);
  });
}

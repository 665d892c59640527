import type { Evidence, Step, StepOutcome } from '../../library/step.ts';
import { plainText } from '../../text/plain-text.ts';
import { termsOf } from '../../text/words.ts';
import { prohibition } from '../patterns/modality-cues.ts';
import { readAlertOutcome, readOutcome, readOutcomeOfStep } from '../sentences/read-outcome.ts';
import { splitMessage } from '../sentences/split-message.ts';
import { isoOf } from '../steps/pending-step.ts';
import type { Citations } from './check-evidence.ts';
import type { ModelReading } from './model-request.ts';

const maxTextChars = 400;
const maxCommandChars = 600;

/**
 * A step as a model gives it, checked against the thread: null when no message holds it or one says not to do it. Its
 * command must stand in a cited message; its outcome is `unknown` unless the cited words, or the rules' reading of
 * the same message, say so.
 */
export function checkStep(
  claimed: ModelReading['steps'][number],
  citations: Citations,
  byRules: readonly Step[],
): Step | null {
  const evidence = citations.keepValid(claimed.evidence);
  const message = citations.messageOf(evidence[0]);
  const text = clipLine(claimed.text, maxTextChars);
  if (message === null || text === '' || !citations.isGrounded(text)) return null;
  if (!citations.isSupportedBy(text, evidence) || isForbidden(text, evidence, citations)) return null;
  const command = claimed.command?.trim() ?? '';
  return {
    text,
    command:
      command !== '' && citations.isAnywhere(command, evidence) ? command.slice(0, maxCommandChars) : null,
    outcome: supportedOutcome(claimed.outcome, evidence, citations, byRules),
    by: message.userId,
    at: isoOf(message.ts),
    evidence,
  };
}

/** On one line, at most so many characters. */
export function clipLine(text: string, maxChars: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maxChars ? `${line.slice(0, maxChars - 1).trimEnd()}…` : line;
}

const prohibitedVerb =
  /\b(?:don'?t|do not|never|(?:should|must)(?:n'?t| not)|nobody should) (?:ever |just )?([\w-]+)/gi;

/** "Don't drop the index" is no evidence that somebody dropped it. */
function isForbidden(text: string, evidence: readonly Evidence[], citations: Citations): boolean {
  const [first] = evidence;
  const messageText = citations.messageOf(first)?.text ?? '';
  const at = messageText.indexOf(first?.quote ?? '');
  const sentence = splitMessage(messageText).find((piece) => piece.start <= at && at < piece.end);
  const words = plainText(
    sentence === undefined ? messageText : messageText.slice(sentence.start, sentence.end),
  );
  if (prohibition.test(words)) return true;
  const actionTerms = new Set(termsOf(text));
  return [...words.matchAll(prohibitedVerb)].some(([, prohibited]) =>
    termsOf(prohibited ?? '').some((term) => actionTerms.has(term)),
  );
}

const positiveOutcomes: ReadonlySet<StepOutcome> = new Set(['worked', 'partial']);
const negativeOutcomes: ReadonlySet<StepOutcome> = new Set(['no_effect', 'made_worse']);

function polarityOf(outcome: StepOutcome): 'positive' | 'negative' | null {
  if (positiveOutcomes.has(outcome)) return 'positive';
  return negativeOutcomes.has(outcome) ? 'negative' : null;
}

function supportedOutcome(
  claimed: StepOutcome,
  evidence: readonly Evidence[],
  citations: Citations,
  byRules: readonly Step[],
): StepOutcome {
  const polarity = polarityOf(claimed);
  if (polarity === null) return claimed;
  const rulePolarities = byRules
    .filter((step) => step.evidence[0]?.ts === evidence[0]?.ts)
    .flatMap((step) => polarityOf(step.outcome) ?? []);
  if (rulePolarities.includes(polarity)) return claimed;
  if (rulePolarities.length > 0) return 'unknown';
  const textPolarities = evidence.flatMap((each, index) => polaritiesIn(each, index === 0, citations));
  return textPolarities.includes(polarity) ? claimed : 'unknown';
}

/** What the sentences that hold the cited words say came of a step: "worked" alone may be cut out of "nothing worked". */
function polaritiesIn(cited: Evidence, isOwn: boolean, citations: Citations): ('positive' | 'negative')[] {
  const message = citations.messageOf(cited);
  const text = message?.text ?? '';
  const isBot = message?.isBot === true;
  const from = text.indexOf(cited.quote);
  const to = from + cited.quote.length;
  const sentences = splitMessage(text).filter((piece) => piece.start < to && from < piece.end);
  return sentences.flatMap((piece) => {
    const words = plainText(text.slice(piece.start, piece.end));
    const reading = isBot ? readAlertOutcome(words) : readOutcome(words);
    const meaning = reading?.meaning ?? (isOwn && !isBot ? readOutcomeOfStep(words) : null);
    return meaning === null ? [] : (polarityOf(meaning) ?? []);
  });
}

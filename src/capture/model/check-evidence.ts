import type { Message } from '../../library/message.ts';
import type { Evidence } from '../../library/step.ts';
import { hasPromptInjection } from '../../text/prompt-injection-cues.ts';
import { termsOf } from '../../text/words.ts';

export type Citations = {
  /** The citations that hold, each with its quote as it stands in the message (at most 300 characters). */
  keepValid(cited: readonly Evidence[]): Evidence[];
  messageOf(evidence: Evidence | undefined): Message | null;
  /** Whether the words stand in any message, or in those cited, white space aside. */
  isAnywhere(words: string, cited?: readonly Evidence[]): boolean;
  /** Whether at least half of what a sentence says is in the cited messages, and whatever it would destroy. */
  isSupportedBy(sentence: string, cited?: readonly Evidence[]): boolean;
  /** Whether every technical word of a sentence (a path, an address, a flag, a number) stands in the thread. */
  isGrounded(sentence: string): boolean;
};

const maxQuoteChars = 300;
const minQuoteChars = 3;
/** A model may choose its words, but not its matter. */
const minSupportedRatio = 0.5;

/** Acts that cannot be taken back must be named by the people of the thread. */
const destructiveTerms: ReadonlySet<string> = new Set(
  termsOf(
    'delete drop destroy wipe erase purge truncate format remove terminate kill disable deactivate uninstall overwrite detach revoke rm curl wget sudo chmod eval',
  ),
);

/**
 * Checks what a model cites: the message must be in the thread and speak to people, and the quote must be in that
 * message, white space aside.
 */
export function citationsIn(thread: readonly Message[]): Citations {
  const messages = thread.filter((message) => !hasPromptInjection(message.text));
  const allText = messages.map((message) => message.text.toLowerCase()).join('\n');
  const byTs = new Map(messages.map((message) => [message.ts, message]));
  const citedMessages = (cited: readonly Evidence[] | undefined) =>
    cited === undefined ? messages : messages.filter((message) => cited.some(({ ts }) => ts === message.ts));
  return {
    keepValid: (cited) =>
      cited.flatMap(({ ts, quote }) => {
        const exact = exactQuote(byTs.get(ts)?.text ?? '', quote);
        return exact === null ? [] : [{ ts, quote: exact }];
      }),
    messageOf: (evidence) => (evidence === undefined ? null : (byTs.get(evidence.ts) ?? null)),
    isGrounded: (sentence) => technicalWords(sentence).every((word) => allText.includes(word)),
    isAnywhere: (words, cited) =>
      citedMessages(cited).some((message) =>
        collapseWhitespace(message.text).text.includes(collapseWhitespace(words).text),
      ),
    isSupportedBy: (sentence, cited) => {
      const known = new Set(
        termsOf(
          citedMessages(cited)
            .map((message) => message.text)
            .join('\n'),
        ),
      );
      const terms = [...new Set(termsOf(sentence))];
      const found = terms.filter((term) => known.has(term));
      return (
        found.length > 0 &&
        found.length >= terms.length * minSupportedRatio &&
        terms.every((term) => known.has(term) || !destructiveTerms.has(term))
      );
    },
  };
}

/** Words that a reader might copy into a terminal or a browser, lower-cased, without the sentence's own marks. */
function technicalWords(sentence: string): string[] {
  const words = sentence
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[("'`*]+|[)"'`*.,:;!?]+$/g, ''));
  return words.filter((word) => /[/\\|$=@<>]|\.\w|^--?\w|\d{3}/.test(word));
}

/** The piece of the text that the quote means, or null when it is not in there. */
function exactQuote(text: string, quote: string): string | null {
  const needle = collapseWhitespace(quote.trim()).text.trim();
  if (needle.length < minQuoteChars) return null;
  const { text: haystack, positions } = collapseWhitespace(text);
  const at = haystack.indexOf(needle);
  if (at < 0) return null;
  const start = positions[at];
  const end = positions[at + needle.length - 1];
  return start === undefined || end === undefined
    ? null
    : text.slice(start, Math.min(end + 1, start + maxQuoteChars));
}

/** The text without invisible characters, every run of white space as one blank, and where each of its characters stood. */
function collapseWhitespace(text: string): { text: string; positions: number[] } {
  const positions: number[] = [];
  let out = '';
  let at = 0;
  for (const char of text) {
    const blank = /\s/.test(char);
    if (!/\p{Cf}/u.test(char) && !(blank && out.endsWith(' '))) {
      out += blank ? ' ' : char;
      for (let unit = 0; unit < char.length; unit++) positions.push(at + unit);
    }
    at += char.length;
  }
  return { text: out, positions };
}

import type { ThreadMessage } from '../../library/message.ts';
import type { Evidence } from '../../library/step.ts';
import { speaksToModel } from '../../text/instruction-cues.ts';
import { termsOf } from '../../text/words.ts';

export type Citations = {
  /** The citations that hold, each with its quote as it stands in the message (at most 300 characters). */
  keep(cited: readonly Evidence[]): Evidence[];
  messageOf(evidence: Evidence | undefined): ThreadMessage | null;
  /** Whether the words stand in any message, or in those cited, white space aside. */
  isAnywhere(words: string, cited?: readonly Evidence[]): boolean;
  /** Whether at least half of what a sentence says is in the cited messages, and whatever it would destroy. */
  isToldBy(sentence: string, cited?: readonly Evidence[]): boolean;
  /** Whether every technical word of a sentence (a path, an address, a flag, a number) stands in the thread. */
  isGrounded(sentence: string): boolean;
};

const mostQuote = 300;
const leastQuote = 3;
/** A model may choose its words, but not its matter. */
const leastTold = 0.5;

/** Acts that cannot be taken back must be named by the people of the thread. */
const destroys: ReadonlySet<string> = new Set(
  termsOf(
    'delete drop destroy wipe erase purge truncate format remove terminate kill disable deactivate uninstall overwrite detach revoke rm curl wget sudo chmod eval',
  ),
);

/**
 * Checks what a model cites: the message must be in the thread and speak to people, and the quote must be in that
 * message, white space aside.
 */
export function citationsIn(thread: readonly ThreadMessage[]): Citations {
  const messages = thread.filter((message) => !speaksToModel(message.text));
  const all = messages.map((message) => message.text.toLowerCase()).join('\n');
  const byTs = new Map(messages.map((message) => [message.ts, message]));
  const told = (cited: readonly Evidence[] | undefined) =>
    cited === undefined ? messages : messages.filter((message) => cited.some(({ ts }) => ts === message.ts));
  return {
    keep: (cited) =>
      cited.flatMap(({ ts, quote }) => {
        const exact = exactQuote(byTs.get(ts)?.text ?? '', quote);
        return exact === null ? [] : [{ ts, quote: exact }];
      }),
    messageOf: (evidence) => (evidence === undefined ? null : (byTs.get(evidence.ts) ?? null)),
    isGrounded: (sentence) => technicalWords(sentence).every((word) => all.includes(word)),
    isAnywhere: (words, cited) =>
      told(cited).some((message) => squeezed(message.text).text.includes(squeezed(words).text)),
    isToldBy: (sentence, cited) => {
      const known = new Set(
        termsOf(
          told(cited)
            .map((message) => message.text)
            .join('\n'),
        ),
      );
      const terms = [...new Set(termsOf(sentence))];
      const found = terms.filter((term) => known.has(term));
      return (
        found.length > 0 &&
        found.length >= terms.length * leastTold &&
        terms.every((term) => known.has(term) || !destroys.has(term))
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
  const wanted = squeezed(quote.trim()).text.trim();
  if (wanted.length < leastQuote) return null;
  const { text: hay, places } = squeezed(text);
  const at = hay.indexOf(wanted);
  if (at < 0) return null;
  const start = places[at];
  const end = places[at + wanted.length - 1];
  return start === undefined || end === undefined
    ? null
    : text.slice(start, Math.min(end + 1, start + mostQuote));
}

/** The text without invisible characters, every run of white space as one blank, and where each of its characters stood. */
function squeezed(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let out = '';
  let at = 0;
  for (const char of text) {
    const blank = /\s/.test(char);
    if (!/\p{Cf}/u.test(char) && !(blank && out.endsWith(' '))) {
      out += blank ? ' ' : char;
      for (let unit = 0; unit < char.length; unit++) places.push(at + unit);
    }
    at += char.length;
  }
  return { text: out, places };
}

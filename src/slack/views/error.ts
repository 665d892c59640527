import { escapeMrkdwn } from './escape.ts';
import { type Body, body, section } from './limits.ts';

const mention = /(<@[UW][A-Z0-9]+>)/;

/** What went wrong, in one sentence that says what to do. Only a mention in it acts: of the bot, by the name it has here. */
export function errorBody(sentence: string): Body {
  const shown = errorWords(sentence);
  return body(shown, [section(shown)]);
}

/** The same as mrkdwn, for a modal. */
export function errorWords(sentence: string): string {
  const parts = sentence.trim().slice(0, 1_000).split(mention);
  const words = parts.map((part, index) => (index % 2 === 1 ? part : escapeMrkdwn(part))).join('');
  return words.trim() || 'Something went wrong here. Please try once more.';
}

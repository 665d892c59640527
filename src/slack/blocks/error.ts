import { escapeMrkdwn } from '../escape.ts';
import { type Body, body, section } from './limits.ts';

/** What went wrong, in one sentence that says what to do. */
export function errorBody(sentence: string): Body {
  const shown = escapeMrkdwn(sentence.trim(), 1_000) || 'Something went wrong here. Please try once more.';
  return body(shown, [section(shown)]);
}

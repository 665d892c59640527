import { escapeMrkdwn } from '../escape.ts';
import { type Block, type Body, body, limits, plainText, section } from './limits.ts';

/** What went wrong, in one sentence that says what to do. */
export function errorBody(sentence: string): Body {
  const shown = escapeMrkdwn(sentence.trim(), 1_000) || 'Something went wrong here. Please try once more.';
  return body(shown, [section(shown)]);
}

/** The same for the App Home, where no message can be shown to one person. `words` is our own mrkdwn. */
export function noticeModal(words: string): Block {
  return {
    type: 'modal',
    title: plainText('Precedent', limits.modalTitleChars),
    close: plainText('Close', limits.modalTitleChars),
    blocks: [section(words)],
  };
}

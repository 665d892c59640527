import { escapeMrkdwn } from './escape.ts';
import { type Block, type Body, body, limits, plainText, section } from './limits.ts';

const mention = /(<@[UW][A-Z0-9]+>)/;

/** What went wrong, in one sentence that says what to do. Only a mention in it acts: of the bot, by the name it has here. */
export function errorBody(sentence: string): Body {
  const parts = sentence.trim().slice(0, 1_000).split(mention);
  const words = parts.map((part, index) => (index % 2 === 1 ? part : escapeMrkdwn(part))).join('');
  const shown = words.trim() || 'Something went wrong here. Please try once more.';
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

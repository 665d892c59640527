import { cleanText, clip } from './escape.ts';
import { type Block, type Body, body, context, limits, plainText, section } from './limits.ts';

/** One thing to read, and Close. `words` is our own mrkdwn. */
export function noticeModal(words: string): Block {
  return {
    type: 'modal',
    title: plainText('Precedent', limits.modalTitleChars),
    close: plainText('Close', limits.modalTitleChars),
    blocks: [section(words)],
  };
}

/** What a person wrote into one field of a form. */
export type WrittenField = { label: string; text: string };

/** Why a form was not saved, in our own mrkdwn, and all that was written into it, to copy. */
export function unsavedModal(words: string, written: WrittenField[]): Block {
  const notice = noticeModal(words);
  return { ...notice, blocks: [section(words), ...writtenBlocks(written)].slice(0, limits.viewBlocks) };
}

/** The same as a message. */
export function unsavedBody(words: string, written: WrittenField[]): Body {
  return body(words, [section(words), ...writtenBlocks(written)]);
}

/** As it was written, line by line: plain text, in which nothing acts. */
function writtenBlocks(written: WrittenField[]): Block[] {
  return written.flatMap(({ label, text }) => [
    context(label),
    {
      type: 'section',
      text: { type: 'plain_text', text: clip(cleanText(text), limits.sectionChars) || '–', emoji: false },
    },
  ]);
}

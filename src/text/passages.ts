import { plainText } from './plain-text.ts';

/** A passage is so many messages in a row: one alone is often "same here", and three say what they are about. */
const messagesPerPassage = 3;
/** More of them found no more on labelled threads. */
const maxPassages = 10;
const maxMessageChars = 240;
const maxPassageChars = 500;

/** A thread as overlapping passages, at most ten evenly spread over it, each ready to be embedded; pastes are cut to their first lines. */
export function passagesOf(messages: readonly string[]): string[] {
  const readable = messages.map(readableMessage).filter((text) => text !== '');
  const passages = readable.map((_, at) =>
    readable
      .slice(at, at + messagesPerPassage)
      .join(' ')
      .slice(0, maxPassageChars),
  );
  if (passages.length <= maxPassages) return passages;
  return Array.from({ length: maxPassages }, (_, place) => {
    const at = Math.floor((place * passages.length) / maxPassages);
    return passages[at] ?? '';
  });
}

function readableMessage(text: string): string {
  const withoutPaste = text
    .slice(0, 4_000)
    .replace(/```([\s\S]*?)(?:```|$)/g, (_, paste: string) => paste.slice(0, 120));
  return plainText(withoutPaste).replace(/`/g, ' ').replace(/\s+/g, ' ').trim().slice(0, maxMessageChars);
}

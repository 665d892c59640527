import type { Message } from '../../library/message.ts';
import type { OffTopicNote } from '../../library/solution.ts';
import { plainText } from '../../text/plain-text.ts';

const maxWordsChars = 60;

/** What a draft says of the messages that it leaves out: which, and the first words of it. Null for none. */
export function offTopicNote(
  messages: readonly Message[],
  about = messages[0]?.text ?? '',
): OffTopicNote | null {
  if (messages.length === 0) return null;
  return { messages: messages.map(({ ts }) => ts), words: firstWords(about) };
}

/** Cut between words. */
function firstWords(about: string): string {
  const line = plainText(about).replace(/\s+/g, ' ').replaceAll('`', '').trim();
  const isComplete = line.length <= maxWordsChars;
  const words = (isComplete ? line : line.slice(0, maxWordsChars).replace(/\s\S*$/, '')).replace(
    /[\s.,:;]+$/,
    '',
  );
  return isComplete ? words : `${words}…`;
}

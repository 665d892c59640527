import type { ThreadMessage } from '../../library/message.ts';
import type { LeftOut } from '../../library/solution.ts';
import { plainText } from '../../text/plain-text.ts';

const mostWords = 60;

/** What a draft says of the messages that it leaves out: which, and the first words of it. Null for none. */
export function leftOutOf(
  messages: readonly ThreadMessage[],
  about = messages[0]?.text ?? '',
): LeftOut | null {
  if (messages.length === 0) return null;
  return { messages: messages.map(({ ts }) => ts), words: firstWords(about) };
}

/** Cut between words. */
function firstWords(about: string): string {
  const line = plainText(about).replace(/\s+/g, ' ').replaceAll('`', '').trim();
  const whole = line.length <= mostWords;
  const words = (whole ? line : line.slice(0, mostWords).replace(/\s\S*$/, '')).replace(/[\s.,:;]+$/, '');
  return whole ? words : `${words}…`;
}

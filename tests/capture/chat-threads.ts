import type { CapturedThread } from '../../src/capture/sentences/read-sentences.ts';
import type { Message } from '../../src/library/message.ts';

/** A thread of [who, words] lines, a minute apart; "bot" is an alert's bot. Resolved an hour after it began unless said otherwise. */
export function threadOf(lines: readonly (readonly [string, string])[], resolved = true): CapturedThread {
  const messages = lines.map(([who, text], index) => messageOf(who, text, index));
  const [root, ...replies] = messages;
  if (root === undefined) throw new Error('a thread needs a first message');
  const openedAt = new Date(1_700_000_000_000);
  return { root, replies, openedAt, resolvedAt: resolved ? new Date(openedAt.getTime() + 3_600_000) : null };
}

/** The timestamp of the n-th line. */
export function tsOf(index: number): string {
  return `${1_700_000_000 + index * 60}.000100`;
}

function messageOf(who: string, text: string, index: number): Message {
  return { ts: tsOf(index), userId: who === 'bot' ? null : who, isBot: who === 'bot', text, editedAt: null };
}

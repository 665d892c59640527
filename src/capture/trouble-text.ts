import { compareTs } from '../library/thread-message.ts';
import { plainText } from './plain-text.ts';
import type { CapturedThread } from './read-thread.ts';
import { emptyOpeners } from './rules/opener-cues.ts';

const mostSkipped = 3;

/** The message that tells the trouble: the first one, or what its author says next when it only asks for attention. */
export function troubleText({ root, replies }: CapturedThread): string {
  if (root.isBot || !isEmpty(root.text)) return root.text;
  const next = replies
    .toSorted((a, b) => compareTs(a.ts, b.ts))
    .filter((reply) => reply.userId === root.userId && !reply.isBot)
    .slice(0, mostSkipped)
    .find((reply) => !isEmpty(reply.text) && reply.text.trim().length >= 20);
  return next?.text ?? root.text;
}

function isEmpty(text: string): boolean {
  const words = plainText(text.trim()).replace(/^<?@\w+>?[,:]?\s*/, '');
  return emptyOpeners.some((rule) => rule.pattern.test(words));
}

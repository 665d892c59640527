import { compareTs, type Message } from '../../library/message.ts';
import { plainText } from '../../text/plain-text.ts';
import { statesProblem } from '../../text/problem-cues.ts';
import { readAction } from '../actions/read-action.ts';
import { emptyOpeners } from '../patterns/opener-cues.ts';
import type { CapturedThread } from '../sentences/read-sentences.ts';
import { hasNoText } from './draft-text.ts';

const maxSkipped = 3;
const maxAsked = 6;

/**
 * The message that states the problem: the first one, or what its author says next when it only asks for attention. Of
 * one without words (a picture, a link) anyone may state it, who asks what it shows or answers that.
 */
export function problemStatement({ root, replies }: CapturedThread): string {
  const ordered = replies
    .toSorted((a, b) => compareTs(a.ts, b.ts))
    .filter((reply) => !reply.isBot && !isEmpty(reply.text));
  if (hasNoText(root.text)) return statedProblem(root, ordered)?.text ?? root.text;
  if (root.isBot || !isEmpty(root.text)) return root.text;
  return nextByAuthor(root, ordered)?.text ?? root.text;
}

function statedProblem(root: Message, replies: Message[]): Message | undefined {
  const statements = replies
    .slice(0, maxAsked)
    .filter(({ text }) => !/\?\s*$/.test(text) && readAction(plainText(text), 'chat') === null);
  return statements.find(({ text }) => statesProblem(plainText(text))) ?? nextByAuthor(root, statements);
}

function nextByAuthor(root: Message, replies: Message[]): Message | undefined {
  return replies
    .filter(({ userId }) => userId === root.userId)
    .slice(0, maxSkipped)
    .find(({ text }) => text.trim().length >= 20);
}

function isEmpty(text: string): boolean {
  const words = plainText(text.trim()).replace(/^<?@\w+>?[,:]?\s*/, '');
  return emptyOpeners.some((rule) => rule.pattern.test(words));
}

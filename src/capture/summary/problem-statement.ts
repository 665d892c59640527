import { compareTs, type ThreadMessage } from '../../library/message.ts';
import { plainText } from '../../text/plain-text.ts';
import { readAction } from '../actions/read-action.ts';
import { emptyOpeners } from '../patterns/opener-cues.ts';
import { tellsTrouble } from '../patterns/title-cues.ts';
import type { CapturedThread } from '../sentences/read-sentences.ts';
import { saysNothing } from './draft-text.ts';

const mostSkipped = 3;
const mostAsked = 6;

/**
 * The message that tells the trouble: the first one, or what its author says next when it only asks for attention. Of
 * one without words (a picture, a link) anyone may tell it, who asks what it shows or answers that.
 */
export function troubleText({ root, replies }: CapturedThread): string {
  const inOrder = replies
    .toSorted((a, b) => compareTs(a.ts, b.ts))
    .filter((reply) => !reply.isBot && !isEmpty(reply.text));
  if (saysNothing(root.text)) return toldTrouble(root, inOrder)?.text ?? root.text;
  if (root.isBot || !isEmpty(root.text)) return root.text;
  return nextOf(root, inOrder)?.text ?? root.text;
}

function toldTrouble(root: ThreadMessage, replies: ThreadMessage[]): ThreadMessage | undefined {
  const told = replies
    .slice(0, mostAsked)
    .filter(({ text }) => !/\?\s*$/.test(text) && readAction(plainText(text), 'chat') === null);
  return told.find(({ text }) => tellsTrouble.test(plainText(text))) ?? nextOf(root, told);
}

function nextOf(root: ThreadMessage, replies: ThreadMessage[]): ThreadMessage | undefined {
  return replies
    .filter(({ userId }) => userId === root.userId)
    .slice(0, mostSkipped)
    .find(({ text }) => text.trim().length >= 20);
}

function isEmpty(text: string): boolean {
  const words = plainText(text.trim()).replace(/^<?@\w+>?[,:]?\s*/, '');
  return emptyOpeners.some((rule) => rule.pattern.test(words));
}

import type { ThreadMessage } from '../../library/message.ts';
import type { LeftOut } from '../../library/solution.ts';
import { plainText } from '../../text/plain-text.ts';
import { readAction } from '../actions/read-action.ts';
import { toldSame } from '../patterns/topic-shift-cues.ts';
import type { CapturedThread } from '../sentences/read-sentences.ts';
import { readAlertOutcome, readOutcome } from '../steps/read-outcome.ts';
import { tiesThem } from './detect-topic-shift.ts';
import { leftOutOf } from './off-topic-note.ts';
import { readTopics, type TopicMessage, type TopicReading } from './segment-topics.ts';

/**
 * The thread without what it says of another problem than its first, sentence by sentence, and what that was; the
 * same thread and null when it keeps to one. When in doubt it is one problem.
 */
export function leaveOutOthers(thread: CapturedThread): { thread: CapturedThread; leftOut: LeftOut | null } {
  const reading = readTopics(thread);
  if (reading.about === null || areOne(reading)) return { thread, leftOut: null };
  const messages = surelyTold(reading);
  const left = messages
    .filter(({ sentences }) => sentences.some(({ topic }) => topic === 'other'))
    .map(({ message }) => message);
  if (left.length === 0) return { thread, leftOut: null };
  const { words, ts } = reading.about;
  // The words must leave with their message, so they are of one that was left out.
  const leftOut = left.some((message) => message.ts === ts) ? leftOutOf(left, words) : leftOutOf(left);
  return { thread: { ...thread, replies: messages.flatMap((each) => withoutOther(each) ?? []) }, leftOut };
}

/** Somebody says that both are one trouble, or that one comes from the other. */
function areOne({ messages, first, other }: TopicReading): boolean {
  return messages.some(
    ({ message, sentences }) =>
      !message.isBot &&
      sentences.some(({ text, isCode }) => !isCode && (toldSame.test(text) || tiesThem(text, first, other))),
  );
}

/**
 * The messages with their topics; what people say is all of the first problem when nobody says that the other is
 * another, and the first does not end by itself: somebody may have found its cause.
 */
function surelyTold(reading: TopicReading): TopicMessage[] {
  const { messages } = reading;
  if (reading.sure || reading.apart || firstEndsByItself(messages)) return messages;
  return messages.map((each) =>
    each.message.isBot
      ? each
      : { ...each, sentences: each.sentences.map((sentence) => ({ ...sentence, topic: 'first' as const })) },
  );
}

/** An act on the first problem ended it, and not an act on the other of which nobody has said yet what came of it. */
function firstEndsByItself(messages: readonly TopicMessage[]): boolean {
  let acted = false;
  let other: 'untouched' | 'open' | 'over' = 'untouched';
  for (const { message, sentences } of messages) {
    for (const { text, topic, isCode } of sentences) {
      const outcome = message.isBot ? readAlertOutcome(plainText(text)) : isCode ? null : readOutcome(text);
      const isAct = isCode || (!message.isBot && readAction(text, 'chat') !== null);
      const failed = outcome?.meaning === 'no_effect' || outcome?.meaning === 'made_worse';
      if (topic === 'other') {
        if (outcome !== null && !failed) other = 'over';
        else if (isAct && other === 'untouched') other = 'open';
        continue;
      }
      if (isAct) acted = true;
      if (failed) acted = false;
      else if (outcome !== null && acted && other !== 'open') return true;
    }
  }
  return false;
}

/** The message without the sentences of the other problem; null when nothing is left. */
function withoutOther({ message, sentences }: TopicMessage): ThreadMessage | null {
  const others = sentences.filter(({ topic }) => topic === 'other');
  if (others.length === 0) return message;
  if (others.length === sentences.length) return null;
  let text = '';
  let at = 0;
  for (const { start, end, isCode } of others) {
    const fence = isCode ? 3 : 0;
    // An empty line keeps what stood before and after it apart.
    text += `${message.text.slice(at, Math.max(at, start - fence)).trimEnd()}\n\n`;
    at = end + fence;
  }
  return { ...message, text: `${text}${message.text.slice(at)}`.trim() };
}

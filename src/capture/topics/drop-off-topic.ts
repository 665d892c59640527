import type { Message } from '../../library/message.ts';
import type { OffTopicNote } from '../../library/solution.ts';
import { plainText } from '../../text/plain-text.ts';
import { readAction } from '../actions/read-action.ts';
import { sameProblemStated } from '../patterns/topic-shift-cues.ts';
import { readAlertOutcome, readOutcome } from '../sentences/read-outcome.ts';
import type { CapturedThread } from '../sentences/read-sentences.ts';
import { linksTopics } from './detect-topic-shift.ts';
import { offTopicNote } from './off-topic-note.ts';
import { segmentTopics, type TopicMessage, type TopicSegmentation } from './segment-topics.ts';

/** A sentence about another problem, by its place in its message's text, and why it counts as such. */
export type OffTopicSentence = { message: Message; start: number; end: number; reason: string };

export type OnTopicThread = {
  thread: CapturedThread;
  offTopic: OffTopicNote | null;
  dropped: readonly OffTopicSentence[];
};

/**
 * The thread without what it says of another problem than its first, sentence by sentence, and what that was; the
 * same thread and null when it keeps to one. When in doubt it is one problem.
 */
export function dropOffTopic(thread: CapturedThread): OnTopicThread {
  const reading = segmentTopics(thread);
  const whole = { thread, offTopic: null, dropped: [] };
  if (reading.about === null || areOneProblem(reading)) return whole;
  const messages = withCertainTopics(reading);
  const offTopicMessages = messages
    .filter(({ sentences }) => sentences.some(({ topic }) => topic === 'other'))
    .map(({ message }) => message);
  if (offTopicMessages.length === 0) return whole;
  const { words, ts } = reading.about;
  // The words must leave with their message, so they are of one that was left out.
  const offTopic = offTopicMessages.some((message) => message.ts === ts)
    ? offTopicNote(offTopicMessages, words)
    : offTopicNote(offTopicMessages);
  return {
    thread: { ...thread, replies: messages.flatMap((each) => withoutOffTopic(each) ?? []) },
    offTopic,
    dropped: messages.flatMap(({ message, sentences }) =>
      sentences
        .filter(({ topic }) => topic === 'other')
        .map(({ start, end, reason }) => ({ message, start, end, reason })),
    ),
  };
}

/** Somebody says that both are one problem, or that one comes from the other. */
function areOneProblem({ messages, first, other }: TopicSegmentation): boolean {
  return messages.some(
    ({ message, sentences }) =>
      !message.isBot &&
      sentences.some(
        ({ text, isCode }) => !isCode && (sameProblemStated.test(text) || linksTopics(text, first, other)),
      ),
  );
}

/**
 * The messages with their topics; what people say is all of the first problem when nobody says that the other is
 * another, and the first does not end by itself: somebody may have found its cause.
 */
function withCertainTopics(reading: TopicSegmentation): TopicMessage[] {
  const { messages } = reading;
  if (reading.isExplicit || reading.declaredSeparate || firstEndsSeparately(messages)) return messages;
  return messages.map((each) =>
    each.message.isBot
      ? each
      : { ...each, sentences: each.sentences.map((sentence) => ({ ...sentence, topic: 'first' as const })) },
  );
}

/** An action on the first problem ended it, and not one on the other of which nobody has said yet what came of it. */
function firstEndsSeparately(messages: readonly TopicMessage[]): boolean {
  let hasActed = false;
  let other: 'untouched' | 'open' | 'over' = 'untouched';
  for (const { message, sentences } of messages) {
    for (const { text, topic, isCode } of sentences) {
      const outcome = message.isBot ? readAlertOutcome(plainText(text)) : isCode ? null : readOutcome(text);
      const isAction = isCode || (!message.isBot && readAction(text, 'chat') !== null);
      const failed = outcome?.meaning === 'no_effect' || outcome?.meaning === 'made_worse';
      if (topic === 'other') {
        if (outcome !== null && !failed) other = 'over';
        else if (isAction && other === 'untouched') other = 'open';
        continue;
      }
      if (isAction) hasActed = true;
      if (failed) hasActed = false;
      else if (outcome !== null && hasActed && other !== 'open') return true;
    }
  }
  return false;
}

/** The message without the sentences of the other problem; null when nothing is left. */
function withoutOffTopic({ message, sentences }: TopicMessage): Message | null {
  const offTopicSentences = sentences.filter(({ topic }) => topic === 'other');
  if (offTopicSentences.length === 0) return message;
  if (offTopicSentences.length === sentences.length) return null;
  let text = '';
  let at = 0;
  for (const { start, end, isCode } of offTopicSentences) {
    const fence = isCode ? 3 : 0;
    // An empty line keeps what stood before and after it apart.
    text += `${message.text.slice(at, Math.max(at, start - fence)).trimEnd()}\n\n`;
    at = end + fence;
  }
  return { ...message, text: `${text}${message.text.slice(at)}`.trim() };
}

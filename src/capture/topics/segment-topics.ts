import { compareTs, type Message } from '../../library/message.ts';
import { plainText } from '../../text/plain-text.ts';
import { readAction } from '../actions/read-action.ts';
import { completions } from '../patterns/reply-cues.ts';
import { repliesToPrevious, separateProblemsStated } from '../patterns/topic-shift-cues.ts';
import { readAlertOutcome, readOutcome } from '../sentences/read-outcome.ts';
import type { CapturedThread } from '../sentences/read-sentences.ts';
import { splitMessage } from '../sentences/split-message.ts';
import { problemStatement } from '../summary/problem-statement.ts';
import { addWords, type ProblemWords, topicScore } from '../summary/problem-words.ts';
import { detectTopicShift, isReturn, mayShiftTopic, shiftWithoutCue } from './detect-topic-shift.ts';
import { findOtherAlert } from './find-other-alert.ts';

/** Which problem is spoken of: the one that the thread began with, or any other. */
export type Topic = 'first' | 'other';

/** One sentence or block of code of a message. `namesTopic`: its own words say what its topic is; `reason`: why it has it. */
export type TopicSentence = {
  start: number;
  end: number;
  text: string;
  isCode: boolean;
  topic: Topic;
  namesTopic: boolean;
  reason: string;
};
export type TopicMessage = { message: Message; sentences: TopicSentence[] };

export type TopicSegmentation = {
  messages: TopicMessage[];
  first: ProblemWords;
  other: ProblemWords;
  /** The words of the first turn to another problem and its message, and whether any says itself that it is another. */
  about: { words: string; ts: string } | null;
  isExplicit: boolean;
  /** Somebody calls the two separate, after the turn. */
  declaredSeparate: boolean;
};

const goesOn = 'it goes on with it';

/** Where the reading of a thread stands. */
type SegmentationState = TopicSegmentation & {
  root: Message;
  firstText: string;
  /** The topic of the message before, and all that each person has spoken of. */
  currentTopic: Topic;
  topicsByPerson: Map<string, Set<Topic>>;
  /** The problems on which somebody has acted. */
  actedOn: Set<Topic>;
  /** Somebody said that the first problem is over. */
  firstIsOver: boolean;
  /** The subject has changed for all: the first problem was over, or somebody of it turned; nobody has come back. */
  hasMovedOn: boolean;
};

/** What each reply speaks of, in order of time. Cheap for a thread without a word that might turn. */
export function segmentTopics(thread: CapturedThread): TopicSegmentation {
  const messages = [...thread.replies].sort((a, b) => compareTs(a.ts, b.ts)).map(toTopicMessage);
  const state = initialState(thread, messages);
  const mayHoldShift = messages.some(
    ({ message, sentences }) =>
      message.isBot || sentences.some(({ text }) => mayShiftTopic(text) || separateProblemsStated.test(text)),
  );
  if (!mayHoldShift) return state;
  const problem = problemStatement(thread);
  state.firstText = problem === thread.root.text ? problem : `${thread.root.text}\n${problem}`;
  addWords(state.first, state.firstText, 2);
  for (const [index, topicMessage] of messages.entries()) {
    if (topicMessage.message.isBot) segmentBotMessage(topicMessage, state);
    else segmentPersonMessage(topicMessage, index, state);
  }
  return state;
}

function toTopicMessage(message: Message): TopicMessage {
  const sentences = splitMessage(message.text).map(({ kind, start, end }): TopicSentence => {
    const raw = message.text.slice(start, end);
    const isCode = kind === 'code';
    const text = isCode ? raw : plainText(raw);
    return { start, end, text, isCode, topic: 'first', namesTopic: false, reason: goesOn };
  });
  return { message, sentences };
}

function initialState({ root }: CapturedThread, messages: TopicMessage[]): SegmentationState {
  return {
    messages,
    first: new Map(),
    other: new Map(),
    about: null,
    isExplicit: false,
    declaredSeparate: false,
    root,
    firstText: '',
    currentTopic: 'first',
    topicsByPerson: new Map(root.userId === null ? [] : [[root.userId, new Set<Topic>(['first'])]]),
    actedOn: new Set(),
    firstIsOver: false,
    hasMovedOn: false,
  };
}

function segmentPersonMessage(topicMessage: TopicMessage, index: number, state: SegmentationState): void {
  const { message, sentences } = topicMessage;
  const defaultTopic = defaultTopicOf(topicMessage, state.messages[index - 1], state);
  const found = sentences.map((_, at) => statedTopic(topicMessage, at, state.messages.slice(index), state));
  const next = found.find((each) => each !== null);
  // Sentences before the first that says what it is about belong to it, unless that one turns away.
  let last = next?.by === 'words' ? next.topic : defaultTopic;
  for (const [at, sentence] of sentences.entries()) {
    last = found[at]?.topic ?? last;
    sentence.topic = last;
    sentence.namesTopic = found[at] !== null;
    sentence.reason = found[at]?.reason ?? goesOn;
    learnTerms(sentence, state);
  }
  state.currentTopic = last;
  const user = message.userId;
  if (user !== null) state.topicsByPerson.set(user, (state.topicsByPerson.get(user) ?? new Set()).add(last));
}

type StatedTopic = { topic: Topic; by: 'cue' | 'words'; reason: string } | null;

/** What a sentence itself says of its topic. */
function statedTopic(
  topicMessage: TopicMessage,
  at: number,
  later: readonly TopicMessage[],
  state: SegmentationState,
): StatedTopic {
  const text = topicMessage.sentences[at]?.text ?? '';
  if (state.about !== null && isReturn(text)) {
    const topic = topicByTerms(text, state, 1) ?? 'first';
    if (topic === 'first') state.hasMovedOn = false;
    return { topic, by: 'cue', reason: 'it comes back' };
  }
  const cue = recordTopicShift(topicMessage, at, later, state);
  if (cue !== null) return { topic: 'other', by: 'cue', reason: `it turns to it ("${cue}")` };
  const topic = state.about === null ? null : topicByTerms(text, state, state.hasMovedOn ? 1 : minTermWeight);
  return topic === null ? null : { topic, by: 'words', reason: 'its words are of it' };
}

/** A word said once in passing settles nothing against what people spoke of before. */
const minTermWeight = 2;

function topicByTerms(text: string, { first, other }: SegmentationState, minWeight: number): Topic | null {
  const aboutFirst = topicScore(text, first, other);
  const aboutOther = topicScore(text, other, first);
  if (aboutFirst === aboutOther || Math.max(aboutFirst, aboutOther) < minWeight) return null;
  return aboutOther > aboutFirst ? 'other' : 'first';
}

/** The cue by which the sentence turns to another problem, or null. */
function recordTopicShift(
  { message, sentences }: TopicMessage,
  at: number,
  later: readonly TopicMessage[],
  state: SegmentationState,
): string | null {
  const text = sentences[at]?.text ?? '';
  const aboutFirst = state.topicsByPerson.get(message.userId ?? '')?.has('first') === true;
  const reply = aboutFirst ? undefined : later[1];
  const isRedirected =
    reply?.sentences.some((sentence) => separateProblemsStated.test(sentence.text)) === true;
  if (!isRedirected && !mayShiftTopic(text)) return null;
  const rest = sentences
    .slice(at + 1, at + 3)
    .map((sentence) => sentence.text)
    .join(' ');
  const declaredSeparate = later.some((each) =>
    each.sentences.some((sentence) => separateProblemsStated.test(sentence.text)),
  );
  const first = { text: state.firstText, words: state.first };
  const shift =
    detectTopicShift({ text, rest }, first, declaredSeparate) ??
    (isRedirected ? shiftWithoutCue({ text, rest }, first) : null);
  if (shift === null) return null;
  if (state.firstIsOver || (aboutFirst && shift.isExplicit)) state.hasMovedOn = true;
  state.isExplicit ||= shift.isExplicit;
  state.declaredSeparate ||= declaredSeparate;
  state.about ??= { words: shift.about, ts: message.ts };
  addOtherTerms(state, shift.about, 2);
  return shift.cue;
}

/** Learns the words of each problem: from what is surely said of it. Words of the first stay its own. */
function learnTerms({ text, topic, namesTopic, isCode }: TopicSentence, state: SegmentationState): void {
  if (isCode || isAction(text)) state.actedOn.add(topic);
  const isCertain = namesTopic || state.about === null;
  if (topic === 'other') {
    if (isCertain) addOtherTerms(state, text, 1);
    return;
  }
  if (isCertain) addFirstTerms(state, text);
  if (state.about === null) state.firstText += `\n${text}`;
  state.firstIsOver ||= !isCode && readOutcome(text)?.meaning === 'worked';
}

function addFirstTerms(state: SegmentationState, text: string): void {
  addNewTerms(state.first, state.other, text, 1);
}

function addOtherTerms(state: SegmentationState, text: string, weight: number): void {
  addNewTerms(state.other, state.first, text, weight);
}

/** A word that is the other problem's already stays its own. */
function addNewTerms(to: ProblemWords, others: ProblemWords, text: string, weight: number): void {
  const words: ProblemWords = new Map();
  addWords(words, text, weight);
  for (const [word, found] of words) {
    if (!others.has(word)) to.set(word, Math.max(found, to.get(word) ?? 0));
  }
}

/** What a message is about that does not say it: what its author, whom it speaks to, or the message before is about. */
function defaultTopicOf(
  { message }: TopicMessage,
  before: TopicMessage | undefined,
  state: SegmentationState,
): Topic {
  const to = /^<@(\w+)>/.exec(message.text)?.[1];
  const addresseeTopic = soleTopic(state.topicsByPerson.get(to ?? ''));
  if (addresseeTopic !== null) return addresseeTopic;
  const text = plainText(message.text);
  const ownTopic = soleTopic(state.topicsByPerson.get(message.userId ?? ''));
  const isReply = before !== undefined && before.message.userId !== message.userId;
  const outcome = readOutcome(text);
  const reportsOwn = ownTopic !== null && (isAction(text) || outcome !== null);
  if (isReply && !reportsOwn && state.currentTopic === 'other' && repliesToPrevious.test(text))
    return 'other';
  // "That did it" speaks of an action, and there may be one on the first problem alone.
  const isAboutFirst =
    outcome !== null && state.actedOn.has('first') && !state.actedOn.has('other') && !state.firstIsOver;
  if (isAboutFirst && ownTopic !== 'other') return 'first';
  const follows = ownTopic === 'first' && state.hasMovedOn && !completions.test(text);
  return ownTopic === null || follows ? state.currentTopic : ownTopic;
}

function isAction(text: string): boolean {
  return !text.endsWith('?') && readAction(text, 'chat') !== null;
}

/** What a person spoke of, if it was one thing. */
function soleTopic(topicsByPerson: ReadonlySet<Topic> | undefined): Topic | null {
  const [topic, another] = [...(topicsByPerson ?? [])];
  return topic !== undefined && another === undefined ? topic : null;
}

/** An alert's message is about one thing; it changes nobody's subject. */
function segmentBotMessage({ message, sentences }: TopicMessage, state: SegmentationState): void {
  const about = findOtherAlert(message.text, state.root, state.first);
  const known = state.about === null ? null : topicByTerms(message.text, state, minTermWeight);
  const topic = about === null ? (known ?? 'first') : 'other';
  for (const sentence of sentences) {
    sentence.topic = topic;
    sentence.namesTopic = true;
    sentence.reason = about === null ? 'its words are of it' : 'it is another alert';
  }
  if (about !== null) {
    state.about ??= { words: about, ts: message.ts };
    addOtherTerms(state, about, 2);
  }
  if (topic === 'other') return;
  addFirstTerms(state, message.text);
  state.firstIsOver ||= readAlertOutcome(plainText(message.text))?.meaning === 'worked';
}

import { compareTs, type ThreadMessage } from '../../library/message.ts';
import { plainText } from '../../text/plain-text.ts';
import { readAction } from '../actions/read-action.ts';
import { completions } from '../patterns/modality-cues.ts';
import { answersBefore, toldApart } from '../patterns/topic-shift-cues.ts';
import type { CapturedThread } from '../sentences/read-sentences.ts';
import { splitMessage } from '../sentences/split-message.ts';
import { readAlertOutcome, readOutcome } from '../steps/read-outcome.ts';
import { troubleText } from '../summary/problem-statement.ts';
import { addWords, type ProblemWords, speaksOf } from '../summary/problem-words.ts';
import { isReturn, mayTurn, sentAway, turnIn } from './detect-topic-shift.ts';
import { otherAlertIn } from './other-alert.ts';

/** Which problem is spoken of: the one that the thread began with, or any other. */
export type Topic = 'first' | 'other';

/** One sentence or block of code of a message. `named`: its own words say what its topic is. */
export type TopicSentence = {
  start: number;
  end: number;
  text: string;
  isCode: boolean;
  topic: Topic;
  named: boolean;
};
export type TopicMessage = { message: ThreadMessage; sentences: TopicSentence[] };

export type TopicReading = {
  messages: TopicMessage[];
  first: ProblemWords;
  other: ProblemWords;
  /** The words of the first turn to another problem and its message, and whether any says itself that it is another. */
  about: { words: string; ts: string } | null;
  sure: boolean;
  /** Somebody tells the two apart, after the turn. */
  apart: boolean;
};

/** Where the reading of a thread stands. */
type State = TopicReading & {
  root: ThreadMessage;
  firstText: string;
  /** The topic of the message before, and all that each person has spoken of. */
  current: Topic;
  spoke: Map<string, Set<Topic>>;
  /** The problems on which somebody has acted. */
  acted: Set<Topic>;
  /** Somebody said that the first problem is over. */
  over: boolean;
  /** The subject has changed for all: the first problem was over, or somebody of it turned; nobody has come back. */
  moved: boolean;
};

/** What each reply speaks of, in order of time. Cheap for a thread without a word that might turn. */
export function readTopics(thread: CapturedThread): TopicReading {
  const messages = [...thread.replies].sort((a, b) => compareTs(a.ts, b.ts)).map(asSaid);
  const state = beginOf(thread, messages);
  const mayHold = messages.some(
    ({ message, sentences }) =>
      message.isBot || sentences.some(({ text }) => mayTurn(text) || toldApart.test(text)),
  );
  if (!mayHold) return state;
  const trouble = troubleText(thread);
  state.firstText = trouble === thread.root.text ? trouble : `${thread.root.text}\n${trouble}`;
  addWords(state.first, state.firstText, 2);
  for (const [index, said] of messages.entries()) {
    if (said.message.isBot) readBot(said, state);
    else readPerson(said, index, state);
  }
  return state;
}

function asSaid(message: ThreadMessage): TopicMessage {
  const sentences = splitMessage(message.text).map(({ kind, start, end }): TopicSentence => {
    const raw = message.text.slice(start, end);
    const isCode = kind === 'code';
    return { start, end, text: isCode ? raw : plainText(raw), isCode, topic: 'first', named: false };
  });
  return { message, sentences };
}

function beginOf({ root }: CapturedThread, messages: TopicMessage[]): State {
  return {
    messages,
    first: new Map(),
    other: new Map(),
    about: null,
    sure: false,
    apart: false,
    root,
    firstText: '',
    current: 'first',
    spoke: new Map(root.userId === null ? [] : [[root.userId, new Set<Topic>(['first'])]]),
    acted: new Set(),
    over: false,
    moved: false,
  };
}

function readPerson(said: TopicMessage, index: number, state: State): void {
  const { message, sentences } = said;
  const usual = usualTopic(said, state.messages[index - 1], state);
  const told = sentences.map((_, at) => toldTopic(said, at, state.messages.slice(index), state));
  const next = told.find((each) => each !== null);
  // Sentences before the first that says what it is about belong to it, unless that one turns away.
  let last = next?.by === 'words' ? next.topic : usual;
  for (const [at, sentence] of sentences.entries()) {
    last = told[at]?.topic ?? last;
    sentence.topic = last;
    sentence.named = told[at] !== null;
    takeIn(sentence, state);
  }
  state.current = last;
  const user = message.userId;
  if (user !== null) state.spoke.set(user, (state.spoke.get(user) ?? new Set()).add(last));
}

type Told = { topic: Topic; by: 'cue' | 'words' } | null;

/** What a sentence itself says of its topic. */
function toldTopic(said: TopicMessage, at: number, later: readonly TopicMessage[], state: State): Told {
  const text = said.sentences[at]?.text ?? '';
  if (state.about !== null && isReturn(text)) {
    const topic = byWords(text, state, 1) ?? 'first';
    if (topic === 'first') state.moved = false;
    return { topic, by: 'cue' };
  }
  if (turns(said, at, later, state)) return { topic: 'other', by: 'cue' };
  const topic = state.about === null ? null : byWords(text, state, state.moved ? 1 : leastSaid);
  return topic === null ? null : { topic, by: 'words' };
}

/** A word said once in passing settles nothing against what people spoke of before. */
const leastSaid = 2;

function byWords(text: string, { first, other }: State, least: number): Topic | null {
  const ofFirst = speaksOf(text, first, other);
  const ofOther = speaksOf(text, other, first);
  if (ofFirst === ofOther || Math.max(ofFirst, ofOther) < least) return null;
  return ofOther > ofFirst ? 'other' : 'first';
}

function turns(
  { message, sentences }: TopicMessage,
  at: number,
  later: readonly TopicMessage[],
  state: State,
): boolean {
  const text = sentences[at]?.text ?? '';
  const ofFirst = state.spoke.get(message.userId ?? '')?.has('first') === true;
  const answer = ofFirst ? undefined : later[1];
  const isSentAway = answer?.sentences.some((sentence) => toldApart.test(sentence.text)) === true;
  if (!isSentAway && !mayTurn(text)) return false;
  const rest = sentences
    .slice(at + 1, at + 3)
    .map((sentence) => sentence.text)
    .join(' ');
  const apart = later.some((each) => each.sentences.some((sentence) => toldApart.test(sentence.text)));
  const first = { text: state.firstText, words: state.first };
  const turn = turnIn({ text, rest }, first, apart) ?? (isSentAway ? sentAway({ text, rest }, first) : null);
  if (turn === null) return false;
  if (state.over || (ofFirst && turn.sure)) state.moved = true;
  state.sure ||= turn.sure;
  state.apart ||= apart;
  state.about ??= { words: turn.about, ts: message.ts };
  addOther(state, turn.about, 2);
  return true;
}

/** Learns the words of each problem: from what is surely said of it. Words of the first stay its own. */
function takeIn({ text, topic, named, isCode }: TopicSentence, state: State): void {
  if (isCode || isAct(text)) state.acted.add(topic);
  const isSure = named || state.about === null;
  if (topic === 'other') {
    if (isSure) addOther(state, text, 1);
    return;
  }
  if (isSure) addFirst(state, text);
  if (state.about === null) state.firstText += `\n${text}`;
  state.over ||= !isCode && readOutcome(text)?.meaning === 'worked';
}

function addFirst(state: State, text: string): void {
  addNew(state.first, state.other, text, 1);
}

function addOther(state: State, text: string, weight: number): void {
  addNew(state.other, state.first, text, weight);
}

/** A word that is the other problem's already stays its own. */
function addNew(to: ProblemWords, others: ProblemWords, text: string, weight: number): void {
  const words: ProblemWords = new Map();
  addWords(words, text, weight);
  for (const [word, told] of words) {
    if (!others.has(word)) to.set(word, Math.max(told, to.get(word) ?? 0));
  }
}

/** What a message is about that does not say it: what its author, whom it speaks to, or the message before is about. */
function usualTopic({ message }: TopicMessage, before: TopicMessage | undefined, state: State): Topic {
  const to = /^<@(\w+)>/.exec(message.text)?.[1];
  const ofAddressee = onlyTopic(state.spoke.get(to ?? ''));
  if (ofAddressee !== null) return ofAddressee;
  const text = plainText(message.text);
  const own = onlyTopic(state.spoke.get(message.userId ?? ''));
  const isAnswer = before !== undefined && before.message.userId !== message.userId;
  const outcome = readOutcome(text);
  const tellsOwn = own !== null && (isAct(text) || outcome !== null);
  if (isAnswer && !tellsOwn && state.current === 'other' && answersBefore.test(text)) return 'other';
  // "That did it" speaks of an act, and there may be one on the first problem alone.
  const isOfFirst = outcome !== null && state.acted.has('first') && !state.acted.has('other') && !state.over;
  if (isOfFirst && own !== 'other') return 'first';
  const follows = own === 'first' && state.moved && !completions.test(text);
  return own === null || follows ? state.current : own;
}

function isAct(text: string): boolean {
  return !text.endsWith('?') && readAction(text, 'chat') !== null;
}

/** What a person spoke of, if it was one thing. */
function onlyTopic(spoke: ReadonlySet<Topic> | undefined): Topic | null {
  const [topic, another] = [...(spoke ?? [])];
  return topic !== undefined && another === undefined ? topic : null;
}

/** An alert's message is about one thing; it changes nobody's subject. */
function readBot({ message, sentences }: TopicMessage, state: State): void {
  const about = otherAlertIn(message.text, state.root, state.first);
  const known = state.about === null ? null : byWords(message.text, state, leastSaid);
  const topic = about === null ? (known ?? 'first') : 'other';
  for (const sentence of sentences) {
    sentence.topic = topic;
    sentence.named = true;
  }
  if (about !== null) {
    state.about ??= { words: about, ts: message.ts };
    addOther(state, about, 2);
  }
  if (topic === 'other') return;
  addFirst(state, message.text);
  state.over ||= readAlertOutcome(plainText(message.text))?.meaning === 'worked';
}

import { termsOf } from '../../text/words.ts';
import { causeCues } from '../patterns/cause-cues.ts';
import { beganAfter, nextSigns, ownSigns, pointsAtIt, wryFace } from '../patterns/cause-features.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';
import type { CauseThread } from './cause-thread.ts';

/** Everything about a sentence and its place in the thread that speaks for its telling the cause, or against it. */
export function causeSigns(
  sentence: SentenceReading,
  strongest: SentenceReading | null,
  thread: CauseThread,
): string[] {
  const at = thread.messages.indexOf(sentence.message);
  return [
    ...ownSigns.filter(({ pattern }) => pattern.test(sentence.text)).map(({ sign }) => sign),
    ...signsOfNext(sentence, at, thread),
    ...signsOfClaim(sentence, strongest, thread),
    ...signsOfKind(sentence),
    ...signsOfPlace(sentence, at, thread),
    ...signsOfTerms(sentence, at, thread),
  ];
}

/** How strongly the sentence claims to know the cause, by its cues; a question claims nothing. */
export function claimOf({ text }: Pick<SentenceReading, 'text'>): number {
  if (text.endsWith('?')) return 0;
  return Math.max(0, ...causeCues.filter((cue) => cue.pattern.test(text)).map((cue) => cue.weight));
}

function signsOfNext({ message }: SentenceReading, at: number, { messages }: CauseThread): string[] {
  const next = messages[at + 1];
  const own = wryFace.pattern.test(message.text) ? [wryFace.sign] : [];
  if (next === undefined || next.isBot || next.userId === message.userId) return own;
  const text = next.text.slice(0, mostOfNext).replace(emoji, '');
  return [...own, ...nextSigns.filter(({ pattern }) => pattern.test(text)).map(({ sign }) => sign)];
}

const mostOfNext = 300;
const emoji = /:[\w+-]{2,40}:/g;

function signsOfClaim(
  sentence: SentenceReading,
  strongest: SentenceReading | null,
  { reading }: CauseThread,
): string[] {
  const cues = causeCues.filter(({ pattern }) => pattern.test(sentence.text)).map(({ weight }) => weight);
  const claim = claimOf(sentence);
  return on({
    'names the cause': claim >= namesIt,
    'claims to know': claim >= knows && claim < namesIt,
    'pointed at in the same message': isPointedAt(sentence, reading.sentences),
    'owns up to harm': isOwnHarm(sentence),
    'two cues of a cause': claim > 0 && cues.filter((weight) => weight >= 4).length >= 2,
    'report: the strongest claim': reading.style === 'report' && strongest === sentence,
  });
}

/** The weights of cues that use the word ("root cause: …"), and that leave no doubt ("turned out", "caused by"). */
const namesIt = 9;
const knows = 8;

function isPointedAt(sentence: SentenceReading, sentences: readonly SentenceReading[]): boolean {
  const at = sentences.indexOf(sentence);
  return [sentences[at - 1], sentences[at + 1], sentences[at + 2]].some(
    (near) => near?.message === sentence.message && pointsAtIt.pattern.test(near.text),
  );
}

/** "I removed the keys on Friday as part of the clean-up". */
function isOwnHarm({ harm, action, text }: SentenceReading): boolean {
  return harm && action?.stance === 'done' && !action.look && /^(?:\w+[,:.]? ){0,2}(?:i|we)\b/i.test(text);
}

function signsOfKind(sentence: SentenceReading): string[] {
  const { text, action, command, outcome, harm } = sentence;
  const words = text.split(/\s+/).length;
  // "After an upgrade of the chart", "the restart did nothing, the disk was the problem": told in passing.
  const isOurs = !beganAfter.pattern.test(text) && claimOf(sentence) < knows;
  return on({
    'an act of ours': isOurs && action?.stance === 'done' && !action.look && !harm,
    'an act to come': isOurs && action !== null && action.stance !== 'done' && !action.look,
    'a command': command !== null,
    'tells that it worked': isOurs && (outcome?.meaning === 'worked' || outcome?.meaning === 'partial'),
    'tells that it did not':
      isOurs && (outcome?.meaning === 'no_effect' || outcome?.meaning === 'made_worse'),
    'harm that people did': harm,
    'very short': words < 5,
    short: words >= 5 && words < 8,
    long: words >= 16,
  });
}

function signsOfPlace(sentence: SentenceReading, at: number, thread: CauseThread): string[] {
  const { message, isRoot } = sentence;
  const { reading, messages, fixAt, failAt } = thread;
  const ahead = Math.min(...fixAt.map((fix) => fix - at).filter((gap) => gap >= 0));
  const isReport = reading.style === 'report';
  return on({
    'in a report': isReport,
    'report: among the last': isReport && at >= thread.lastWritten - 1,
    'in the first message': isRoot,
    early: !isRoot && at < messages.length / 4,
    'right before the fix': ahead === 1,
    'shortly before the fix': ahead >= 2 && ahead <= 5,
    'before a failed step': failAt.some(
      (fail) => fail > at && fail - at <= 3 && !fixAt.some((fix) => fix >= at && fix < fail),
    ),
    'in the message of a step': thread.stepTs.has(message.ts),
    'before the act in the message of the fix':
      thread.fixTs.has(message.ts) && isBeforeAct(sentence, reading.sentences),
  });
}

function isBeforeAct(sentence: SentenceReading, sentences: readonly SentenceReading[]): boolean {
  const own = sentences.filter(({ message }) => message === sentence.message);
  return own.findIndex(({ action, command }) => action !== null || command !== null) > own.indexOf(sentence);
}

function signsOfTerms(
  { text }: SentenceReading,
  at: number,
  { fixTerms, titleTerms, termAt }: CauseThread,
): string[] {
  const terms = [...new Set(termsOf(text))];
  const shared = terms.filter((term) => fixTerms.has(term)).length;
  const fresh = terms.filter((term) => termAt.get(term)?.[0] === at);
  const again = new Set(
    fresh.filter((term) => term.length > 2).flatMap((term) => termAt.get(term)?.slice(1, mostAgain) ?? []),
  );
  return on({
    'shares a word with the fix': shared === 1,
    'shares words with the fix': shared >= 2,
    'shares with the trouble': terms.some((term) => titleTerms.has(term)),
    'has new words': fresh.length >= 4,
    'its new words are spoken of again': again.size >= 2,
  });
}

const mostAgain = 5;

function on(signs: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(signs).filter((sign) => signs[sign]);
}

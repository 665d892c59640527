import { termsOf } from '../../text/words.ts';
import type { CauseFeature } from '../lexicon/cause-weights.ts';
import { causeCues } from '../patterns/cause-cues.ts';
import {
  beganAfterChange,
  refersToCause,
  replyFeatures,
  ruefulEmoji,
  textFeatures,
} from '../patterns/cause-features.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';
import type { CauseThread } from './cause-thread.ts';

/** Everything about a sentence and its place in the thread that speaks for its telling the cause, or against it. */
export function causeFeatures(
  sentence: SentenceReading,
  strongest: SentenceReading | null,
  thread: CauseThread,
): string[] {
  const at = thread.messages.indexOf(sentence.message);
  return [
    ...textFeatures.filter(({ pattern }) => pattern.test(sentence.text)).map(({ feature }) => feature),
    ...featuresOfNext(sentence, at, thread),
    ...featuresOfClaim(sentence, strongest, thread),
    ...featuresOfKind(sentence),
    ...featuresOfPosition(sentence, at, thread),
    ...featuresOfTerms(sentence, at, thread),
  ];
}

/** How strongly the sentence claims to know the cause, by its cues; a question claims nothing. */
export function claimWeight({ text }: Pick<SentenceReading, 'text'>): number {
  if (text.endsWith('?')) return 0;
  return Math.max(0, ...causeCues.filter((cue) => cue.pattern.test(text)).map((cue) => cue.weight));
}

function featuresOfNext({ message }: SentenceReading, at: number, { messages }: CauseThread): string[] {
  const next = messages[at + 1];
  const own = ruefulEmoji.pattern.test(message.text) ? [ruefulEmoji.feature] : [];
  if (next === undefined || next.isBot || next.userId === message.userId) return own;
  const text = next.text.slice(0, maxNextChars).replace(emoji, '');
  return [...own, ...replyFeatures.filter(({ pattern }) => pattern.test(text)).map(({ feature }) => feature)];
}

const maxNextChars = 300;
const emoji = /:[\w+-]{2,40}:/g;

function featuresOfClaim(
  sentence: SentenceReading,
  strongest: SentenceReading | null,
  { reading }: CauseThread,
): string[] {
  const cues = causeCues.filter(({ pattern }) => pattern.test(sentence.text)).map(({ weight }) => weight);
  const claim = claimWeight(sentence);
  return activeFeatures({
    'names the cause': claim >= namesCauseWeight,
    'claims to know': claim >= knowsCauseWeight && claim < namesCauseWeight,
    'pointed at in the same message': isReferredTo(sentence, reading.sentences),
    'owns up to harm': isOwnHarm(sentence),
    'two cues of a cause': claim > 0 && cues.filter((weight) => weight >= 4).length >= 2,
    'report: the strongest claim': reading.style === 'report' && strongest === sentence,
  });
}

/** The weights of cues that use the word ("root cause: …"), and that leave no doubt ("turned out", "caused by"). */
const namesCauseWeight = 9;
const knowsCauseWeight = 8;

function isReferredTo(sentence: SentenceReading, sentences: readonly SentenceReading[]): boolean {
  const at = sentences.indexOf(sentence);
  return [sentences[at - 1], sentences[at + 1], sentences[at + 2]].some(
    (neighbour) => neighbour?.message === sentence.message && refersToCause.pattern.test(neighbour.text),
  );
}

/** "I removed the keys on Friday as part of the clean-up". */
function isOwnHarm({ harmCue, action, text }: SentenceReading): boolean {
  return (
    harmCue !== null &&
    action?.modality === 'performed' &&
    !action.isDiagnostic &&
    /^(?:\w+[,:.]? ){0,2}(?:i|we)\b/i.test(text)
  );
}

function featuresOfKind(sentence: SentenceReading): string[] {
  const { text, action, command, outcome, harmCue } = sentence;
  const words = text.split(/\s+/).length;
  // "After an upgrade of the chart", "the restart did nothing, the disk was the problem": said in passing.
  const isOwnAction = !beganAfterChange.pattern.test(text) && claimWeight(sentence) < knowsCauseWeight;
  return activeFeatures({
    'an action of ours':
      isOwnAction && action?.modality === 'performed' && !action.isDiagnostic && harmCue === null,
    'an action to come':
      isOwnAction && action !== null && action.modality !== 'performed' && !action.isDiagnostic,
    'a command': command !== null,
    'tells that it worked': isOwnAction && (outcome?.meaning === 'worked' || outcome?.meaning === 'partial'),
    'tells that it did not':
      isOwnAction && (outcome?.meaning === 'no_effect' || outcome?.meaning === 'made_worse'),
    'harm that people did': harmCue !== null,
    'very short': words < 5,
    short: words >= 5 && words < 8,
    long: words >= 16,
  });
}

function featuresOfPosition(sentence: SentenceReading, at: number, thread: CauseThread): string[] {
  const { message, isRoot } = sentence;
  const { reading, messages, fixPositions, failurePositions } = thread;
  const distanceToFix = Math.min(...fixPositions.map((fix) => fix - at).filter((gap) => gap >= 0));
  const isReport = reading.style === 'report';
  return activeFeatures({
    'in a report': isReport,
    'report: among the last': isReport && at >= thread.lastSubstantial - 1,
    'in the first message': isRoot,
    early: !isRoot && at < messages.length / 4,
    'right before the fix': distanceToFix === 1,
    'shortly before the fix': distanceToFix >= 2 && distanceToFix <= 5,
    'before a failed step': failurePositions.some(
      (failure) =>
        failure > at && failure - at <= 3 && !fixPositions.some((fix) => fix >= at && fix < failure),
    ),
    'in the message of a step': thread.stepTs.has(message.ts),
    'before the action in the message of the fix':
      thread.fixTs.has(message.ts) && isBeforeAction(sentence, reading.sentences),
  });
}

function isBeforeAction(sentence: SentenceReading, sentences: readonly SentenceReading[]): boolean {
  const own = sentences.filter(({ message }) => message === sentence.message);
  return own.findIndex(({ action, command }) => action !== null || command !== null) > own.indexOf(sentence);
}

function featuresOfTerms(
  { text }: SentenceReading,
  at: number,
  { fixTerms, titleTerms, termPositions }: CauseThread,
): string[] {
  const terms = [...new Set(termsOf(text))];
  const shared = terms.filter((term) => fixTerms.has(term)).length;
  const newTerms = terms.filter((term) => termPositions.get(term)?.[0] === at);
  const repeatedIn = new Set(
    newTerms
      .filter((term) => term.length > 2)
      .flatMap((term) => termPositions.get(term)?.slice(1, maxRepeats) ?? []),
  );
  return activeFeatures({
    'shares a word with the fix': shared === 1,
    'shares words with the fix': shared >= 2,
    'shares with the problem': terms.some((term) => titleTerms.has(term)),
    'has new words': newTerms.length >= 4,
    'its new words are spoken of again': repeatedIn.size >= 2,
  });
}

const maxRepeats = 5;

function activeFeatures(features: Readonly<Partial<Record<CauseFeature, boolean>>>): string[] {
  return Object.entries(features).flatMap(([feature, isActive]) => (isActive ? [feature] : []));
}

import type { ActionReading, Modality, Style } from '../actions/action-reading.ts';
import { isPartOfCause, isThirdPartyAction } from '../actions/is-third-party-action.ts';
import { modalityOfSentence } from '../actions/modality/modality-of-sentence.ts';
import { immediateCues, isPlanForLater, namedPermanentFix } from '../patterns/fix-cues.ts';
import { deferralCue } from '../patterns/modality-cues.ts';
import type { OutcomeMeaning } from '../patterns/outcome-cues.ts';
import { processCues } from '../patterns/process-cues.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';
import { outcomeInOwnSentence } from './outcome-in-own-sentence.ts';

/** A sentence that may be a step, with what the rejections ask about it, each read at most once. */
export type Candidate = {
  sentence: SentenceReading;
  style: Style;
  /** Something before this sentence already worked, so plans are plans for later. */
  endedWell: boolean;
  /** It says itself that this is what ended the problem. */
  isNamedFix: () => boolean;
  ownOutcome: () => OutcomeMeaning | null;
  modality: () => Modality;
};

export function candidateOf(sentence: SentenceReading, style: Style, endedWell: boolean): Candidate {
  const isNamedFix = once(() => immediateCues.some((cue) => cue.pattern.test(sentence.text)));
  return {
    sentence,
    style,
    endedWell,
    isNamedFix,
    ownOutcome: once(() => outcomeInOwnSentence(sentence, isNamedFix())),
    modality: once(() => modalityOfSentence(sentence, style)),
  };
}

function once<T>(read: () => T): () => T {
  let known: { value: T } | null = null;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

export const harmReason = 'says what harm was done, or how it came about';

/**
 * Why a sentence is no step, in order: the first that holds is the answer. The names are shown to people
 * (`precedent explain`).
 */
export const rejections: readonly { name: string; when: (candidate: Candidate) => boolean }[] = [
  {
    name: 'says nothing of the problem',
    when: ({ sentence }) => sentence.noiseCue !== null,
  },
  {
    name: 'no action',
    when: ({ sentence: { action, command } }) => action === null && command === null,
  },
  {
    name: 'a command that a bot shows',
    when: ({ sentence: { action, message } }) => action === null && message.isBot,
  },
  {
    name: 'process work, not a fix',
    when: ({ sentence: { command, text }, isNamedFix }) =>
      command === null && !isNamedFix() && processCues.some((rule) => rule.pattern.test(text)),
  },
  {
    name: 'names the permanent fix',
    when: ({ sentence: { text } }) => namedPermanentFix.some((cue) => cue.pattern.test(text)),
  },
  {
    name: 'is put off until later',
    when: ({ sentence: { action, text } }) =>
      action !== null && action.form !== 'past' && isDeferred(text.slice(action.at)),
  },
  {
    name: "reports somebody else's action",
    when: ({ sentence: { action, text }, isNamedFix }) =>
      action !== null && !isNamedFix() && isThirdPartyAction(text, action),
  },
  {
    name: 'says why it broke',
    when: ({ sentence: { action, text }, isNamedFix }) =>
      action !== null && !isNamedFix() && isPartOfCause(text, action),
  },
  {
    name: harmReason,
    when: ({ sentence: { harmCue, text }, isNamedFix, ownOutcome }) =>
      harmCue !== null && !isNamedFix() && !(ownOutcome() === 'worked' && teamSubject.test(text)),
  },
  {
    name: 'describes the problem, in the first message',
    when: ({ sentence, ownOutcome }) =>
      sentence.isRoot && (ownOutcome() === null || ownOutcome() === 'worked' || isProblemItself(sentence)),
  },
  {
    name: 'only says what it came after',
    when: ({ sentence: { text }, ownOutcome }) => startsAfter.test(text) && ownOutcome() === null,
  },
  {
    name: 'cleans up after the fix',
    when: ({ sentence: { action, command, text }, endedWell, ownOutcome }) =>
      endedWell && command === null && isCleanup(text, action, ownOutcome()),
  },
  {
    name: 'only looks',
    when: ({ sentence: { action, command, text } }) =>
      action?.isDiagnostic === true &&
      command === null &&
      (action.form === 'gerund' || text.split(/\s+/).length < 3),
  },
  {
    name: 'is a plan for later',
    when: ({ sentence: { action, text }, endedWell, isNamedFix, modality }) =>
      !(modality() === 'performed' && action?.form !== 'gerund') &&
      !isNamedFix() &&
      isPlanForLater(text, endedWell),
  },
  {
    name: 'asks somebody to look',
    when: ({ sentence: { action, command }, modality }) =>
      action === null && command?.readOnly === true && modality() !== 'performed',
  },
];

/** "Put it back, argue later": what waits is another thing than the action, unless the time stands alone. */
function isDeferred(fromAction: string): boolean {
  const [clause = '', ...rest] = fromAction.split(/[,;]/);
  const times = rest.map((part) => part.trim().replace(/^(?:but|and|just) /, ''));
  return deferralCue.test(clause) || times.some((part) => part.search(deferralCue) === 0);
}

const teamSubject = /\b(?:we|i|they|team)\b/i;
const startsAfter = /^(?:\w+ )?(?:after|following)\b/i;

/** "The upgrade fails at the last node": what is wrong, and not what was tried against it. */
function isProblemItself({ action, text }: SentenceReading): boolean {
  return (
    action?.form === 'noun' &&
    /^\S+[^.,\n]{0,60}? (?:fail(?:s|ed|ing)?|(?:is |are |got |gets )?stuck|hangs?|hung|broke)\b/i.test(
      text.slice(action.at),
    )
  );
}

/** Once it is over: a limit back as it was, a node let in again. */
const restoresNormal =
  /\b(?:put|set|turned|switched|scaled|brought|removed|disabled|lifted|enabled|re-?enabled|unpaused|uncordoned)\b[^\n]{0,60}\b(?:back|again|to normal)\b|^\W*un\w+ed\W*$/i;
const backToNormal = /\b(?:put|set|turn(?:ed)?|switched|scaled|brought) [^\n,;]{1,50} back to normal\b/i;
/** "As an experiment", "to see": tried for something, and not to have it as it was. */
const trialCue = /\bas an? (?:experiment|test|trial)\b|\bto (?:try|test|see|check)\b/i;

function isCleanup(text: string, action: ActionReading | null, ownOutcome: OutcomeMeaning | null): boolean {
  if (ownOutcome !== null) return backToNormal.test(text);
  if (action?.form === 'state') return /(?<!\bnot )\bback\b/i.test(text);
  return action !== null && restoresNormal.test(text) && !trialCue.test(text);
}

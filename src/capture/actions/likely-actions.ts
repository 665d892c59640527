import type { Message } from '../../library/message.ts';
import { immediateCues } from '../patterns/fix-cues.ts';
import { completions } from '../patterns/reply-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import { stepFromSentence } from '../steps/step-from-sentence.ts';
import { actionLikelihood, actionScore } from './action-likelihood.ts';

/** From here on a message tells of an act though no rule hears one; below the other it tells of none though a rule does. */
const likelyFrom = 0.7;
const unlikelyBelow = 0.3;

/**
 * The reading, checked against the words: an act that no rule hears stands in the sentence that speaks for it most, and
 * what a rule hears is left out where neither the message nor the sentence speaks for an act. Of a thread that did not
 * end well only the second: it may be no incident at all, and talk is full of words that would speak for an act in one.
 */
export function withLikelyActions(reading: ThreadReading, resolved: boolean): ThreadReading {
  const messages = Map.groupBy(reading.sentences, (sentence) => sentence.message);
  const of = 1 + (reading.sentences.at(-1)?.messageIndex ?? 0);
  const sentences = [...messages].flatMap(([message, messageSentences]) => {
    const at = messageSentences[0]?.messageIndex ?? 0;
    const likelihoodOf = (text: string) => actionLikelihood(text, { at, of });
    return at === 0 || message.isBot
      ? messageSentences
      : checkMessage(message, messageSentences, likelihoodOf, { ...reading, resolved });
  });
  return { ...reading, sentences };
}

function checkMessage(
  message: Message,
  messageSentences: readonly SentenceReading[],
  likelihoodOf: (text: string) => number,
  { style, resolved }: ThreadReading & { resolved: boolean },
): readonly SentenceReading[] {
  const likelihood = likelihoodOf(message.text);
  if (likelihood < unlikelyBelow) {
    return messageSentences.map((each) =>
      likelihoodOf(each.text) < unlikelyBelow ? withoutAction(each) : each,
    );
  }
  if (
    !resolved ||
    likelihood < likelyFrom ||
    messageSentences.some((each) => stepFromSentence(each, style, false) !== null)
  )
    return messageSentences;
  const best = likeliestSentence(messageSentences);
  return messageSentences.map((each) => (each === best ? withAction(each) : each));
}

/** A command speaks for itself, and a request for nothing until somebody answers it. */
function withoutAction(sentence: SentenceReading): SentenceReading {
  const { action, command, text } = sentence;
  const isCertain = command?.readOnly === false || immediateCues.some((cue) => cue.pattern.test(text));
  if (isCertain || action === null || action.modality === 'suggested') return sentence;
  return { ...sentence, action: null };
}

/** Not what came of an act, nor what a rule says is none. */
function likeliestSentence(messageSentences: readonly SentenceReading[]): SentenceReading | undefined {
  return messageSentences
    .filter(
      ({ noise, isNonAction, isCode, outcome }) =>
        !(noise || isNonAction || isCode || outcome?.refersToAction === true),
    )
    .filter(({ text }) => !completions.test(text) && /\w+\W+\w+/.test(text))
    .toSorted((a, b) => actionScore(b.text) - actionScore(a.text))[0];
}

/** No verb that is known: what was done is in the words. */
function withAction(sentence: SentenceReading): SentenceReading {
  return {
    ...sentence,
    action: { modality: 'performed', verb: '', form: 'past', isDiagnostic: false, at: 0 },
  };
}

import type { Message } from '../../library/message.ts';
import { actionLikelihood, actionScore } from '../actions/action-likelihood.ts';
import { immediateCues } from '../patterns/fix-cues.ts';
import { completions } from '../patterns/reply-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import { stepFromSentence } from './step-from-sentence.ts';

/** From here on a message holds an action though no rule finds one; below the other it holds none though a rule does. */
export const likelyFrom = 0.7;
export const unlikelyBelow = 0.3;

/**
 * The reading, checked against the word weights: where they speak for an action that no rule found, it is added to
 * the likeliest sentence; where neither message nor sentence speaks for one, the rule's is dropped. A thread that did
 * not end well only loses actions: it may be no incident, and talk is full of words that would speak for one there.
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
      likelihoodOf(each.text) < unlikelyBelow ? withoutAction(each, likelihood) : each,
    );
  }
  if (
    !resolved ||
    likelihood < likelyFrom ||
    messageSentences.some((each) => 'step' in stepFromSentence(each, style, false))
  )
    return messageSentences;
  const best = likeliestSentence(messageSentences);
  return messageSentences.map((each) => (each === best ? withAction(each, likelihood) : each));
}

/** A command speaks for itself, and a request for nothing until somebody answers it. */
function withoutAction(sentence: SentenceReading, likelihood: number): SentenceReading {
  const { action, command, text } = sentence;
  const isCertain = command?.readOnly === false || immediateCues.some((cue) => cue.pattern.test(text));
  if (isCertain || action === null || action.modality === 'suggested') return sentence;
  return { ...sentence, action: null, overruledBy: { likelihood } };
}

/** Not what came of an action, nor what a rule says is none. */
function likeliestSentence(messageSentences: readonly SentenceReading[]): SentenceReading | undefined {
  return messageSentences
    .filter(
      ({ noiseCue, nonActionCue, isCode, outcome }) =>
        noiseCue === null && nonActionCue === null && !isCode && outcome?.refersToAction !== true,
    )
    .filter(({ text }) => !completions.test(text) && /\w+\W+\w+/.test(text))
    .toSorted((a, b) => actionScore(b.text) - actionScore(a.text))[0];
}

/** No verb that is known: what was done is in the words. */
function withAction(sentence: SentenceReading, likelihood: number): SentenceReading {
  return {
    ...sentence,
    overruledBy: { likelihood },
    action: {
      modality: 'performed',
      verb: '',
      form: 'past',
      isDiagnostic: false,
      at: 0,
      rule: 'the words of its message',
    },
  };
}

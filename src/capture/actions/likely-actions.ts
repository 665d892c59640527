import type { ThreadMessage } from '../../library/message.ts';
import { immediateCues } from '../patterns/fix-cues.ts';
import { completions } from '../patterns/modality-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import { actLikelihood, actWeight } from './action-likelihood.ts';
import { stepInSentence } from './step-in-sentence.ts';

/** From here on a message tells of an act though no rule hears one; below the other it tells of none though a rule does. */
const surely = 0.7;
const hardly = 0.3;

/**
 * The reading, checked against the words: an act that no rule hears stands in the sentence that speaks for it most, and
 * what a rule hears is left out where neither the message nor the sentence speaks for an act. Of a thread that did not
 * end well only the second: it may be no incident at all, and talk is full of words that would speak for an act in one.
 */
export function withLikelyActs(reading: ThreadReading, resolved: boolean): ThreadReading {
  const messages = Map.groupBy(reading.sentences, (sentence) => sentence.message);
  const of = 1 + (reading.sentences.at(-1)?.nth ?? 0);
  const sentences = [...messages].flatMap(([message, told]) => {
    const at = told[0]?.nth ?? 0;
    const likelihoodOf = (text: string) => actLikelihood(text, { at, of });
    return at === 0 || message.isBot ? told : checked(message, told, likelihoodOf, { ...reading, resolved });
  });
  return { ...reading, sentences };
}

function checked(
  message: ThreadMessage,
  told: readonly SentenceReading[],
  likelihoodOf: (text: string) => number,
  { style, resolved }: ThreadReading & { resolved: boolean },
): readonly SentenceReading[] {
  const likelihood = likelihoodOf(message.text);
  if (likelihood < hardly) {
    return told.map((each) => (likelihoodOf(each.text) < hardly ? withoutAct(each) : each));
  }
  if (!resolved || likelihood < surely || told.some((each) => stepInSentence(each, style, false) !== null))
    return told;
  const best = likeliest(told);
  return told.map((each) => (each === best ? withAct(each) : each));
}

/** A command speaks for itself, and a request for nothing until somebody answers it. */
function withoutAct(sentence: SentenceReading): SentenceReading {
  const { action, command, text } = sentence;
  const isSure = command?.readOnly === false || immediateCues.some((cue) => cue.pattern.test(text));
  if (isSure || action === null || action.stance === 'proposal') return sentence;
  return { ...sentence, action: null };
}

/** Not what came of an act, nor what a rule says is none. */
function likeliest(told: readonly SentenceReading[]): SentenceReading | undefined {
  return told
    .filter(({ noise, noAct, isCode, outcome }) => !(noise || noAct || isCode || outcome?.points === true))
    .filter(({ text }) => !completions.test(text) && /\w+\W+\w+/.test(text))
    .toSorted((a, b) => actWeight(b.text) - actWeight(a.text))[0];
}

/** No verb that is known: what was done is in the words. */
function withAct(sentence: SentenceReading): SentenceReading {
  return { ...sentence, action: { stance: 'done', verb: '', form: 'past', look: false, at: 0 } };
}

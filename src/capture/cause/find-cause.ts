import type { Step } from '../../library/step.ts';
import { absoluteMinScore, causeWeights, minScore, typicalSentences } from '../lexicon/cause-weights.ts';
import { causeOpening, continuesPrevious, followsFromPrevious } from '../patterns/cause-cues.ts';
import { refersToCause } from '../patterns/cause-features.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import { type CauseCandidate, causeCandidates } from './cause-candidates.ts';

const maxCauseChars = 500;
const fragmentWords = 5;

/** `text`: at most 500 characters; `sentence`: where it stands; `score`: the sum of the features' weights. */
export type Cause = {
  text: string;
  sentence: SentenceReading;
  score: number;
  minScore: number;
  features: readonly string[];
};

/**
 * What the thread says was the cause: of all sentences the one whose features weigh most (lexicon/cause-weights.ts),
 * with its neighbour where the two make one thought. Null when none weighs enough.
 */
export function findCause(reading: ThreadReading, steps: readonly Step[], title: string): Cause | null {
  const candidates = causeCandidates(reading, steps, title);
  const minScore = minScoreFor(candidates.length, steps);
  let best: CauseCandidate | null = null;
  let bestScore = minScore;
  for (const candidate of candidates) {
    const score = scoreOf(candidate.features);
    if (score < bestScore || (best !== null && score === bestScore)) continue;
    best = candidate;
    bestScore = score;
  }
  if (best === null) return null;
  const { sentence, features } = best;
  const text = asCause(withNeighbour(sentence, reading.sentences));
  return { text, sentence, score: bestScore, minScore, features };
}

/** Among few sentences each is likelier to be the one, but not where nothing helped: there the talk is often about something else. */
function minScoreFor(sentences: number, steps: readonly Step[]): number {
  const helped = steps.some(({ outcome }) => outcome === 'worked' || outcome === 'partial');
  const adjustment = Math.log(sentences / typicalSentences);
  return Math.max(absoluteMinScore, minScore + (helped ? adjustment : Math.max(0, adjustment)));
}

function scoreOf(features: readonly string[]): number {
  // In tenths, so that equal sums are equal.
  return Math.round(features.reduce((sum, feature) => sum + (causeWeights[feature] ?? 0), 0) * 10) / 10;
}

/** "`high_recovery`. From the expansion, we never turned it back": the sentence that this one speaks of, or what follows from it. */
function withNeighbour(sentence: SentenceReading, sentences: readonly SentenceReading[]): string {
  const at = sentences.indexOf(sentence);
  const before = sentences[at - 1];
  const next = sentences[at + 1];
  const isFragment = before !== undefined && before.text.split(/\s+/).length < fragmentWords;
  if (isStatement(before, sentence) && (isFragment || continuesPrevious.test(sentence.text)))
    return joined(before, sentence, sentence);
  if (isStatement(next, sentence) && followsFromPrevious.test(next.text))
    return joined(sentence, next, sentence);
  return sentence.text;
}

function joined(one: SentenceReading, two: SentenceReading, sentence: SentenceReading): string {
  const both = `${/[.:,;!?…]$/.test(one.text) ? one.text : `${one.text}.`} ${two.text}`;
  return both.length > maxCauseChars ? sentence.text : both;
}

function isStatement(each: SentenceReading | undefined, sentence: SentenceReading): each is SentenceReading {
  if (each === undefined || each.message !== sentence.message || each.noiseCue !== null || each.isCode)
    return false;
  const isAction = each.action !== null && !each.action.isDiagnostic && each.harmCue === null;
  if (refersToCause.pattern.test(each.text)) return false;
  return !isAction && each.outcome === null && !each.text.endsWith('?');
}

function asCause(sentence: string): string {
  const text = sentence.replace(/\s+/g, ' ').replace(causeOpening, '').trim();
  return (text.length < 3 ? sentence : text).slice(0, maxCauseChars).trim();
}

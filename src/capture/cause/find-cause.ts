import type { Step } from '../../library/step.ts';
import { causeWeights, leastOfAll, leastScore, usualSentences } from '../lexicon/cause-weights.ts';
import { causeOpening, needsBefore, needsNext } from '../patterns/cause-cues.ts';
import { pointsAtIt } from '../patterns/cause-features.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import { type CauseCandidate, causeCandidates } from './cause-candidates.ts';

const mostCause = 500;
const fragment = 5;

/**
 * What the thread says was the cause: of all sentences the one with most signs of it (rules/cause-weights.ts), with
 * its neighbour where the two make one thought. At most 500 characters; null when none has enough.
 */
export function findCause(reading: ThreadReading, steps: readonly Step[], title: string): string | null {
  const candidates = causeCandidates(reading, steps, title);
  let best: CauseCandidate | null = null;
  let most = leastFor(candidates.length, steps);
  for (const candidate of candidates) {
    const score = scoreOf(candidate.signs);
    if (score < most || (best !== null && score === most)) continue;
    best = candidate;
    most = score;
  }
  return best === null ? null : asCause(withNeighbour(best.sentence, reading.sentences));
}

/** Among few sentences each is likelier to be the one, but not where nothing helped: there the talk is often of something else. */
function leastFor(sentences: number, steps: readonly Step[]): number {
  const helped = steps.some(({ outcome }) => outcome === 'worked' || outcome === 'partial');
  const more = Math.log(sentences / usualSentences);
  return Math.max(leastOfAll, leastScore + (helped ? more : Math.max(0, more)));
}

function scoreOf(signs: readonly string[]): number {
  // In tenths, so that equal sums are equal.
  return Math.round(signs.reduce((sum, sign) => sum + (causeWeights[sign] ?? 0), 0) * 10) / 10;
}

/** "`high_recovery`. From the expansion, we never turned it back": the sentence that this one speaks of, or what follows from it. */
function withNeighbour(told: SentenceReading, sentences: readonly SentenceReading[]): string {
  const at = sentences.indexOf(told);
  const before = sentences[at - 1];
  const next = sentences[at + 1];
  const isFragment = before !== undefined && before.text.split(/\s+/).length < fragment;
  if (states(before, told) && (isFragment || needsBefore.test(told.text))) return joined(before, told, told);
  if (states(next, told) && needsNext.test(next.text)) return joined(told, next, told);
  return told.text;
}

function joined(one: SentenceReading, two: SentenceReading, told: SentenceReading): string {
  const both = `${/[.:,;!?…]$/.test(one.text) ? one.text : `${one.text}.`} ${two.text}`;
  return both.length > mostCause ? told.text : both;
}

function states(each: SentenceReading | undefined, told: SentenceReading): each is SentenceReading {
  if (each === undefined || each.message !== told.message || each.noise || each.isCode) return false;
  const isAct = each.action !== null && !each.action.look && !each.harm;
  if (pointsAtIt.pattern.test(each.text)) return false;
  return !isAct && each.outcome === null && !each.text.endsWith('?');
}

function asCause(told: string): string {
  const text = told.replace(/\s+/g, ' ').replace(causeOpening, '').trim();
  return (text.length < 3 ? told : text).slice(0, mostCause).trim();
}

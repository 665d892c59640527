import type { Step } from '../../library/step.ts';
import { termsOf } from '../../text/words.ts';
import type { Style } from '../actions/action-reading.ts';
import { nonCauseCues } from '../patterns/non-cause-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import { causeFeatures, claimWeight } from './cause-features.ts';
import { causeThread } from './cause-thread.ts';

const minTextChars = 12;
const explicitWeight = 5;
const claimedWeight = 6;
/** Most of the words: a problem that names its error ("canceled due to statement timeout") does not explain itself. */
const minRepeatedRatio = 0.8;

/** A sentence that could state the cause, and its features. */
export type CauseCandidate = { sentence: SentenceReading; features: string[] };

/** What people wrote, without code, what says that it is no cause, and what only repeats the title. */
export function causeCandidates(
  reading: ThreadReading,
  steps: readonly Step[],
  title: string,
): CauseCandidate[] {
  const thread = causeThread(reading, steps, title);
  const stated = reading.sentences.filter(
    (sentence) =>
      isEligible(sentence) &&
      !repeatsTitle(sentence, thread.titleTerms) &&
      !statesProblem(sentence, reading.style),
  );
  const strongest = strongestClaim(stated);
  return stated.map((sentence) => ({ sentence, features: causeFeatures(sentence, strongest, thread) }));
}

function isEligible({ noiseCue, isCode, message, text }: SentenceReading): boolean {
  if (noiseCue !== null || isCode || message.isBot || text.length < minTextChars) return false;
  return !nonCauseCues.some((rule) => rule.pattern.test(text));
}

function repeatsTitle({ text }: SentenceReading, title: ReadonlySet<string>): boolean {
  const stated = termsOf(text);
  return stated.filter((word) => title.has(word)).length >= stated.length * minRepeatedRatio;
}

/** In a chat the first message states the problem, also where it quotes an error that claims to know why. */
function statesProblem(sentence: SentenceReading, style: Style): boolean {
  if (!sentence.isRoot || style !== 'chat') return false;
  const text = sentence.text.replace(/`[^`\n]{0,600}`|"[^"\n]{0,600}"/g, '…');
  return claimWeight({ text }) < claimedWeight;
}

/** Of two explicit claims the later, since people learn; of two hints the earlier. */
function strongestClaim(stated: readonly SentenceReading[]): SentenceReading | null {
  const claims = stated.map(claimWeight);
  // One by one: a thread may have more sentences than a call takes arguments.
  const maxClaim = claims.reduce((highest, claim) => Math.max(highest, claim), 0);
  if (maxClaim === 0) return null;
  return stated[maxClaim >= explicitWeight ? claims.lastIndexOf(maxClaim) : claims.indexOf(maxClaim)] ?? null;
}

import type { Step } from '../../library/step.ts';
import { termsOf } from '../../text/words.ts';
import type { Style } from '../actions/action-reading.ts';
import { notCause } from '../patterns/cause-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import { causeSigns, claimOf } from './cause-features.ts';
import { causeThread } from './cause-thread.ts';

const leastText = 12;
const explicit = 5;
const claimed = 6;
/** Most of the words: a trouble that names its error ("canceled due to statement timeout") does not explain itself. */
const sameWords = 0.8;

/** A sentence that could tell the cause, and its signs. */
export type CauseCandidate = { sentence: SentenceReading; signs: string[] };

/** What people wrote, without code, what says that it is no cause, and what only repeats the title. */
export function causeCandidates(
  reading: ThreadReading,
  steps: readonly Step[],
  title: string,
): CauseCandidate[] {
  const thread = causeThread(reading, steps, title);
  const told = reading.sentences.filter(
    (sentence) =>
      isTold(sentence) && !repeats(sentence, thread.titleTerms) && !tellsTrouble(sentence, reading.style),
  );
  const strongest = strongestClaim(told);
  return told.map((sentence) => ({ sentence, signs: causeSigns(sentence, strongest, thread) }));
}

function isTold({ noise, isCode, message, text }: SentenceReading): boolean {
  if (noise || isCode || message.isBot || text.length < leastText) return false;
  return !notCause.some((rule) => rule.pattern.test(text));
}

function repeats({ text }: SentenceReading, title: ReadonlySet<string>): boolean {
  const told = termsOf(text);
  return told.filter((word) => title.has(word)).length >= told.length * sameWords;
}

/** In a chat the first message tells the trouble, also where it quotes an error that claims to know why. */
function tellsTrouble(sentence: SentenceReading, style: Style): boolean {
  if (!sentence.isRoot || style !== 'chat') return false;
  const text = sentence.text.replace(/`[^`\n]{0,600}`|"[^"\n]{0,600}"/g, '…');
  return claimOf({ text }) < claimed;
}

/** Of two explicit claims the later, since people learn; of two hints the earlier. */
function strongestClaim(told: readonly SentenceReading[]): SentenceReading | null {
  const claims = told.map(claimOf);
  // One by one: a thread may have more sentences than a call takes arguments.
  const most = claims.reduce((highest, claim) => Math.max(highest, claim), 0);
  if (most === 0) return null;
  return told[most >= explicit ? claims.lastIndexOf(most) : claims.indexOf(most)] ?? null;
}

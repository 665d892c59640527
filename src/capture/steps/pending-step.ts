import { timeOfTs } from '../../library/message.ts';
import type { Step } from '../../library/step.ts';
import type { Modality } from '../actions/action-reading.ts';
import type { OutcomeMeaning } from '../patterns/outcome-cues.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';

/** A step of the ledger while the thread is read: what is known of it so far. step-changes.ts alone changes it. */
export type PendingStep = Readonly<{
  modality: Modality;
  verb: string;
  /** Written while under way ("restarting …"), so that a later "restarted" is the same action. */
  underway: boolean;
  /** Written as a noun ("the restart didn't help"). */
  isNominal: boolean;
  /** Written as the state it left ("flag off"). */
  isResultingState: boolean;
  isDiagnostic: boolean;
  words: ReadonlySet<string>;
  by: string | null;
  firstMention: SentenceReading;
  text: string;
  command: string | null;
  /** A command alone, without words of its own. */
  isCommandOnly: boolean;
  /** Its own sentence says that something is left: news of a good state is not about it. */
  leavesRemainder: boolean;
  outcome: OutcomeMeaning | null;
  /** Why it has its outcome, in plain words, and the sentence that shows it; null without one. */
  outcomeReason: string | null;
  outcomeShownBy: SentenceReading | null;
  /** The step's own sentence first, then those that show its outcome. */
  evidence: readonly SentenceReading[];
  /** Its own sentence calls it the fix. */
  isNamedFix: boolean;
}>;

/** The step as the library keeps it; quotes are exact pieces of their messages, at most 300 characters. */
export function toStep(step: PendingStep): Step {
  return {
    text: step.text,
    command: step.command,
    outcome: step.isDiagnostic ? 'informational' : (step.outcome ?? 'unknown'),
    by: step.by,
    at: isoOf(step.firstMention.message.ts),
    evidence: step.evidence.map((each) => ({ ts: each.message.ts, quote: quoteOf(each.raw) })),
  };
}

const maxQuoteChars = 300;

/** The beginning of the words, never ending inside a pair of surrogates. */
function quoteOf(raw: string): string {
  if (raw.length <= maxQuoteChars) return raw;
  const truncated = raw.slice(0, maxQuoteChars);
  return /[\uD800-\uDBFF]$/.test(truncated) ? truncated.slice(0, -1) : truncated;
}

/** A timestamp that is no time (an export may hold any text) is the beginning of time rather than an error. */
export function isoOf(ts: string): string {
  const time = timeOfTs(ts);
  return (Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString();
}

const stopWords = new Set(
  'the a an and or to of in on for with from by it its that this then now just ok so is was were be been are i we they you he she have has had did do at as into all also again more still not no'.split(
    ' ',
  ),
);

/** The words of a sentence that carry its meaning, lower-cased. */
export function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9][\w./-]{0,60}/g) ?? [];
  return new Set(
    words.map((word) => word.replace(/[./-]+$/, '')).filter((word) => word !== '' && !stopWords.has(word)),
  );
}

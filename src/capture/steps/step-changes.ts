import type { OutcomeMeaning } from '../patterns/outcome-cues.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';
import type { PendingStep } from './pending-step.ts';

/** The one place where a step of the ledger changes; everywhere else its fields are read only. */
type Changing = { -readonly [Field in keyof PendingStep]: PendingStep[Field] };

const maxTextChars = 400;
const maxCommandChars = 600;

/** It was done; `shownBy` is the sentence that says so. */
export function markPerformed(step: Changing, shownBy: SentenceReading): void {
  step.modality = 'performed';
  addEvidence(step, shownBy);
}

/** The command that was announced in words, or belongs to them. */
export function attachCommand(step: Changing, command: string | null, isPerformed: boolean): void {
  step.command = command;
  if (isPerformed) step.modality = 'performed';
}

/** Who was asked, or agreed, is the one who acts. */
export function assignTo(step: Changing, by: string | null): void {
  step.by = by;
}

/** A go: what was suggested is now somebody's plan. */
export function markPlanned(step: Changing): void {
  step.modality = 'planned';
}

/** What was proposed is quoted first from the message in which it was done. */
export function restateByPerformance(step: Changing, performedIn: SentenceReading): void {
  step.firstMention = performedIn;
  step.evidence = [performedIn, ...step.evidence.filter((each) => each !== performedIn)];
}

/** The sentence says what came of it, so it was done; `reason` says in plain words why it is this outcome. */
export function recordOutcome(
  step: Changing,
  outcome: OutcomeMeaning,
  reason: string,
  shownBy: SentenceReading,
): void {
  step.modality = 'performed';
  inferOutcome(step, outcome, reason);
  step.outcomeShownBy = shownBy;
  addEvidence(step, shownBy);
}

/** No sentence of its own shows it. */
export function inferOutcome(step: Changing, outcome: OutcomeMeaning, reason: string): void {
  step.outcome = outcome;
  step.outcomeReason = reason;
  step.outcomeShownBy = null;
}

/** It was under way and is done now: what was said of it meanwhile does not count. */
export function finish(step: Changing): void {
  step.outcome = null;
  step.outcomeReason = null;
  step.outcomeShownBy = null;
  step.evidence = step.evidence.slice(0, 1);
  step.underway = false;
}

/** Another mention of the same action, later in the thread. */
export function mergeMention(step: Changing, mention: PendingStep): void {
  addEvidence(step, mention.firstMention);
  mergeOutcome(step, mention);
  step.command ??= mention.command;
  if (mention.modality !== 'performed') return;
  if (step.modality === 'suggested') {
    step.by = mention.by;
    if (mention.words.size >= step.words.size) step.text = mention.text;
    restateByPerformance(step, mention.firstMention);
  }
  step.modality = 'performed';
}

/** A command alone, and then the same message's words for it. */
export function describeInWords(step: Changing, mention: PendingStep): void {
  step.text = mention.text;
  step.verb = mention.verb;
  step.words = new Set([...step.words, ...mention.words]);
  mergeOutcome(step, mention);
  step.underway = mention.underway;
  step.isCommandOnly = false;
  addEvidence(step, mention.firstMention);
}

/** Two commands of one message; false when together they are longer than 600 characters. */
export function appendCommand(step: Changing, mention: PendingStep): boolean {
  const both = `${step.command}\n${mention.command}`;
  if (both.length > maxCommandChars) return false;
  step.command = both;
  if (mention.text.startsWith('Ran `') && step.text.startsWith('Ran `'))
    step.text = `${step.text}, ${mention.text.slice(4)}`.slice(0, maxCommandChars);
  return true;
}

/** A report goes on with how the fix was done. */
export function appendText(step: Changing, sentence: SentenceReading): void {
  step.text = `${step.text} ${sentence.text}`.slice(0, maxTextChars);
  addEvidence(step, sentence);
}

function mergeOutcome(step: Changing, mention: PendingStep): void {
  step.isNamedFix ||= mention.isNamedFix;
  if (mention.outcome === null) return;
  step.outcome = mention.outcome;
  step.outcomeReason = mention.outcomeReason;
  step.outcomeShownBy = mention.outcomeShownBy;
}

function addEvidence(step: Changing, sentence: SentenceReading): void {
  step.evidence = [...step.evidence, sentence];
}

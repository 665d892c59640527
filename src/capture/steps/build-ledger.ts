import { repeatedValue } from '../actions/action-from-resulting-state.ts';
import type { Modality } from '../actions/action-reading.ts';
import { completions, offers, retractions } from '../patterns/reply-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import {
  acceptSuggestion,
  findPendingStep,
  firstClause,
  isRefusal,
  namesPastForm,
} from './accept-suggestion.ts';
import { attributeFromOpening, attributeOutcome } from './attribute-outcome.ts';
import { inferOutcomes } from './infer-outcomes.ts';
import { joinSameMessage } from './join-same-message.ts';
import type { PendingStep } from './pending-step.ts';
import { preIncidentActions } from './pre-incident-actions.ts';
import {
  appendText,
  attachCommand,
  finish,
  markPerformed,
  mergeMention,
  restateByPerformance,
} from './step-changes.ts';
import { stepFromSentence } from './step-from-sentence.ts';

const maxSteps = 60;

/**
 * What a sentence became: an entry of the ledger (its own, or one that it belongs to), a reply to one, or why it is no
 * step.
 */
export type SentenceDecision =
  | { kind: 'step'; modality: Modality; entry: PendingStep }
  | { kind: 'agreement' | 'retraction'; entry: PendingStep }
  | { kind: 'no step'; reason: string };

export type Ledger = {
  /** What was done, in order, each with what came of it. Suggestions that nobody accepted are left out. */
  steps: readonly PendingStep[];
  /** Every sentence that was read; one after the sixtieth step is not. */
  decisions: ReadonlyMap<SentenceReading, SentenceDecision>;
};

/** The thread's actions in order, each with its outcome. `resolved`: it ended well, so in the end something worked. */
export function buildLedger(reading: ThreadReading, resolved: boolean): Ledger {
  const entries: PendingStep[] = [];
  const decisions = new Map<SentenceReading, SentenceDecision>();
  const preIncident = preIncidentActions(reading);
  for (const sentence of reading.sentences) {
    if (entries.length >= maxSteps) break;
    const decision = decide(entries, sentence, reading, preIncident.has(sentence));
    const followUp = decision.kind === 'no step' ? applyFollowUp(entries, sentence, reading) : null;
    decisions.set(sentence, followUp ?? decision);
  }
  const steps = entries.filter((step) => wasPerformed(step, reading.sentences));
  inferOutcomes(steps, reading, resolved);
  return { steps, decisions };
}

export const preIncidentReason = 'was done before the incident';

/** Takes the sentence's step into the ledger, or says why it has none. */
function decide(
  entries: PendingStep[],
  sentence: SentenceReading,
  { style }: ThreadReading,
  isPreIncident: boolean,
): SentenceDecision {
  const isCompletion = entries.length > 0 && completions.test(sentence.text) && sentence.text.length < 25;
  if (isCompletion) return { kind: 'no step', reason: 'only says that something is done' };
  if (isPreIncident) return { kind: 'no step', reason: preIncidentReason };
  const endedWell = entries.some((step) => step.outcome === 'worked');
  const decision = stepFromSentence(sentence, style, endedWell);
  if ('rejected' in decision) return { kind: 'no step', reason: decision.rejected };
  const { step } = decision;
  if (isUnanchoredValue(step, entries))
    return { kind: 'no step', reason: 'gives a value, and nothing was done before' };
  const { modality } = step;
  attributeFromOpening(entries, sentence);
  const entry = joinSameMessage(entries, step) ?? addStep(entries, step, style === 'report');
  return { kind: 'step', modality, entry };
}

/** Somebody who said "I'll restart it", did not take it back and went on talking, is taken at their word. */
function wasPerformed(step: PendingStep, sentences: readonly SentenceReading[]): boolean {
  if (step.modality === 'performed' || (step.modality === 'planned' && step.outcome !== null)) return true;
  const after = sentences.slice(sentences.indexOf(step.firstMention) + 1);
  return (
    step.modality === 'planned' &&
    after.some((other) => other.message.userId === step.by && other.message !== step.firstMention.message)
  );
}

/** A step that is new, or another word on one that was announced or suggested before; the entry it is now. */
function addStep(ledger: PendingStep[], step: PendingStep, isReport: boolean): PendingStep {
  const announced = ledger.at(-1);
  const isConfirmation = step.firstMention.message.isBot && announced?.modality !== 'suggested';
  if (announced !== undefined && isConfirmation && announced.outcome === null && !announced.isDiagnostic) {
    markPerformed(announced, step.firstMention);
    return announced;
  }
  if (announced !== undefined && isCommandOf(announced, step)) {
    attachCommand(announced, step.command, true);
    markPerformed(announced, step.firstMention);
    if (offers.test(announced.firstMention.text)) restateByPerformance(announced, step.firstMention);
    return announced;
  }
  const known = isReport
    ? undefined
    : ledger.findLast((other) => isSameAction(other, step) || confirmsStep(other, step));
  if (known === undefined) {
    ledger.push(step);
    return step;
  }
  if (known.underway && !step.underway && !step.isNominal) finish(known);
  mergeMention(known, step);
  return known;
}

/** "Back at 6" is an action only where something was done before. */
function isUnanchoredValue(step: PendingStep, ledger: readonly PendingStep[]): boolean {
  return (
    step.verb === repeatedValue &&
    !ledger.some((other) => other.modality === 'performed' && !other.isDiagnostic)
  );
}

/** "I'll restart the gateway", and in the next message its command. */
function isCommandOf(announced: PendingStep, step: PendingStep): boolean {
  const { by, modality, underway, command, outcome, words } = announced;
  if (!step.isCommandOnly || step.command === null || step.isDiagnostic || step.by !== by) return false;
  if (command !== null || outcome !== null || !(modality === 'planned' || underway)) return false;
  const typed = step.command.toLowerCase();
  return [...words].some((word) => word.length >= 4 && typed.includes(word));
}

function isSameAction(other: PendingStep, step: PendingStep): boolean {
  if (step.modality === 'suggested' || step.verb === 'repeat' || other.verb !== step.verb) return false;
  if (other.firstMention.message === step.firstMention.message) return false;
  if (step.isCommandOnly && other.command !== null && other.command !== step.command) return false;
  if (step.isNominal && step.outcome !== null) return other.modality !== 'suggested';
  if (other.outcome !== null && other.outcome !== 'no_effect') return false;
  if (other.underway && other.by === step.by && !step.underway && step.words.size <= 6) return true;
  if (other.outcome !== null) return false;
  if (
    other.modality === 'performed' &&
    (step.modality === 'planned' || other.firstMention.message === step.firstMention.message)
  )
    return false;
  const shared = [...step.words].filter((word) => other.words.has(word)).length;
  return shared * 2 >= Math.min(step.words.size, other.words.size);
}

/** "Please put the image back to 5119", "image on 5119"; "please stop it", "stopped, the panel says idle". */
function confirmsStep(other: PendingStep, step: PendingStep): boolean {
  if (
    other.outcome !== null ||
    other.isDiagnostic ||
    other.firstMention.message === step.firstMention.message
  )
    return false;
  if (other.modality === 'performed' && !other.underway) return false;
  if (step.isResultingState) return [...step.words].some((word) => other.words.has(word));
  return namesPastForm(firstClause(step.firstMention.text), other.verb);
}

/** Applies what a sentence without an action of its own says of the actions before it. */
function applyFollowUp(
  ledger: PendingStep[],
  sentence: SentenceReading,
  reading: ThreadReading,
): SentenceDecision | null {
  const { text, outcome, message } = sentence;
  const last = ledger.findLast((step) => !step.isDiagnostic);
  if (last === undefined) return null;
  const isRetracted = last.modality !== 'performed' && !message.isBot && retractions.test(text);
  if (isRetracted || isRefusal(last, sentence)) {
    ledger.splice(ledger.indexOf(last), 1);
    return { kind: 'retraction', entry: last };
  }
  if (
    reading.style === 'report' &&
    last.isNamedFix &&
    message === last.firstMention.message &&
    /^\w+ing\b/.test(text)
  ) {
    appendText(last, sentence);
    return null;
  }
  const pending = findPendingStep(ledger, sentence);
  const isAgreement = pending !== undefined && acceptSuggestion(pending, sentence);
  if (outcome !== null && sentence.harmCue === null) attributeOutcome(ledger, sentence, outcome);
  return isAgreement ? { kind: 'agreement', entry: pending } : null;
}

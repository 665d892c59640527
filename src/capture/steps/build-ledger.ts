import type { Step } from '../../library/step.ts';
import { repeatedValue } from '../actions/action-from-resulting-state.ts';
import { completions, offers, retractions } from '../patterns/reply-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import {
  acceptSuggestion,
  findPendingStep,
  firstClause,
  isRefusal,
  namesPastForm,
  restateByPerformance,
} from './accept-suggestion.ts';
import { attributeFromOpening, attributeOutcome } from './attribute-outcome.ts';
import { inferOutcomes } from './infer-outcomes.ts';
import { joinSameMessage } from './join-same-message.ts';
import { type PendingStep, toStep } from './pending-step.ts';
import { preIncidentActions } from './pre-incident-actions.ts';
import { stepFromSentence } from './step-from-sentence.ts';

const maxSteps = 60;

/**
 * The ledger: the acts of the thread in order, each with what came of it. Proposals that nobody took up are left out.
 * `resolved`: the thread ended well, so in the end something worked.
 */
export function buildLedger(reading: ThreadReading, resolved: boolean): Step[] {
  const ledger: PendingStep[] = [];
  const preIncident = preIncidentActions(reading);
  for (const sentence of reading.sentences) {
    if (ledger.length >= maxSteps) break;
    const endedWell = ledger.some((step) => step.outcome === 'worked');
    const isCompletion = ledger.length > 0 && completions.test(sentence.text) && sentence.text.length < 25;
    const isNotStep = isCompletion || preIncident.has(sentence);
    const step = isNotStep ? null : stepFromSentence(sentence, reading.style, endedWell);
    if (step !== null && !isUnanchoredValue(step, ledger)) {
      attributeFromOpening(ledger, sentence);
      if (!joinSameMessage(ledger, step)) addStep(ledger, step, reading.style === 'report');
    } else applyFollowUp(ledger, sentence, reading);
  }
  const steps = ledger.filter((step) => wasPerformed(step, reading.sentences));
  inferOutcomes(steps, reading, resolved);
  return steps.map(toStep);
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

/** A step that is new, or another word on one that was announced or proposed before. */
function addStep(ledger: PendingStep[], step: PendingStep, isReport: boolean): void {
  const announced = ledger.at(-1);
  const isConfirmation = step.firstMention.message.isBot && announced?.modality !== 'suggested';
  if (announced !== undefined && isConfirmation && announced.outcome === null && !announced.isDiagnostic) {
    announced.modality = 'performed';
    announced.evidence.push(step.firstMention);
    return;
  }
  if (announced !== undefined && isCommandOf(announced, step)) {
    announced.command = step.command;
    announced.modality = 'performed';
    announced.evidence.push(step.firstMention);
    if (offers.test(announced.firstMention.text)) restateByPerformance(announced, step.firstMention);
    return;
  }
  const known = isReport
    ? undefined
    : ledger.findLast((other) => isSameAction(other, step) || confirmsStep(other, step));
  if (known === undefined) {
    ledger.push(step);
    return;
  }
  if (known.underway && !step.underway && !step.isNominal) {
    known.outcome = null;
    known.evidence = known.evidence.slice(0, 1);
    known.underway = false;
  }
  known.evidence.push(step.firstMention);
  known.outcome = step.outcome ?? known.outcome;
  known.command ??= step.command;
  known.isNamedFix ||= step.isNamedFix;
  if (step.modality !== 'performed') return;
  if (known.modality === 'suggested') {
    known.by = step.by;
    if (step.words.size >= known.words.size) known.text = step.text;
    restateByPerformance(known, step.firstMention);
  }
  known.modality = 'performed';
}

/** "Back at 6" tells an act only where something was done before. */
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

/** What a sentence without an act of its own says of the acts before it. */
function applyFollowUp(ledger: PendingStep[], sentence: SentenceReading, reading: ThreadReading): void {
  const { text, outcome, message } = sentence;
  const last = ledger.findLast((step) => !step.isDiagnostic);
  if (last === undefined) return;
  const isRetracted = last.modality !== 'performed' && !message.isBot && retractions.test(text);
  if (isRetracted || isRefusal(last, sentence)) {
    ledger.splice(ledger.indexOf(last), 1);
    return;
  }
  if (
    reading.style === 'report' &&
    last.isNamedFix &&
    message === last.firstMention.message &&
    /^\w+ing\b/.test(text)
  ) {
    last.text = `${last.text} ${text}`.slice(0, 400);
    last.evidence.push(sentence);
    return;
  }
  const pending = findPendingStep(ledger, sentence);
  if (pending !== undefined) acceptSuggestion(pending, sentence);
  if (outcome !== null && !sentence.mentionsHarm) attributeOutcome(ledger, sentence, outcome);
}

import type { Step } from '../../library/step.ts';
import { valueAgain } from '../actions/action-from-resulting-state.ts';
import { stepInSentence } from '../actions/step-in-sentence.ts';
import { completions, offers, withdrawals } from '../patterns/modality-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import { firstClause, isRefusal, namesPast, pendingStep, takeUp, tellByDoing } from './accept-suggestion.ts';
import { settleByOpening, settleOutcome } from './attribute-outcome.ts';
import { settleUntold } from './infer-outcomes.ts';
import { joinSameMessage } from './join-same-message.ts';
import { asStep, type OpenStep } from './pending-step.ts';
import { backgroundOf } from './pre-incident-actions.ts';

const mostSteps = 60;

/**
 * The ledger: the acts of the thread in order, each with what came of it. Proposals that nobody took up are left out.
 * `resolved`: the thread ended well, so in the end something worked.
 */
export function followSteps(reading: ThreadReading, resolved: boolean): Step[] {
  const open: OpenStep[] = [];
  const background = backgroundOf(reading);
  for (const sentence of reading.sentences) {
    if (open.length >= mostSteps) break;
    const endedWell = open.some((step) => step.outcome === 'worked');
    const isDone = open.length > 0 && completions.test(sentence.text) && sentence.text.length < 25;
    const isTold = isDone || background.has(sentence);
    const step = isTold ? null : stepInSentence(sentence, reading.style, endedWell);
    if (step !== null && !isLooseValue(step, open)) {
      settleByOpening(open, sentence);
      if (!joinSameMessage(open, step)) addStep(open, step, reading.style === 'report');
    } else followUp(open, sentence, reading);
  }
  const steps = open.filter((step) => wasDone(step, reading.sentences));
  settleUntold(steps, reading, resolved);
  return steps.map(asStep);
}

/** Somebody who said "I'll restart it", did not take it back and went on talking, is taken at their word. */
function wasDone(step: OpenStep, sentences: readonly SentenceReading[]): boolean {
  if (step.stance === 'done' || (step.stance === 'intent' && step.outcome !== null)) return true;
  const after = sentences.slice(sentences.indexOf(step.first) + 1);
  return (
    step.stance === 'intent' &&
    after.some((other) => other.message.userId === step.by && other.message !== step.first.message)
  );
}

/** A step that is new, or another word on one that was announced or proposed before. */
function addStep(open: OpenStep[], step: OpenStep, isReport: boolean): void {
  const announced = open.at(-1);
  const isReceipt = step.first.message.isBot && announced?.stance !== 'proposal';
  if (announced !== undefined && isReceipt && announced.outcome === null && !announced.look) {
    announced.stance = 'done';
    announced.evidence.push(step.first);
    return;
  }
  if (announced !== undefined && isItsCommand(announced, step)) {
    announced.command = step.command;
    announced.stance = 'done';
    announced.evidence.push(step.first);
    if (offers.test(announced.first.text)) tellByDoing(announced, step.first);
    return;
  }
  const known = isReport
    ? undefined
    : open.findLast((other) => isSameAct(other, step) || answersTo(other, step));
  if (known === undefined) {
    open.push(step);
    return;
  }
  if (known.underway && !step.underway && !step.asThing) {
    known.outcome = null;
    known.evidence = known.evidence.slice(0, 1);
    known.underway = false;
  }
  known.evidence.push(step.first);
  known.outcome = step.outcome ?? known.outcome;
  known.command ??= step.command;
  known.named ||= step.named;
  if (step.stance !== 'done') return;
  if (known.stance === 'proposal') {
    known.by = step.by;
    if (step.words.size >= known.words.size) known.text = step.text;
    tellByDoing(known, step.first);
  }
  known.stance = 'done';
}

/** "Back at 6" tells an act only where something was done before. */
function isLooseValue(step: OpenStep, open: readonly OpenStep[]): boolean {
  return step.verb === valueAgain && !open.some((other) => other.stance === 'done' && !other.look);
}

/** "I'll restart the gateway", and in the next message its command. */
function isItsCommand(announced: OpenStep, step: OpenStep): boolean {
  const { by, stance, underway, command, outcome, words } = announced;
  if (!step.bare || step.command === null || step.look || step.by !== by) return false;
  if (command !== null || outcome !== null || !(stance === 'intent' || underway)) return false;
  const typed = step.command.toLowerCase();
  return [...words].some((word) => word.length >= 4 && typed.includes(word));
}

function isSameAct(other: OpenStep, step: OpenStep): boolean {
  if (step.stance === 'proposal' || step.verb === 'repeat' || other.verb !== step.verb) return false;
  if (other.first.message === step.first.message) return false;
  if (step.bare && other.command !== null && other.command !== step.command) return false;
  if (step.asThing && step.outcome !== null) return other.stance !== 'proposal';
  if (other.outcome !== null && other.outcome !== 'no_effect') return false;
  if (other.underway && other.by === step.by && !step.underway && step.words.size <= 6) return true;
  if (other.outcome !== null) return false;
  if (other.stance === 'done' && (step.stance === 'intent' || other.first.message === step.first.message))
    return false;
  const shared = [...step.words].filter((word) => other.words.has(word)).length;
  return shared * 2 >= Math.min(step.words.size, other.words.size);
}

/** "Please put the image back to 5119", "image on 5119"; "please stop it", "stopped, the panel says idle". */
function answersTo(other: OpenStep, step: OpenStep): boolean {
  if (other.outcome !== null || other.look || other.first.message === step.first.message) return false;
  if (other.stance === 'done' && !other.underway) return false;
  if (step.asState) return [...step.words].some((word) => other.words.has(word));
  return namesPast(firstClause(step.first.text), other.verb);
}

/** What a sentence without an act of its own says of the acts before it. */
function followUp(open: OpenStep[], sentence: SentenceReading, reading: ThreadReading): void {
  const { text, outcome, message } = sentence;
  const last = open.findLast((step) => !step.look);
  if (last === undefined) return;
  const isTakenBack = last.stance !== 'done' && !message.isBot && withdrawals.test(text);
  if (isTakenBack || isRefusal(last, sentence)) {
    open.splice(open.indexOf(last), 1);
    return;
  }
  if (reading.style === 'report' && last.named && message === last.first.message && /^\w+ing\b/.test(text)) {
    last.text = `${last.text} ${text}`.slice(0, 400);
    last.evidence.push(sentence);
    return;
  }
  const pending = pendingStep(open, sentence);
  if (pending !== undefined) takeUp(pending, sentence);
  if (outcome !== null && !sentence.harm) settleOutcome(open, sentence, outcome);
}

import { requestOrAdvice } from '../patterns/modality-cues.ts';
import { type OutcomeReading, readOutcome } from '../sentences/read-outcome.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';
import { contentWords, type PendingStep } from './pending-step.ts';
import { assignTo, recordOutcome } from './step-changes.ts';

/**
 * Gives an outcome to the step it speaks of: the one it names, else the last that was done, else a suggestion that this
 * speaker must have accepted. A problem that goes on says the same of every earlier step without an outcome.
 */
export function attributeOutcome(
  ledger: readonly PendingStep[],
  sentence: SentenceReading,
  outcome: OutcomeReading,
): void {
  const target = targetOf(ledger, sentence, outcome);
  if (target === undefined || !mayReplace(target, outcome, sentence)) return;
  if (target.modality === 'suggested') assignTo(target, sentence.message.userId ?? target.by);
  const helped = outcome.isRecurrence && (target.outcome === 'worked' || target.outcome === 'partial');
  if (helped && target.outcome === 'partial') return;
  const isSameMessage =
    outcome.meaning === 'no_effect' && target.evidence.at(-1)?.message === sentence.message;
  if (isSameMessage && target.outcome === 'partial') return;
  const hasStatedSuccess = target.evidence.length > 1 && target.outcome === 'worked';
  const isMixed = isSameMessage && hasStatedSuccess && !retractionCue.test(sentence.text);
  const meaning = helped || isMixed ? 'partial' : outcome.meaning;
  recordOutcome(target, meaning, `"${outcome.cue}" said afterwards`, sentence);
  if (outcome.meaning !== 'no_effect' || helped || isMixed) return;
  const lastPositive = ledger.findLastIndex(
    (step) => step.outcome === 'worked' || step.outcome === 'partial',
  );
  for (const step of ledger.slice(lastPositive + 1)) {
    if (step.modality === 'performed' && !step.isDiagnostic && step.outcome === null) {
      recordOutcome(step, 'no_effect', `the problem went on ("${outcome.cue}")`, sentence);
    }
  }
}

/** "Fixed. Oh wait, no, still failing": unlike "Success up to 70%. Amex still fails", which says both. */
const retractionCue = /^(?:oh|ah|argh|hm+|sorry|wait|no|nope|never ?mind|scratch|spoke)\b/i;

/** So many messages after the last word on a step, good news is rather about something else. */
const maxMessagesApart = 2;

/** Good news soon after improves a known outcome, and after a failure only "that did it" does; bad news always counts. */
function mayReplace(target: PendingStep, newOutcome: OutcomeReading, sentence: SentenceReading): boolean {
  const known = target.outcome;
  if (known === null) return true;
  if (known === newOutcome.meaning) return false;
  const lastEvidence = target.evidence.at(-1) ?? target.firstMention;
  const isNear = sentence.messageIndex - lastEvidence.messageIndex <= maxMessagesApart;
  if (newOutcome.meaning === 'worked') return isNear && (known === 'partial' || newOutcome.refersToAction);
  if (newOutcome.meaning === 'partial')
    return known !== 'worked' && (newOutcome.refersToAction || lastEvidence.message.isBot);
  return known === 'worked' || known === 'partial' || newOutcome.meaning === 'made_worse';
}

/** "No change, rolling back": the words before an action's clause say what came of the action before. */
export function attributeFromOpening(ledger: readonly PendingStep[], sentence: SentenceReading): void {
  if (sentence.action === null || sentence.harmCue !== null) return;
  const before = sentence.text.slice(0, sentence.action.at);
  const clause = /^(.{2,120}?)[,;:.!–—-]\s*(?:[\w']+\s+){0,3}$/.exec(before)?.[1];
  const outcome = clause === undefined || /\bafter\b/i.test(clause) ? null : readOutcome(clause);
  if (outcome !== null && outcome.meaning !== 'worked') attributeOutcome(ledger, sentence, outcome);
}

function targetOf(
  ledger: readonly PendingStep[],
  sentence: SentenceReading,
  outcome: OutcomeReading,
): PendingStep | undefined {
  const actions = ledger.filter((step) => !step.isDiagnostic);
  const words = [...contentWords(sentence.text)];
  const byVerb = actions.findLast((step) => words.some((word) => namesVerb(word, step.verb)));
  if (byVerb !== undefined && (byVerb.modality !== 'suggested' || outcome.refersToAction)) return byVerb;
  if (outcome.refersToAction) {
    const byObject = actions.findLast(
      (step) => step.outcome === null && words.some((word) => word.length >= 4 && step.words.has(word)),
    );
    if (byObject !== undefined) return byObject;
  }
  const last = actions.at(-1);
  const lastPerformed = actions.findLast((step) => step.modality !== 'suggested');
  if (outcome.meaning === 'worked' && !outcome.refersToAction && lastPerformed?.leavesRemainder === true)
    return actions.findLast((step) => step.modality !== 'suggested' && step.outcome === null);
  const isImpliedAcceptance =
    last?.modality === 'suggested' &&
    !denial.test(sentence.message.text) &&
    (last.firstMention.message.userId === sentence.message.userId
      ? isSelfInstruction(last, sentence)
      : outcome.refersToAction);
  return isImpliedAcceptance && (lastPerformed === undefined || lastPerformed.outcome !== null)
    ? last
    : lastPerformed;
}

/** "Did you restart it?" – "no, it works now": not by that. */
const denial = /^(?:<@\w+>[,:]? )?(?:no|nope|nah)\b(?! (?:change|luck|effect|difference|errors?|more)\b)/i;

/** "Restart it first" and then, by the same person, what came of it: they spoke to themselves. */
function isSelfInstruction(step: PendingStep, after: SentenceReading): boolean {
  const { text, message } = step.firstMention;
  return message !== after.message && !/\?\s*$/.test(text) && !requestOrAdvice.test(text);
}

function namesVerb(word: string, verb: string): boolean {
  return verb.length > 3 && word.startsWith(verb.replace(/e$/, ''));
}

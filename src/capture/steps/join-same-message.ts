import { invariantPastVerbs } from '../lexicon/verb-classes.ts';
import type { PendingStep } from './pending-step.ts';
import { appendCommand, attachCommand, describeInWords } from './step-changes.ts';

/**
 * What one message says in words and in commands is one action: joins the new step to the one that the same message
 * named just before, and returns that one; null when it did not.
 */
export function joinSameMessage(ledger: readonly PendingStep[], step: PendingStep): PendingStep | null {
  const known = ledger.findLast((other) => other.firstMention.message === step.firstMention.message);
  if (known === undefined || known !== ledger.at(-1)) return null;
  return joins(known, step) ? known : null;
}

function joins(known: PendingStep, step: PendingStep): boolean {
  if (step.isCommandOnly && !known.isCommandOnly) return joinCommandToWords(known, step);
  if (step.isCommandOnly && known.isCommandOnly) return joinCommands(known, step);
  if (
    known.isCommandOnly &&
    step.command === null &&
    !startsAnotherAction.test(step.firstMention.text) &&
    known.isDiagnostic === step.isDiagnostic
  ) {
    describeInWords(known, step);
    return true;
  }
  return false;
}

const startsAnotherAction = /^(?:and |ok )?(?:then|also|after that|afterwards|next|finally)\b/i;

/** A command under the words that announce it; one that only looks is another action unless the words only look too. */
function joinCommandToWords(known: PendingStep, step: PendingStep): boolean {
  if (known.command !== null || step.isDiagnostic !== known.isDiagnostic) return false;
  attachCommand(known, step.command, step.modality === 'performed' && invariantPastVerbs.has(known.verb));
  return true;
}

/** Two blocks or spans of one message, one after the other. */
function joinCommands(known: PendingStep, step: PendingStep): boolean {
  if (known.isDiagnostic !== step.isDiagnostic || known.command === null || step.command === null)
    return false;
  return appendCommand(known, step);
}

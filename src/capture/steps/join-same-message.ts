import { invariantPastVerbs } from '../lexicon/verb-classes.ts';
import type { PendingStep } from './pending-step.ts';

/**
 * What one message says in words and in commands is one act: joins the new step to the one that the same message told
 * just before, and says whether it did.
 */
export function joinSameMessage(ledger: readonly PendingStep[], step: PendingStep): boolean {
  const known = ledger.findLast((other) => other.firstMention.message === step.firstMention.message);
  if (known === undefined || known !== ledger.at(-1)) return false;
  if (step.isCommandOnly && !known.isCommandOnly) return attachCommand(known, step);
  if (step.isCommandOnly && known.isCommandOnly) return joinCommands(known, step);
  if (
    known.isCommandOnly &&
    step.command === null &&
    !startsAnotherAction.test(step.firstMention.text) &&
    known.isDiagnostic === step.isDiagnostic
  ) {
    known.text = step.text;
    known.verb = step.verb;
    known.words = new Set([...known.words, ...step.words]);
    known.outcome = step.outcome ?? known.outcome;
    known.isNamedFix ||= step.isNamedFix;
    known.underway = step.underway;
    known.isCommandOnly = false;
    known.evidence.push(step.firstMention);
    return true;
  }
  return false;
}

const startsAnotherAction = /^(?:and |ok )?(?:then|also|after that|afterwards|next|finally)\b/i;

/** A command under the words that announce it; one that only looks is another act unless the words only look too. */
function attachCommand(known: PendingStep, step: PendingStep): boolean {
  if (known.command !== null || step.isDiagnostic !== known.isDiagnostic) return false;
  known.command = step.command;
  if (step.modality === 'performed' && invariantPastVerbs.has(known.verb)) known.modality = 'performed';
  return true;
}

const maxCommandChars = 600;

/** Two blocks or spans of one message, one after the other. */
function joinCommands(known: PendingStep, step: PendingStep): boolean {
  if (known.isDiagnostic !== step.isDiagnostic || known.command === null || step.command === null)
    return false;
  const both = `${known.command}\n${step.command}`;
  if (both.length > maxCommandChars) return false;
  known.command = both;
  if (step.text.startsWith('Ran `') && known.text.startsWith('Ran `'))
    known.text = `${known.text}, ${step.text.slice(4)}`.slice(0, maxCommandChars);
  return true;
}

import { sameInPast } from '../patterns/action-frames.ts';
import type { OpenStep } from './pending-step.ts';

/**
 * What one message says in words and in commands is one act: joins the new step to the one that the same message told
 * just before, and says whether it did.
 */
export function joinSameMessage(open: readonly OpenStep[], step: OpenStep): boolean {
  const known = open.findLast((other) => other.first.message === step.first.message);
  if (known === undefined || known !== open.at(-1)) return false;
  if (step.bare && !known.bare) return joinCommand(known, step);
  if (step.bare && known.bare) return joinCommands(known, step);
  if (
    known.bare &&
    step.command === null &&
    !startsAnother.test(step.first.text) &&
    known.look === step.look
  ) {
    known.text = step.text;
    known.verb = step.verb;
    known.words = new Set([...known.words, ...step.words]);
    known.outcome = step.outcome ?? known.outcome;
    known.named ||= step.named;
    known.underway = step.underway;
    known.bare = false;
    known.evidence.push(step.first);
    return true;
  }
  return false;
}

const startsAnother = /^(?:and |ok )?(?:then|also|after that|afterwards|next|finally)\b/i;

/** A command under the words that announce it; one that only looks is another act unless the words only look too. */
function joinCommand(known: OpenStep, step: OpenStep): boolean {
  if (known.command !== null || step.look !== known.look) return false;
  known.command = step.command;
  if (step.stance === 'done' && sameInPast.has(known.verb)) known.stance = 'done';
  return true;
}

const mostCommand = 600;

/** Two blocks or spans of one message, one after the other. */
function joinCommands(known: OpenStep, step: OpenStep): boolean {
  if (known.look !== step.look || known.command === null || step.command === null) return false;
  const both = `${known.command}\n${step.command}`;
  if (both.length > mostCommand) return false;
  known.command = both;
  if (step.text.startsWith('Ran `') && known.text.startsWith('Ran `'))
    known.text = `${known.text}, ${step.text.slice(4)}`.slice(0, mostCommand);
  return true;
}

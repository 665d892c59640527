import { verbForms } from '../actions/verb-forms.ts';
import {
  acceptances,
  affirmation,
  alreadyTried,
  approvals,
  completions,
  informationRequest,
  offers,
  refusals,
  requestToOther,
} from '../patterns/reply-cues.ts';
import { echoReply } from '../patterns/resulting-states.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';
import type { PendingStep } from './pending-step.ts';
import { assignTo, markPerformed, markPlanned, restateByPerformance } from './step-changes.ts';

const maxEchoChars = 120;
const maxApprovalChars = 60;

/** What was asked, offered or announced and is not known to be done: the last of it that the sentence may answer. */
export function findPendingStep(
  open: readonly PendingStep[],
  sentence: SentenceReading,
): PendingStep | undefined {
  const last = open.findLast((step) => !step.isDiagnostic);
  return open.findLast(
    (step) =>
      !step.isDiagnostic && step.modality !== 'performed' && (step === last || isEchoOf(step, sentence)),
  );
}

/** "Rather not", said to what another proposed. */
export function isRefusal(step: PendingStep, { text, message }: SentenceReading): boolean {
  return step.modality === 'suggested' && message.userId !== step.by && !message.isBot && refusals.test(text);
}

/** A sentence by which what was pending is done, or is agreed to, makes it so; true when it only agrees. */
export function acceptSuggestion(pending: PendingStep, sentence: SentenceReading): boolean {
  if (pending.modality === 'performed' || sentence.message.isBot) return false;
  const { text, message } = sentence;
  const isReply =
    message !== pending.firstMention.message && message.userId !== pending.firstMention.message.userId;
  const accepted =
    pending.modality === 'suggested' && isReply && (acceptances.test(text) || alreadyTried.test(text));
  const completed = pending.modality === 'planned' && completions.test(text);
  if (accepted || completed || isEchoOf(pending, sentence)) {
    const wasOffer = !isReply && offers.test(pending.firstMention.text);
    if (pending.modality === 'suggested') assignTo(pending, message.userId);
    markPerformed(pending, sentence);
    if (wasOffer) restateByPerformance(pending, sentence);
    return false;
  }
  if (pending.modality !== 'suggested' || !isReply || !isApproval(text, pending.firstMention.text))
    return false;
  if (requestToOther.test(pending.firstMention.text)) assignTo(pending, message.userId);
  markPlanned(pending);
  return true;
}

function isApproval(text: string, asked: string): boolean {
  if (text.length > maxApprovalChars || informationRequest.test(asked) || /\beither\b/i.test(asked))
    return false;
  return approvals.test(text) || (affirmation.test(text) && offers.test(asked));
}

/** "32 now", "stopped, systemctl says inactive": what was pending is so, in its own words or in two or three. */
function isEchoOf(pending: PendingStep, { text, message, outcome }: SentenceReading): boolean {
  if (
    message.isBot ||
    pending.modality === 'performed' ||
    message === pending.firstMention.message ||
    /\?\s*$/.test(text)
  )
    return false;
  if (pending.modality === 'suggested' && informationRequest.test(pending.firstMention.text)) return false;
  const clause = firstClause(text);
  if (namesPastForm(clause, pending.verb)) return true;
  const echo = text.length <= maxEchoChars ? echoReply.exec(text)?.[0] : undefined;
  if (echo === undefined) return false;
  const words = echo.toLowerCase().match(/[a-z0-9][\w./-]*/g) ?? [];
  if (words.some((word) => word.length > 1 && pending.words.has(word) && !particles.test(word))) return true;
  // "Prints again" says how things stand, not that it was done.
  const isShort = outcome === null && words.length <= 2 && clause.split(/\s+/).length <= 2;
  const { ts, userId } = pending.firstMention.message;
  return isShort && message.userId !== userId && Number(message.ts) - Number(ts) < uptakeWindowSeconds;
}

export function firstClause(text: string): string {
  return /^[^,.;:]{1,80}/.exec(text)?.[0].trim() ?? '';
}

/** Seconds in which "up" or "off" alone answers. */
const uptakeWindowSeconds = 1_800;
const particles = /^(?:in|on|off|up|out|down|back|now|again|live|done|for|at|to|from)$/;

/** "Stopped", "all restarted", of what was to be stopped, to be restarted. */
export function namesPastForm(clause: string, verb: string): boolean {
  const words = clause.toLowerCase().split(/\s+/);
  return (
    words.length <= 3 &&
    words.some(
      (word) => verbForms.get(word)?.some((hit) => hit.form === 'past' && hit.verb === verb) === true,
    )
  );
}

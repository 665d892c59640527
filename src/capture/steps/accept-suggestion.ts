import {
  acceptances,
  alreadyTried,
  approvals,
  asksForFacts,
  asksSomebody,
  completions,
  offers,
  refusals,
  yes,
} from '../patterns/modality-cues.ts';
import { echoes } from '../patterns/resulting-states.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';
import { verbForms } from '../sentences/verb-forms.ts';
import type { OpenStep } from './pending-step.ts';

const mostEcho = 120;
const mostApproval = 60;

/** What was asked, offered or announced and not told since: the last of it that the sentence may answer. */
export function pendingStep(open: readonly OpenStep[], sentence: SentenceReading): OpenStep | undefined {
  const last = open.findLast((step) => !step.look);
  return open.findLast(
    (step) => !step.look && step.stance !== 'done' && (step === last || isEchoOf(step, sentence)),
  );
}

/** What was proposed is told first by the message in which it was done. */
export function tellByDoing(step: OpenStep, doing: SentenceReading): void {
  step.first = doing;
  step.evidence = [doing, ...step.evidence.filter((each) => each !== doing)];
}

/** "Rather not", said to what another proposed. */
export function isRefusal(step: OpenStep, { text, message }: SentenceReading): boolean {
  return step.stance === 'proposal' && message.userId !== step.by && !message.isBot && refusals.test(text);
}

/** A sentence by which what was pending is done, or is agreed to, makes it so. */
export function takeUp(pending: OpenStep, sentence: SentenceReading): void {
  if (pending.stance === 'done' || sentence.message.isBot) return;
  const { text, message } = sentence;
  const answers = message !== pending.first.message && message.userId !== pending.first.message.userId;
  const accepted =
    pending.stance === 'proposal' && answers && (acceptances.test(text) || alreadyTried.test(text));
  const completed = pending.stance === 'intent' && completions.test(text);
  if (accepted || completed || isEchoOf(pending, sentence)) {
    if (pending.stance === 'proposal') pending.by = message.userId;
    pending.stance = 'done';
    if (answers || !offers.test(pending.first.text)) pending.evidence.push(sentence);
    else tellByDoing(pending, sentence);
    return;
  }
  if (pending.stance !== 'proposal' || !answers || !isGo(text, pending.first.text)) return;
  if (asksSomebody.test(pending.first.text)) pending.by = message.userId;
  pending.stance = 'intent';
}

function isGo(text: string, asked: string): boolean {
  if (text.length > mostApproval || asksForFacts.test(asked) || /\beither\b/i.test(asked)) return false;
  return approvals.test(text) || (yes.test(text) && offers.test(asked));
}

/** "32 now", "stopped, systemctl says inactive": what was pending is so, in its own words or in two or three. */
function isEchoOf(pending: OpenStep, { text, message, outcome }: SentenceReading): boolean {
  if (message.isBot || pending.stance === 'done' || message === pending.first.message || /\?\s*$/.test(text))
    return false;
  if (pending.stance === 'proposal' && asksForFacts.test(pending.first.text)) return false;
  const clause = firstClause(text);
  if (namesPast(clause, pending.verb)) return true;
  const told = text.length <= mostEcho ? echoes.exec(text)?.[0] : undefined;
  if (told === undefined) return false;
  const words = told.toLowerCase().match(/[a-z0-9][\w./-]*/g) ?? [];
  if (words.some((word) => word.length > 1 && pending.words.has(word) && !particles.test(word))) return true;
  // "Prints again" tells how things stand, not that it was done.
  const isShort = outcome === null && words.length <= 2 && clause.split(/\s+/).length <= 2;
  const { ts, userId } = pending.first.message;
  return isShort && message.userId !== userId && Number(message.ts) - Number(ts) < soon;
}

export function firstClause(text: string): string {
  return /^[^,.;:]{1,80}/.exec(text)?.[0].trim() ?? '';
}

/** Seconds in which "up" or "off" alone answers. */
const soon = 1_800;
const particles = /^(?:in|on|off|up|out|down|back|now|again|live|done|for|at|to|from)$/;

/** "Stopped", "all restarted", of what was to be stopped, to be restarted. */
export function namesPast(clause: string, verb: string): boolean {
  const words = clause.toLowerCase().split(/\s+/);
  return (
    words.length <= 3 &&
    words.some(
      (word) => verbForms.get(word)?.some((hit) => hit.form === 'past' && hit.verb === verb) === true,
    )
  );
}

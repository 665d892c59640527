import { asksOrAdvises } from '../patterns/modality-cues.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';
import { contentWords, type OpenStep } from './pending-step.ts';
import { type OutcomeReading, readOutcome } from './read-outcome.ts';

/**
 * Gives an outcome to the step it speaks of: the one it names, else the last that was done, else a proposal that this
 * speaker must have taken up. Trouble that goes on says the same of every earlier step whose outcome nobody told.
 */
export function settleOutcome(
  open: readonly OpenStep[],
  sentence: SentenceReading,
  outcome: OutcomeReading,
): void {
  const target = targetOf(open, sentence, outcome);
  if (target === undefined || !mayReplace(target, outcome, sentence)) return;
  if (target.stance === 'proposal') target.by = sentence.message.userId ?? target.by;
  const helped = outcome.returns && (target.outcome === 'worked' || target.outcome === 'partial');
  if (helped && target.outcome === 'partial') return;
  const isOneBreath = outcome.meaning === 'no_effect' && target.evidence.at(-1)?.message === sentence.message;
  if (isOneBreath && target.outcome === 'partial') return;
  const isTold = target.evidence.length > 1 && target.outcome === 'worked';
  const both = isOneBreath && isTold && !takesBackWords.test(sentence.text);
  target.stance = 'done';
  target.outcome = helped || both ? 'partial' : outcome.meaning;
  target.evidence.push(sentence);
  if (outcome.meaning !== 'no_effect' || helped || both) return;
  const lastGood = open.findLastIndex((step) => step.outcome === 'worked' || step.outcome === 'partial');
  for (const step of open.slice(lastGood + 1)) {
    if (step.stance === 'done' && !step.look && step.outcome === null) {
      step.outcome = 'no_effect';
      step.evidence.push(sentence);
    }
  }
}

/** "Fixed. Oh wait, no, still failing": unlike "Success up to 70%. Amex still fails", which tells of both. */
const takesBackWords = /^(?:oh|ah|argh|hm+|sorry|wait|no|nope|never ?mind|scratch|spoke)\b/i;

/** So many messages after what was told of a step, good news is rather of something else. */
const soonAfter = 2;

/** Good news soon after makes better what was told before, and after a failure only "that did it"; bad news always counts. */
function mayReplace(target: OpenStep, news: OutcomeReading, sentence: SentenceReading): boolean {
  const known = target.outcome;
  if (known === null) return true;
  if (known === news.meaning) return false;
  const told = target.evidence.at(-1) ?? target.first;
  const isSoon = sentence.nth - told.nth <= soonAfter;
  if (news.meaning === 'worked') return isSoon && (known === 'partial' || news.points);
  if (news.meaning === 'partial') return known !== 'worked' && (news.points || told.message.isBot);
  return known === 'worked' || known === 'partial' || news.meaning === 'made_worse';
}

/** "No change, rolling back": the words before an act's clause tell what came of the act before. */
export function settleByOpening(open: readonly OpenStep[], sentence: SentenceReading): void {
  if (sentence.action === null || sentence.harm) return;
  const before = sentence.text.slice(0, sentence.action.at);
  const clause = /^(.{2,120}?)[,;:.!–—-]\s*(?:[\w']+\s+){0,3}$/.exec(before)?.[1];
  const outcome = clause === undefined || /\bafter\b/i.test(clause) ? null : readOutcome(clause);
  if (outcome !== null && outcome.meaning !== 'worked') settleOutcome(open, sentence, outcome);
}

function targetOf(
  open: readonly OpenStep[],
  sentence: SentenceReading,
  outcome: OutcomeReading,
): OpenStep | undefined {
  const acts = open.filter((step) => !step.look);
  const words = [...contentWords(sentence.text)];
  const byVerb = acts.findLast((step) => words.some((word) => namesVerb(word, step.verb)));
  if (byVerb !== undefined && (byVerb.stance !== 'proposal' || outcome.points)) return byVerb;
  if (outcome.points) {
    const byThing = acts.findLast(
      (step) => step.outcome === null && words.some((word) => word.length >= 4 && step.words.has(word)),
    );
    if (byThing !== undefined) return byThing;
  }
  const last = acts.at(-1);
  const lastDone = acts.findLast((step) => step.stance !== 'proposal');
  if (outcome.meaning === 'worked' && !outcome.points && lastDone?.leaves === true)
    return acts.findLast((step) => step.stance !== 'proposal' && step.outcome === null);
  const mayAdopt =
    last?.stance === 'proposal' &&
    !saysNo.test(sentence.message.text) &&
    (last.first.message.userId === sentence.message.userId ? isOrder(last, sentence) : outcome.points);
  return mayAdopt && (lastDone === undefined || lastDone.outcome !== null) ? last : lastDone;
}

/** "Did you restart it?" – "no, it works now": not by that. */
const saysNo = /^(?:<@\w+>[,:]? )?(?:no|nope|nah)\b(?! (?:change|luck|effect|difference|errors?|more)\b)/i;

/** "Restart it first" and then, by the same person, what came of it: they spoke to themselves. */
function isOrder(step: OpenStep, after: SentenceReading): boolean {
  const { text, message } = step.first;
  return message !== after.message && !/\?\s*$/.test(text) && !asksOrAdvises.test(text);
}

function namesVerb(word: string, verb: string): boolean {
  return verb.length > 3 && word.startsWith(verb.replace(/e$/, ''));
}

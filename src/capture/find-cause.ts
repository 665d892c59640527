import type { Step } from '../library/step.ts';
import { diagnosisBeforeFix } from './diagnosis-before-fix.ts';
import type { SentenceReading, ThreadReading } from './read-thread.ts';
import { causeCues, causeFollows, causeOpening, noExplanation, notCause } from './rules/cause-cues.ts';

const explicit = 5;
/** In a chat the first message tells the trouble: what it says counts only when it claims to know why. */
const claimed = 6;
/** Weight of what follows "that was it." */
const following = 7;
const mostCause = 500;
/** "Looks like it": a guess that names nothing. */
const guess = 2;

/**
 * What the thread says was the cause: the sentence with the strongest claim (of two explicit ones the later, since
 * people learn; of two hints the earlier). At most 500 characters; null when nobody says.
 */
export function findCause(reading: ThreadReading, steps: readonly Step[]): string | null {
  const { sentences, style } = reading;
  const leastInRoot = style === 'chat' ? claimed : 1;
  let best: { text: string; weight: number } | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const weight = Math.max(
      weightOf(sentence, sentences[index - 1], leastInRoot),
      isPointedAt(sentence, sentences.slice(index + 1, index + 3)) ? claimed : 0,
    );
    if (weight === 0) continue;
    const wins = best === null || weight > best.weight || (weight === best.weight && weight >= explicit);
    if (wins) best = { text: sentence.text, weight };
  }
  const isWeak = best === null || best.weight <= guess;
  const stated = style === 'chat' && isWeak ? diagnosisBeforeFix(reading, steps) : null;
  const told = stated ?? best?.text ?? null;
  return told === null ? null : asCause(told);
}

function asCause(told: string): string {
  const text = told.replace(/\s+/g, ' ').replace(causeOpening, '').trim();
  return (text.length < 3 ? told : text).slice(0, mostCause).trim();
}

function weightOf(
  sentence: SentenceReading,
  before: SentenceReading | undefined,
  leastInRoot: number,
): number {
  if (sentence.noise || sentence.isCode || sentence.message.isBot || sentence.text.length < 12) return 0;
  if (notCause.some((rule) => rule.pattern.test(sentence.text)) || isReasonOfAct(sentence)) return 0;
  const text = sentence.isRoot && leastInRoot > 1 ? withoutQuotes(sentence.text) : sentence.text;
  const told = Math.max(0, ...causeCues.filter((cue) => cue.pattern.test(text)).map((cue) => cue.weight));
  if (sentence.isRoot && told < leastInRoot) return 0;
  if (told <= guess && text.split(/\s+/).length < 5) return 0;
  const toldOfStep = sentence.outcome?.meaning === 'no_effect' ? explicit : explicit - 1;
  if (sentence.outcome !== null && sentence.outcome.meaning !== 'worked' && told <= toldOfStep) return 0;
  return Math.max(told, explains(sentence, before) ? following : 0, confesses(sentence) ? explicit : 0);
}

/** "The default went from 3 s to 30 s. That would be it": what the next words point back to. */
function isPointedAt(sentence: SentenceReading, after: readonly SentenceReading[]): boolean {
  if (sentence.noise || sentence.isCode || sentence.text.length < 20) return false;
  const at = after.findIndex((next) => pointsBack.test(next.text));
  return at >= 0 && after.slice(0, at + 1).every((next) => next.message === sentence.message);
}

const pointsBack =
  /^(?:(?:so|and|ok|yep|yes|i think|i guess)[, ]+)*(?:that|this)(?:'ll| would| will| must| has to|'d)? be (?:it|the (?:one|cause|reason|culprit|problem)|why)\b/i;

/** "I restarted it because the token is cached", "now they crash because each takes more": why somebody acted, and what came of it. */
function isReasonOfAct({ action, outcome, harm, text }: SentenceReading): boolean {
  if (outcome?.meaning === 'made_worse') return true;
  return action?.stance === 'done' && !action.look && !harm && ourReason.test(text);
}

/** "That was it. The retry path never gives its connection back": the second sentence of the same message. */
function explains(sentence: SentenceReading, before: SentenceReading | undefined): boolean {
  return (
    before?.message === sentence.message &&
    causeFollows.test(before.text) &&
    sentence.action === null &&
    sentence.outcome === null &&
    !noExplanation.test(sentence.text)
  );
}

/** "I removed the keys on Friday as part of the clean-up": harm that its doer owns up to. */
function confesses({ harm, action, text, isRoot }: SentenceReading): boolean {
  return (
    harm &&
    !isRoot &&
    action?.stance === 'done' &&
    !action.look &&
    /^(?:\w+[,:.]? ){0,2}(?:i|we)\b/i.test(text)
  );
}

const ourReason = /^(?:\w+[,:]? )?(?:i|we)\b[^\n]{0,200}\b(?:because|so that|cos|bc)\b/i;

/** An error's own words claim nothing. */
function withoutQuotes(text: string): string {
  return text.replace(/`[^`\n]{0,600}`|"[^"\n]{0,600}"/g, '…');
}

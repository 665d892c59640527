import { compareTs } from '../../library/message.ts';
import { soundsResolved } from '../../text/closing-cues.ts';
import type { Style } from '../actions/action-reading.ts';
import type { OutcomeMeaning } from '../patterns/outcome-cues.ts';
import { endedByThirdParty } from '../patterns/outcome-limits.ts';
import { findingCue, preventionCue, problemPersists, revertsAction } from '../patterns/talk-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import type { PendingStep } from './pending-step.ts';
import { inferOutcome, recordOutcome } from './step-changes.ts';

/** Infers outcomes that nobody stated: from how people went on, and from how the thread ended. */
export function inferOutcomes(
  steps: readonly PendingStep[],
  reading: ThreadReading,
  resolved: boolean,
): void {
  inferFromTalk(steps, reading, resolved);
  if (resolved && !isResolvedElsewhere(steps, reading.sentences))
    inferFromResolution(steps, reading.sentences);
}

/** So many sentences after an action, the talk is of something else; a report soon explains. */
const maxTalkSentences: Readonly<Record<Style, number>> = { chat: 4, report: 2 };

/** An action after which people sigh over the problem and try another did not end it. */
function inferFromTalk(
  steps: readonly PendingStep[],
  { sentences, style }: ThreadReading,
  resolved: boolean,
): void {
  const actions = steps.filter((step) => !step.isDiagnostic);
  for (const [index, action] of actions.entries()) {
    const next = actions[index + 1];
    if (action.outcome !== null || (next === undefined && resolved)) continue;
    const to = next === undefined ? sentences.length : sentences.indexOf(next.firstMention);
    const talk = sentences
      .slice(sentences.indexOf(action.firstMention) + 1, to)
      .slice(0, maxTalkSentences[style]);
    const outcomeSentence = talk.find(
      (sentence) => readFailure(sentence) !== null || soundsPositive(sentence),
    );
    const failure = outcomeSentence === undefined ? null : readFailure(outcomeSentence);
    if (outcomeSentence === undefined || failure === null) continue;
    const { cue, meaning } = failure;
    const wasReverted =
      revertsAction.test(next?.firstMention.text ?? '') || talk.some(({ text }) => revertsAction.test(text));
    const madeWorse = wasReverted && meaning === 'no_effect';
    // Where nobody knows how it ended, a sigh shows no help.
    const outcome = meaning === 'partial' && !resolved ? 'no_effect' : meaning;
    const reason = `how people went on ("${cue}"${madeWorse ? ', and it was taken back' : ''})`;
    recordOutcome(action, madeWorse ? 'made_worse' : outcome, reason, outcomeSentence);
  }
}

function readFailure({
  message,
  isCode,
  text,
}: SentenceReading): { cue: string; meaning: OutcomeMeaning } | null {
  if (message.isBot || isCode || text.endsWith('?') || findingCue.test(text)) return null;
  return problemPersists.find((cue) => cue.pattern.test(text)) ?? null;
}

function soundsPositive({ outcome, raw }: SentenceReading): boolean {
  return outcome?.meaning === 'worked' || outcome?.meaning === 'partial' || soundsResolved(raw);
}

/** After the last action somebody outside said that it is over on their side. */
function isResolvedElsewhere(steps: readonly PendingStep[], sentences: readonly SentenceReading[]): boolean {
  const last = steps.at(-1);
  const from = last === undefined ? 0 : sentences.indexOf(last.firstMention);
  return sentences.slice(from).some((sentence) => endedByThirdParty.test(sentence.text));
}

/** The thread ended well and nobody said by what: by all that was done since the last failure, but for what was only tried on the way. */
function inferFromResolution(steps: readonly PendingStep[], sentences: readonly SentenceReading[]): void {
  const lastFailed = steps.findLastIndex(
    (step) => step.outcome === 'no_effect' || step.outcome === 'made_worse',
  );
  const withoutOutcome = steps
    .slice(lastFailed + 1)
    .filter((step) => !step.isDiagnostic && step.outcome === null && !revertsFailed(step, steps[lastFailed]))
    .filter((step) => !wasPassedOver(step, steps) && !isPreventive(step, sentences));
  const last = steps.findLast((step) => !step.isDiagnostic);
  for (const step of withoutOutcome) {
    if (step === last || !tentativeCue.test(step.firstMention.text))
      inferOutcome(step, 'worked', 'the thread ended well, and nothing says that this failed');
  }
}

/** "The heap bump did it", said after the cache was flushed, too: who names an earlier action does not mean this one. */
function wasPassedOver(step: PendingStep, steps: readonly PendingStep[]): boolean {
  return steps.slice(0, steps.indexOf(step)).some((other) => {
    const outcomeSentence = other.outcome === 'worked' ? other.evidence.at(-1) : undefined;
    return (
      outcomeSentence?.outcome?.refersToAction === true &&
      compareTs(outcomeSentence.message.ts, step.firstMention.message.ts) > 0
    );
  });
}

/** Done for the next time, when all was well again and nobody had said since that it was not. */
function isPreventive(step: PendingStep, sentences: readonly SentenceReading[]): boolean {
  if (!preventionCue.test(step.firstMention.text)) return false;
  const last = sentences
    .slice(0, sentences.indexOf(step.firstMention))
    .findLast((each) => each.outcome !== null && !each.isRoot && each.message !== step.firstMention.message);
  return last?.outcome?.meaning === 'worked';
}

/** "Scaled back to 6" after the scaling that made it worse mends what that did, not the problem. */
function revertsFailed(step: PendingStep, failed: PendingStep | undefined): boolean {
  if (failed?.outcome !== 'made_worse') return false;
  return (step.verb === failed.verb && /\bback\b/i.test(step.text)) || revertCue.test(step.text);
}

const revertCue =
  /\bput(?:ting)?(?: it| them| that)? back\b|^(?:i'm |i |we )?(?:revert(?:ing|ed)?|undo(?:ing|ne)?|undid)(?: it| that| this)?\W*$/i;

/** "Attempted to restart the job", "meanwhile putting it back to 20", "blocked it to prevent more": and then something else was done. */
const tentativeCue =
  /\b(?:attempt(?:ed|s|ing)?|tried|tries|trying|maybe|perhaps|meanwhile|in the meantime|for the (?:meantime|time being)|to (?:prevent|avoid|protect)|until we)\b/i;

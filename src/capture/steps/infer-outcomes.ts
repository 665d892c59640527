import { compareTs } from '../../library/message.ts';
import type { Style } from '../actions/action-reading.ts';
import type { OutcomeMeaning } from '../patterns/outcome-cues.ts';
import { endedByOthers } from '../patterns/outcome-limits.ts';
import { finding, forNextTime, takesBack, wentOn, wentWell } from '../patterns/talk-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';
import type { OpenStep } from './pending-step.ts';

/** What came of the steps of which nobody told it in words that a cue knows: by how people went on, and by how the thread ended. */
export function settleUntold(steps: readonly OpenStep[], reading: ThreadReading, resolved: boolean): void {
  settleByTalk(steps, reading, resolved);
  if (resolved && !endedElsewhere(steps, reading.sentences)) settleTheLast(steps, reading.sentences);
}

/** So many sentences after an act, the talk is of something else; a report soon explains. */
const mostTalk: Readonly<Record<Style, number>> = { chat: 4, report: 2 };

/** An act after which people sigh over the trouble and try another did not end it. */
function settleByTalk(
  steps: readonly OpenStep[],
  { sentences, style }: ThreadReading,
  resolved: boolean,
): void {
  const acts = steps.filter((step) => !step.look);
  for (const [index, act] of acts.entries()) {
    const next = acts[index + 1];
    if (act.outcome !== null || (next === undefined && resolved)) continue;
    const to = next === undefined ? sentences.length : sentences.indexOf(next.first);
    const talk = sentences.slice(sentences.indexOf(act.first) + 1, to).slice(0, mostTalk[style]);
    const told = talk.find((sentence) => wrongIn(sentence) !== null || soundsWell(sentence));
    const meaning = told === undefined ? null : wrongIn(told);
    if (told === undefined || meaning === null) continue;
    const undone = takesBack.test(next?.first.text ?? '') || talk.some(({ text }) => takesBack.test(text));
    if (undone && meaning === 'no_effect') act.outcome = 'made_worse';
    // Where nobody knows how it ended, a sigh shows no help.
    else act.outcome = meaning === 'partial' && !resolved ? 'no_effect' : meaning;
    act.evidence.push(told);
  }
}

function wrongIn({ message, isCode, text }: SentenceReading): OutcomeMeaning | null {
  if (message.isBot || isCode || text.endsWith('?') || finding.test(text)) return null;
  return wentOn.find((cue) => cue.pattern.test(text))?.meaning ?? null;
}

function soundsWell({ outcome, raw }: SentenceReading): boolean {
  return outcome?.meaning === 'worked' || outcome?.meaning === 'partial' || wentWell.test(raw);
}

/** After the last act somebody outside said that it is over on their side. */
function endedElsewhere(steps: readonly OpenStep[], sentences: readonly SentenceReading[]): boolean {
  const last = steps.at(-1);
  const from = last === undefined ? 0 : sentences.indexOf(last.first);
  return sentences.slice(from).some((sentence) => endedByOthers.test(sentence.text));
}

/** The thread ended well and nobody said by what: all that was done since the last that failed, but what was only tried on the way. */
function settleTheLast(steps: readonly OpenStep[], sentences: readonly SentenceReading[]): void {
  const lastFailed = steps.findLastIndex(
    (step) => step.outcome === 'no_effect' || step.outcome === 'made_worse',
  );
  const untold = steps
    .slice(lastFailed + 1)
    .filter((step) => !step.look && step.outcome === null && !undoes(step, steps[lastFailed]))
    .filter((step) => !wasPassedOver(step, steps) && !isAftercare(step, sentences));
  const last = steps.findLast((step) => !step.look);
  for (const step of untold) {
    if (step === last || !onTheWay.test(step.first.text)) step.outcome = 'worked';
  }
}

/** "The heap bump did it", said after the cache was flushed, too: who names an earlier act does not mean this one. */
function wasPassedOver(step: OpenStep, steps: readonly OpenStep[]): boolean {
  return steps.slice(0, steps.indexOf(step)).some((other) => {
    const told = other.outcome === 'worked' ? other.evidence.at(-1) : undefined;
    return told?.outcome?.points === true && compareTs(told.message.ts, step.first.message.ts) > 0;
  });
}

/** Done for the next time, when all was well again and nobody had said since that it was not. */
function isAftercare(step: OpenStep, sentences: readonly SentenceReading[]): boolean {
  if (!forNextTime.test(step.first.text)) return false;
  const last = sentences
    .slice(0, sentences.indexOf(step.first))
    .findLast((each) => each.outcome !== null && !each.isRoot && each.message !== step.first.message);
  return last?.outcome?.meaning === 'worked';
}

/** "Scaled back to 6" after the scaling that made it worse mends what that did, not the trouble. */
function undoes(step: OpenStep, failed: OpenStep | undefined): boolean {
  if (failed?.outcome !== 'made_worse') return false;
  return (step.verb === failed.verb && /\bback\b/i.test(step.text)) || putsBack.test(step.text);
}

const putsBack =
  /\bput(?:ting)?(?: it| them| that)? back\b|^(?:i'm |i |we )?(?:revert(?:ing|ed)?|undo(?:ing|ne)?|undid)(?: it| that| this)?\W*$/i;

/** "Attempted to restart the job", "meanwhile putting it back to 20", "blocked it to prevent more": and then something else was done. */
const onTheWay =
  /\b(?:attempt(?:ed|s|ing)?|tried|tries|trying|maybe|perhaps|meanwhile|in the meantime|for the (?:meantime|time being)|to (?:prevent|avoid|protect)|until we)\b/i;

import type { SolutionContent } from '../../library/solution.ts';
import type { SourceChange } from '../../library/source-change.ts';
import type { Evidence, Step } from '../../library/step.ts';
import { untitledSolution } from '../../text/fallback-titles.ts';
import { extractSignatures } from '../../text/signatures.ts';
import { immediateFix } from '../steps/immediate-fix.ts';
import { removeSourceText } from './remove-source-text.ts';

type Change = Pick<SourceChange, 'ts' | 'was' | 'thread'>;

/**
 * A solution without what rested on a message that was edited or deleted alone: its steps and quotes, and the
 * sentences of any field that stand in it and nowhere else in the thread. In their place comes what `fresh` (the
 * thread as the rules read it now) has of the same messages. What a person wrote in their own words stays.
 */
export function scrubMessage(
  content: SolutionContent,
  change: Change,
  fresh: SolutionContent | null,
): SolutionContent {
  const { ts } = change;
  // Of a message that we no longer keep, the quotes are all that is known.
  const removedText = [change.was, ...quotesOf(content.steps, ts)].join('\n');
  const currentTexts = change.thread.map((message) => message.text);
  const scrub = (text: string) => removeSourceText(text, removedText, currentTexts);
  const refresh = (text: string, replacement: string | null | undefined) => {
    const rest = scrub(text);
    return rest === '' ? (replacement ?? '') : rest;
  };
  const claim = (
    text: string | null,
    shownBy: string[] | undefined,
    replacement: string | null | undefined,
  ) => {
    if (text === null) return null;
    const next = shownBy?.includes(ts) === true ? (replacement ?? '') : refresh(text, replacement);
    return next === '' ? null : next;
  };
  const isGone = vanishedFrom(removedText, currentTexts);
  const keepName = (name: string | null, replacement: string | null | undefined) =>
    name !== null && isGone(name) ? (replacement ?? null) : name;
  const steps = scrubSteps(content.steps, ts, scrub, fresh?.steps ?? []);
  const lostSignatures = new Set(extractSignatures(removedText));
  const { leftOut: previousOffTopic, ...kept } = content;
  // Its words may stand in the message.
  const offTopic = previousOffTopic?.messages.includes(ts) === true ? fresh?.leftOut : previousOffTopic;
  const signatures = content.signatures.filter(
    (each) =>
      !lostSignatures.has(each) ||
      (fresh?.signatures.includes(each) ?? currentTexts.some((text) => text.includes(each))),
  );
  return {
    ...kept,
    ...(offTopic !== undefined && { leftOut: offTopic }),
    title: scrub(content.title) === content.title ? content.title : (fresh?.title ?? untitledSolution),
    symptoms: refresh(content.symptoms, fresh?.symptoms),
    signatures,
    context: {
      ...content.context,
      service: keepName(content.context.service, fresh?.context.service),
      environment: keepName(content.context.environment, fresh?.context.environment),
    },
    rootCause: claim(content.rootCause, content.shownBy?.rootCause, fresh?.rootCause),
    fix: {
      immediate:
        content.fix.immediate === immediateFix(content.steps)
          ? immediateFix(steps)
          : claim(content.fix.immediate, undefined, immediateFix(steps)),
      permanent: claim(content.fix.permanent, content.shownBy?.permanent, fresh?.fix.permanent),
    },
    steps,
    tags: content.tags.filter((tag) => !isGone(tag)),
  };
}

/**
 * The same where the message stood in a thread that was merged into the solution: title, symptoms, context and the
 * steps of other threads are not its to change.
 */
export function scrubMergedMessage(
  content: SolutionContent,
  change: Change & Pick<SourceChange, 'channelId' | 'incident'>,
): SolutionContent {
  const isOf = ({ seenIn }: Step) =>
    seenIn?.channelId === change.channelId && seenIn.threadTs === change.incident?.threadTs;
  const without = (steps: Step[]) => scrubMessage({ ...content, steps }, change, null);
  const { title, symptoms, context } = content;
  const steps = content.steps.flatMap((step) => (isOf(step) ? without([step]).steps : [step]));
  return { ...without(content.steps.filter(isOf)), title, symptoms, context, steps };
}

function quotesOf(steps: readonly Step[], ts: string): string[] {
  return steps.flatMap((step) =>
    step.evidence.filter((evidence) => evidence.ts === ts).map((evidence) => evidence.quote),
  );
}

/** Whether a name stood in the message and stands nowhere now. */
function vanishedFrom(removedText: string, currentTexts: readonly string[]): (name: string) => boolean {
  const before = removedText.toLowerCase();
  const after = currentTexts.join('\n').toLowerCase();
  return (name) => before.includes(name.toLowerCase()) && !after.includes(name.toLowerCase());
}

function scrubSteps(
  steps: readonly Step[],
  ts: string,
  scrub: (text: string) => string,
  fresh: readonly Step[],
): Step[] {
  const unused = [...fresh];
  return steps.flatMap((step) => {
    const otherEvidence = step.evidence.filter((evidence) => evidence.ts !== ts);
    if (otherEvidence.length === step.evidence.length) return scrubStepText(step, scrub);
    const replacement = takeMatchingStep(unused, step, otherEvidence);
    if (replacement !== undefined) return [{ ...replacement, outcome: outcomeOf(step, replacement, ts) }];
    const [first] = otherEvidence;
    // Nothing but its outcome was shown elsewhere, or it was said there in other words.
    return first === undefined || scrub(step.text) !== step.text
      ? []
      : [{ ...step, evidence: otherEvidence, outcome: outcomeRestsOn(step, ts) ? 'unknown' : step.outcome }];
  });
}

/** A step that cites other messages, or none because a person wrote it. */
function scrubStepText(step: Step, scrub: (text: string) => string): Step[] {
  const text = scrub(step.text);
  if (text === '') return [];
  const { command } = step;
  return [{ ...step, text, command: command !== null && scrub(command) !== command ? null : command }];
}

/** The same act as the thread tells it now: by its own message, of several in it the one with the same words. */
function takeMatchingStep(unused: Step[], step: Step, otherEvidence: readonly Evidence[]): Step | undefined {
  const own = step.evidence[0]?.ts;
  const fromOwnMessage = unused.filter((each) => each.evidence[0]?.ts === own);
  const fromOtherMessages = unused.filter((each) =>
    otherEvidence.some((evidence) => evidence.ts === each.evidence[0]?.ts),
  );
  const candidates = fromOwnMessage.length > 0 ? fromOwnMessage : fromOtherMessages;
  const same = candidates.find((each) => each.text === step.text) ?? candidates[0];
  if (same !== undefined) unused.splice(unused.indexOf(same), 1);
  return same;
}

/** An outcome that other messages show stays as it was, which may be a person's word; one that this message showed is read anew. */
function outcomeOf(step: Step, replacement: Step, ts: string): Step['outcome'] {
  return outcomeRestsOn(step, ts) ? replacement.outcome : step.outcome;
}

function outcomeRestsOn(step: Step, ts: string): boolean {
  return step.evidence.length === 1 || step.evidence.slice(1).some((evidence) => evidence.ts === ts);
}

import type { SolutionContent } from '../../library/solution.ts';
import type { SourceChange } from '../../library/source-change.ts';
import type { Evidence, Step } from '../../library/step.ts';
import { untitled } from '../../text/fallback-titles.ts';
import { extractSignatures } from '../../text/signatures.ts';
import { immediateFix } from '../steps/find-fix.ts';
import { leftOf } from './remove-source-text.ts';

type Change = Pick<SourceChange, 'ts' | 'was' | 'thread'>;

/**
 * A solution without what rested on a message that was edited or deleted alone: its steps and quotes, and the
 * sentences of any field that stand in it and nowhere else in the thread. In their place comes what `fresh` (the
 * thread as the rules read it now) has of the same messages. What a person wrote in their own words stays.
 */
export function withoutMessage(
  content: SolutionContent,
  change: Change,
  fresh: SolutionContent | null,
): SolutionContent {
  const { ts } = change;
  // Of a message that we no longer keep, the quotes are all that is known.
  const was = [change.was, ...quotesOf(content.steps, ts)].join('\n');
  const now = change.thread.map((message) => message.text);
  const left = (text: string) => leftOf(text, was, now);
  const refresh = (text: string, again: string | null | undefined) => {
    const rest = left(text);
    return rest === '' ? (again ?? '') : rest;
  };
  const claim = (text: string | null, shownBy: string[] | undefined, again: string | null | undefined) => {
    if (text === null) return null;
    const next = shownBy?.includes(ts) === true ? (again ?? '') : refresh(text, again);
    return next === '' ? null : next;
  };
  const gone = vanished(was, now);
  const keepName = (name: string | null, again: string | null | undefined) =>
    name !== null && gone(name) ? (again ?? null) : name;
  const steps = stepsWithout(content.steps, ts, left, fresh?.steps ?? []);
  const lost = new Set(extractSignatures(was));
  const { leftOut: leftOutBefore, ...kept } = content;
  // Its words may stand in the message.
  const leftOut = leftOutBefore?.messages.includes(ts) === true ? fresh?.leftOut : leftOutBefore;
  const signatures = content.signatures.filter(
    (each) =>
      !lost.has(each) || (fresh?.signatures.includes(each) ?? now.some((text) => text.includes(each))),
  );
  return {
    ...kept,
    ...(leftOut !== undefined && { leftOut }),
    title: left(content.title) === content.title ? content.title : (fresh?.title ?? untitled),
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
    tags: content.tags.filter((tag) => !gone(tag)),
  };
}

/**
 * The same where the message stood in a thread that was merged into the solution: title, symptoms, context and the
 * steps of other threads are not its to change.
 */
export function withoutMergedMessage(
  content: SolutionContent,
  change: Change & Pick<SourceChange, 'channelId' | 'incident'>,
): SolutionContent {
  const isOf = ({ seenIn }: Step) =>
    seenIn?.channelId === change.channelId && seenIn.threadTs === change.incident?.threadTs;
  const without = (steps: Step[]) => withoutMessage({ ...content, steps }, change, null);
  const { title, symptoms, context } = content;
  const steps = content.steps.flatMap((step) => (isOf(step) ? without([step]).steps : [step]));
  return { ...without(content.steps.filter(isOf)), title, symptoms, context, steps };
}

/** Whether it still shows something that helped. */
export function showsFix(content: SolutionContent): boolean {
  const helped = content.steps.some((step) => step.outcome === 'worked' || step.outcome === 'partial');
  return helped || content.fix.immediate !== null;
}

/** Whether a saved solution has lost its proof, or all that it could say if it never had one. */
export function isLost(wasProven: boolean, content: SolutionContent): boolean {
  if (wasProven) return !showsFix(content);
  return content.steps.length === 0 && content.fix.immediate === null && content.fix.permanent === null;
}

function quotesOf(steps: readonly Step[], ts: string): string[] {
  return steps.flatMap((step) =>
    step.evidence.filter((evidence) => evidence.ts === ts).map((evidence) => evidence.quote),
  );
}

/** Whether a name stood in the message and stands nowhere now. */
function vanished(was: string, now: readonly string[]): (name: string) => boolean {
  const before = was.toLowerCase();
  const after = now.join('\n').toLowerCase();
  return (name) => before.includes(name.toLowerCase()) && !after.includes(name.toLowerCase());
}

function stepsWithout(
  steps: readonly Step[],
  ts: string,
  left: (text: string) => string,
  fresh: readonly Step[],
): Step[] {
  const unused = [...fresh];
  return steps.flatMap((step) => {
    const others = step.evidence.filter((evidence) => evidence.ts !== ts);
    if (others.length === step.evidence.length) return ownStep(step, left);
    const again = takeSame(unused, step, others);
    if (again !== undefined) return [{ ...again, outcome: outcomeOf(step, again, ts) }];
    const [first] = others;
    // Nothing but its outcome was shown elsewhere, or it was said there in other words.
    return first === undefined || left(step.text) !== step.text
      ? []
      : [{ ...step, evidence: others, outcome: restsOnOutcome(step, ts) ? 'unknown' : step.outcome }];
  });
}

/** A step that cites other messages, or none because a person wrote it. */
function ownStep(step: Step, left: (text: string) => string): Step[] {
  const text = left(step.text);
  if (text === '') return [];
  const { command } = step;
  return [{ ...step, text, command: command !== null && left(command) !== command ? null : command }];
}

/** The same act as the thread tells it now: by its own message, of several in it the one with the same words. */
function takeSame(unused: Step[], step: Step, others: readonly Evidence[]): Step | undefined {
  const own = step.evidence[0]?.ts;
  const ofOwn = unused.filter((each) => each.evidence[0]?.ts === own);
  const ofOthers = unused.filter((each) => others.some((evidence) => evidence.ts === each.evidence[0]?.ts));
  const candidates = ofOwn.length > 0 ? ofOwn : ofOthers;
  const same = candidates.find((each) => each.text === step.text) ?? candidates[0];
  if (same !== undefined) unused.splice(unused.indexOf(same), 1);
  return same;
}

/** An outcome that other messages show stays as it was, which may be a person's word; one that this message showed is read anew. */
function outcomeOf(step: Step, again: Step, ts: string): Step['outcome'] {
  return restsOnOutcome(step, ts) ? again.outcome : step.outcome;
}

function restsOnOutcome(step: Step, ts: string): boolean {
  return step.evidence.length === 1 || step.evidence.slice(1).some((evidence) => evidence.ts === ts);
}

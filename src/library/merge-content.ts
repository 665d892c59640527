import { extractSignatures } from '../text/signatures.ts';
import { isSameStep, stepActionOf } from './same-step.ts';
import type { SolutionContent } from './solution.ts';
import type { Step } from './step.ts';

/** What a draft shares with a solution, and what it would bring to it. */
export type MergePlan = {
  same: { signatures: string[]; steps: Step[] };
  /** Steps with the outcome they had in the draft; `rootCause` and the fixes only where the solution says nothing. */
  added: {
    steps: Step[];
    signatures: string[];
    tags: string[];
    rootCause: string | null;
    immediate: string | null;
    permanent: string | null;
  };
};

/** A step with another outcome than the solution's own is something new: both are kept. */
export function planMerge(solution: SolutionContent, draft: SolutionContent): MergePlan {
  const known = solution.steps.map((step) => ({ action: stepActionOf(step), outcome: step.outcome }));
  const isKnown = (step: Step) => {
    const action = stepActionOf(step);
    return known.some((other) => other.outcome === step.outcome && isSameStep(other.action, action));
  };
  return {
    same: {
      signatures: draft.signatures.filter((signature) => solution.signatures.includes(signature)),
      steps: draft.steps.filter(isKnown),
    },
    added: {
      steps: draft.steps.filter((step) => !isKnown(step)),
      signatures: draft.signatures.filter((signature) => !solution.signatures.includes(signature)),
      tags: draft.tags.filter((tag) => !solution.tags.includes(tag)),
      rootCause: solution.rootCause === null ? draft.rootCause : null,
      immediate: solution.fix.immediate === null ? draft.fix.immediate : null,
      permanent: solution.fix.permanent === null ? draft.fix.permanent : null,
    },
  };
}

/** The solution with what the draft brings, its steps after the solution's own and marked with where they were seen. */
export function mergeContent(
  solution: SolutionContent,
  draft: { content: SolutionContent; source: { channelId: string; threadTs: string } },
): SolutionContent {
  const { added } = planMerge(solution, draft.content);
  const { channelId, threadTs } = draft.source;
  const seenIn = { channelId, threadTs, context: draft.content.context };
  return {
    ...solution,
    steps: [...solution.steps, ...added.steps.map((step) => ({ ...step, seenIn }))],
    signatures: [...solution.signatures, ...added.signatures],
    tags: [...solution.tags, ...added.tags],
    rootCause: solution.rootCause ?? added.rootCause,
    fix: {
      immediate: solution.fix.immediate ?? added.immediate,
      permanent: solution.fix.permanent ?? added.permanent,
    },
  };
}

/**
 * `content` without what a merge brought: `before` and `after` are the versions on its two sides. What a person has
 * written over since stays theirs.
 */
export function revertMerge(
  content: SolutionContent,
  before: SolutionContent,
  after: SolutionContent,
): SolutionContent {
  const threadOf = (step: Step) => `${step.seenIn?.channelId} ${step.seenIn?.threadTs}`;
  const known = new Set(before.steps.map(threadOf));
  const mergedThreads = new Set(after.steps.filter((step) => step.seenIn !== undefined).map(threadOf));
  const isKept = (step: Step) =>
    step.seenIn === undefined || known.has(threadOf(step)) || !mergedThreads.has(threadOf(step));
  const revert = <Value>(now: Value, old: Value, merged: Value): Value =>
    old !== merged && now === merged ? old : now;
  const removeAdded = (now: string[], old: string[], merged: string[]) =>
    now.filter((each) => old.includes(each) || !merged.includes(each));
  return {
    ...content,
    steps: content.steps.filter(isKept),
    signatures: removeAdded(content.signatures, before.signatures, after.signatures),
    tags: removeAdded(content.tags, before.tags, after.tags),
    rootCause: revert(content.rootCause, before.rootCause, after.rootCause),
    fix: {
      immediate: revert(content.fix.immediate, before.fix.immediate, after.fix.immediate),
      permanent: revert(content.fix.permanent, before.fix.permanent, after.fix.permanent),
    },
  };
}

/**
 * The same where the version before the merge is forgotten: what `draft` said goes, by its words. A signature or tag of
 * it stays where the words that are left have it, too.
 */
export function removeThread(
  content: SolutionContent,
  thread: { channelId: string; threadTs: string },
  draft: SolutionContent | null,
): SolutionContent {
  const unlessFromThread = (now: string | null, fromThread: string | null | undefined) =>
    now === fromThread ? null : now;
  const remaining = {
    ...content,
    steps: content.steps.filter(
      ({ seenIn }) => seenIn?.channelId !== thread.channelId || seenIn.threadTs !== thread.threadTs,
    ),
    rootCause: unlessFromThread(content.rootCause, draft?.rootCause),
    fix: {
      immediate: unlessFromThread(content.fix.immediate, draft?.fix.immediate),
      permanent: unlessFromThread(content.fix.permanent, draft?.fix.permanent),
    },
  };
  const words = textOf(remaining);
  const lowerText = words.toLowerCase();
  const remainingSignatures = new Set(extractSignatures(words));
  const isKept = (each: string) => remainingSignatures.has(each) || lowerText.includes(each.toLowerCase());
  const signatures = content.signatures.filter((each) => !draft?.signatures.includes(each) || isKept(each));
  const lowerSignatures = new Set(signatures.map((each) => each.toLowerCase()));
  const tags = content.tags.filter(
    (tag) => !draft?.tags.includes(tag) || lowerSignatures.has(tag) || isKept(tag),
  );
  return { ...remaining, signatures, tags };
}

function textOf({ title, symptoms, rootCause, fix, context, steps }: SolutionContent): string {
  const ofSteps = steps.flatMap((step) => [
    step.text,
    step.command,
    ...step.evidence.map(({ quote }) => quote),
  ]);
  const ofContext = [context.service, context.environment];
  return [title, symptoms, rootCause, fix.immediate, fix.permanent, ...ofContext, ...ofSteps]
    .filter((each) => each !== null)
    .join('\n');
}

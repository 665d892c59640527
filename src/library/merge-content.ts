import { extractSignatures } from '../text/signatures.ts';
import { actOf, isSameStep } from './same-step.ts';
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
  const known = solution.steps.map((step) => ({ act: actOf(step), outcome: step.outcome }));
  const isKnown = (step: Step) => {
    const act = actOf(step);
    return known.some((other) => other.outcome === step.outcome && isSameStep(other.act, act));
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
export function withoutMerge(
  content: SolutionContent,
  before: SolutionContent,
  after: SolutionContent,
): SolutionContent {
  const threadOf = (step: Step) => `${step.seenIn?.channelId} ${step.seenIn?.threadTs}`;
  const known = new Set(before.steps.map(threadOf));
  const brought = new Set(after.steps.filter((step) => step.seenIn !== undefined).map(threadOf));
  const stays = (step: Step) =>
    step.seenIn === undefined || known.has(threadOf(step)) || !brought.has(threadOf(step));
  const left = <Value>(now: Value, was: Value, came: Value): Value =>
    was !== came && now === came ? was : now;
  const without = (now: string[], was: string[], came: string[]) =>
    now.filter((each) => was.includes(each) || !came.includes(each));
  return {
    ...content,
    steps: content.steps.filter(stays),
    signatures: without(content.signatures, before.signatures, after.signatures),
    tags: without(content.tags, before.tags, after.tags),
    rootCause: left(content.rootCause, before.rootCause, after.rootCause),
    fix: {
      immediate: left(content.fix.immediate, before.fix.immediate, after.fix.immediate),
      permanent: left(content.fix.permanent, before.fix.permanent, after.fix.permanent),
    },
  };
}

/**
 * The same where the version before the merge is forgotten: what `draft` said goes, by its words. A signature or tag of
 * it stays where the words that are left have it, too.
 */
export function withoutThread(
  content: SolutionContent,
  thread: { channelId: string; threadTs: string },
  draft: SolutionContent | null,
): SolutionContent {
  const unlessSaid = (now: string | null, said: string | null | undefined) => (now === said ? null : now);
  const left = {
    ...content,
    steps: content.steps.filter(
      ({ seenIn }) => seenIn?.channelId !== thread.channelId || seenIn.threadTs !== thread.threadTs,
    ),
    rootCause: unlessSaid(content.rootCause, draft?.rootCause),
    fix: {
      immediate: unlessSaid(content.fix.immediate, draft?.fix.immediate),
      permanent: unlessSaid(content.fix.permanent, draft?.fix.permanent),
    },
  };
  const words = wordsOf(left);
  const said = words.toLowerCase();
  const told = new Set(extractSignatures(words));
  const stays = (each: string) => told.has(each) || said.includes(each.toLowerCase());
  const signatures = content.signatures.filter((each) => !draft?.signatures.includes(each) || stays(each));
  const kinds = new Set(signatures.map((each) => each.toLowerCase()));
  const tags = content.tags.filter((tag) => !draft?.tags.includes(tag) || kinds.has(tag) || stays(tag));
  return { ...left, signatures, tags };
}

function wordsOf({ title, symptoms, rootCause, fix, context, steps }: SolutionContent): string {
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

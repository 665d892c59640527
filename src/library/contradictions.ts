import { isSameStep, stepActionOf } from './same-step.ts';
import type { SolutionContent } from './solution.ts';
import type { Step, StepOutcome } from './step.ts';

/** What the solution of one thread says, with the day of its incident. */
export type ThreadContent = { content: SolutionContent; occurredAt: Date };

/** A step once: what came of it, when, and where. */
export type StepOccurrence = {
  outcome: StepOutcome;
  at: Date;
  service: string | null;
  environment: string | null;
};

/** The same step had the opposite outcome elsewhere. */
export type Contradiction = { step: Step; here: StepOccurrence; there: StepOccurrence };

const polarities: Readonly<Partial<Record<StepOutcome, 'for' | 'against'>>> = {
  worked: 'for',
  partial: 'for',
  no_effect: 'against',
  made_worse: 'against',
};

/**
 * The steps of `shown` that had the opposite outcome in one of `others`, or in another thread that was merged into
 * `shown`; of several, one that made it worse, then the newest. Tried twice in one thread is one story.
 */
export function contradictionsOf(shown: ThreadContent, others: readonly ThreadContent[]): Contradiction[] {
  const ledger = [shown, ...others].flatMap((threadContent, index) =>
    threadContent.content.steps.map((step) => ({
      step,
      action: stepActionOf(step),
      thread: step.seenIn === undefined ? `own ${index}` : `${step.seenIn.channelId} ${step.seenIn.threadTs}`,
      occurrence: stepOccurrenceOf(step, threadContent),
    })),
  );
  const reported = new Set<StepOccurrence>();
  return ledger.slice(0, shown.content.steps.length).flatMap((own) => {
    // Of two steps of one solution that contradict each other, the first stands for both.
    if (reported.has(own.occurrence)) return [];
    const polarity = polarities[own.occurrence.outcome];
    if (polarity === undefined) return [];
    const opposite = polarity === 'for' ? 'against' : 'for';
    const [there] = ledger
      .filter(
        (other) =>
          polarities[other.occurrence.outcome] === opposite &&
          other.thread !== own.thread &&
          isSameStep(own.action, other.action),
      )
      .map((other) => other.occurrence)
      .toSorted((a, b) => harmOf(b) - harmOf(a) || b.at.getTime() - a.at.getTime());
    if (there === undefined) return [];
    reported.add(there);
    return [{ step: own.step, here: own.occurrence, there }];
  });
}

function stepOccurrenceOf(step: Step, threadContent: ThreadContent): StepOccurrence {
  const { service, environment } = (step.seenIn ?? threadContent.content).context;
  const at = step.seenIn === undefined ? threadContent.occurredAt : new Date(step.at);
  return { outcome: step.outcome, at, service, environment };
}

function harmOf(occurrence: StepOccurrence): number {
  return occurrence.outcome === 'made_worse' ? 1 : 0;
}

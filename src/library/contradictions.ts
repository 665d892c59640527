import { actOf, isSameStep } from './same-step.ts';
import type { SolutionContent } from './solution.ts';
import type { Step, StepOutcome } from './step.ts';

/** What one thread taught, with the day of its incident. */
export type Telling = { content: SolutionContent; occurredAt: Date };

/** A step once: what came of it, when, and where. */
export type Occurrence = {
  outcome: StepOutcome;
  at: Date;
  service: string | null;
  environment: string | null;
};

/** The same step had the opposite outcome elsewhere. */
export type Contradiction = { step: Step; here: Occurrence; there: Occurrence };

const sides: Readonly<Partial<Record<StepOutcome, 'for' | 'against'>>> = {
  worked: 'for',
  partial: 'for',
  no_effect: 'against',
  made_worse: 'against',
};

/**
 * The steps of `told` that had the opposite outcome in one of `others`, or in another thread that was merged into
 * `told`; of several, one that made it worse, then the newest. Tried twice in one thread is one story.
 */
export function contradictionsOf(told: Telling, others: readonly Telling[]): Contradiction[] {
  const ledger = [told, ...others].flatMap((telling, index) =>
    telling.content.steps.map((step) => ({
      step,
      act: actOf(step),
      thread: step.seenIn === undefined ? `own ${index}` : `${step.seenIn.channelId} ${step.seenIn.threadTs}`,
      once: occurrenceOf(step, telling),
    })),
  );
  const said = new Set<Occurrence>();
  return ledger.slice(0, told.content.steps.length).flatMap((mine) => {
    // Of two steps of one solution that contradict each other, the first tells of both.
    if (said.has(mine.once)) return [];
    const side = sides[mine.once.outcome];
    if (side === undefined) return [];
    const opposite = side === 'for' ? 'against' : 'for';
    const [there] = ledger
      .filter(
        (other) =>
          sides[other.once.outcome] === opposite &&
          other.thread !== mine.thread &&
          isSameStep(mine.act, other.act),
      )
      .map((other) => other.once)
      .toSorted((a, b) => harmOf(b) - harmOf(a) || b.at.getTime() - a.at.getTime());
    if (there === undefined) return [];
    said.add(there);
    return [{ step: mine.step, here: mine.once, there }];
  });
}

function occurrenceOf(step: Step, telling: Telling): Occurrence {
  const { service, environment } = (step.seenIn ?? telling.content).context;
  const at = step.seenIn === undefined ? telling.occurredAt : new Date(step.at);
  return { outcome: step.outcome, at, service, environment };
}

function harmOf(once: Occurrence): number {
  return once.outcome === 'made_worse' ? 1 : 0;
}

import { type Contradiction, contradictionsOf } from '../library/contradictions.ts';
import type { Effectiveness } from '../library/effectiveness.ts';
import { permalinkOf } from '../library/permalink.ts';
import type { Precedent } from '../library/precedent.ts';
import type { SolutionContent } from '../library/solution.ts';
import type { Scope } from '../store/ctx.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { linkedThreadContents, occurrenceStatsOf } from '../store/solutions/solution-occurrences.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';

/** A precedent with all that is shown of it. `confidence` is 0–1; `rank`, 1 is the best, is what 1️⃣ 2️⃣ 3️⃣ choose by. */
export type PrecedentView = {
  solutionId: string;
  rank: number;
  title: string;
  /** It ended, and nobody saved what ended it: shown as an incident, never as a fix. */
  isPastIncident: boolean;
  /** Of the incident it is shown for, and its own; null where nobody said. */
  service: { ours: string | null; theirs: string | null };
  confidence: number;
  why: string[];
  effectiveness: Effectiveness;
  timeToResolutionMinutes: number | null;
  content: SolutionContent;
  permalink: string | null;
  occurredAt: Date;
  /** In how many threads it was seen, its own among them, and when last. */
  seen: number;
  lastOccurredAt: Date;
  /** Its steps that had the opposite outcome elsewhere. */
  contradictions: Contradiction[];
};

/** Precedents as a person reads them, in the order found: for an answer, a search, a list. */
export async function describePrecedents(
  ctx: Scope & { workspaceUrl: string },
  found: (Precedent & { solution: StoredSolution })[],
  { service = null }: { service?: string | null } = {},
): Promise<PrecedentView[]> {
  const scores = await effectivenessOfSolutions(
    ctx,
    found.map((precedent) => precedent.solutionId),
  );
  const ids = found.map((precedent) => precedent.solutionId);
  const seen = await occurrenceStatsOf(ctx, ids);
  const linkedContents = await linkedThreadContents(ctx, ids);
  return found.flatMap(({ solutionId, rank, confidence, why, solution }) => {
    const effectiveness = scores.get(solutionId);
    const stats = seen.get(solutionId);
    if (effectiveness === undefined || stats === undefined) return [];
    const others = found.filter((other) => other.solutionId !== solutionId).map((other) => other.solution);
    return [
      {
        solutionId,
        rank,
        title: solution.content.title,
        isPastIncident: solution.status !== 'active',
        service: { ours: service, theirs: solution.content.context.service },
        confidence,
        why,
        effectiveness,
        timeToResolutionMinutes: stats.medianMinutes,
        content: solution.content,
        permalink: permalinkOf(ctx.workspaceUrl, solution.source.channelId, solution.source.threadTs),
        occurredAt: solution.occurredAt,
        seen: stats.seen,
        lastOccurredAt: stats.lastOccurredAt,
        contradictions: contradictionsOf(solution, [...(linkedContents.get(solutionId) ?? []), ...others]),
      },
    ];
  });
}

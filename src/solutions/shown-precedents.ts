import { viewerOfChannel } from '../privacy/visibility.ts';
import { findChannel } from '../store/channels/channels.ts';
import type { Scope } from '../store/ctx.ts';
import { precedentsOf, type StoredPrecedent } from '../store/precedents/precedents.ts';
import { findSolutions, type StoredSolution } from '../store/solutions/solutions.ts';

const maxPrecedents = 3;

/**
 * The precedents that an incident's answer may show in its channel now, at most 3, the one it is about first; `kept` are
 * all that it was ever answered with. What people say of the answer is of `shown`: of a fix that left, they see nothing.
 */
export async function shownPrecedents(
  ctx: Scope,
  incident: { id: string; channelId: string },
): Promise<{ kept: StoredPrecedent[]; shown: (StoredPrecedent & { solution: StoredSolution })[] }> {
  const kept = await precedentsOf(ctx, incident.id);
  const solutions = await findSolutions(
    ctx,
    kept.map((precedent) => precedent.solutionId),
    viewerOfChannel(await findChannel(ctx, incident.channelId)),
  );
  const byId = new Map(solutions.map((solution) => [solution.id, solution]));
  const shown = kept
    .toSorted((a, b) => Number(b.inUse) - Number(a.inUse) || a.rank - b.rank)
    .flatMap((precedent) => {
      const solution = byId.get(precedent.solutionId);
      return solution === undefined || solution.status === 'retired' ? [] : [{ ...precedent, solution }];
    })
    .slice(0, maxPrecedents);
  return { kept, shown };
}

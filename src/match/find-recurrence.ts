import type { Incident } from '../library/incident.ts';
import { permalinkOf } from '../library/permalink.ts';
import type { SolutionContent } from '../library/solution.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Db } from '../store/connection/db.ts';
import type { Scope } from '../store/ctx.ts';
import { findPreviousIncident } from '../store/incidents/find-previous-incident.ts';
import { precedentsOf } from '../store/precedents/precedents.ts';
import { findSolution, findSolutionOfThread } from '../store/solutions/solutions.ts';

/** `fix`: the solution of the last time's own thread (`thread`), or what it was answered with (`answer`). */
export type Recurrence = {
  minutesSince: number;
  permalink: string;
  fix: { from: 'thread' | 'answer'; solutionId: string; content: SolutionContent } | null;
};

/** An alert that returns within an hour of its end is the same problem still; later it is a new one. */
const recurrenceWindowMinutes = 60;
/** An alert that flaps: how many of its times are looked at for a fix. */
const maxPreviousIncidents = 5;

/** Whether an incident's alert was resolved here just before, and what was done then; null for a new problem. */
export async function findRecurrence(
  ctx: Scope & { workspaceUrl: string },
  incident: Incident,
  viewer: Viewer,
): Promise<Recurrence | null> {
  const last = await previousIncidentOf(ctx.db, incident);
  if (last === null || last.resolvedAt === null) return null;
  let fix: Recurrence['fix'] = null;
  let previous: Incident | null = last;
  for (let count = 0; previous !== null && fix === null && count < maxPreviousIncidents; count += 1) {
    fix = await fixOf(ctx, previous, viewer);
    previous = await previousIncidentOf(ctx.db, previous);
  }
  return {
    minutesSince: (incident.openedAt.getTime() - last.resolvedAt.getTime()) / 60_000,
    permalink: permalinkOf(ctx.workspaceUrl, last.channelId, last.threadTs),
    fix,
  };
}

function previousIncidentOf(db: Db, incident: Incident): Promise<Incident | null> {
  return findPreviousIncident(
    db,
    incident,
    new Date(incident.openedAt.getTime() - recurrenceWindowMinutes * 60_000),
  );
}

async function fixOf(
  scope: Scope,
  { id, channelId, threadTs }: Incident,
  viewer: Viewer,
): Promise<Recurrence['fix']> {
  const threadSolution = await findSolutionOfThread(scope, channelId, threadTs);
  const own = threadSolution === null ? null : await findSolution(scope, threadSolution.id, viewer);
  // A draft is nobody's word yet, but its thread shows what worked.
  if (own?.status === 'active' || (own?.status === 'draft' && own.proven)) {
    return { from: 'thread', solutionId: own.id, content: own.content };
  }
  const linkedSolution =
    own === null || own.mergedInto === null ? null : await findSolution(scope, own.mergedInto, viewer);
  if (linkedSolution?.status === 'active')
    return { from: 'thread', solutionId: linkedSolution.id, content: linkedSolution.content };
  const inUse = (await precedentsOf(scope, id)).find((precedent) => precedent.inUse);
  const answered = inUse === undefined ? null : await findSolution(scope, inUse.solutionId, viewer);
  return answered?.status === 'active'
    ? { from: 'answer', solutionId: answered.id, content: answered.content }
    : null;
}

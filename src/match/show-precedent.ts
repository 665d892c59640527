import { PrecedentError } from '../errors.ts';
import type { Directory } from '../privacy/directory.ts';
import { findViewer } from '../privacy/find-viewer.ts';
import type { Scope } from '../store/ctx.ts';
import { findIncident } from '../store/incidents/incidents.ts';
import { precedentsOf } from '../store/precedents/precedents.ts';
import { findSolution } from '../store/solutions/solutions.ts';
import { describePrecedents, type PrecedentView } from './describe-precedents.ts';

/**
 * One precedent of an incident, for the person who asked to see more of it. Throws not_found where it is none of the
 * incident's, is gone, or is from a channel that they are not in.
 */
export async function showPrecedent(
  ctx: Scope & { gateway: Directory; workspaceUrl: string },
  asked: { incidentId: string; solutionId: string; userId: string; channelId: string | null },
): Promise<PrecedentView> {
  const incident = await findIncident(ctx, asked.incidentId);
  const precedents = incident === null ? [] : await precedentsOf(ctx, incident.id);
  const precedent = precedents.find(({ solutionId }) => solutionId === asked.solutionId);
  const viewer = await findViewer(ctx, asked);
  const solution = precedent === undefined ? null : await findSolution(ctx, asked.solutionId, viewer);
  if (incident === null || precedent === undefined || solution === null || solution.status === 'retired') {
    throw new PrecedentError('not_found', 'This is gone, or from a channel that you are not in.');
  }
  const [view] = await describePrecedents(ctx, [{ ...precedent, solution }], incident.context);
  if (view === undefined) throw new PrecedentError('not_found', 'This is gone.');
  return view;
}

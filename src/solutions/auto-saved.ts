import type { Scope } from '../store/ctx.ts';
import { resolutionSignalOf } from '../store/incidents/incidents.ts';
import { wasEdited } from '../store/solutions/solution-versions.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';

/** The bot saved it, as its channel is set to, and nobody has decided since: it follows the thread as a draft does. */
export async function isAutoSaved(
  ctx: Scope,
  { status, decidedBy, source: { incidentId } }: StoredSolution,
): Promise<boolean> {
  if (status !== 'active' || decidedBy !== null || incidentId === null) return false;
  return (await resolutionSignalOf(ctx, incidentId)) !== 'import';
}

/** Whether the bot may count it to a solution by itself: what a person has written or kept apart is theirs to decide. */
export async function mayBeLinked(ctx: Scope, draft: StoredSolution): Promise<boolean> {
  return !draft.isDistinct && !(await wasEdited(ctx, draft.id));
}

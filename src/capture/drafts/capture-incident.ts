import { type DecideDeps, refreshSaved, saveDraft } from '../../solutions/decide-draft.ts';
import { tellDraft } from '../../solutions/draft-message.ts';
import { findTwin, type Twin } from '../../solutions/find-duplicate.ts';
import { findChannel } from '../../store/channels/channels.ts';
import { findIncident, resolutionSignalOf } from '../../store/incidents/incidents.ts';
import { wasEdited } from '../../store/solutions/solution-versions.ts';
import { findSolution } from '../../store/solutions/solutions.ts';
import { type DraftDeps, draftIncident, isSavedUnasked } from './draft-incident.ts';

/**
 * Drafts a resolved incident, and where its channel is set so saves a fix that the thread shows to work without asking.
 * What a person has edited is left to people, and so is what was read of the channel's past.
 */
export async function captureIncident(
  deps: DraftDeps & DecideDeps,
  input: { incidentId: string; changed?: boolean; past?: boolean },
): Promise<void> {
  const incident = await findIncident(deps.db, deps.workspaceId, input.incidentId);
  if (incident === null) return;
  const channel = await findChannel(deps.db, deps.workspaceId, incident.channelId);
  const isPast = (await resolutionSignalOf(deps.db, deps.workspaceId, incident.id)) === 'import';
  const savesUnasked = channel?.autoSave === true && !isPast;
  const solutionId = await draftIncident(deps, { ...input, silently: savesUnasked });
  if (solutionId === null) return;
  const solution = await findSolution(deps.db, deps.workspaceId, solutionId, 'operator');
  if (solution === null) return;
  if (await isSavedUnasked(deps, solution)) return refreshSaved(deps, solutionId);
  // It counts to a fix that is known, which is told like any other end of it.
  if (savesUnasked && solution.mergedInto !== null) return tellNow(deps, solutionId, null);
  if (!savesUnasked || solution.status !== 'draft') return;
  if (solution.proven && !(await wasEdited(deps.db, deps.workspaceId, solutionId))) {
    await saveDraft(deps, { solutionId, by: null, viewer: 'operator' });
  } else {
    await tellNow(deps, solutionId, solution.keptApart ? null : await findTwin(deps, solution));
  }
}

function tellNow(deps: DraftDeps, solutionId: string, twin: Twin | null): Promise<void> {
  return deps.db.transaction((db) => tellDraft({ ...deps, db }, solutionId, twin));
}

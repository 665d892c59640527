import { type DecideDeps, saveDraft } from '../capture/decide-draft.ts';
import { type DraftDeps, draftIncident } from '../capture/draft-incident.ts';
import { type ImportedThread, importThread } from '../intake/import-thread.ts';
import { findSolution } from '../store/solutions.ts';

/** How far a thread of the past came, and why no further. */
export type Learned = {
  reached: ('incidents' | 'resolved' | 'drafts' | 'approved')[];
  skipped: string | null;
};

/** A finished thread through intake and capture, without a word in Slack; `approve` saves a fix that the thread shows to work. */
export async function learnThread(
  deps: DraftDeps & DecideDeps,
  thread: ImportedThread,
  options: { approve: boolean },
): Promise<Learned> {
  const outcome = await importThread(deps, thread);
  if (outcome.kind === 'skipped') return { reached: [], skipped: outcome.reason };
  if (outcome.kind === 'known') return { reached: [], skipped: 'imported before' };
  if (outcome.kind === 'open') return { reached: ['incidents'], skipped: 'no resolution' };
  const solutionId = await draftIncident(deps, { incidentId: outcome.incidentId, silently: true });
  if (solutionId === null) return { reached: ['incidents', 'resolved'], skipped: 'no step found' };
  const drafted: Learned = { reached: ['incidents', 'resolved', 'drafts'], skipped: null };
  if (!options.approve) return drafted;
  const draft = await findSolution(deps.db, deps.workspaceId, solutionId, 'operator');
  if (draft?.proven !== true) return { ...drafted, skipped: 'no step shown to work' };
  await saveDraft(deps, { solutionId, by: null, viewer: 'operator', silently: true });
  return { reached: [...drafted.reached, 'approved'], skipped: null };
}

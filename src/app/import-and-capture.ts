import type { CaptureCtx } from '../capture/drafts/draft-incident.ts';
import { draftIncident } from '../capture/drafts/draft-incident.ts';
import { type ImportedThread, importThread } from '../intake/import-thread.ts';
import { timeOfTs } from '../library/message.ts';
import { saveDraft } from '../solutions/save-draft.ts';
import { endIncident, findIncident } from '../store/incidents/incidents.ts';
import { findSolution } from '../store/solutions/solutions.ts';

/** How far a thread of the past came, and why no further. */
export type ImportOutcome = {
  reached: ('incidents' | 'resolved' | 'drafts' | 'approved')[];
  skipped: string | null;
  /** Left open by its thread; see `rememberQuiet`. */
  open?: { incidentId: string; lastTs: string };
};

const alreadyKnown = 'seen before, linked to the fix that is known';

/** So long after its last message an incident of the past is over, whether or not anybody said so. */
const quietDays = 7;

/** A finished thread through intake and capture, without a word in Slack; `approve` saves a fix that the thread shows to work. */
export async function importAndCapture(
  ctx: CaptureCtx,
  thread: ImportedThread,
  options: { approve: boolean },
): Promise<ImportOutcome> {
  const outcome = await importThread(ctx, thread);
  if (outcome.kind === 'skipped') return { reached: [], skipped: outcome.reason };
  if (outcome.kind === 'known') return { reached: [], skipped: 'imported before' };
  if (outcome.kind === 'open') {
    const open = { incidentId: outcome.incidentId, lastTs: thread.messages.at(-1)?.ts ?? '0' };
    return { reached: ['incidents'], skipped: 'no resolution', open };
  }
  const solutionId = await draftIncident(ctx, { incidentId: outcome.incidentId, silently: true });
  if (solutionId === null) return { reached: ['incidents', 'resolved'], skipped: 'no step found' };
  const drafted: ImportOutcome = { reached: ['incidents', 'resolved', 'drafts'], skipped: null };
  const draft = await findSolution(ctx, solutionId, 'operator');
  if ((draft?.mergedInto ?? null) !== null) return { ...drafted, skipped: alreadyKnown };
  if (!options.approve) return drafted;
  if (draft?.proven !== true) return { ...drafted, skipped: 'no step shown to work' };
  const saved = { solutionId, savedBy: 'import', viewer: 'operator', silently: true } as const;
  const { solution } = await saveDraft(ctx, saved);
  if (solution.mergedInto !== null) return { ...drafted, skipped: alreadyKnown };
  return { reached: [...drafted.reached, 'approved'], skipped: null };
}

/**
 * An incident that nobody closed is remembered without a fix, once it is long quiet. After all threads are read: what
 * ends it may stand in another.
 */
export async function rememberQuiet(
  ctx: CaptureCtx,
  { incidentId, lastTs }: NonNullable<ImportOutcome['open']>,
): Promise<void> {
  const at = timeOfTs(lastTs);
  if (ctx.now().getTime() - at.getTime() < quietDays * 86_400_000) return;
  const incident = await findIncident(ctx, incidentId);
  // An alert's own end may come yet, live.
  if (incident?.status !== 'open' || incident.alertKey !== null) return;
  await endIncident(ctx, incidentId, { status: 'abandoned', by: null, at, signal: 'import' });
  await draftIncident(ctx, { incidentId, silently: true });
}

import type { Embedder } from '../../embed/embedder.ts';
import { refreshSaved, saveDraft } from '../../solutions/decide-draft.ts';
import type { RendersDrafts } from '../../solutions/draft-message.ts';
import { tellDraft } from '../../solutions/draft-message.ts';
import { findTwin, type Twin } from '../../solutions/find-duplicate.ts';
import { findChannel } from '../../store/channels/channels.ts';
import type { Ctx } from '../../store/ctx.ts';
import { inTransaction } from '../../store/ctx.ts';
import { findIncident, resolutionSignalOf } from '../../store/incidents/incidents.ts';
import { wasEdited } from '../../store/solutions/solution-versions.ts';
import { findSolution } from '../../store/solutions/solutions.ts';
import type { CaptureCtx } from './draft-incident.ts';
import { draftIncident, isSavedUnasked } from './draft-incident.ts';

/**
 * Drafts a resolved incident, and where its channel is set so saves a fix that the thread shows to work without asking.
 * What a person has edited is left to people, and so is what was read of the channel's past.
 */
export async function captureIncident(
  ctx: CaptureCtx & Ctx & RendersDrafts & { embedder: Embedder | null },
  input: { incidentId: string; changed?: boolean; past?: boolean },
): Promise<void> {
  const incident = await findIncident(ctx, input.incidentId);
  if (incident === null) return;
  const channel = await findChannel(ctx, incident.channelId);
  const isPast = (await resolutionSignalOf(ctx, incident.id)) === 'import';
  const savesUnasked = channel?.autoSave === true && !isPast;
  const solutionId = await draftIncident(ctx, { ...input, silently: savesUnasked });
  if (solutionId === null) return;
  const solution = await findSolution(ctx, solutionId, 'operator');
  if (solution === null) return;
  if (await isSavedUnasked(ctx, solution)) return refreshSaved(ctx, solutionId);
  // It counts to a fix that is known, which is told like any other end of it.
  if (savesUnasked && solution.mergedInto !== null) return tellNow(ctx, solutionId, null);
  if (!savesUnasked || solution.status !== 'draft') return;
  if (solution.proven && !(await wasEdited(ctx, solutionId))) {
    await saveDraft(ctx, { solutionId, by: null, viewer: 'operator' });
  } else {
    await tellNow(ctx, solutionId, solution.keptApart ? null : await findTwin(ctx, solution));
  }
}

function tellNow(ctx: CaptureCtx, solutionId: string, twin: Twin | null): Promise<void> {
  return inTransaction(ctx, (ctx) => tellDraft(ctx, solutionId, twin));
}

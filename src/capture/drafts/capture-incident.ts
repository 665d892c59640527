import type { Embedder } from '../../embed/embedder.ts';
import { isAutoSaved } from '../../solutions/auto-saved.ts';
import { type DuplicateMatch, findDuplicate } from '../../solutions/find-duplicate.ts';
import { refreshAutoSaved } from '../../solutions/index-solution.ts';
import { saveDraft } from '../../solutions/save-draft.ts';
import { type RendersDrafts, upsertDraftMessage } from '../../solutions/upsert-draft-message.ts';
import { findChannel } from '../../store/channels/channels.ts';
import type { Ctx } from '../../store/ctx.ts';
import { inTransaction } from '../../store/ctx.ts';
import { findIncident, resolutionSignalOf } from '../../store/incidents/incidents.ts';
import { wasEdited } from '../../store/solutions/solution-versions.ts';
import { findSolution } from '../../store/solutions/solutions.ts';
import type { CaptureCtx } from './draft-incident.ts';
import { draftIncident } from './draft-incident.ts';

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
  const isBackfilled = (await resolutionSignalOf(ctx, incident.id)) === 'import';
  const autoSaves = channel?.autoSave === true && !isBackfilled;
  const solutionId = await draftIncident(ctx, { ...input, silently: autoSaves });
  if (solutionId === null) return;
  const solution = await findSolution(ctx, solutionId, 'operator');
  if (solution === null) return;
  if (isAutoSaved(solution)) return refreshAutoSaved(ctx, solutionId);
  // It is linked to a fix that is known, which its thread is told like any other end of it.
  if (autoSaves && solution.mergedInto !== null) return upsertMessageNow(ctx, solutionId, null);
  if (!autoSaves || solution.status !== 'draft') return;
  if (solution.proven && !(await wasEdited(ctx, solutionId))) {
    await saveDraft(ctx, { solutionId, savedBy: 'bot', viewer: 'operator' });
  } else {
    await upsertMessageNow(ctx, solutionId, solution.isDistinct ? null : await findDuplicate(ctx, solution));
  }
}

function upsertMessageNow(
  ctx: CaptureCtx,
  solutionId: string,
  duplicate: DuplicateMatch | null,
): Promise<void> {
  return inTransaction(ctx, (ctx) => upsertDraftMessage(ctx, solutionId, duplicate));
}

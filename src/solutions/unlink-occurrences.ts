import type { Ctx } from '../store/ctx.ts';
import { deleteLinkedDraftsOfThread, restoreLinkedDraft } from '../store/solutions/draft-decisions.ts';
import {
  deleteOccurrences,
  draftsLinkedAcross,
  draftsLinkedTo,
} from '../store/solutions/solution-occurrences.ts';
import { undoMerge } from './undo-merge.ts';

/**
 * A draft that was linked to a solution is a draft again, and the solution loses what came from it. `distinct`: the bot
 * never links it to another by itself again. Null when it was not linked; else the solution that it was linked to. Run in
 * a transaction.
 */
export async function unlinkDraft(
  ctx: Ctx,
  draftId: string,
  { distinct }: { distinct: boolean },
): Promise<string | null> {
  if (!(await restoreLinkedDraft(ctx, draftId, { at: ctx.now(), distinct }))) return null;
  await ctx.enqueue({ name: 'index', solutionId: draftId });
  const [unlinked, ...others] = await deleteOccurrences(ctx, { draftId });
  if (unlinked === undefined) return null;
  for (const occurrence of [unlinked, ...others]) await undoMerge(ctx, occurrence);
  return unlinked.solutionId;
}

/** A solution left the library: the threads that were linked to it are drafts again, each for itself. */
export async function unlinkOccurrences(ctx: Ctx, solutionId: string): Promise<void> {
  for (const { draftId, incidentId } of await draftsLinkedTo(ctx, solutionId)) {
    await unlinkDraft(ctx, draftId, { distinct: false });
    if (incidentId !== null) await ctx.enqueue({ name: 'capture', incidentId, changed: true });
  }
}

/**
 * A channel is for itself from now on: what was linked from it to solutions of other channels, or from theirs to its
 * own, is a draft again and captured anew.
 */
export async function unlinkAcrossChannels(ctx: Ctx, channelId: string): Promise<void> {
  for (const { draftId, solutionId, incidentId } of await draftsLinkedAcross(ctx, channelId)) {
    await unlinkDraft(ctx, draftId, { distinct: false });
    if (incidentId !== null) await ctx.enqueue({ name: 'capture', incidentId, changed: true });
    await ctx.enqueue({ name: 'index', solutionId });
  }
}

/**
 * A thread is gone: so are the drafts of it that were linked to solutions, and what they brought. Says which
 * solutions lost something.
 */
export async function forgetOccurrencesOfThread(
  ctx: Ctx,
  thread: { channelId: string; threadTs: string },
): Promise<string[]> {
  const forgotten = await deleteOccurrences(ctx, thread);
  for (const occurrence of forgotten) await undoMerge(ctx, occurrence);
  await deleteLinkedDraftsOfThread(ctx, thread);
  return forgotten.map(({ solutionId }) => solutionId);
}

import type { Viewer } from '../library/viewer.ts';
import { refreshAnswers } from '../outbox/refresh-answers.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { requireSolution } from './require-solution.ts';
import { unlinkDraft } from './unlink-occurrences.ts';
import { type RendersDrafts, upsertDraftMessage } from './upsert-draft-message.ts';

/** A person says that a linked thread is no case of that solution: it is a draft again, and is not asked about a second time. False when it was none. */
export async function markDistinct(
  ctx: Ctx & RendersDrafts,
  input: { draftId: string; viewer: Viewer },
): Promise<boolean> {
  const draft = await requireSolution(ctx, input.draftId, input.viewer);
  return inTransaction(ctx, async (ctx) => {
    const from = await unlinkDraft(ctx, draft.id, { distinct: true });
    if (from === null) return false;
    await refreshAnswers(ctx, from);
    await upsertDraftMessage(ctx, draft.id, null);
    return true;
  });
}

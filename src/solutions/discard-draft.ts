import type { Viewer } from '../library/viewer.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { decideDraft } from '../store/solutions/draft-decisions.ts';
import { removeFromLibrary } from './remove-from-library.ts';
import { requireSolution } from './require-solution.ts';
import type { Decision } from './save-draft.ts';
import { type RendersDrafts, upsertDraftMessage } from './upsert-draft-message.ts';

/** Discards a draft, or what the bot saved by itself: that is found no more. */
export async function discardDraft(
  ctx: Ctx & RendersDrafts,
  input: { solutionId: string; by: string; viewer: Viewer },
): Promise<Decision> {
  const draft = await requireSolution(ctx, input.solutionId, input.viewer);
  return inTransaction(ctx, async (ctx) => {
    const decided = await decideDraft(ctx, draft.id, { status: 'retired', by: input.by, at: ctx.now() });
    if (decided) {
      await removeFromLibrary(ctx, draft);
      await upsertDraftMessage(ctx, draft.id, null);
    }
    return { decided, solution: await requireSolution(ctx, draft.id, 'operator') };
  });
}

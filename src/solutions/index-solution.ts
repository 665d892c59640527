import type { Embedder } from '../embed/embedder.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { revertToDraft } from '../store/solutions/draft-decisions.ts';
import { lockVersion } from '../store/solutions/solution-versions.ts';
import { findSolution, type StoredSolution } from '../store/solutions/solutions.ts';
import { isAutoSaved } from './auto-saved.ts';
import { findDuplicate } from './find-duplicate.ts';
import { indexContent } from './index-content.ts';
import { refreshDraftsMentioning } from './refresh-drafts-mentioning.ts';
import { refreshMessages } from './refresh-messages.ts';
import { requireSolution } from './require-solution.ts';
import { unlinkOccurrences } from './unlink-occurrences.ts';
import type { RendersDrafts } from './upsert-draft-message.ts';

type IndexCtx = Ctx & RendersDrafts & { embedder: Embedder | null };

/**
 * Puts a solution or a past incident into the index as it stands now, after it or its thread changed without a person;
 * messages of a saved one follow.
 */
export async function indexSolution(ctx: IndexCtx, input: { solutionId: string }): Promise<void> {
  const solution = await findSolution(ctx, input.solutionId, 'operator');
  if (solution === null || solution.status === 'retired') return;
  if (solution.status === 'active') return indexAsItStands(ctx, solution);
  await inTransaction(ctx, async (ctx) => {
    if (await lockVersion(ctx, solution.id, solution.version)) await indexContent(ctx, solution);
  });
}

/** What the bot saved by itself was captured again: index and messages follow; where no fix is shown any more, it asks. */
export async function refreshAutoSaved(ctx: IndexCtx, solutionId: string): Promise<void> {
  const solution = await requireSolution(ctx, solutionId, 'operator');
  if (!solution.proven) return revertAutoSaved(ctx, solution);
  await indexAsItStands(ctx, solution);
}

/** Whoever changes it meanwhile indexes it, or has asked for that. */
async function indexAsItStands(ctx: IndexCtx, solution: StoredSolution): Promise<void> {
  const mayOfferMerge = !solution.isDistinct && isAutoSaved(solution);
  const duplicate = mayOfferMerge ? await findDuplicate(ctx, solution) : null;
  await inTransaction(ctx, async (ctx) => {
    if (!(await lockVersion(ctx, solution.id, solution.version))) return;
    await indexContent(ctx, solution);
    await refreshMessages(ctx, solution, { threadExists: true, duplicate });
  });
}

/** What the bot saved by itself is a draft again, and a past incident to who searches. */
async function revertAutoSaved(ctx: IndexCtx, solution: StoredSolution): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (!(await revertToDraft(ctx, solution.id, ctx.now()))) return;
    await unlinkOccurrences(ctx, solution.id);
    await refreshMessages(ctx, solution, { threadExists: true });
    await refreshDraftsMentioning(ctx, solution.id);
  });
}

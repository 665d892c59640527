import type { Embedder } from '../embed/embedder.ts';
import { PrecedentError } from '../errors.ts';
import { hasFix, type SavedBy } from '../library/solution.ts';
import type { Viewer } from '../library/viewer.ts';
import { refreshAnswers } from '../outbox/refresh-answers.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { decideDraft } from '../store/solutions/draft-decisions.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import { type DuplicateMatch, findDuplicate } from './find-duplicate.ts';
import { indexContent } from './index-content.ts';
import { linkOccurrence } from './link-occurrence.ts';
import { mayBeLinked } from './may-be-linked.ts';
import { requireSolution } from './require-solution.ts';
import { type RendersDrafts, upsertDraftMessage } from './upsert-draft-message.ts';

/** `decided` false: somebody was faster, and `solution` says what they decided. */
export type Decision = { decided: boolean; solution: StoredSolution };

/** A person by their id, or who saved it without asking one. */
type Saver = { by: string } | { savedBy: Exclude<SavedBy, 'person'> };

/**
 * Puts a draft into the library: from now on it is found. One that is the same as a solution there is linked to it
 * instead, unless a person edited it, or `isDistinct`. Throws not_found, or usage for a draft without any fix.
 */
export async function saveDraft(
  ctx: Ctx & RendersDrafts & { embedder?: Embedder | null },
  input: { solutionId: string; viewer: Viewer; silently?: boolean; isDistinct?: boolean } & Saver,
): Promise<Decision> {
  const draft = await requireSolution(ctx, input.solutionId, input.viewer);
  if (draft.status === 'draft' && !hasFix(draft.content)) {
    throw new PrecedentError(
      'usage',
      'This draft has no fix yet. Press "Write the fix" first; one line is enough.',
    );
  }
  const by = 'by' in input ? input.by : null;
  const savedBy = 'by' in input ? 'person' : input.savedBy;
  const isCompared = input.isDistinct !== true && draft.status === 'draft';
  // Whoever pressed a button does not wait for a model: then it is compared by its words alone.
  const embedder = by === null ? (ctx.embedder ?? null) : null;
  const duplicate = isCompared ? await findDuplicate({ ...ctx, embedder }, draft) : null;
  if (duplicate?.isCertain === true && (await mayBeLinked(ctx, draft)))
    return linkDraft(ctx, draft, duplicate, { by, silently: input.silently });
  return inTransaction(ctx, async (ctx) => {
    const decided = await decideDraft(ctx, draft.id, { status: 'active', savedBy, by, at: ctx.now() });
    if (decided) {
      // Somebody may have edited it between our reading and our saving.
      await indexContent(ctx, await requireSolution(ctx, draft.id, 'operator'));
      // Where it was shown as a past incident, it is a fix from now on.
      await refreshAnswers(ctx, draft.id);
      // Nobody was asked, so whoever reads of it may still say that it is one with another.
      const offeredDuplicate = by === null && !draft.isDistinct ? duplicate : null;
      if (input.silently !== true) await upsertDraftMessage(ctx, draft.id, offeredDuplicate);
    }
    return { decided, solution: await requireSolution(ctx, draft.id, 'operator') };
  });
}

async function linkDraft(
  ctx: Ctx & RendersDrafts,
  draft: StoredSolution,
  duplicate: DuplicateMatch,
  input: { by: string | null; silently: boolean | undefined },
): Promise<Decision> {
  return inTransaction(ctx, async (ctx) => {
    const decided = await linkOccurrence(ctx, draft, duplicate.solution, {
      by: input.by,
      mergedVersion: null,
    });
    const solution = await requireSolution(ctx, draft.id, 'operator');
    if (!decided && solution.status === 'draft') {
      throw new PrecedentError(
        'conflict',
        'Somebody just changed this draft. Look at it again, then press Save.',
      );
    }
    if (decided && input.silently !== true) await upsertDraftMessage(ctx, draft.id, null);
    return { decided, solution };
  });
}

import { refreshAnswers } from '../outbox/refresh-answers.ts';
import type { Ctx } from '../store/ctx.ts';
import { isWithdrawn, readOutbox } from '../store/outbox/outbox.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import type { DuplicateMatch } from './find-duplicate.ts';
import { draftKey, type RendersDrafts, upsertDraftMessage } from './upsert-draft-message.ts';

/** What a solution says changed: the draft's message follows, if one stands, and every answer that shows it. */
export async function refreshMessages(
  ctx: Ctx & RendersDrafts,
  solution: StoredSolution,
  { threadExists, duplicate = null }: { threadExists: boolean; duplicate?: DuplicateMatch | null },
): Promise<void> {
  const draftMessage = await readOutbox(ctx, draftKey(solution));
  if (threadExists && draftMessage !== null && !isWithdrawn(draftMessage))
    await upsertDraftMessage(ctx, solution.id, duplicate);
  await refreshAnswers(ctx, solution.id);
}

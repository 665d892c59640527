import { refreshAnswers } from '../outbox/refresh-answers.ts';
import type { Ctx } from '../store/ctx.ts';
import { unindexSolution } from '../store/search/search-index.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import { refreshDraftsMentioning } from './refresh-drafts-mentioning.ts';
import { unlinkOccurrences } from './unlink-occurrences.ts';
import type { RendersDrafts } from './upsert-draft-message.ts';

/** What stood in the library is found no more, and no message shows or offers it. Of a draft this changes nothing. */
export async function removeFromLibrary(
  ctx: Ctx & RendersDrafts,
  { id, status }: Pick<StoredSolution, 'id' | 'status'>,
): Promise<void> {
  await unindexSolution(ctx, id);
  await unlinkOccurrences(ctx, id);
  await refreshAnswers(ctx, id);
  if (status === 'active') await refreshDraftsMentioning(ctx, id);
}

import type { Directory } from '../privacy/directory.ts';
import { findViewerNow } from '../privacy/find-viewer-now.ts';
import type { Ctx } from '../store/ctx.ts';
import { mergeDraft } from './merge-draft.ts';
import type { RendersDrafts } from './upsert-draft-message.ts';

/** Merges what a person was shown in a form, if they may still see both. Throws what `mergeDraft` throws. */
export async function mergeByPerson(
  ctx: Ctx & RendersDrafts & { gateway: Directory },
  input: { draftId: string; draftVersion: number; intoId: string; intoVersion: number; userId: string },
): Promise<void> {
  const { userId, ...merge } = input;
  const viewer = await findViewerNow(ctx, { userId, solutionIds: [merge.draftId, merge.intoId] });
  await mergeDraft(ctx, { ...merge, by: userId, viewer });
}

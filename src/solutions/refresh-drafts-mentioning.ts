import type { Ctx } from '../store/ctx.ts';
import { draftsMentioning } from '../store/outbox/messages-mentioning.ts';
import { type RendersDrafts, upsertDraftMessage } from './upsert-draft-message.ts';

/**
 * A solution says something else, or left the library: what other drafts' messages say of it goes at once, and their
 * capture looks anew for what they are like.
 */
export async function refreshDraftsMentioning(ctx: Ctx & RendersDrafts, solutionId: string): Promise<void> {
  for (const draft of await draftsMentioning(ctx, solutionId)) {
    await upsertDraftMessage(ctx, draft.solutionId, null);
    if (draft.linked || draft.incidentId === null) continue;
    await ctx.enqueue({ name: 'capture', incidentId: draft.incidentId, changed: true });
  }
}

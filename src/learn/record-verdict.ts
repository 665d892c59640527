import type { Verdict } from '../library/effectiveness.ts';
import { refreshNewestAnswers } from '../outbox/refresh-answers.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { addMark, removeMark } from '../store/precedents/feedback.ts';
import { precedentsOf } from '../store/precedents/precedents.ts';

export type VerdictGiven = {
  incidentId: string;
  solutionId: string;
  userId: string;
  /** The emoji of a reaction, or "button". */
  mark: string;
  verdict: Verdict;
  at: Date;
};

/** A person's verdict on a precedent. Every answer that shows the solution follows. */
export async function recordVerdict(ctx: Ctx, given: VerdictGiven): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const precedents = await precedentsOf(ctx, given.incidentId);
    // A button of an answer whose incident or solution is gone meanwhile speaks of nothing.
    if (!precedents.some((precedent) => precedent.solutionId === given.solutionId)) return;
    await addMark(ctx.db, { workspaceId: ctx.workspaceId, ...given });
    await refreshNewestAnswers(ctx, given.solutionId);
  });
}

/** Takes a verdict back, also before it has come: Slack may hand on a removal ahead of its addition. */
export async function withdrawVerdict(ctx: Ctx, given: VerdictGiven): Promise<void> {
  const { incidentId, solutionId, userId, mark, verdict, at } = given;
  await inTransaction(ctx, async (ctx) => {
    const removal = { workspaceId: ctx.workspaceId, incidentId, solutionId, userId, mark, verdict, at };
    for (const touched of await removeMark(ctx.db, removal)) await refreshNewestAnswers(ctx, touched);
  });
}

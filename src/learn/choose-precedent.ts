import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { usePrecedent } from '../store/precedents/precedents.ts';

/** **Use this**: from now on reactions speak of this precedent, and it is shown first. False when it is not of the answer. */
export async function choosePrecedent(
  ctx: Ctx,
  choice: { incidentId: string; solutionId: string },
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const chosen = await usePrecedent(ctx, choice.incidentId, choice.solutionId);
    if (chosen) await ctx.enqueue({ name: 'refresh-answer', incidentId: choice.incidentId });
    return chosen;
  });
}

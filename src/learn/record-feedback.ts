import { type Verdict, verdictOfReaction } from '../library/effectiveness.ts';
import { refreshNewestAnswers } from '../outbox/refresh-answers.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { addMark, removeMark } from '../store/precedents/feedback.ts';
import { precedentsOf, usePrecedent } from '../store/precedents/precedents.ts';

/** Which precedent a keycap emoji points at, as the answer numbers them. */
const ranks: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3 };

/** A reaction on an answer: a verdict on the precedent in use, a choice of another, or neither. */
export async function recordReaction(
  ctx: Ctx,
  reaction: { incidentId: string; userId: string; emoji: string; added: boolean; at: Date },
): Promise<void> {
  const rank = ranks[reaction.emoji];
  if (rank !== undefined && reaction.added) {
    const precedents = await precedentsOf(ctx, reaction.incidentId);
    const chosen = precedents.find((precedent) => precedent.rank === rank);
    if (chosen !== undefined) await choosePrecedent(ctx, { ...reaction, solutionId: chosen.solutionId });
    return;
  }
  const verdict = verdictOfReaction(reaction.emoji);
  if (verdict === null) return;
  const solutionId = await precedentInUse(ctx, reaction.incidentId);
  if (solutionId === null) return;
  const feedback = { ...reaction, solutionId, mark: reaction.emoji, verdict };
  return reaction.added ? recordVerdict(ctx, feedback) : removeVerdict(ctx, feedback);
}

type Feedback = {
  incidentId: string;
  solutionId: string;
  userId: string;
  mark: string;
  verdict: Verdict;
  at: Date;
};

/** Also before the mark has come: Slack may hand on a removal ahead of its addition. */
async function removeVerdict(ctx: Ctx, feedback: Feedback): Promise<void> {
  const { incidentId, solutionId, userId, mark, verdict, at } = feedback;
  await inTransaction(ctx, async (ctx) => {
    const removal = { workspaceId: ctx.workspaceId, incidentId, solutionId, userId, mark, verdict, at };
    for (const touched of await removeMark(ctx.db, removal)) await refreshNewestAnswers(ctx, touched);
  });
}

/** A person's word on a precedent, by a reaction (`mark` is its emoji) or the feedback button ("button"). */
export async function recordVerdict(ctx: Ctx, feedback: Feedback): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const precedents = await precedentsOf(ctx, feedback.incidentId);
    // A button of an answer whose incident or solution is gone meanwhile speaks of nothing.
    if (!precedents.some((precedent) => precedent.solutionId === feedback.solutionId)) return;
    await addMark(ctx.db, { workspaceId: ctx.workspaceId, ...feedback });
    await refreshNewestAnswers(ctx, feedback.solutionId);
  });
}

/** **Use this**: from now on reactions speak of this precedent, and it is shown first. */
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

async function precedentInUse(ctx: Ctx, incidentId: string): Promise<string | null> {
  const precedents = await precedentsOf(ctx, incidentId);
  return precedents.find((precedent) => precedent.inUse)?.solutionId ?? null;
}

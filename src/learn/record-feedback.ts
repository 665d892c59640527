import { type Verdict, verdictOfReaction } from '../library/effectiveness.ts';
import type { Enqueue } from '../library/job.ts';
import type { Db } from '../store/connection/db.ts';
import { leaveMark, takeMarkBack } from '../store/precedents/feedback.ts';
import { incidentsAnsweredWith, precedentsOf, usePrecedent } from '../store/precedents/precedents.ts';

export type LearnDeps = { db: Db; workspaceId: string; enqueue: Enqueue<Db> };

/** Which precedent a keycap emoji points at, as the answer numbers them. */
const ranks: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3 };

/** A reaction on an answer: a verdict on the precedent in use, a choice of another, or neither. */
export async function recordReaction(
  deps: LearnDeps,
  reaction: { incidentId: string; userId: string; emoji: string; added: boolean; at: Date },
): Promise<void> {
  const rank = ranks[reaction.emoji];
  if (rank !== undefined && reaction.added) {
    const precedents = await precedentsOf(deps.db, deps.workspaceId, reaction.incidentId);
    const chosen = precedents.find((precedent) => precedent.rank === rank);
    if (chosen !== undefined) await choosePrecedent(deps, { ...reaction, solutionId: chosen.solutionId });
    return;
  }
  const verdict = verdictOfReaction(reaction.emoji);
  if (verdict === null) return;
  const solutionId = await inUse(deps, reaction.incidentId);
  if (solutionId === null) return;
  const said = { ...reaction, solutionId, mark: reaction.emoji, verdict };
  return reaction.added ? recordVerdict(deps, said) : takeVerdictBack(deps, said);
}

type Said = {
  incidentId: string;
  solutionId: string;
  userId: string;
  mark: string;
  verdict: Verdict;
  at: Date;
};

/** Also before the mark has come: Slack may hand on a removal ahead of its addition. */
async function takeVerdictBack(deps: LearnDeps, said: Said): Promise<void> {
  const { incidentId, solutionId, userId, mark, verdict, at } = said;
  await deps.db.transaction(async (tx) => {
    const removal = { workspaceId: deps.workspaceId, incidentId, solutionId, userId, mark, verdict, at };
    for (const touched of await takeMarkBack(tx, removal)) await retell({ ...deps, db: tx }, touched);
  });
}

/** A person's word on a precedent, by a reaction (`mark` is its emoji) or the feedback button ("button"). */
export async function recordVerdict(deps: LearnDeps, said: Said): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const precedents = await precedentsOf(tx, deps.workspaceId, said.incidentId);
    // A button of an answer whose incident or solution is gone meanwhile speaks of nothing.
    if (!precedents.some((precedent) => precedent.solutionId === said.solutionId)) return;
    await leaveMark(tx, { workspaceId: deps.workspaceId, ...said });
    await retell({ ...deps, db: tx }, said.solutionId);
  });
}

/** **Use this**: from now on reactions speak of this precedent, and it is shown first. */
export async function choosePrecedent(
  deps: LearnDeps,
  choice: { incidentId: string; solutionId: string },
): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    const chosen = await usePrecedent(tx, deps.workspaceId, choice.incidentId, choice.solutionId);
    if (chosen) await deps.enqueue(tx, { name: 'answer', incidentId: choice.incidentId, retell: true });
    return chosen;
  });
}

async function inUse(deps: LearnDeps, incidentId: string): Promise<string | null> {
  const precedents = await precedentsOf(deps.db, deps.workspaceId, incidentId);
  return precedents.find((precedent) => precedent.inUse)?.solutionId ?? null;
}

async function retell(deps: LearnDeps, solutionId: string): Promise<void> {
  for (const incidentId of await incidentsAnsweredWith(deps.db, deps.workspaceId, solutionId)) {
    await deps.enqueue(deps.db, { name: 'answer', incidentId, retell: true });
  }
}

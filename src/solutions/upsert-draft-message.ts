import type { Effectiveness } from '../library/effectiveness.ts';
import { hasFix, type SolutionContent } from '../library/solution.ts';
import { upsertMessage } from '../outbox/upsert-message.ts';
import { withdrawMessages } from '../outbox/withdraw-messages.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { resolutionSignalOf } from '../store/incidents/incidents.ts';
import type { Mention } from '../store/outbox/mentions.ts';
import { type Body, lockOutbox, readOutbox } from '../store/outbox/outbox.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { occurrenceStatsOf } from '../store/solutions/solution-occurrences.ts';
import { findSolution, lockSolutions, type StoredSolution } from '../store/solutions/solutions.ts';
import { isAutoSaved, isUndecided } from './auto-saved.ts';
import { type DuplicateMatch, isSameScope } from './find-duplicate.ts';

export type DraftState =
  | 'waiting'
  | 'saved'
  | 'auto_saved'
  | 'discarded'
  | 'evidence_lost'
  | 'no_steps'
  | 'linked';

export type LinkedTo = { solutionId: string; title: string; seen: number; effectiveness: Effectiveness };

/** `decidedBy`: the Slack user who saved or discarded it. `proven`: the thread shows what ended the problem. */
export type DraftView = {
  solutionId: string;
  state: DraftState;
  decidedBy: string | null;
  content: SolutionContent;
  proven: boolean;
  timeToResolutionMinutes: number | null;
  /** Of one that nobody has decided on: the solution that it may be the same as, 0–1 how much. */
  similar?: { solutionId: string; title: string; score: number } | null;
  /** Of one that is linked to another solution: that one, and how often it was seen by now. */
  linkedTo?: LinkedTo | null;
};

export type RendersDrafts = { render: { draft: (draft: DraftView) => Body } };

/** The outbox key of the message that offers a solution as a draft. */
export function draftKey(solution: Pick<StoredSolution, 'id' | 'source'>): string {
  return `draft:${solution.source.incidentId ?? solution.id}`;
}

/**
 * Writes the draft's one message as things stand now, and has it sent when it changed. A thread of the past, whose
 * draft was never offered in it, is left in peace. `duplicate`: what one that nobody has decided on is like.
 */
export async function upsertDraftMessage(
  ctx: Ctx & RendersDrafts,
  solutionId: string,
  duplicate: DuplicateMatch | null,
): Promise<void> {
  const known = await findSolution(ctx, solutionId, 'operator');
  if (known === null) return;
  const key = draftKey(known);
  if (await isUnofferedBackfill(ctx, known.source.incidentId, key)) return;
  // It was found before this transaction: held, it can neither close nor go without our message being seen.
  const [lockedDuplicate] = duplicate === null ? [] : await lockSolutions(ctx, [duplicate.solution.id]);
  await lockOutbox(ctx, key);
  const solution = (await findSolution(ctx, solutionId, 'operator')) ?? known;
  const similar = similarOf(solution, duplicate, lockedDuplicate);
  const linkedTo = await linkedToOf(ctx, solution);
  const shown = [similar?.solutionId, linkedTo?.solutionId].filter((id) => id !== undefined);
  await upsertMessage(ctx, {
    key,
    kind: 'draft',
    channelId: solution.source.channelId,
    threadTs: solution.source.threadTs,
    incidentId: solution.source.incidentId,
    solutionId: solution.id,
    body: ctx.render.draft({
      solutionId: solution.id,
      state: stateOf(solution),
      decidedBy: solution.decidedBy,
      content: solution.content,
      proven: solution.proven,
      timeToResolutionMinutes: solution.timeToResolutionMinutes,
      similar,
      linkedTo,
    }),
    mentions: [{ kind: 'draft', id: solution.id }, ...shown.map((id): Mention => ({ kind: 'solution', id }))],
  });
  if (solution.status !== 'draft') await withdrawReminder(ctx, solution);
}

/** Nobody need be asked any more. */
async function withdrawReminder(ctx: Ctx, { source: { incidentId } }: StoredSolution): Promise<void> {
  if (incidentId === null) return;
  await withdrawMessages(ctx, { incidentId, kind: 'reminder' });
}

async function isUnofferedBackfill(ctx: Scope, incidentId: string | null, key: string): Promise<boolean> {
  if (incidentId === null) return false;
  if ((await resolutionSignalOf(ctx, incidentId)) !== 'import') return false;
  return (await readOutbox(ctx, key)) === null;
}

async function linkedToOf(ctx: Scope, { mergedInto }: StoredSolution): Promise<LinkedTo | null> {
  if (mergedInto === null) return null;
  const target = await findSolution(ctx, mergedInto, 'operator');
  const seen = (await occurrenceStatsOf(ctx, [mergedInto])).get(mergedInto)?.seen;
  const scores = await effectivenessOfSolutions(ctx, [mergedInto]);
  const effectiveness = scores.get(mergedInto);
  if (target === null || seen === undefined || effectiveness === undefined) return null;
  return { solutionId: target.id, title: target.content.title, seen, effectiveness };
}

/** What an undecided draft is like, if that may still be said in its thread. */
function similarOf(
  solution: StoredSolution,
  duplicate: DuplicateMatch | null,
  locked: StoredSolution | undefined,
): NonNullable<DraftView['similar']> | null {
  if (duplicate === null || locked?.status !== 'active') return null;
  if (!isSameScope(locked, solution) || !isUndecided(solution)) return null;
  return { solutionId: locked.id, title: locked.content.title, score: duplicate.similarity.score };
}

function stateOf(solution: StoredSolution): DraftState {
  if (solution.mergedInto !== null) return 'linked';
  if (solution.status === 'retired') return solution.decidedBy === null ? 'evidence_lost' : 'discarded';
  if (solution.status === 'active') return isAutoSaved(solution) ? 'auto_saved' : 'saved';
  return hasFix(solution.content) ? 'waiting' : 'no_steps';
}

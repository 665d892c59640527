import type { Effectiveness } from '../library/effectiveness.ts';
import { hasFix, type SolutionContent } from '../library/solution.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { resolutionSignalOf } from '../store/incidents/incidents.ts';
import { draftsMentioning } from '../store/outbox/drafts-mentioning.ts';
import {
  type Body,
  isWithdrawn,
  lockOutbox,
  readOutbox,
  withdrawOutbox,
  writeOutbox,
} from '../store/outbox/outbox.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { incidentsAnsweredWith } from '../store/precedents/precedents.ts';
import { occurrenceStatsOf } from '../store/solutions/solution-occurrences.ts';
import { findSolution, lockSolutions, type StoredSolution } from '../store/solutions/solutions.ts';
import { type DuplicateMatch, isSameScope } from './find-duplicate.ts';

export type DraftState =
  | 'waiting'
  | 'saved'
  | 'saved_unasked'
  | 'discarded'
  | 'lost'
  | 'no_steps'
  | 'counted';

export type LinkedTo = { solutionId: string; title: string; seen: number; effectiveness: Effectiveness };

/** `decidedBy`: the Slack user who saved or discarded it. `proven`: the thread shows what ended the trouble. */
export type DraftView = {
  solutionId: string;
  state: DraftState;
  decidedBy: string | null;
  content: SolutionContent;
  proven: boolean;
  timeToResolutionMinutes: number | null;
  /** Of one that nobody has decided on: the solution that it may be the same as, 0–1 how much. */
  similar?: { solutionId: string; title: string; score: number } | null;
  /** Of one that became a source of another solution: that one, and how often it was seen by now. */
  linkedTo?: LinkedTo | null;
};

export type RendersDrafts = { render: { draft: (draft: DraftView) => Body } };

/** The outbox key of the message that offers a solution as a draft. */
export function draftKey(solution: Pick<StoredSolution, 'id' | 'source'>): string {
  return `draft:${solution.source.incidentId ?? solution.id}`;
}

/**
 * Writes the draft's one message as things stand now, and has it sent when it changed. A thread of the past, whose
 * draft was never offered in it, is left in peace. `twin`: what one that nobody has decided on is like.
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
  const changed = await writeOutbox(
    ctx.db,
    {
      workspaceId: ctx.workspaceId,
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
        similar:
          duplicate === null ||
          lockedDuplicate?.status !== 'active' ||
          !isSameScope(lockedDuplicate, solution) ||
          !isUndecided(solution)
            ? null
            : {
                solutionId: lockedDuplicate.id,
                title: lockedDuplicate.content.title,
                score: duplicate.similarity.score,
              },
        linkedTo: await linkedToOf(ctx, solution),
      }),
    },
    ctx.now(),
  );
  if (changed) await ctx.enqueue({ name: 'deliver', key });
  if (solution.status !== 'draft') await withdrawReminder(ctx, solution);
}

/** More answers than one solution ever has: none may keep what was taken back. */
const maxAnswers = 10_000;

/** What a solution says changed: the draft's message follows, if one stands, and every answer that shows it. */
export async function refreshMessages(
  ctx: Ctx & RendersDrafts,
  solution: StoredSolution,
  { threadExists, duplicate = null }: { threadExists: boolean; duplicate?: DuplicateMatch | null },
): Promise<void> {
  const { db, workspaceId } = ctx;
  const draftMessage = await readOutbox({ db, workspaceId }, draftKey(solution));
  if (threadExists && draftMessage !== null && !isWithdrawn(draftMessage))
    await upsertDraftMessage(ctx, solution.id, duplicate);
  for (const incidentId of await incidentsAnsweredWith({ db, workspaceId }, solution.id, maxAnswers)) {
    await ctx.enqueue({ name: 'refresh-answer', incidentId });
  }
}

/**
 * A solution says something else, or left the library: what other drafts' messages say of it goes at once, and their
 * capture looks anew for what they are like.
 */
export async function refreshDraftsMentioning(ctx: Ctx & RendersDrafts, solutionId: string): Promise<void> {
  const { db, workspaceId } = ctx;
  for (const draft of await draftsMentioning({ db, workspaceId }, solutionId)) {
    await upsertDraftMessage(ctx, draft.solutionId, null);
    if (draft.linked || draft.incidentId === null) continue;
    await ctx.enqueue({ name: 'capture', incidentId: draft.incidentId, changed: true });
  }
}

/** Nobody need be asked any more. */
async function withdrawReminder(ctx: Ctx, { source: { incidentId } }: StoredSolution): Promise<void> {
  if (incidentId === null) return;
  const filter = { incidentId, kind: 'reminder' as const };
  for (const key of await withdrawOutbox(ctx, filter)) {
    await ctx.enqueue({ name: 'deliver', key });
  }
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

function isUndecided({ status, decidedBy }: StoredSolution): boolean {
  return status === 'draft' || (status === 'active' && decidedBy === null);
}

function stateOf(solution: StoredSolution): DraftState {
  if (solution.mergedInto !== null) return 'counted';
  if (solution.status === 'retired') return solution.decidedBy === null ? 'lost' : 'discarded';
  if (solution.status === 'active') return solution.decidedBy === null ? 'saved_unasked' : 'saved';
  return hasFix(solution.content) ? 'waiting' : 'no_steps';
}

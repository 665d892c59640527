import type { Effectiveness } from '../library/effectiveness.ts';
import { hasFix, type SolutionContent } from '../library/solution.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { resolutionSignalOf } from '../store/incidents/incidents.ts';
import { draftsNaming } from '../store/outbox/drafts-mentioning.ts';
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
import { seenOfSolutions } from '../store/solutions/solution-occurrences.ts';
import { findSolution, holdSolutions, type StoredSolution } from '../store/solutions/solutions.ts';
import { isSameScope, type Twin } from './find-duplicate.ts';

export type DraftState =
  | 'waiting'
  | 'saved'
  | 'saved_unasked'
  | 'discarded'
  | 'lost'
  | 'no_steps'
  | 'counted';

export type CountedTo = { solutionId: string; title: string; seen: number; effectiveness: Effectiveness };

/** `decidedBy`: the Slack user who saved or discarded it. `proven`: the thread shows what ended the trouble. */
export type ToldDraft = {
  solutionId: string;
  state: DraftState;
  decidedBy: string | null;
  content: SolutionContent;
  proven: boolean;
  timeToResolutionMinutes: number | null;
  /** Of one that nobody has decided on: the solution that it may be the same as, 0–1 how much. */
  similar?: { solutionId: string; title: string; score: number } | null;
  /** Of one that became a source of another solution: that one, and how often it was seen by now. */
  countedTo?: CountedTo | null;
};

export type RendersDrafts = { render: { draft: (draft: ToldDraft) => Body } };

/** The outbox key of the message that offers a solution as a draft. */
export function draftKey(solution: Pick<StoredSolution, 'id' | 'source'>): string {
  return `draft:${solution.source.incidentId ?? solution.id}`;
}

/**
 * Writes the draft's one message as things stand now, and has it sent when it changed. A thread of the past, whose
 * draft was never offered in it, is left in peace. `twin`: what one that nobody has decided on is like.
 */
export async function tellDraft(
  ctx: Ctx & RendersDrafts,
  solutionId: string,
  twin: Twin | null,
): Promise<void> {
  const known = await findSolution(ctx, solutionId, 'operator');
  if (known === null) return;
  const key = draftKey(known);
  if (await isUnofferedPast(ctx, known.source.incidentId, key)) return;
  // It was found before this transaction: held, it can neither close nor go without our message being seen.
  const [like] = twin === null ? [] : await holdSolutions(ctx, [twin.solution.id]);
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
          twin === null || like?.status !== 'active' || !isSameScope(like, solution) || !isUndecided(solution)
            ? null
            : { solutionId: like.id, title: like.content.title, score: twin.similarity.score },
        countedTo: await countedToOf(ctx, solution),
      }),
    },
    ctx.now(),
  );
  if (changed) await ctx.enqueue({ name: 'deliver', key });
  if (solution.status !== 'draft') await withdrawReminder(ctx, solution);
}

/** More answers than one solution ever has: none may keep what was taken back. */
const everyAnswer = 10_000;

/** What a solution says changed: the draft's message follows, if one stands, and every answer that shows it. */
export async function tellOfChange(
  ctx: Ctx & RendersDrafts,
  solution: StoredSolution,
  { threadStands, twin = null }: { threadStands: boolean; twin?: Twin | null },
): Promise<void> {
  const { db, workspaceId } = ctx;
  const told = await readOutbox({ db, workspaceId }, draftKey(solution));
  if (threadStands && told !== null && !isWithdrawn(told)) await tellDraft(ctx, solution.id, twin);
  for (const incidentId of await incidentsAnsweredWith({ db, workspaceId }, solution.id, everyAnswer)) {
    await ctx.enqueue({ name: 'refresh-answer', incidentId });
  }
}

/**
 * A solution says something else, or left the library: what other drafts' messages say of it goes at once, and their
 * capture looks anew for what they are like.
 */
export async function retellNamers(ctx: Ctx & RendersDrafts, solutionId: string): Promise<void> {
  const { db, workspaceId } = ctx;
  for (const draft of await draftsNaming({ db, workspaceId }, solutionId)) {
    await tellDraft(ctx, draft.solutionId, null);
    if (draft.counted || draft.incidentId === null) continue;
    await ctx.enqueue({ name: 'capture', incidentId: draft.incidentId, changed: true });
  }
}

/** Nobody need be asked any more. */
async function withdrawReminder(ctx: Ctx, { source: { incidentId } }: StoredSolution): Promise<void> {
  if (incidentId === null) return;
  const of = { incidentId, kind: 'reminder' as const };
  for (const key of await withdrawOutbox(ctx, of)) {
    await ctx.enqueue({ name: 'deliver', key });
  }
}

async function isUnofferedPast(ctx: Scope, incidentId: string | null, key: string): Promise<boolean> {
  if (incidentId === null) return false;
  if ((await resolutionSignalOf(ctx, incidentId)) !== 'import') return false;
  return (await readOutbox(ctx, key)) === null;
}

async function countedToOf(ctx: Scope, { mergedInto }: StoredSolution): Promise<CountedTo | null> {
  if (mergedInto === null) return null;
  const into = await findSolution(ctx, mergedInto, 'operator');
  const seen = (await seenOfSolutions(ctx, [mergedInto])).get(mergedInto)?.seen;
  const scores = await effectivenessOfSolutions(ctx, [mergedInto]);
  const effectiveness = scores.get(mergedInto);
  if (into === null || seen === undefined || effectiveness === undefined) return null;
  return { solutionId: into.id, title: into.content.title, seen, effectiveness };
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

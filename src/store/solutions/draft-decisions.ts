import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { SavedBy } from '../../library/solution.ts';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { solutions } from '../schema/solutions.ts';
import { unindexSolution } from '../search/search-index.ts';
import { changeSolution } from './change-solution.ts';

const isDraft = eq(solutions.status, 'draft');
const isRemembered = inArray(solutions.status, ['draft', 'past']);
const isPast = eq(solutions.status, 'past');
/** As `isAutoSaved` in solutions/auto-saved.ts. */
const isAutoSaved = eq(solutions.savedBy, 'bot');
const isUndecided = or(isDraft, isPast, isAutoSaved);

/** `by`: the person, if one decided. */
export type Decided = { by: string | null; at: Date } & (
  | { status: 'active'; savedBy: SavedBy }
  | { status: 'retired' }
);

/** Draft → active; a draft, or what the bot saved by itself → retired. False when somebody has decided. */
export async function decideDraft(scope: Scope, solutionId: string, decision: Decided): Promise<boolean> {
  const { status, by, at } = decision;
  const savedBy = decision.status === 'active' ? decision.savedBy : null;
  const condition = status === 'active' ? isRemembered : isUndecided;
  return changeSolution(scope, solutionId, { status, savedBy, decidedBy: by, updatedAt: at }, condition);
}

/** Draft → past, where nothing is left to ask about; past → draft, where there is something by now. */
export async function changeDraftStatus(
  scope: Scope,
  solutionId: string,
  status: 'draft' | 'past',
  at: Date,
): Promise<boolean> {
  const isOther = eq(solutions.status, status === 'draft' ? 'past' : 'draft');
  return changeSolution(scope, solutionId, { status, updatedAt: at }, isOther);
}

/** Active → draft, where the bot saved it by itself; false otherwise. */
export async function revertToDraft(scope: Scope, solutionId: string, at: Date): Promise<boolean> {
  return changeSolution(
    scope,
    solutionId,
    { status: 'draft', savedBy: null, updatedAt: at },
    and(eq(solutions.status, 'active'), isAutoSaved),
  );
}

/** A draft, or what the bot saved by itself, is linked to another solution; false when it is neither any more, or not this version of it. */
export async function linkDraftTo(
  db: Db,
  draft: { workspaceId: string; solutionId: string; version: number },
  link: { into: string; by: string | null; at: Date },
): Promise<boolean> {
  return changeSolution(
    { db, workspaceId: draft.workspaceId },
    draft.solutionId,
    { status: 'retired', mergedInto: link.into, savedBy: null, decidedBy: link.by, updatedAt: link.at },
    and(isUndecided, eq(solutions.version, draft.version)),
  );
}

/** What was linked to another solution is a draft again; `distinct`: and is never linked by itself again. False when it was not linked. */
export async function restoreLinkedDraft(
  scope: Scope,
  draftId: string,
  change: { at: Date; distinct: boolean },
): Promise<boolean> {
  return changeSolution(
    scope,
    draftId,
    {
      status: 'draft',
      mergedInto: null,
      decidedBy: null,
      updatedAt: change.at,
      ...(change.distinct ? { isDistinct: true } : {}),
    },
    and(eq(solutions.status, 'retired'), isNotNull(solutions.mergedInto)),
  );
}

/** Undecided drafts of a thread that is gone, and the past incident that it was; found no more. */
export function deleteDraftsOfThread(scope: Scope, channelId: string, threadTs: string): Promise<void> {
  return deleteOfThread(scope, { channelId, threadTs }, 'draft');
}

/** Drafts of a thread that is gone which were linked to solutions. */
export function deleteLinkedDraftsOfThread(
  scope: Scope,
  thread: { channelId: string; threadTs: string },
): Promise<void> {
  return deleteOfThread(scope, thread, 'linked');
}

async function deleteOfThread(
  scope: Scope,
  { channelId, threadTs }: { channelId: string; threadTs: string },
  which: 'draft' | 'linked',
): Promise<void> {
  const { db, workspaceId } = scope;
  const isOfThread = and(
    eq(solutions.workspaceId, workspaceId),
    eq(solutions.sourceChannelId, channelId),
    eq(solutions.sourceThreadTs, threadTs),
    which === 'draft' ? isRemembered : isNotNull(solutions.mergedInto),
  );
  const rows = await db
    .select({ solutionId: solutions.solutionId })
    .from(solutions)
    .where(isOfThread)
    .orderBy(asc(solutions.solutionId))
    .limit(100);
  // First from the index, which counts its terms: the rows alone would go by themselves.
  for (const { solutionId } of rows) await unindexSolution(scope, solutionId);
  await db.delete(solutions).where(isOfThread);
}

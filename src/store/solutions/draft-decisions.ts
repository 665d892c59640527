import { and, eq, isNotNull, isNull, or } from 'drizzle-orm';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { solutions } from '../schema/solutions.ts';
import { changeSolution } from './change-solution.ts';

const isDraft = eq(solutions.status, 'draft');
const isAutoSaved = and(eq(solutions.status, 'active'), isNull(solutions.decidedBy));
const isUndecided = or(isDraft, isAutoSaved);

/** Draft → active, or → retired, which also what nobody decided on can become; false when somebody has decided. */
export async function decideDraft(
  scope: Scope,
  solutionId: string,
  decision: { status: 'active' | 'retired'; by: string | null; at: Date },
): Promise<boolean> {
  const change = { status: decision.status, decidedBy: decision.by, updatedAt: decision.at };
  const condition = decision.status === 'active' ? isDraft : isUndecided;
  return changeSolution(scope, solutionId, change, condition);
}

/** Active → draft, where nobody decided on it; false otherwise. */
export async function revertToDraft(scope: Scope, solutionId: string, at: Date): Promise<boolean> {
  return changeSolution(scope, solutionId, { status: 'draft', updatedAt: at }, isAutoSaved);
}

/** A draft, or what nobody decided on, becomes a source of another solution; false when it is neither any more, or not this version of it. */
export async function linkDraftTo(
  db: Db,
  draft: { workspaceId: string; solutionId: string; version: number },
  link: { into: string; by: string | null; at: Date },
): Promise<boolean> {
  return changeSolution(
    { db, workspaceId: draft.workspaceId },
    draft.solutionId,
    { status: 'retired', mergedInto: link.into, decidedBy: link.by, updatedAt: link.at },
    and(isUndecided, eq(solutions.version, draft.version)),
  );
}

/** What became a source of another solution is a draft again; `apart`: for good. False when it was none. */
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

/** Undecided drafts of a thread that is gone. */
export async function deleteDraftsOfThread(
  { db, workspaceId }: Scope,
  channelId: string,
  threadTs: string,
): Promise<void> {
  await db
    .delete(solutions)
    .where(
      and(
        eq(solutions.workspaceId, workspaceId),
        eq(solutions.sourceChannelId, channelId),
        eq(solutions.sourceThreadTs, threadTs),
        eq(solutions.status, 'draft'),
      ),
    );
}

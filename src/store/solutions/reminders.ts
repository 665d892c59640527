import { and, asc, eq, exists, gte, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Scope } from '../ctx.ts';
import { channels } from '../schema/channels.ts';
import { outbox } from '../schema/outbox.ts';
import { solutions } from '../schema/solutions.ts';
import { changeSolution } from './change-solution.ts';
import { type StoredSolution, solutionOf } from './solutions.ts';

/**
 * Undecided drafts of that age whose message stands in a channel that is watched, and of which nobody was reminded
 * yet; oldest first, at most 100.
 */
export async function draftsToRemindOf(
  { db, workspaceId }: Scope,
  created: { from: Date; to: Date },
): Promise<StoredSolution[]> {
  const postedMessage = db
    .select({ key: outbox.key })
    .from(outbox)
    .where(
      and(
        eq(outbox.workspaceId, solutions.workspaceId),
        eq(outbox.solutionId, solutions.solutionId),
        eq(outbox.kind, 'draft'),
        isNotNull(outbox.ts),
      ),
    );
  const watched = db
    .select({ channelId: channels.channelId })
    .from(channels)
    .where(
      and(
        eq(channels.workspaceId, solutions.workspaceId),
        eq(channels.channelId, solutions.sourceChannelId),
        eq(channels.watched, true),
      ),
    );
  const rows = await db
    .select()
    .from(solutions)
    .where(
      and(
        eq(solutions.workspaceId, workspaceId),
        eq(solutions.status, 'draft'),
        isNull(solutions.remindedAt),
        gte(solutions.createdAt, created.from),
        lte(solutions.createdAt, created.to),
        exists(postedMessage),
        exists(watched),
      ),
    )
    .orderBy(asc(solutions.createdAt), asc(solutions.solutionId))
    .limit(100);
  return rows.map(solutionOf);
}

/** False when somebody was reminded already, or decided meanwhile. */
export async function claimReminder(scope: Scope, solutionId: string, at: Date): Promise<boolean> {
  const isUnremindedDraft = and(eq(solutions.status, 'draft'), isNull(solutions.remindedAt));
  return changeSolution(scope, solutionId, { remindedAt: at }, isUnremindedDraft);
}

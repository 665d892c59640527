import { and, asc, eq, sql } from 'drizzle-orm';
import type { Scope } from '../ctx.ts';
import { rootReactions } from '../schema/incidents.ts';

export type RootReaction = { incidentId: string; userId: string; emoji: string; added: boolean; at: Date };

/**
 * Writes down that an ending reaction was put on an incident's root, or taken off. Of one person's one emoji the latest
 * event stands, in whatever order the two come; false when this one was not the latest.
 */
export async function recordRootReaction(
  { db, workspaceId }: Scope,
  { incidentId, userId, emoji, added, at }: RootReaction,
): Promise<boolean> {
  const rows = await db
    .insert(rootReactions)
    .values({ workspaceId, incidentId, userId, emoji, reactedAt: at, isRemoved: !added })
    .onConflictDoUpdate({
      target: [
        rootReactions.workspaceId,
        rootReactions.incidentId,
        rootReactions.userId,
        rootReactions.emoji,
      ],
      set: { reactedAt: at, isRemoved: !added },
      setWhere: sql`${rootReactions.reactedAt} <= excluded.reacted_at`,
    })
    .returning({ userId: rootReactions.userId });
  return rows.length > 0;
}

/** Of an incident's root: whether an ending reaction stands, and who took one off; at most 100 of each, by user and emoji. */
export async function endingReactionsOf(
  { db, workspaceId }: Scope,
  incidentId: string,
): Promise<{ anyStands: boolean; takenOffBy: string[] }> {
  const ofRoot = and(eq(rootReactions.workspaceId, workspaceId), eq(rootReactions.incidentId, incidentId));
  const select = (isRemoved: boolean) =>
    db
      .select({ userId: rootReactions.userId })
      .from(rootReactions)
      .where(and(ofRoot, eq(rootReactions.isRemoved, isRemoved)))
      .orderBy(asc(rootReactions.userId), asc(rootReactions.emoji))
      .limit(100);
  const [standing, removed] = [await select(false), await select(true)];
  return { anyStands: standing.length > 0, takenOffBy: [...new Set(removed.map(({ userId }) => userId))] };
}

import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { ThreadContent } from '../../library/contradictions.ts';
import type { OccurrenceOutcome } from '../../library/occurrence-outcome.ts';
import { rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { allPages } from '../pages.ts';
import { solutionOccurrences, solutions } from '../schema/solutions.ts';

/** A thread, besides its own, in which a solution was seen again. */
export type Occurrence = {
  channelId: string;
  threadTs: string;
  incidentId: string | null;
  /** The draft of that thread. */
  draftId: string;
  occurredAt: Date;
  outcome: OccurrenceOutcome;
  timeToResolutionMinutes: number | null;
  mergedVersion: number | null;
};

/** Over all threads of a solution, its own among them. */
export type OccurrenceStats = { seen: number; lastOccurredAt: Date; medianMinutes: number | null };

/** Links a thread to a solution; the same thread again only says anew what came of it. */
export async function insertOccurrence(
  { db, workspaceId }: Scope,
  solutionId: string,
  occurrence: Occurrence,
): Promise<void> {
  await db
    .insert(solutionOccurrences)
    .values({ workspaceId, solutionId, ...occurrence })
    .onConflictDoUpdate({
      target: [
        solutionOccurrences.workspaceId,
        solutionOccurrences.solutionId,
        solutionOccurrences.channelId,
        solutionOccurrences.threadTs,
      ],
      set: {
        draftId: occurrence.draftId,
        outcome: occurrence.outcome,
        timeToResolutionMinutes: occurrence.timeToResolutionMinutes,
        mergedVersion: occurrence.mergedVersion,
      },
    });
}

const columns = {
  channelId: solutionOccurrences.channelId,
  threadTs: solutionOccurrences.threadTs,
  incidentId: solutionOccurrences.incidentId,
  draftId: solutionOccurrences.draftId,
  occurredAt: solutionOccurrences.occurredAt,
  outcome: solutionOccurrences.outcome,
  timeToResolutionMinutes: solutionOccurrences.timeToResolutionMinutes,
  mergedVersion: solutionOccurrences.mergedVersion,
};

/** Newest first; at most 100. */
export async function occurrencesOf({ db, workspaceId }: Scope, solutionId: string): Promise<Occurrence[]> {
  return db
    .select(columns)
    .from(solutionOccurrences)
    .where(
      and(eq(solutionOccurrences.workspaceId, workspaceId), eq(solutionOccurrences.solutionId, solutionId)),
    )
    .orderBy(desc(solutionOccurrences.occurredAt), asc(solutionOccurrences.threadTs))
    .limit(100);
}

/** A draft that is linked to a solution. */
export type LinkedDraft = { draftId: string; solutionId: string; incidentId: string | null };

const linkedDraft = {
  draftId: solutionOccurrences.draftId,
  solutionId: solutionOccurrences.solutionId,
  incidentId: solutionOccurrences.incidentId,
};

/** All drafts that are linked to the solution, by id. */
export function draftsLinkedTo(scope: Scope, solutionId: string, pageSize?: number): Promise<LinkedDraft[]> {
  return linkedDraftsWhere(scope, eq(solutionOccurrences.solutionId, solutionId), pageSize);
}

/** All drafts of this channel that are linked to solutions of other channels, and those of others to its own, by id. */
export function draftsLinkedAcross(
  scope: Scope,
  channelId: string,
  pageSize?: number,
): Promise<LinkedDraft[]> {
  const ofChannel = or(
    eq(solutionOccurrences.channelId, channelId),
    eq(solutions.sourceChannelId, channelId),
  );
  const across = ne(solutionOccurrences.channelId, solutions.sourceChannelId);
  return linkedDraftsWhere(scope, and(ofChannel, across), pageSize);
}

function linkedDraftsWhere(
  { db, workspaceId }: Scope,
  condition: SQL | undefined,
  pageSize?: number,
): Promise<LinkedDraft[]> {
  return allPages<LinkedDraft>(
    (after, size) =>
      db
        .select(linkedDraft)
        .from(solutionOccurrences)
        .innerJoin(
          solutions,
          and(
            eq(solutions.workspaceId, solutionOccurrences.workspaceId),
            eq(solutions.solutionId, solutionOccurrences.solutionId),
          ),
        )
        .where(
          and(
            eq(solutionOccurrences.workspaceId, workspaceId),
            gt(solutionOccurrences.draftId, after?.draftId ?? ''),
            condition,
          ),
        )
        .orderBy(asc(solutionOccurrences.draftId))
        .limit(size),
    pageSize,
  );
}

/** The solution and the thread that was linked to it, of what is no occurrence any more. */
export type DeletedOccurrence = Occurrence & { solutionId: string };

/** Of one draft, or of a whole thread. */
export async function deleteOccurrences(
  { db, workspaceId }: Scope,
  of: { draftId: string } | { channelId: string; threadTs: string },
): Promise<DeletedOccurrence[]> {
  const condition =
    'draftId' in of
      ? eq(solutionOccurrences.draftId, of.draftId)
      : and(eq(solutionOccurrences.channelId, of.channelId), eq(solutionOccurrences.threadTs, of.threadTs));
  return db
    .delete(solutionOccurrences)
    .where(and(eq(solutionOccurrences.workspaceId, workspaceId), condition))
    .returning({ ...columns, solutionId: solutionOccurrences.solutionId });
}

/** How often each solution was seen, when last, and how long it took in the middle; for ids that exist. */
export async function occurrenceStatsOf(
  { db, workspaceId }: Scope,
  solutionIds: string[],
): Promise<Map<string, OccurrenceStats>> {
  if (solutionIds.length === 0) return new Map();
  const ids = sql`array[${sql.join(
    solutionIds.map((id) => sql`${id}`),
    sql`, `,
  )}]::text[]`;
  const rows = rowsOf<{ solution_id: string; seen: number; last_at: Date | string; minutes: number | null }>(
    await db.execute(sql`
      select solution_id, count(*)::int as seen, max(occurred_at) as last_at,
        percentile_cont(0.5) within group (order by time_to_resolution_minutes) as minutes
      from (
        select solution_id, occurred_at, time_to_resolution_minutes from solutions
        where workspace_id = ${workspaceId} and solution_id = any(${ids})
        union all
        select solution_id, occurred_at, time_to_resolution_minutes from solution_occurrences
        where workspace_id = ${workspaceId} and solution_id = any(${ids})
      ) threads
      group by solution_id`),
  );
  return new Map(
    rows.map((row) => [
      row.solution_id,
      {
        seen: Number(row.seen),
        lastOccurredAt: new Date(row.last_at),
        medianMinutes: row.minutes === null ? null : Number(row.minutes),
      },
    ]),
  );
}

const maxThreadContents = 20;

/** What the threads say that were linked to these solutions without being written into them; the newest 20 of each. */
export async function linkedThreadContents(
  { db, workspaceId }: Scope,
  solutionIds: string[],
): Promise<Map<string, ThreadContent[]>> {
  const contents = new Map<string, ThreadContent[]>();
  if (solutionIds.length === 0) return contents;
  const ranked = db
    .select({
      solutionId: solutionOccurrences.solutionId,
      content: solutions.content,
      occurredAt: solutionOccurrences.occurredAt,
      // One that was seen very often must not leave the others without a word.
      place: sql<number>`row_number() over (partition by ${solutionOccurrences.solutionId}
        order by ${solutionOccurrences.occurredAt} desc, ${solutionOccurrences.threadTs})`.as('place'),
    })
    .from(solutionOccurrences)
    .innerJoin(
      solutions,
      and(
        eq(solutions.workspaceId, solutionOccurrences.workspaceId),
        eq(solutions.solutionId, solutionOccurrences.draftId),
      ),
    )
    .where(
      and(
        eq(solutionOccurrences.workspaceId, workspaceId),
        inArray(solutionOccurrences.solutionId, solutionIds),
        isNull(solutionOccurrences.mergedVersion),
      ),
    )
    .as('ranked');
  const rows = await db
    .select({ solutionId: ranked.solutionId, content: ranked.content, occurredAt: ranked.occurredAt })
    .from(ranked)
    .where(lte(ranked.place, maxThreadContents))
    .orderBy(asc(ranked.solutionId), asc(ranked.place))
    .limit(maxThreadContents * solutionIds.length);
  for (const { solutionId, ...threadContent } of rows) {
    contents.set(solutionId, [...(contents.get(solutionId) ?? []), threadContent]);
  }
  return contents;
}

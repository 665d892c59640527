import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Telling } from '../../library/contradictions.ts';
import type { SourceOutcome } from '../../library/occurrence-outcome.ts';
import { rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { solutionSources, solutions } from '../schema/schema.ts';

/** A thread, besides its own, in which a solution was seen again. */
export type SeenAgain = {
  channelId: string;
  threadTs: string;
  incidentId: string | null;
  /** The draft of that thread. */
  draftId: string;
  occurredAt: Date;
  outcome: SourceOutcome;
  timeToResolutionMinutes: number | null;
  mergedVersion: number | null;
};

/** Over all threads of a solution, its own among them. */
export type SeenWords = { seen: number; lastOccurredAt: Date; medianMinutes: number | null };

/** Counts a thread to a solution; the same thread again only says anew what came of it. */
export async function addSource(
  { db, workspaceId }: Scope,
  solutionId: string,
  source: SeenAgain,
): Promise<void> {
  await db
    .insert(solutionSources)
    .values({ workspaceId, solutionId, ...source })
    .onConflictDoUpdate({
      target: [
        solutionSources.workspaceId,
        solutionSources.solutionId,
        solutionSources.channelId,
        solutionSources.threadTs,
      ],
      set: {
        draftId: source.draftId,
        outcome: source.outcome,
        timeToResolutionMinutes: source.timeToResolutionMinutes,
        mergedVersion: source.mergedVersion,
      },
    });
}

/** Newest first; at most 100 unless `most` says otherwise. */
export async function sourcesOf(
  { db, workspaceId }: Scope,
  solutionId: string,
  most = 100,
): Promise<SeenAgain[]> {
  return db
    .select({
      channelId: solutionSources.channelId,
      threadTs: solutionSources.threadTs,
      incidentId: solutionSources.incidentId,
      draftId: solutionSources.draftId,
      occurredAt: solutionSources.occurredAt,
      outcome: solutionSources.outcome,
      timeToResolutionMinutes: solutionSources.timeToResolutionMinutes,
      mergedVersion: solutionSources.mergedVersion,
    })
    .from(solutionSources)
    .where(and(eq(solutionSources.workspaceId, workspaceId), eq(solutionSources.solutionId, solutionId)))
    .orderBy(desc(solutionSources.occurredAt), asc(solutionSources.threadTs))
    .limit(most);
}

/** How often each solution was seen, when last, and how long it took in the middle; for ids that exist. */
export async function seenOfSolutions(
  { db, workspaceId }: Scope,
  solutionIds: string[],
): Promise<Map<string, SeenWords>> {
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
        select solution_id, occurred_at, time_to_resolution_minutes from solution_sources
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

const mostTellings = 20;

/** What the threads say that were counted to these solutions without being written into them; the newest 20 of each. */
export async function tellingsCountedTo(
  { db, workspaceId }: Scope,
  solutionIds: string[],
): Promise<Map<string, Telling[]>> {
  const tellings = new Map<string, Telling[]>();
  if (solutionIds.length === 0) return tellings;
  const told = db
    .select({
      solutionId: solutionSources.solutionId,
      content: solutions.content,
      occurredAt: solutionSources.occurredAt,
      // One that was seen very often must not leave the others without a word.
      place: sql<number>`row_number() over (partition by ${solutionSources.solutionId}
        order by ${solutionSources.occurredAt} desc, ${solutionSources.threadTs})`.as('place'),
    })
    .from(solutionSources)
    .innerJoin(
      solutions,
      and(
        eq(solutions.workspaceId, solutionSources.workspaceId),
        eq(solutions.solutionId, solutionSources.draftId),
      ),
    )
    .where(
      and(
        eq(solutionSources.workspaceId, workspaceId),
        inArray(solutionSources.solutionId, solutionIds),
        isNull(solutionSources.mergedVersion),
      ),
    )
    .as('told');
  const rows = await db
    .select({ solutionId: told.solutionId, content: told.content, occurredAt: told.occurredAt })
    .from(told)
    .where(lte(told.place, mostTellings))
    .orderBy(asc(told.solutionId), asc(told.place))
    .limit(mostTellings * solutionIds.length);
  for (const { solutionId, ...telling } of rows) {
    tellings.set(solutionId, [...(tellings.get(solutionId) ?? []), telling]);
  }
  return tellings;
}

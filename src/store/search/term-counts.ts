import { and, eq, sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { termCounts } from '../schema/search.ts';
import { intArray } from './int-array.ts';

/** No term has these: one row counts the whole library, the other every change to it. */
const wholeLibrary = 0;
const changes = -1;

/** Counts rows of the index that were just written. In order of the ids, so that two writers never wait for each other. */
export async function countIn({ db, workspaceId }: Scope, solutionIds: string[]): Promise<void> {
  const ids = sql.join(
    solutionIds.map((id) => sql`${id}`),
    sql`, `,
  );
  await db.execute(sql`
    insert into term_counts (workspace_id, term_id, solutions)
    select ${workspaceId}, term_id, count(*)::int
    from solution_search, unnest(term_ids || ${intArray([wholeLibrary, changes])}) as term_id
    where workspace_id = ${workspaceId} and solution_id in (${ids})
    group by term_id order by term_id
    on conflict (workspace_id, term_id) do update set solutions = term_counts.solutions + excluded.solutions`);
}

/** Takes back what a row of the index, gone by now, had counted. */
export async function countOut({ db, workspaceId }: Scope, termIds: number[]): Promise<void> {
  await db
    .update(termCounts)
    .set({
      solutions: sql`case when ${termCounts.termId} = ${changes} then ${termCounts.solutions} + 1
        else greatest(${termCounts.solutions} - 1, 0) end`,
    })
    .where(
      and(
        eq(termCounts.workspaceId, workspaceId),
        sql`${termCounts.termId} = any(${intArray([wholeLibrary, changes, ...termIds])})`,
      ),
    );
}

export type TermCounts = {
  /** How many solutions are indexed. */
  library: number;
  /** In how many of them a term occurs. Throws for a term that was never asked for. */
  countOf: (termId: number) => number;
  /** Learns the counts of more terms, in one query for those not known yet. */
  load: (termIds: Iterable<number>) => Promise<void>;
};

type CachedCounts = { changes: number; counts: Map<number, number> };

/** What each database was last asked, per workspace: the counts of a large library hardly move from one search to the next. */
const cache = new WeakMap<Db, Map<string, CachedCounts>>();
/** A smaller library is asked every time: it is quick to ask, and each solution counts. */
const minLibraryToCache = 200;
/** After so many changes, as a share of the library, what is known is forgotten. */
const maxDrift = 0.01;
const maxCachedTerms = 500_000;

/** The counts of a workspace's terms, with those of `termIds` at hand. */
export async function termCountsOf(scope: Scope, termIds: Iterable<number>): Promise<TermCounts> {
  const { db, workspaceId } = scope;
  const cached = cache.get(db)?.get(workspaceId);
  // An iterator gives its values once, and they are needed twice.
  const requested = [...termIds];
  const unknown = [...new Set(requested)].filter((id) => cached?.counts.has(id) !== true);
  const read = await readCounts(scope, [wholeLibrary, changes, ...unknown]);
  const library = read.get(wholeLibrary) ?? 0;
  const fresh: CachedCounts = { changes: read.get(changes) ?? 0, counts: new Map() };
  const isFresh =
    cached !== undefined &&
    Math.abs(fresh.changes - cached.changes) <= library * maxDrift &&
    cached.counts.size <= maxCachedTerms;
  const counts = isFresh ? cached.counts : fresh.counts;
  for (const id of unknown) counts.set(id, read.get(id) ?? 0);
  if (!isFresh && library >= minLibraryToCache) {
    const workspaces = cache.get(db) ?? new Map<string, CachedCounts>();
    cache.set(db, workspaces.set(workspaceId, fresh));
  }
  const load = async (ids: Iterable<number>): Promise<void> => {
    const missing = [...new Set(ids)].filter((id) => !counts.has(id));
    if (missing.length === 0) return;
    const found = await readCounts(scope, missing);
    for (const id of missing) counts.set(id, found.get(id) ?? 0);
  };
  await load(requested);
  const countOf = (id: number): number => {
    const count = counts.get(id);
    if (count === undefined) throw new RangeError(`term ${id} was not asked for`);
    return count;
  };
  return { library, countOf, load };
}

async function readCounts({ db, workspaceId }: Scope, ids: number[]): Promise<Map<number, number>> {
  const rows = rowsOf<{ term_id: number; solutions: number }>(
    await db.execute(sql`select term_id, solutions from term_counts
      where workspace_id = ${workspaceId} and term_id = any(${intArray(ids)})`),
  );
  return new Map(rows.map((row) => [row.term_id, row.solutions]));
}

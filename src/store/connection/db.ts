import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { fromPglite } from 'pg-boss';

/** The one database type that every query takes: a pool, the embedded database, or a transaction of either. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** The rows of a raw statement, whichever driver ran it. */
export function rowsOf<Row>(result: unknown): Row[] {
  if (Array.isArray(result)) return result as Row[];
  return (result as { rows: Row[] }).rows;
}

/** The small interface through which pg-boss runs its SQL. */
export type BossDatabase = ReturnType<typeof fromPglite>;

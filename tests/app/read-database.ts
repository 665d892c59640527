import { sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../../src/store/connection/db.ts';

/** Every table that the bot or its job queue has, as "schema.table". */
async function tablesOf(db: Db): Promise<string[]> {
  const rows = rowsOf<{ name: string }>(
    await db.execute(sql`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('information_schema', 'pg_catalog')
      order by name`),
  );
  return rows.map((row) => row.name);
}

/** Table → how many rows it has. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tablesOf(db)) {
    const [row] = rowsOf<{ count: number }>(
      await db.execute(sql.raw(`select count(*)::int as count from ${table}`)),
    );
    counts[table] = Number(row?.count ?? 0);
  }
  return counts;
}

/** Every row of every table that has these words, as text: what somebody with a copy of the disk would find. */
export async function rowsWith(db: Db, words: string): Promise<string[]> {
  const lines: string[] = [];
  for (const table of await tablesOf(db)) {
    const rows = rowsOf<{ line: string }>(
      await db.execute(sql.raw(`select row_to_json(t)::text as line from ${table} t`)),
    );
    lines.push(...rows.map((row) => `${table} ${row.line}`));
  }
  return lines.filter((line) => line.includes(words));
}

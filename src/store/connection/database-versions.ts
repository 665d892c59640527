import { sql } from 'drizzle-orm';
import { type Db, rowsOf } from './db.ts';

/** What doctor tells of a database that is open and migrated. */
export async function databaseVersions(db: Db): Promise<{ postgres: string; pgvector: string }> {
  const [row] = rowsOf<{ postgres: string; pgvector: string }>(
    await db.execute(sql`select current_setting('server_version') as postgres,
      (select extversion from pg_extension where extname = 'vector') as pgvector`),
  );
  return { postgres: row?.postgres ?? '', pgvector: row?.pgvector ?? '' };
}

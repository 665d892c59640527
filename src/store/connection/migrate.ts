import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { PrecedentError } from '../../errors.ts';
import { type Db, rowsOf } from './db.ts';

const folder = new URL('../../../migrations/', import.meta.url);

/** An arbitrary number that all replicas share; two that start at once migrate one after the other. */
const advisoryLock = 7_073_101;

type Journal = { entries: { when: number; tag: string }[] };

/**
 * Brings the schema up to this program, inside one transaction under an advisory lock, and says how many
 * migrations it ran. Throws PrecedentError('database') when the database is ahead of the program.
 */
export async function migrate(db: Db): Promise<number> {
  const journal = JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')) as Journal;
  const known = readMigrationFiles({ migrationsFolder: fileURLToPath(folder) });
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLock})`);
    await tx.execute(sql`create schema if not exists drizzle`);
    await tx.execute(
      sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
    );
    const applied = rowsOf<{ created_at: string | number }>(
      await tx.execute(sql`select created_at from drizzle.__drizzle_migrations order by created_at`),
    ).map((row) => Number(row.created_at));
    const last = applied.at(-1) ?? 0;
    if (last > newest) {
      throw new PrecedentError(
        'database',
        `The database has migration ${new Date(last).toISOString()}, newer than this program knows (${new Date(newest).toISOString()}). Start the newer program, or point DATABASE_URL at another database.`,
      );
    }
    const pending = known.filter((migration) => migration.folderMillis > last);
    for (const migration of pending) {
      for (const statement of migration.sql) await tx.execute(sql.raw(statement));
      await tx.execute(
        sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`,
      );
    }
    return pending.length;
  });
}

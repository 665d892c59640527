import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { sql } from 'drizzle-orm';
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres';
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite';
import pg from 'pg';
import { fromDrizzle, fromPglite } from 'pg-boss';
import { PrecedentError } from '../../errors.ts';
import type { BossDatabase, Db } from './db.ts';
import { lockFolder } from './lock-folder.ts';
import { migrate } from './migrate.ts';

export type Store = {
  db: Db;
  kind: 'server' | 'embedded';
  /** What pg-boss needs to live in the same database. */
  boss: { connectionString: string } | { db: BossDatabase; backend: 'pglite' };
  /** The embedded database as a file that `openStore({ memory, dump })` takes; null for a server, which has pg_dump. */
  dump: (() => Promise<Blob>) | null;
  close(): Promise<void>;
};

export type StoreOptions =
  | { databaseUrl: string }
  | { folder: string }
  /** In memory, from a dump of a migrated database when given: what tests use. */
  | { memory: true; dump?: Blob };

/**
 * Opens the server (`databaseUrl`) or the embedded database and migrates it.
 * Throws PrecedentError('database') with one sentence when it is unreachable, ahead, locked, or without pgvector.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const store = 'databaseUrl' in options ? openServer(options.databaseUrl) : await openEmbedded(options);
  try {
    await migrate(store.db);
    return store;
  } catch (error) {
    await store.close();
    throw toDatabaseError(
      error,
      'databaseUrl' in options ? addressOf(options.databaseUrl) : 'the embedded database',
    );
  }
}

/** The same transaction, for pg-boss: a job sent through it exists only if the transaction commits. */
export function bossDatabase(tx: Db): BossDatabase {
  return fromDrizzle(tx as unknown as Parameters<typeof fromDrizzle>[0], sql);
}

function openServer(databaseUrl: string): Store {
  let pool: pg.Pool;
  try {
    pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 10,
      connectionTimeoutMillis: 5_000,
      // Awaited before the connection is handed out: a query sent beside another is deprecated, and warned of.
      onConnect: async (client) => {
        await client.query(searchSettings);
      },
    });
  } catch (cause) {
    throw new PrecedentError(
      'database',
      'DATABASE_URL is not a PostgreSQL URL (postgres://user@host:5432/name).',
      {
        cause,
      },
    );
  }
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  return {
    db: drizzleServer(pool) as unknown as Db,
    kind: 'server',
    boss: { connectionString: databaseUrl },
    dump: null,
    close: () => pool.end(),
  };
}

async function openEmbedded(options: Exclude<StoreOptions, { databaseUrl: string }>): Promise<Store> {
  let unlock = () => {};
  let dataDir = 'memory://';
  if ('folder' in options) {
    const folder = resolve(options.folder);
    try {
      mkdirSync(folder, { recursive: true });
    } catch (cause) {
      throw new PrecedentError(
        'database',
        `The folder ${folder} cannot be made. Set PRECEDENT_DATA to a folder of your own, or DATABASE_URL to a server.`,
        { cause },
      );
    }
    unlock = lockFolder(folder);
    dataDir = resolve(folder, 'postgres');
  }
  const loadDataDir = 'dump' in options ? options.dump : undefined;
  try {
    const pglite = await PGlite.create({
      dataDir,
      extensions: { vector },
      ...(loadDataDir === undefined ? {} : { loadDataDir }),
    });
    await pglite.exec(searchSettings);
    return {
      db: drizzleEmbedded(pglite) as unknown as Db,
      kind: 'embedded',
      boss: { db: fromPglite(pglite), backend: 'pglite' },
      dump: () => pglite.dumpDataDir('none'),
      close: async () => {
        await pglite.close();
        unlock();
      },
    };
  } catch (cause) {
    unlock();
    throw new PrecedentError(
      'database',
      `The embedded database in ${dataDir} does not open. Restore the folder from a backup, or move it away to begin anew.`,
      { cause },
    );
  }
}

/**
 * How far the vector index looks (pgvector's own 40 finds less than the search asks for), and that it goes on when a
 * workspace has few of what it finds; a version that does not know one of them ignores it. A page read out of order
 * costs as on a solid-state disk, or the planner reads the whole library rather than the index of its terms.
 */
const searchSettings =
  'set hnsw.ef_search = 400; set hnsw.iterative_scan = relaxed_order; set random_page_cost = 1.1';

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ECONNRESET',
  'EAI_AGAIN',
]);

function toDatabaseError(error: unknown, where: string): PrecedentError {
  if (error instanceof PrecedentError) return error;
  const cause = rootCauseOf(error);
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (unreachable.has(code) || /timeout/i.test(cause.message)) {
    return new PrecedentError(
      'database',
      `No database answers at ${where}. Check that it runs and that DATABASE_URL names it.`,
      { cause },
    );
  }
  if (code === '28P01' || code === '28000') {
    return new PrecedentError(
      'database',
      `The database at ${where} refused the user or password in DATABASE_URL.`,
      { cause },
    );
  }
  if (code === '3D000') {
    return new PrecedentError('database', `There is no database at ${where}. Create it, then start again.`, {
      cause,
    });
  }
  if (
    code === '0A000' ||
    code === '58P01' ||
    /extension "vector"|type "(halfvec|sparsevec)"/.test(cause.message)
  ) {
    return new PrecedentError(
      'database',
      `The database at ${where} has no pgvector 0.7 or later. Install it (Debian: postgresql-17-pgvector; image: pgvector/pgvector:pg17), then start again.`,
      { cause },
    );
  }
  if (code === '42501') {
    return new PrecedentError(
      'database',
      `The user in DATABASE_URL may not create the schema or the extension "vector" at ${where}. Have an administrator run: create extension vector;`,
      { cause },
    );
  }
  return new PrecedentError(
    'database',
    `The database at ${where} could not be brought up (${code || cause.name}).`,
    {
      cause,
    },
  );
}

function rootCauseOf(error: unknown): Error {
  let current = error instanceof Error ? error : new Error(String(error));
  while (current.cause instanceof Error) current = current.cause;
  if (current instanceof AggregateError && current.errors[0] instanceof Error) return current.errors[0];
  return current;
}

/** Host, port and database; never the user or the password. */
function addressOf(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl);
    return `${url.hostname}:${url.port || '5432'}${url.pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

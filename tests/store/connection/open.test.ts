import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { PrecedentError } from '../../../src/errors.ts';
import { databaseVersions } from '../../../src/store/connection/database-versions.ts';
import { rowsOf } from '../../../src/store/connection/db.ts';
import { isDatabaseResponsive } from '../../../src/store/connection/is-database-responsive.ts';
import { migrate } from '../../../src/store/connection/migrate.ts';
import { openStore, type Store } from '../../../src/store/connection/open.ts';
import { ensureEmbeddingIndex } from '../../../src/store/search/embeddings.ts';
import { openTestStore } from '../../setup/open-test-store.ts';

const run = promisify(execFile);
const migrated = inject('migrated');

/** What openStore says when it refuses; it never holds the password. */
async function refusal(opening: Promise<Store>): Promise<string> {
  const error = await opening.then(
    async (store) => {
      await store.close();
      return null;
    },
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PrecedentError);
  if (!(error instanceof PrecedentError)) return '';
  expect(error.code).toBe('database');
  expect(error.message).not.toMatch(/hunter2|\n/);
  return error.message;
}

describe('migrate', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  it('does nothing to a database that is up to date', async () => {
    expect(await migrate(store.db)).toBe(0);
    expect(await isDatabaseResponsive(store.db)).toBe(true);
  });

  it('refuses a database that is ahead of the program, and says which is newer', async () => {
    await store.db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 4102444800000)`,
    );
    await expect(migrate(store.db)).rejects.toThrow(/2100-01-01.*newer than this program/);
    await store.db.execute(sql`delete from drizzle.__drizzle_migrations where hash = 'later'`);
    expect(await migrate(store.db)).toBe(0);
  });

  it('leaves a database with pgvector', async () => {
    const facts = await databaseVersions(store.db);
    expect(facts.postgres).toMatch(/^\d+/);
    expect(facts.pgvector).toMatch(/^0\.[7-9]|^0\.\d\d|^[1-9]/);
  });
});

describe('openStore, of a server', () => {
  it('says when nothing answers there', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => free.once('listening', done));
    const address = free.address();
    await new Promise((done) => free.close(done));
    const port = typeof address === 'object' ? address?.port : 0;
    const message = await refusal(openStore({ databaseUrl: `postgres://u:hunter2@127.0.0.1:${port}/p` }));
    expect(message).toContain(`No database answers at 127.0.0.1:${port}/p`);
  });

  it.each([
    'hunter2',
    'postgres://u:hunter2@host:notaport/p',
    'mysql://u:hunter2@127.0.0.1:1/p',
    'postgres://',
  ])('refuses %j as an address', async (databaseUrl) => {
    expect(await refusal(openStore({ databaseUrl }))).toContain('DATABASE_URL');
  });

  it.skipIf('dump' in migrated)(
    'lets two programs that start at once migrate one after the other',
    async () => {
      await onFreshDatabase(async (databaseUrl) => {
        const stores = await Promise.all(Array.from({ length: 4 }, () => openStore({ databaseUrl })));
        await Promise.all(stores.map((store) => ensureEmbeddingIndex(store.db, 'sample-3', 3)));
        const [first] = stores;
        const applied = rowsOf<{ count: number }>(
          await first?.db.execute(
            sql`select count(*)::int as count, count(distinct created_at)::int as once from drizzle.__drizzle_migrations`,
          ),
        );
        expect(applied[0]).toMatchObject({ count: (applied[0] as { once?: number })?.once });
        await Promise.all(stores.map((store) => store.close()));
      });
    },
  );

  it.skipIf('dump' in migrated)('says when there is no such database', async () => {
    expect(await refusal(openStore({ databaseUrl: serverUrl('no_such_database') }))).toMatch(
      /There is no database at .*no_such_database/,
    );
  });

  it.skipIf('dump' in migrated)('says when the user or the password is wrong', async () => {
    const url = new URL(serverUrl('postgres'));
    url.username = 'nobody_of_that_name';
    url.password = 'hunter2';
    expect(await refusal(openStore({ databaseUrl: url.href }))).toContain('refused the user or password');
  });

  it.skipIf('dump' in migrated)('says when the user may not create what it needs', async () => {
    await onFreshDatabase(async (databaseUrl) => {
      const admin = await openStore({ databaseUrl });
      await admin.db.execute(sql`drop schema drizzle cascade`);
      await admin.db.execute(sql`drop role if exists precedent_powerless`);
      await admin.db.execute(sql`create role precedent_powerless login`);
      await admin.close();
      const url = new URL(databaseUrl);
      url.username = 'precedent_powerless';
      expect(await refusal(openStore({ databaseUrl: url.href }))).toContain('may not create');
      const again = await openTestStore();
      await again.db.execute(sql`drop role precedent_powerless`);
      await again.close();
    });
  });
});

function serverUrl(database: string): string {
  if ('dump' in migrated) throw new Error('only on a server');
  const url = new URL(migrated.serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

let fresh = 0;
async function onFreshDatabase(work: (databaseUrl: string) => Promise<void>): Promise<void> {
  fresh += 1;
  const name = `precedent_fresh_${process.pid}_${fresh}`;
  const admin = await openTestStore();
  await admin.db.execute(sql.raw(`create database ${name}`));
  try {
    await work(serverUrl(name));
  } finally {
    await admin.db.execute(sql.raw(`drop database ${name} with (force)`));
    await admin.close();
  }
}

describe('openStore, of a folder', () => {
  const folders: string[] = [];
  async function newFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'precedent-open-'));
    folders.push(folder);
    return folder;
  }
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  it('makes it, keeps what is written, and gives it back', async () => {
    const folder = join(await newFolder(), 'deep', 'data');
    const first = await openStore({ folder });
    await first.db.execute(sql`create table kept (word text)`);
    await first.close();
    expect(existsSync(join(folder, 'precedent.lock'))).toBe(false);
    const second = await openStore({ folder });
    expect(rowsOf(await second.db.execute(sql`select * from kept`))).toEqual([]);
    expect(await refusal(openStore({ folder }))).toContain(`in use by process ${process.pid}`);
    await second.close();
  }, 90_000);

  it('tells a second process which one has it, and takes over from one that was killed', async () => {
    const folder = await newFolder();
    writeFileSync(join(folder, 'precedent.lock'), '1');
    expect(await refusal(openStore({ folder }))).toContain('in use by process 1.');
    const { stdout } = await run(process.execPath, ['-e', 'console.log(process.pid)']);
    writeFileSync(join(folder, 'precedent.lock'), stdout.trim());
    const store = await openStore({ folder });
    expect(await readFile(join(folder, 'precedent.lock'), 'utf8')).toBe(String(process.pid));
    await store.close();
  }, 60_000);

  it('takes over a lock of its own number that it does not hold, and one that says nothing', async () => {
    const { lockFolder } = await import('../../../src/store/connection/lock-folder.ts');
    const folder = await newFolder();
    for (const left of [String(process.pid), '', 'garbage', '-1']) {
      writeFileSync(join(folder, 'precedent.lock'), left);
      lockFolder(folder)();
    }
    expect(existsSync(join(folder, 'precedent.lock'))).toBe(false);
  });

  it('gives a folder with a dead process’s lock to one of many that start at once', async () => {
    const folder = await newFolder();
    const { stdout } = await run(process.execPath, ['-e', 'console.log(process.pid)']);
    for (let round = 0; round < 3; round += 1) {
      writeFileSync(join(folder, 'precedent.lock'), stdout.trim());
      // Each says that it is up, tries at the moment that all are told, and lives, with its lock, until all have tried.
      const script = `
        const { lockFolder } = await import(${JSON.stringify(new URL('../../../src/store/connection/lock-folder.ts', import.meta.url).href)});
        console.log('up');
        process.stdin.once('data', (at) => {
          while (Date.now() < Number(at));
          try { lockFolder(${JSON.stringify(folder)}); console.log('mine'); } catch { console.log('taken'); }
        });`;
      const children = Array.from({ length: 4 }, () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
          stdio: ['pipe', 'pipe', 'inherit'],
        });
        return { child, output: createInterface(child.stdout)[Symbol.asyncIterator]() };
      });
      const outputs = () => Promise.all(children.map(async ({ output }) => (await output.next()).value));
      expect(await outputs()).toEqual(['up', 'up', 'up', 'up']);
      const at = Date.now() + 200;
      for (const { child } of children) child.stdin.write(String(at));
      const outcomes = await outputs();
      for (const { child } of children) child.kill('SIGKILL');
      expect(outcomes.toSorted()).toEqual(['mine', 'taken', 'taken', 'taken']);
    }
  }, 60_000);

  it('says when the folder cannot be one', async () => {
    const folder = await newFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(await refusal(openStore({ folder: join(folder, 'file') }))).toContain('cannot be made');
    mkdirSync(join(folder, 'broken', 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'broken', 'postgres', 'PG_VERSION'), 'nonsense');
    expect(await refusal(openStore({ folder: join(folder, 'broken') }))).toContain('does not open');
    expect(existsSync(join(folder, 'broken', 'precedent.lock'))).toBe(false);
  }, 60_000);
});

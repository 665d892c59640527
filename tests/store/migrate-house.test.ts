import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres';
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Db, rowsOf } from '../../src/store/connection/db.ts';
import { migrate } from '../../src/store/connection/migrate.ts';
import { contentOf } from './sample-rows.ts';

/** How many migrations there were before the one that is tried here. */
const before = 10;

let db: Db;
let close: () => Promise<void>;

/** With nothing in it: on the server that the tests run on, or embedded. */
async function openEmpty(): Promise<void> {
  const migrated = inject('migrated');
  if ('dump' in migrated) {
    const embedded = await PGlite.create({ extensions: { vector } });
    db = drizzleEmbedded(embedded) as unknown as Db;
    close = () => embedded.close();
    return;
  }
  const name = `${migrated.template}_house`;
  const server = new pg.Pool({ connectionString: migrated.serverUrl, max: 1 });
  await server.query(`drop database if exists ${name} with (force)`);
  await server.query(`create database ${name}`);
  const url = new URL(migrated.serverUrl);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href });
  db = drizzleServer(pool) as unknown as Db;
  close = async () => {
    await pool.end();
    await server.query(`drop database if exists ${name} with (force)`);
    await server.end();
  };
}

/** A database as the program of that time left it. */
async function migrateBefore(): Promise<void> {
  const folder = fileURLToPath(new URL('../../migrations/', import.meta.url));
  await db.execute(sql`create schema drizzle`);
  await db.execute(
    sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  );
  for (const migration of readMigrationFiles({ migrationsFolder: folder }).slice(0, before)) {
    for (const statement of migration.sql) await db.execute(sql.raw(statement));
    await db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at)
      values (${migration.hash}, ${migration.folderMillis})`);
  }
}

const content = JSON.stringify(contentOf('redis pool exhausted'));

async function incident(id: string, more: { channel?: string; signal?: string; openedAt?: string } = {}) {
  const { channel = 'C1', signal = 'reaction', openedAt = '2026-03-02T10:00:00Z' } = more;
  await db.execute(sql`insert into incidents (workspace_id, incident_id, channel_id, thread_ts, status, title, symptoms,
      signatures, opened_at, resolution_signal, last_activity_at, placeholders)
    values ('T1', ${id}, ${channel}, ${`${id}.1`}, 'resolved', 'down', '', '{}', ${openedAt}, ${signal}, ${openedAt}, '{}')`);
}

async function solution(
  id: string,
  more: { status: string; incident?: string; decidedBy?: string; mergedInto?: string; channel?: string },
) {
  const { status, incident: incidentId = null, decidedBy = null, mergedInto = null, channel = 'C1' } = more;
  const thread = incidentId === null ? `${id}.1` : `${incidentId}.1`;
  await db.execute(sql`insert into solutions (workspace_id, solution_id, status, version, content, proven, incident_id,
      source_channel_id, source_thread_ts, visibility, occurred_at, created_at, updated_at, decided_by, merged_into, kept_apart)
    values ('T1', ${id}, ${status}, 1, ${content}::jsonb, true, ${incidentId}, ${channel}, ${thread}, 'workspace',
      now(), now(), now(), ${decidedBy}, ${mergedInto}, ${id === 'sol_draft'})`);
}

async function message(
  key: string,
  kind: string,
  more: { incident?: string; solution?: string; channel?: string; said?: unknown; createdAt?: string },
) {
  const { incident: incidentId = null, solution: solutionId = null, channel = 'C1' } = more;
  const body = JSON.stringify(more.said ?? { text: 'words', blocks: [{ type: 'divider' }] });
  await db.execute(sql`insert into outbox (workspace_id, key, kind, channel_id, incident_id, solution_id, body, revision,
      attempts, created_at)
    values ('T1', ${key}, ${kind}, ${channel}, ${incidentId}, ${solutionId}, ${body}::jsonb, 1, 0,
      ${more.createdAt ?? '2026-03-02T10:00:00Z'})`);
}

async function precedent(incidentId: string, solutionId: string) {
  await db.execute(sql`insert into precedents (workspace_id, incident_id, solution_id, rank, confidence, why, in_use, created_at)
    values ('T1', ${incidentId}, ${solutionId}, 1, 0.9, '[]', true, now())`);
}

async function fill(): Promise<void> {
  await db.execute(sql`insert into channels (workspace_id, channel_id, name, is_private, is_ext_shared, mode, watched, answers)
    values ('T1', 'C1', 'incidents', false, false, 'incidents', true, 'quiet')`);
  await incident('inc_person');
  await incident('inc_auto', { signal: 'alert' });
  await incident('inc_import', { signal: 'import' });
  await incident('inc_draft');
  await incident('inc_linked');
  await incident('inc_old', { openedAt: '2025-10-01T10:00:00Z' });
  await incident('inc_elsewhere', { channel: 'C2' });
  await solution('sol_person', { status: 'active', incident: 'inc_person', decidedBy: 'U1' });
  await solution('sol_auto', { status: 'active', incident: 'inc_auto' });
  await solution('sol_import', { status: 'active', incident: 'inc_import' });
  await solution('sol_loaded', { status: 'active' });
  await solution('sol_draft', { status: 'draft', incident: 'inc_draft' });
  await solution('sol_linked', { status: 'retired', incident: 'inc_linked', mergedInto: 'sol_person' });
  await solution('sol_gone', { status: 'retired', decidedBy: 'U1' });
  await db.execute(sql`insert into solution_sources (workspace_id, solution_id, channel_id, thread_ts, incident_id, draft_id,
      occurred_at, outcome) values ('T1', 'sol_person', 'C1', 'inc_linked.1', 'inc_linked', 'sol_linked', now(), 'worked')`);
  await precedent('inc_elsewhere', 'sol_auto');
  await precedent('inc_old', 'sol_loaded');
  await db.execute(sql`insert into feedback_marks (workspace_id, incident_id, solution_id, user_id, mark, verdict, marked_at, taken_back)
    values ('T1', 'inc_old', 'sol_loaded', 'U1', 'button', 'worked', now(), true)`);
  await message('answer:inc_elsewhere', 'answer', { incident: 'inc_elsewhere', channel: 'C2' });
  await message('answer:inc_person', 'answer', { incident: 'inc_person', solution: 'sol_import' });
  await message('answer:gone', 'answer', {
    incident: 'inc_import',
    solution: 'sol_auto',
    said: { text: '', blocks: [] },
  });
  const value = JSON.stringify({ draftId: 'sol_draft', intoId: 'sol_auto' });
  const text = 'Raised by <@U7ANA>, perhaps sol_nothing';
  await message('draft:inc_draft', 'draft', {
    incident: 'inc_draft',
    solution: 'sol_draft',
    said: { text, blocks: [{ type: 'actions', elements: [{ action_id: 'any', value }] }] },
  });
  await message('draft:inc_linked', 'draft', { incident: 'inc_linked', solution: 'sol_linked' });
  await message('reminder:sol_draft', 'reminder', { incident: 'inc_draft', solution: 'sol_draft' });
  await message('digest:C1:2026-W10', 'digest', { createdAt: '2026-08-01T10:00:00Z' });
  await message('digest:C2:2026-W10', 'digest', { channel: 'C2', createdAt: '2026-03-09T10:00:00Z' });
}

beforeAll(async () => {
  await openEmpty();
  await migrateBefore();
  await fill();
  await migrate(db);
});
afterAll(() => close());

it('knows of each solution in the library who put it there', async () => {
  const rows = rowsOf<{ solution_id: string; saved_by: string | null }>(
    await db.execute(sql`select solution_id, saved_by from solutions order by solution_id`),
  );
  expect(Object.fromEntries(rows.map((row) => [row.solution_id, row.saved_by]))).toEqual({
    sol_auto: 'bot',
    sol_draft: null,
    sol_gone: null,
    sol_import: 'import',
    sol_linked: null,
    sol_loaded: 'import',
    sol_person: 'person',
  });
});

async function mentions(key: string): Promise<string[]> {
  const rows = rowsOf<{ kind: string; id: string }>(
    await db.execute(
      sql`select kind, id from outbox_mentions where workspace_id = 'T1' and key = ${key} order by kind, id`,
    ),
  );
  return rows.map(({ kind, id }) => `${kind} ${id}`);
}

it('knows what the messages that stand show', async () => {
  expect(await mentions('answer:inc_elsewhere')).toEqual(['solution sol_auto']);
  expect(await mentions('answer:inc_person')).toEqual(['solution sol_import']);
  expect(await mentions('answer:gone')).toEqual([]);
  expect(await mentions('draft:inc_draft')).toEqual(['draft sol_draft', 'person U7ANA', 'solution sol_auto']);
  expect(await mentions('draft:inc_linked')).toEqual(['draft sol_linked', 'solution sol_person']);
  expect(await mentions('reminder:sol_draft')).toEqual(['draft sol_draft']);
});

it('knows all that a digest may list: of its week and the eight before, however late it was written', async () => {
  expect(await mentions('digest:C1:2026-W10')).toEqual([
    ...['auto', 'draft', 'import', 'linked', 'person'].map((each) => `incident inc_${each}`),
    // Of an older incident, because people spoke of it later.
    ...['auto', 'draft', 'import', 'linked', 'loaded', 'person'].map((each) => `solution sol_${each}`),
  ]);
  expect(await mentions('digest:C2:2026-W10')).toEqual(['incident inc_elsewhere', 'solution sol_auto']);
});

it('keeps under their new names what stood under the old', async () => {
  const [row] = rowsOf<Record<string, unknown>>(
    await db.execute(sql`select
      (select answer_sensitivity from channels) as sensitivity,
      (select is_removed from feedback_marks) as removed,
      (select is_distinct from solutions where solution_id = 'sol_draft') as is_distinct,
      (select draft_id from solution_occurrences) as draft`),
  );
  expect(row).toEqual({ sensitivity: 'quiet', removed: true, is_distinct: true, draft: 'sol_linked' });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { lexicalEmbedder } from '../../src/embed/lexical.ts';
import { startQueue } from '../../src/jobs/queue.ts';
import { createLog } from '../../src/log.ts';
import { openStore, type Store } from '../../src/store/connection/open.ts';
import { ensureEmbeddingIndex } from '../../src/store/search/embeddings.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where each test file's database comes from: a dump of the embedded one, or a template on the server. */
    migrated: { dump: string } | { serverUrl: string; template: string };
  }
}

let undo: (() => Promise<void>) | undefined;

/** Migrates once; each test file then starts from a copy, which takes a fraction of a second. */
export async function setup(project: TestProject): Promise<void> {
  undo = await (project.name === 'server' ? setupServer(project) : setupEmbedded(project));
}

export async function teardown(): Promise<void> {
  await undo?.();
}

async function setupEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'precedent-tests-'));
  const store = await openStore({ memory: true });
  await makeReady(store);
  const dump = await store.dump?.();
  await store.close();
  if (dump === undefined) throw new Error('the embedded database gave no dump');
  const file = join(folder, 'migrated.tar');
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  project.provide('migrated', { dump: file });
  return () => rm(folder, { recursive: true, force: true });
}

async function setupServer(project: TestProject): Promise<() => Promise<void>> {
  const serverUrl = process.env.DATABASE_URL;
  if (serverUrl === undefined || serverUrl === '') {
    throw new Error('The server project needs DATABASE_URL, of a server on which databases may be made.');
  }
  const template = `precedent_tests_${process.pid}`;
  await onServer(serverUrl, `drop database if exists ${template} with (force)`);
  await onServer(serverUrl, `create database ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${template}`;
  const store = await openStore({ databaseUrl: url.href });
  await makeReady(store);
  await store.close();
  project.provide('migrated', { serverUrl, template });
  return () => onServer(serverUrl, `drop database if exists ${template} with (force)`);
}

async function makeReady(store: Store): Promise<void> {
  await ensureEmbeddingIndex(store.db, lexicalEmbedder.model, lexicalEmbedder.dimensions);
  const queue = await startQueue(store, { log: createLog('silent') });
  await queue.stop();
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore, type Store } from '../../src/store/connection/open.ts';

let number = 0;

/** An empty, migrated database of its own: embedded, or on the server that DATABASE_URL names. Closing it drops it. */
export async function openTestStore(): Promise<Store> {
  const migrated = inject('migrated');
  if ('dump' in migrated) {
    return openStore({ memory: true, dump: new Blob([await readFile(migrated.dump)]) });
  }
  number += 1;
  const name = `${migrated.template}_${process.pid}_${number}`;
  await onServer(migrated.serverUrl, `create database ${name} template ${migrated.template}`);
  const url = new URL(migrated.serverUrl);
  url.pathname = `/${name}`;
  const store = await openStore({ databaseUrl: url.href });
  return {
    ...store,
    close: async () => {
      await store.close();
      await onServer(migrated.serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
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

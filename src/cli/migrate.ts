import type { Config } from '../config.ts';
import { openStore } from '../store/connection/open.ts';
import type { Output } from './output.ts';

/** `precedent migrate`: brings the database up to this program and ends; `start` does the same by itself. */
export async function migrateOnly(config: Config, io: { out: Output }): Promise<void> {
  const store = await openStore(config.database);
  await store.close();
  io.out.line('The database is up to date.');
}

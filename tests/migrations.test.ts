import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const migrations = join(root, 'migrations');
const sqlIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();

type Journal = { entries: { idx: number; when: number; tag: string }[] };

describe('migrations', () => {
  it('have all that the schema has: generating makes no new one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'precedent-migrations-'));
    try {
      cpSync(migrations, folder, { recursive: true });
      const output = execFileSync(
        'npx',
        [
          ...['--no-install', 'drizzle-kit', 'generate', '--name', 'missing', '--dialect', 'postgresql'],
          // drizzle-kit takes `out` as relative even when it is not.
          ...['--schema', './src/store/schema/*.ts', '--out', relative(root, folder)],
        ],
        { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 },
      );
      const made = sqlIn(folder).filter((name) => !sqlIn(migrations).includes(name));
      const missing = made.map((name) => readFileSync(join(folder, name), 'utf8'));
      expect(missing, 'run: npx drizzle-kit generate --name what_it_does').toEqual([]);
      expect(output).toContain('No schema changes');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 90_000);

  it('are listed in their journal, in the order of their times', () => {
    const { entries } = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as Journal;
    expect(entries.map((entry) => `${entry.tag}.sql`)).toEqual(sqlIn(migrations));
    const times = entries.map((entry) => entry.when);
    // store/migrate.ts runs what is newer than the newest that ran.
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
  });
});

import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../src/store/connection/db.ts';
import { openStore } from '../../src/store/connection/open.ts';
import { type ClaudeAddress, startClaude } from '../llm/claude-address.ts';
import { newPrecedent, type Precedent, writeFiles } from './run-precedent.ts';
import { smallExport } from './small-export.ts';

let precedent: Precedent;
let claude: ClaudeAddress;
beforeAll(async () => {
  precedent = await newPrecedent();
  claude = await startClaude();
  writeFiles(join(precedent.folder, 'export'), smallExport());
}, 60_000);
afterAll(async () => {
  await precedent.remove();
  await claude.close();
});

const run = (command: string, env: Record<string, string> = {}) => {
  const key = { ANTHROPIC_API_KEY: 'planted-key', ANTHROPIC_BASE_URL: claude.url };
  return precedent.run([command, join(precedent.folder, 'export'), '--json'], { env: { ...key, ...env } });
};

it('an import has the model read each thread, and counts what it took', async () => {
  const ran = await run('import');
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.stdout)).toMatchObject({ incidents: 2, drafts: 2 });
  expect(claude.asked).toHaveLength(2);
  const store = await openStore({ folder: join(precedent.folder, 'data') });
  // Of every day: it may be past midnight by now.
  const usage = await store.db.execute(
    sql`select purpose, sum(calls)::int as calls, sum(output_tokens)::int as output,
      sum(reserved_tokens)::int as reserved from model_usage group by purpose`,
  );
  await store.close();
  expect(rowsOf(usage)).toEqual([{ purpose: 'capture', calls: 2, output: 400, reserved: 0 }]);
}, 120_000);

it('a replay keeps to the budget of a day', async () => {
  claude.asked.length = 0;
  const ran = await run('replay', { PRECEDENT_MODEL_DAILY_TOKENS: '8000' });
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.stdout)).toHaveLength(2);
  expect(claude.asked).toHaveLength(1);
}, 120_000);

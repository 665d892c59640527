import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedder } from '../../src/cli/embedder-of.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { embedMissing } from '../../src/match/embed-missing.ts';
import type { SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { embeddedModels } from '../../src/store/embeddings.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../embed/embedding-server.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { fillLibrary } from '../store/fill-library.ts';
import { start as longAgo } from '../store/sample-rows.ts';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const key = 'planted-embedder-key';
const librarySize = 200;
const batch = 64;

let slack: SlackSim;
let server: EmbeddingServer;
let folder: string;
let where: StoreOptions;
let dropDatabase = async () => {};
let said = '';
const children = new Set<ChildProcess>();

beforeAll(async () => {
  slack = await startSlackSim();
  server = await startEmbeddingServer();
  folder = await mkdtemp(join(tmpdir(), 'precedent-embed-'));
  const store = await openTestStore();
  if (store.kind === 'server' && 'connectionString' in store.boss) {
    where = { databaseUrl: store.boss.connectionString };
    dropDatabase = () => store.close();
  } else {
    await store.close();
    where = { folder };
  }
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await slack.stop();
  await server.close();
  await dropDatabase();
  await rm(folder, { recursive: true, force: true });
});

function environment(): Record<string, string> {
  return {
    ...('databaseUrl' in where ? { DATABASE_URL: where.databaseUrl } : { PRECEDENT_DATA: folder }),
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    PRECEDENT_HEALTH_PORT: '0',
    PRECEDENT_EMBEDDER: 'openai',
    PRECEDENT_EMBEDDER_URL: server.url,
    PRECEDENT_EMBEDDER_KEY: key,
    PRECEDENT_EMBEDDER_MODEL: 'nomic-embed-text',
  };
}

function run(command: string, ...more: string[]): ChildProcess {
  const child = spawn(process.execPath, [program, command, ...more], {
    env: { ...environment(), PATH: process.env.PATH, LOG_LEVEL: 'debug' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return child;
}

async function doctor(): Promise<string> {
  const child = run('doctor');
  const lines: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  await once(child, 'close');
  return lines.join('');
}

const askedTexts = () => server.asked.flatMap(({ body }) => body.input).length;

it('goes on re-embedding after a kill, through a service that fails, and says how far it is', async () => {
  const store = await openStore(where);
  const { teamId } = slack;
  await saveWorkspace(
    store.db,
    { workspaceId: teamId, name: 'x', url: 'https://x.slack.com/', botUserId: 'U', botId: 'B' },
    longAgo,
  );
  await fillLibrary(store.db, teamId, librarySize);
  const lexical = await openEmbedder(readConfig({}), store.db, teamId);
  const deps = { db: store.db, workspaceId: teamId, enqueue: async () => {}, log: createLog('silent') };
  await embedMissing({ ...deps, embedder: lexical }, 60_000);
  await store.close();

  server.delayMs = 400;
  const bot = run('start');
  await slack.waitFor(() => askedTexts() > 2 * batch, 'the third batch to be asked for', 60_000);
  bot.kill('SIGKILL');
  await once(bot, 'close');
  server.delayMs = 0;
  expect(await doctor()).toMatch(
    /embeddings: re-embedded (64|128|192) of 200; until all are, lexical-2 answers/,
  );

  // The first is the question for the dimensions.
  server.faults = [{}, { status: 503 }, { status: 429 }];
  const again = run('start');
  await slack.waitFor(() => (said.includes('whole and serves') ? true : undefined), 'it to be whole', 60_000);
  const finished = once(again, 'close');
  again.kill('SIGTERM');
  await finished;
  expect(await doctor()).toContain('embeddings: all 200 solutions have theirs');

  const after = await openStore(where);
  expect(await embeddedModels(after.db, teamId)).toEqual([
    { model: 'openai:nomic-embed-text:8', solutions: librarySize },
  ]);
  await after.close();
  // A kill costs a batch, each failure asks it again, and four times the dimensions were asked for or checked.
  expect(askedTexts()).toBeLessThanOrEqual(librarySize + 3 * batch + 10);
  expect(server.asked.every(({ headers }) => headers.authorization === `Bearer ${key}`)).toBe(true);
  expect(said).not.toContain(key);
  expect(said).not.toContain('checkout pool exhausted');
}, 180_000);

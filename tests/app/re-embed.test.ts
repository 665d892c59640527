import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedder } from '../../src/app/open-embedder.ts';
import { readConfig } from '../../src/config.ts';
import { embedMissing } from '../../src/solutions/embed-missing.ts';
import { openStore } from '../../src/store/connection/open.ts';
import { embeddedModels } from '../../src/store/search/embeddings.ts';
import { saveWorkspace } from '../../src/store/workspaces/workspaces.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../embed/embedding-server.ts';
import { type Processes, startProcesses } from '../setup/start-processes.ts';
import { testCtx } from '../setup/test-ctx.ts';
import { fillLibrary } from '../store/fill-library.ts';
import { start as longAgo } from '../store/sample-rows.ts';

const key = 'planted-embedder-key';
const librarySize = 200;
const batch = 64;

let processes: Processes;
let server: EmbeddingServer;
let output = '';

beforeAll(async () => {
  processes = await startProcesses();
  server = await startEmbeddingServer();
});

afterAll(async () => {
  await processes.stop();
  await server.close();
});

function run(command: string): ChildProcess {
  const env = {
    PRECEDENT_EMBEDDER: 'openai',
    PRECEDENT_EMBEDDER_URL: server.url,
    PRECEDENT_EMBEDDER_KEY: key,
    PRECEDENT_EMBEDDER_MODEL: 'nomic-embed-text',
    LOG_LEVEL: 'debug',
  };
  const child = processes.run(command, { env, piped: true });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
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
  const { slack, where, kill } = processes;
  const store = await openStore(where);
  const { teamId } = slack;
  await saveWorkspace(
    store.db,
    { workspaceId: teamId, name: 'x', url: 'https://x.slack.com/', botUserId: 'U', botId: 'B' },
    longAgo,
  );
  await fillLibrary(store.db, teamId, librarySize);
  const lexical = await openEmbedder(readConfig({ PRECEDENT_EMBEDDER: 'lexical' }), store.db, teamId);
  const ctx = { ...testCtx(store.db), workspaceId: teamId };
  await embedMissing({ ...ctx, embedder: lexical }, 60_000);
  await store.close();

  server.delayMs = 400;
  const bot = run('start');
  await slack.waitFor(() => askedTexts() > 2 * batch, 'the third batch to be asked for', 60_000);
  await kill(bot, 'SIGKILL');
  server.delayMs = 0;
  expect(await doctor()).toMatch(/embeddings: re-embedded \d+ of 200; until all are, lexical-2 answers/);

  // The first is the question for the dimensions.
  server.faults = [{}, { status: 503 }, { status: 429 }];
  const again = run('start');
  await slack.waitFor(
    () => (output.includes('whole and serves') ? true : undefined),
    'it to be whole',
    60_000,
  );
  await kill(again, 'SIGTERM');
  expect(await doctor()).toContain('embeddings: all 200 solutions have theirs');

  const after = await openStore(where);
  expect(await embeddedModels({ db: after.db, workspaceId: teamId })).toEqual([
    { model: 'openai:nomic-embed-text:8', solutions: librarySize },
  ]);
  await after.close();
  // Two texts a solution, its problem and what was done. A kill costs a batch, each failure asks it again, and four times the dimensions were asked for or checked.
  expect(askedTexts()).toBeLessThanOrEqual(2 * librarySize + 3 * batch + 10);
  expect(server.asked.every(({ headers }) => headers.authorization === `Bearer ${key}`)).toBe(true);
  expect(output).not.toContain(key);
  expect(output).not.toContain('checkout pool exhausted');
}, 180_000);

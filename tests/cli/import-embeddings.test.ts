import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddingServer, startEmbeddingServer } from '../embed/embedding-server.ts';
import { newPrecedent, type Precedent, writeFiles } from './run-precedent.ts';
import { smallExport } from './small-export.ts';

let precedent: Precedent;
let server: EmbeddingServer;
beforeAll(async () => {
  precedent = await newPrecedent();
  server = await startEmbeddingServer();
}, 60_000);
afterAll(async () => {
  await precedent.remove();
  await server.close();
});

it('an import saves what it learned though the embedding service fails, and the next one embeds it, all at once', async () => {
  const folder = join(precedent.folder, 'export');
  writeFiles(folder, smallExport());
  const env = {
    PRECEDENT_EMBEDDER: 'openai',
    PRECEDENT_EMBEDDER_URL: server.url,
    PRECEDENT_EMBEDDER_KEY: 'planted-key',
    PRECEDENT_EMBEDDER_DIMENSIONS: '8',
  };
  server.faults = [{ status: 401 }];
  const first = await precedent.run(['import', folder, '--approve', '--json'], { env });
  expect(first.code).toBe(0);
  const { approved } = JSON.parse(first.stdout) as { approved: number };
  expect(approved).toBeGreaterThan(1);
  expect(first.stderr).toContain('PRECEDENT_EMBEDDER_KEY');
  expect(first.stderr).toContain('the bot makes its embeddings later');
  server.asked = [];
  const second = await precedent.run(['import', folder, '--approve', '--json'], { env });
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(server.asked).toHaveLength(1);
  expect(server.asked[0]?.body.input.length).toBeGreaterThanOrEqual(approved);
  const found = await precedent.run(['search', 'checkout returns HTTP 503', '--json'], { env });
  expect((JSON.parse(found.stdout) as { silent: boolean }).silent).toBe(false);
  expect(`${first.stderr}${found.stderr}`).not.toContain('planted-key');
}, 120_000);

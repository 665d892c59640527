import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { embedderOf } from '../../src/app/open-embedder.ts';
import { readConfig } from '../../src/config.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../embed/embedding-server.ts';

let server: EmbeddingServer;
beforeAll(async () => {
  server = await startEmbeddingServer();
});
beforeEach(() => Object.assign(server, { asked: [], faults: [], forever: false, delayMs: 0 }));
afterAll(() => server.close());

function configured(env: Record<string, string>, known?: (source: string) => Promise<number | null>) {
  return embedderOf(readConfig(env).embedder, known);
}

const service = () => ({
  PRECEDENT_EMBEDDER: 'openai',
  PRECEDENT_EMBEDDER_URL: server.url,
  PRECEDENT_EMBEDDER_MODEL: 'new',
});

describe('the configured embedder', () => {
  it('is the built-in one unless another is set', async () => {
    expect((await configured({})).model).toBe('semantic:use-lite-1:512');
    expect((await configured({ PRECEDENT_EMBEDDER: 'lexical' })).model).toBe('lexical-2');
    expect(server.asked).toEqual([]);
  });

  it('is asked once how long its vectors are, unless that is set', async () => {
    expect((await configured(service())).model).toBe('openai:new:8');
    expect(server.asked).toHaveLength(1);
    server.asked = [];
    const shorter = await configured({ ...service(), PRECEDENT_EMBEDDER_DIMENSIONS: '4' });
    expect(shorter.model).toBe('openai:new:4');
    expect(server.asked).toEqual([]);
    expect(await shorter.embed(['a'], 'document')).toHaveLength(1);
    expect(server.asked[0]?.body.dimensions).toBe(4);
  });

  it('starts without its service when the library knows the length, and says what is wrong when it does not', async () => {
    const away = { status: 401 };
    server.faults = [away, away];
    const embedder = await configured(service(), async (source) => (source === 'openai:new' ? 8 : null));
    expect(embedder.model).toBe('openai:new:8');
    await expect(configured(service(), async () => null)).rejects.toThrow('PRECEDENT_EMBEDDER_KEY');
  });

  it('says what to install for a model in this process', async () => {
    await expect(configured({ PRECEDENT_EMBEDDER: 'transformers' })).rejects.toThrow(
      'npm install @huggingface/transformers',
    );
  });
});

describe('an earlier embedder', () => {
  it('is asked at the configured service by its own name, at its own length', async () => {
    const embedder = await configured({ ...service(), PRECEDENT_EMBEDDER_DIMENSIONS: '4' });
    for (const [model, dimensions] of [
      ['openai:old:8', undefined],
      ['openai:new:6', 6],
    ] as const) {
      const earlier = embedder.earlier?.(model);
      expect(earlier?.model).toBe(model);
      const [vector] = (await earlier?.embed(['a'], 'query')) ?? [];
      expect(vector).toHaveLength(dimensions ?? 8);
      expect(server.asked.at(-1)?.body).toMatchObject({ model: model.split(':')[1] });
      expect(server.asked.at(-1)?.body.dimensions).toBe(dimensions);
    }
  });

  it('is the built-in one always, and a service only while its address or key is set', async () => {
    const embedder = await configured(service());
    expect(embedder.earlier?.('lexical-2')?.model).toBe('lexical-2');
    const back = await configured({});
    expect(back.earlier?.('openai:new:8')).toBeNull();
    const stillSet = await configured({ PRECEDENT_EMBEDDER_URL: server.url });
    expect(stillSet.earlier?.('openai:new:8')?.model).toBe('openai:new:8');
    expect(stillSet.earlier?.('somebody:else')).toBeNull();
  });

  it('is not asked when its documents stood behind a prefix that is not set any more', async () => {
    const prefixed = await configured({ ...service(), PRECEDENT_EMBEDDER_DOCUMENT_PREFIX: 'passage: ' });
    const plain = await configured(service());
    expect(prefixed.model).toMatch(/^openai:new\+[0-9a-f]{6}:8$/);
    expect(plain.earlier?.(prefixed.model)).toBeNull();
    await prefixed.earlier?.(plain.model)?.embed(['a'], 'document');
    expect(server.asked.at(-1)?.body.input).toEqual(['a']);
  });

  it('is left alone for a minute once it failed', async () => {
    const embedder = await configured(service());
    server.faults = [{ status: 404 }];
    await expect(embedder.earlier?.('openai:old:8')?.embed(['a'], 'query')).rejects.toThrow('404');
    expect(embedder.earlier?.('openai:old:8')).toBeNull();
    expect(embedder.earlier?.('openai:older:8')).not.toBeNull();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOpenAiSource, type OpenAiOptions } from '../../src/embed/openai.ts';
import { measureDimensions, sizedEmbedder } from '../../src/embed/sized-embedder.ts';
import { PrecedentError } from '../../src/errors.ts';
import { describeError } from '../../src/log.ts';
import { type EmbeddingServer, startEmbeddingServer, vectorOf } from './embedding-server.ts';

const key = 'planted-embedder-key';
const secret = 'the words of the incident';

let server: EmbeddingServer;
beforeAll(async () => {
  server = await startEmbeddingServer();
});
beforeEach(() => Object.assign(server, { asked: [], faults: [], forever: false, delayMs: 0 }));
afterAll(() => server.close());

function source(more: Partial<OpenAiOptions> = {}) {
  return createOpenAiSource({
    baseUrl: server.url,
    apiKey: key,
    model: 'nomic-embed-text',
    dimensions: null,
    prefixes: { query: '', document: '' },
    ...more,
  });
}

/** The refusal as our own error, in which neither the words nor the key may stand. */
async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PrecedentError);
  if (!(error instanceof PrecedentError)) return '';
  expect(error.code).toBe('model');
  const all = `${error.message} ${error.stack} ${String(error.cause)} ${JSON.stringify(describeError(error))}`;
  for (const word of [secret, key]) expect(all).not.toContain(word);
  return error.message;
}

describe('createOpenAiSource', () => {
  it('asks for 64 texts at a time and gives the vectors back in the order asked', async () => {
    const texts = Array.from({ length: 150 }, (_, number) => `text number ${number} of many`);
    const vectors = await source().embed(texts, 'document');
    expect(server.asked.map(({ body }) => body.input.length)).toEqual([64, 64, 22]);
    expect(vectors).toEqual(texts.map((text) => vectorOf(text, 8)));
    expect(server.asked[0]).toMatchObject({
      path: '/v1/embeddings',
      headers: { authorization: `Bearer ${key}` },
    });
    expect(server.asked[0]?.body).toEqual({ model: 'nomic-embed-text', input: texts.slice(0, 64) });
  });

  it('sends no key when there is none, dimensions when they are set, and takes a URL with a slash at its end', async () => {
    await source({ apiKey: null, dimensions: 4, baseUrl: `${server.url}/` }).embed(['a'], 'query');
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
    expect(server.asked[0]?.body.dimensions).toBe(4);
    expect(server.asked[0]?.path).toBe('/v1/embeddings');
  });

  it('writes the prefix that the model wants, and names the model apart for a document prefix', async () => {
    const prefixes = { query: 'query: ', document: 'passage: ' };
    await source({ prefixes }).embed(['a'], 'query');
    await source({ prefixes }).embed(['b'], 'document');
    expect(server.asked.map(({ body }) => body.input)).toEqual([['query: a'], ['passage: b']]);
    const names = [source(), source({ prefixes }), source({ prefixes: { ...prefixes, document: 'doc: ' } })];
    expect(new Set(names.map(({ name }) => name)).size).toBe(3);
  });

  it('tries again after a 429 as late as it is told to, and after a 503', async () => {
    server.faults = [{ status: 429, headers: { 'retry-after': '2' } }, { status: 503 }];
    const started = performance.now();
    expect(await source().embed(['a'], 'document')).toHaveLength(1);
    expect(performance.now() - started).toBeGreaterThan(1_990);
    expect(server.asked).toHaveLength(3);
  });

  it('gives up after four tries', async () => {
    server.faults = [{ status: 500, body: { error: secret }, headers: { 'retry-after-ms': '1' } }];
    server.forever = true;
    expect(await failure(source().embed([secret], 'document'))).toContain('answered 500');
    expect(server.asked).toHaveLength(4);
  });

  it.each([
    [400, 'PRECEDENT_EMBEDDER_DIMENSIONS'],
    [401, 'PRECEDENT_EMBEDDER_KEY'],
    [404, 'PRECEDENT_EMBEDDER_URL'],
  ])('does not repeat what was answered with %i, and says what to check', async (status, setting) => {
    server.faults = [{ status, body: { error: { message: `${secret} ${key}` } } }];
    const failureText = await failure(source().embed([secret], 'document'));
    expect(failureText).toContain(String(status));
    expect(failureText).toContain(setting);
    expect(server.asked).toHaveLength(1);
  });

  it('holds no query up for longer than it may take, retries included', async () => {
    server.delayMs = 3_000;
    const started = performance.now();
    expect(await failure(source({ queryMs: 200 }).embed([secret], 'query'))).toContain('in time');
    server.delayMs = 0;
    server.faults = [{ status: 429, headers: { 'retry-after': '30' } }];
    expect(await failure(source({ queryMs: 200 }).embed([secret], 'query'))).toContain('429');
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it('takes a second try for a query when there is time', async () => {
    server.faults = [{ status: 503, headers: { 'retry-after-ms': '10' } }];
    expect(await source().embed(['a'], 'query')).toHaveLength(1);
  });

  it('says when nobody is there', async () => {
    const away = source({ baseUrl: 'http://127.0.0.1:9/v1', queryMs: 300 });
    expect(await failure(away.embed([secret], 'query'))).toContain('PRECEDENT_EMBEDDER_URL');
  });

  it.each([
    ['another shape', { embeddings: [[1, 2]] }],
    ['fewer vectors than asked', { data: [] }],
    ['no numbers', { data: [{ index: 0, embedding: 'AAAA' }] }],
  ])('refuses an answer with %s', async (_, body) => {
    server.faults = [{ body }];
    expect(await failure(source().embed([secret], 'document'))).toContain('shape');
  });

  it('does not follow the service to another place', async () => {
    server.faults = [{ status: 307, headers: { location: `${server.url}/elsewhere` } }];
    expect(await failure(source({ queryMs: 100 }).embed([secret], 'query'))).toContain(
      'PRECEDENT_EMBEDDER_URL',
    );
    expect(server.asked.every(({ path }) => path === '/v1/embeddings')).toBe(true);
  });
});

describe('sizedEmbedder', () => {
  it('names the model with its dimensions and gives vectors of unit length', async () => {
    expect(await measureDimensions(source())).toBe(8);
    const embedder = sizedEmbedder(source(), 8);
    expect(embedder.model).toBe('openai:nomic-embed-text:8');
    const [vector = []] = await embedder.embed(['connection pool exhausted'], 'document');
    expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
  });

  it('refuses vectors of other dimensions, and what has no direction', async () => {
    expect(await failure(sizedEmbedder(source(), 16).embed([secret], 'document'))).toContain(
      '8 dimensions where 16',
    );
    server.faults = [{ body: { data: [{ index: 0, embedding: [0, 0] }] } }];
    expect(await failure(sizedEmbedder(source(), 2).embed([secret], 'document'))).toContain('direction');
  });
});

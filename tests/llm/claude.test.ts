import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PrecedentError } from '../../src/errors.ts';
import { type ClaudeOptions, createClaude } from '../../src/llm/claude.ts';
import type { TokensSpent } from '../../src/llm/model.ts';
import { claudeServer, claudeUrl, errorOf, messageOf } from '../capture/model/claude-server.ts';
import { startClaude } from './claude-address.ts';

const { server, state } = claudeServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  state.answers = [];
  state.asked = [];
  spent.length = 0;
});
afterAll(() => server.close());

const secret = 'the words of the thread';
const spent: TokensSpent[] = [];
const ask = (timeoutMs?: number, at: Partial<ClaudeOptions> = {}) =>
  // Made after the server listens: the client keeps the fetch that it finds.
  createClaude({ apiKey: 'test-key', baseUrl: claudeUrl, ...at }).structured({
    purpose: 'check',
    system: 'rules',
    prompt: secret,
    schema: z.object({ answer: z.number() }),
    maxTokens: 64,
    cacheSystem: true,
    onSpent: (tokens) => spent.push(tokens),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });

/** The refusal as our own error, which must hold nothing of the thread. */
async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PrecedentError);
  if (!(error instanceof PrecedentError)) return '';
  expect(error.code).toBe('model');
  expect(`${error.message} ${String(error.cause)}`).not.toContain(secret);
  return error.message;
}

describe('createClaude', () => {
  it('gives back the answer in the asked shape, and asks for the system prompt to be kept', async () => {
    state.answers = [messageOf({ answer: 4 })];
    expect(await ask()).toEqual({ answer: 4 });
    expect(state.asked[0]).toMatchObject({
      model: 'claude-sonnet-5-5',
      max_tokens: 64,
      system: [{ type: 'text', text: 'rules', cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: secret }],
      output_config: { format: { type: 'json_schema', schema: { type: 'object' } } },
    });
  });

  it('asks once more after a 429 and takes that answer', async () => {
    state.answers = [errorOf(429, 'rate_limit_error'), messageOf({ answer: 5 })];
    expect(await ask()).toEqual({ answer: 5 });
    expect(state.asked).toHaveLength(2);
  });

  it('gives up after one retry when the service keeps failing', async () => {
    state.answers = [errorOf(500, 'api_error', secret)];
    expect(await failure(ask())).toContain('500');
    expect(state.asked).toHaveLength(2);
  });

  it('names the key when the service does not know it', async () => {
    state.answers = [errorOf(401, 'authentication_error')];
    expect(await failure(ask())).toContain('ANTHROPIC_API_KEY');
  });

  it.each([
    ['a refusal', messageOf(null, 'refusal'), 'declined'],
    ['an answer cut at the token limit', messageOf('{"answer":', 'max_tokens'), '64 tokens'],
    ['an answer that is no JSON', messageOf(`I cannot: ${secret}`), 'shape'],
    ['an answer of another shape', messageOf({ answer: secret }), 'shape'],
    ['an empty answer', messageOf(null), 'shape'],
  ])('turns %s into a model error without the text', async (_, answer, words) => {
    state.answers = [answer];
    expect(await failure(ask())).toContain(words);
  });

  it('does not wait longer than it was told to', async () => {
    state.answers = [{ ...messageOf({ answer: 1 }), delayMs: 2_000 }];
    expect(await failure(ask(30))).toContain('in time');
    expect(state.asked.length).toBeLessThanOrEqual(1);
  });

  it('does not try again within a time of its own, whatever wait the service asks for', async () => {
    state.answers = [
      { ...errorOf(529, 'overloaded_error'), headers: { 'retry-after': '20' } },
      messageOf({ answer: 1 }),
    ];
    const started = performance.now();
    expect(await failure(ask(5_000))).toContain('529');
    expect(performance.now() - started).toBeLessThan(4_500);
    expect(state.asked).toHaveLength(1);
  });

  it.each([
    ['an answer', messageOf({ answer: 4 })],
    ['a refusal', messageOf(null, 'refusal')],
    ['an answer cut short', messageOf('{"answer":', 'max_tokens')],
    ['an answer of another shape', messageOf({ answer: secret })],
  ])('tells what %s cost', async (_, answer) => {
    state.answers = [answer];
    await ask().catch(() => undefined);
    expect(spent).toEqual([{ input: 900, output: 200, cacheRead: 700, cacheWrite: 0 }]);
  });

  it('reckons with the input of a call that came to no end, and with nothing for one that was refused', async () => {
    state.answers = [{ ...messageOf({ answer: 1 }), delayMs: 2_000 }];
    await failure(ask(30));
    expect(spent).toEqual([{ input: expect.any(Number), output: 0, cacheRead: 0, cacheWrite: 0 }]);
    expect(spent[0]?.input).toBeGreaterThan(secret.length / 4);
    spent.length = 0;
    state.answers = [errorOf(401, 'authentication_error')];
    await failure(ask());
    expect(spent).toEqual([]);
  });
});

describe('createClaude, on a real socket', () => {
  // These speak to real servers; the one that plays Claude listens again for whoever comes after.
  beforeAll(() => server.close());
  afterAll(() => server.listen({ onUnhandledFrame: 'error' }));

  it.each([100, undefined])('ends a call whose answer begins and never ends (own time: %s)', async (own) => {
    const claude = await startClaude((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":');
    });
    expect(await failure(ask(own, { baseUrl: claude.url, timeoutMs: 100 }))).toContain('in time');
    expect(spent).toEqual([{ input: expect.any(Number), output: 0, cacheRead: 0, cacheWrite: 0 }]);
    await claude.close();
  });

  it('follows no redirection with the words of a thread', async () => {
    const elsewhere = await startClaude();
    const moved = await startClaude((response) => {
      response.writeHead(307, { location: `${elsewhere.url}/v1/messages` }).end();
    });
    expect(await failure(ask(undefined, { baseUrl: moved.url }))).toContain('ANTHROPIC_BASE_URL');
    expect(elsewhere.asked).toEqual([]);
    await moved.close();
    await elsewhere.close();
  });
});

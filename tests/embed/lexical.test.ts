import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicalEmbedder } from '../../src/embed/lexical.ts';
import { cpuMs } from '../setup/cpu-ms.ts';

async function embed(text: string): Promise<number[]> {
  const [vector = []] = await lexicalEmbedder.embed([text], 'query');
  return vector;
}

async function nearness(a: string, b: string): Promise<number> {
  const [x, y] = await Promise.all([embed(a), embed(b)]);
  return x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
}

describe('the lexical embedder', () => {
  it('gives vectors of unit length and its own number of dimensions, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const vector = await embed(text);
        expect(vector).toHaveLength(lexicalEmbedder.dimensions);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 3);
      }),
    );
  });

  it('says the same of the same text, alone or among others', async () => {
    const texts = ['redis pool exhausted', 'certificate expired', 'redis pool exhausted'];
    const together = await lexicalEmbedder.embed(texts, 'document');
    expect(together).toHaveLength(3);
    expect(together[0]).toEqual(together[2]);
    expect(together[1]).toEqual(await embed('certificate expired'));
  });

  it('puts the same trouble in other words nearer than another trouble', async () => {
    const problem = 'redis connection pool exhausted in checkout';
    const same = await nearness(problem, 'checkout: connections of the redis pool are exhausted');
    const other = await nearness(problem, 'TLS certificate of the ingress expired');
    expect(same).toBeGreaterThan(0.5);
    expect(other).toBeLessThan(0.3);
  });

  it('puts near what is written together, apart or with a dash', async () => {
    expect(await nearness('healthcheck', 'health-check')).toBeGreaterThan(0.3);
    expect(await nearness('healthcheck', 'health-check')).toBeGreaterThan(
      await nearness('healthcheck', 'certificate'),
    );
  });

  it('gives a text without a word a direction of its own', async () => {
    const empty = await embed('');
    expect(empty).toEqual(await embed('🔥 !!!'));
    expect(Math.abs(await nearness('', 'redis connection pool exhausted'))).toBeLessThan(0.3);
  });

  it('reads 40,000 characters in a moment', async () => {
    const words = Array.from({ length: 6_000 }, (_, index) => `w${index}x`);
    expect(await cpuMs(() => embed(words.join(' ').slice(0, 40_000)))).toBeLessThan(3_000);
  });
});

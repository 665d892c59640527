import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { semanticEmbedder } from '../../src/embed/semantic.ts';

const embed = (...texts: string[]) => semanticEmbedder.embed(texts, 'query');
const cosine = (a: number[] = [], b: number[] = []) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

describe('the semantic embedder', () => {
  it('puts what means the same nearer than what does not, whatever its words and its case', async () => {
    const [lag, delay, disk, shouted] = await embed(
      'replica lag on the orders database',
      'replication delay on the orders db',
      'the office printer is out of paper',
      'REPLICA LAG ON THE ORDERS DATABASE',
    );
    expect(cosine(lag, delay)).toBeGreaterThan(cosine(lag, disk) + 0.1);
    expect(cosine(lag, shouted)).toBeCloseTo(1, 5);
  });

  it('gives unit vectors of its length for any text, in the order asked', async () => {
    const texts = ['', ' ', '🔥🔥', 'x'.repeat(50_000), 'données corrompues', '\u0000', 'disk full'];
    const together = await embed(...texts);
    for (const vector of together) {
      expect(vector).toHaveLength(semanticEmbedder.dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
    const [alone] = await embed('disk full');
    expect(cosine(together.at(-1), alone)).toBeCloseTo(1, 4);
  });

  it('keeps no event waiting while it works through a burst', async () => {
    await embed('warm');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await embed(...Array.from({ length: 100 }, (_, number) => `pod ${number} of checkout is crash looping`));
    delay.disable();
    // In this thread it would be a second: nanoseconds.
    expect(delay.percentile(90) / 1e6).toBeLessThan(200);
  });

  it('answers nothing for nothing', async () => {
    expect(await embed()).toEqual([]);
  });
});

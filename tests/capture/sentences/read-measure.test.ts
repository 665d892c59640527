import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goodMeasures, problemMeasures } from '../../../src/capture/lexicon/measures.ts';
import { readMeasure } from '../../../src/capture/sentences/read-measure.ts';
import { cpuMs } from '../../setup/cpu-ms.ts';

describe('two figures of one measure', () => {
  it.each([
    ['errors 17 -> 6%', 'partial'],
    ['p99 from 4s to 300ms', 'worked'],
    ['latency 300ms → 2s', 'made_worse'],
    ['loss 22 to 22%', 'no_effect'],
    ['queue 52k -> 0', 'worked'],
    ['success rate 29% -> 71%', 'partial'],
    ['ack rate 3 -> 99%', 'worked'],
    ['success up to 70 or so', 'partial'],
    ['availability is back up to 99%', 'worked'],
    ['the default timeout was raised from 3s to 30s', null],
    ['memory limit 1Gi -> 2Gi', null],
    ['errors since 10:15', null],
    ['4.0.0 changelog: "errors 17 -> 6"', null],
  ])('in "%s" mean %s', (sentence, meaning) => {
    expect(readMeasure(sentence)).toBe(meaning);
  });

  it('say the opposite of a measure of trouble and of a good one', () => {
    const words = (measures: readonly string[]) =>
      fc.constantFrom(...measures.filter((measure) => /^[a-z]+s?$/.test(measure)));
    const figures = fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }));
    fc.assert(
      fc.property(words(problemMeasures), words(goodMeasures), figures, (bad, good, [from, to]) => {
        fc.pre(from !== to);
        const [worse, better] = from < to ? [bad, good] : [good, bad];
        expect(readMeasure(`${worse} ${from} -> ${to}`)).toBe('made_worse');
        expect(['partial', 'worked']).toContain(readMeasure(`${better} ${from} -> ${to}`));
      }),
    );
  });

  it('are looked for in any text in time', async () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (text) => {
        expect(['worked', 'partial', 'no_effect', 'made_worse', null]).toContain(readMeasure(text));
      }),
    );
    const cost = await cpuMs(() => {
      readMeasure(`errors ${'1 to '.repeat(5_000)}`);
      readMeasure(`queue ${'to 1,'.repeat(5_000)}`);
    });
    expect(cost).toBeLessThan(500);
  });
});

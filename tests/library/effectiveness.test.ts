import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectivenessOf, noVerdicts } from '../../src/library/effectiveness.ts';

const counts = fc.record({
  worked: fc.nat({ max: 10_000 }),
  partial: fc.nat({ max: 10_000 }),
  failed: fc.nat({ max: 10_000 }),
});

describe('effectivenessOf', () => {
  it('stays strictly between 0 and 1, and keeps the counts', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { score, ...kept } = effectivenessOf(given);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThan(1);
        expect(kept).toEqual(given);
      }),
    );
  });

  it('never falls with one more that worked, and never rises with one more that failed', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { score } = effectivenessOf(given);
        expect(effectivenessOf({ ...given, worked: given.worked + 1 }).score).toBeGreaterThan(score);
        expect(effectivenessOf({ ...given, failed: given.failed + 1 }).score).toBeLessThan(score);
      }),
    );
  });

  it('puts one more partial between one more that failed and one more that worked', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const partial = effectivenessOf({ ...given, partial: given.partial + 1 }).score;
        expect(partial).toBeGreaterThan(effectivenessOf({ ...given, failed: given.failed + 1 }).score);
        expect(partial).toBeLessThan(effectivenessOf({ ...given, worked: given.worked + 1 }).score);
      }),
    );
  });

  it('says one half of a solution that nobody spoke of', () => {
    expect(effectivenessOf(noVerdicts).score).toBe(0.5);
  });

  it('is the posterior mean of a uniform prior', () => {
    expect(effectivenessOf({ worked: 7, partial: 0, failed: 1 }).score).toBeCloseTo(8 / 10, 10);
    expect(effectivenessOf({ worked: 1, partial: 1, failed: 0 }).score).toBeCloseTo(2.5 / 4, 10);
  });
});

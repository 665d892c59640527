import fc from 'fast-check';
import { expect, it } from 'vitest';
import { confidenceOf } from '../../src/match/confidence.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const agreement = fc.constantFrom(-1, 0, 1);
const signals = fc.record({
  titleCovered: share,
  titleRecalled: share,
  covered: share,
  cosine: share,
  signatures: share,
  service: agreement,
  environment: agreement,
  shared: share,
});

it('is a probability, and never grows with the library: among many, some are near by chance', () => {
  fc.assert(
    fc.property(signals, fc.nat(1_000_000), fc.nat(1_000_000), (given, a, b) => {
      const [small, large] = a < b ? [a, b] : [b, a];
      const inSmall = confidenceOf(given, small);
      const inLarge = confidenceOf(given, large);
      expect(inSmall).toBeGreaterThan(0);
      expect(inSmall).toBeLessThan(1);
      expect(inLarge).toBeLessThanOrEqual(inSmall);
    }),
  );
});

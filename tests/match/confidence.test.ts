import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sigmoid } from '../../src/library/logistic.ts';
import { leadOf, logOddsOf } from '../../src/match/confidence.ts';

const confidenceOf = (...given: Parameters<typeof logOddsOf>) => sigmoid(logOddsOf(...given));

const candidate = fc
  .record({
    strength: fc.double({ min: 0, max: 20, noNaN: true }),
    other: fc.double({ min: 0, max: 20, noNaN: true }),
    titleCovered: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ strength, other, titleCovered }) => ({ strength, titleCovered, lead: leadOf(strength, other) }));
const library = fc.integer({ min: 1, max: 1_000_000 });

it('is a probability, whatever the candidate and the library', () => {
  fc.assert(
    fc.property(candidate, library, (given, size) => {
      const confidence = confidenceOf(given, size);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
    }),
  );
});

it('never falls when a candidate is stronger, leads by more, or has more of the title', () => {
  const more = fc.double({ min: 0, max: 3, noNaN: true });
  fc.assert(
    fc.property(candidate, library, more, (given, size, plus) => {
      // Sums of other numbers round otherwise: by a few of the last digits, which is no fall.
      const confidence = confidenceOf(given, size) * (1 - 1e-12);
      expect(confidenceOf({ ...given, strength: given.strength + plus }, size)).toBeGreaterThanOrEqual(
        confidence,
      );
      expect(confidenceOf({ ...given, lead: given.lead + plus }, size)).toBeGreaterThanOrEqual(confidence);
      const titleCovered = Math.min(1, given.titleCovered + plus / 3);
      expect(confidenceOf({ ...given, titleCovered }, size)).toBeGreaterThanOrEqual(confidence);
    }),
  );
});

it('asks for more in a larger library: among many, some sound alike by chance', () => {
  const alike = { strength: 9, lead: 2, titleCovered: 0.8 };
  const confidences = [20, 200, 2_000, 20_000, 200_000].map((size) => confidenceOf(alike, size));
  expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  expect(new Set(confidences).size).toBe(5);
});

it('takes who stands alone for no surer than who leads over something unrelated', () => {
  expect(leadOf(1, 0)).toBeLessThan(0);
  expect(leadOf(8, 0)).toBe(leadOf(8, 2));
});

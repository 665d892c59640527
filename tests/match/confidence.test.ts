import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sigmoid } from '../../src/library/logistic.ts';
import { type CalibrationInput, calibrations, leadOf, logOddsOf } from '../../src/match/confidence.ts';

const { semantic } = calibrations;
const confidenceOf = (given: CalibrationInput, library: number) =>
  sigmoid(logOddsOf(given, library, semantic));
const lead = (strength: number, other: number) => leadOf(strength, other, semantic.unrelatedStrength);

const candidate = fc
  .record({
    strength: fc.double({ min: 0, max: 40, noNaN: true }),
    other: fc.double({ min: 0, max: 40, noNaN: true }),
    service: fc.constantFrom(-1, 0, 1),
    subjectMissing: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ other, ...given }) => ({ ...given, lead: lead(given.strength, other) }));
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

it('never falls when a candidate is stronger, leads by more, or is nearer to the service', () => {
  const more = fc.double({ min: 0, max: 3, noNaN: true });
  fc.assert(
    fc.property(candidate, library, more, (given, size, plus) => {
      // Sums of other numbers round otherwise: by a few of the last digits, which is no fall.
      const confidence = confidenceOf(given, size) * (1 - 1e-12);
      const least = (changed: Partial<CalibrationInput>) =>
        expect(confidenceOf({ ...given, ...changed }, size)).toBeGreaterThanOrEqual(confidence);
      least({ strength: given.strength + plus });
      least({ lead: given.lead + plus });
      least({ service: Math.min(1, given.service + plus) });
      least({ subjectMissing: Math.max(0, given.subjectMissing - plus) });
    }),
  );
});

it('asks for more in a larger library: among many, some sound alike by chance', () => {
  const alike = { strength: 18, lead: 4, service: 0, subjectMissing: 0 };
  const confidences = [20, 200, 2_000, 20_000, 200_000].map((size) => confidenceOf(alike, size));
  expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  expect(new Set(confidences).size).toBe(5);
});

it('takes who stands alone for no surer than who leads over something unrelated', () => {
  expect(lead(1, 0)).toBeLessThan(0);
  expect(lead(15, 0)).toBe(lead(15, 2));
});

it('is never sure of another service with the same error and nothing else', () => {
  const otherService = { strength: 16, lead: 4, service: -1, subjectMissing: 1 };
  expect(confidenceOf(otherService, 100)).toBeLessThan(0.3);
});

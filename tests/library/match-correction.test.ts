import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../bench/seeded-random.ts';
import { sigmoid } from '../../src/library/logistic.ts';
import {
  correctedConfidence,
  fitMatchCorrection,
  type JudgedPrecedent,
  type ShownEvidence,
} from '../../src/library/match-correction.ts';

const sign = fc.constantFrom(-1, 0, 1);
const part = fc.double({ min: 0, max: 1, noNaN: true });
const evidence: fc.Arbitrary<ShownEvidence> = fc.record({
  logOdds: fc.double({ min: -8, max: 8, noNaN: true }),
  signatures: part,
  service: sign,
  environment: sign,
  recent: part,
  meaning: part,
  effective: fc.double({ min: -1, max: 1, noNaN: true }),
});
const judgement: fc.Arbitrary<JudgedPrecedent> = fc.record({
  incidentId: fc.integer({ min: 1, max: 60 }).map((id) => `inc_${id}`),
  worked: fc.boolean(),
  shown: evidence,
});

/** A team's verdicts, two on each incident; `chance` is how probably a precedent worked. */
function verdictsOf(seed: number, count: number, chance: (shown: ShownEvidence) => number) {
  const random = seededRandom(seed);
  const oneOf = (values: number[]) => values[Math.floor(random() * values.length)] ?? 0;
  return Array.from({ length: count }, (_, at): JudgedPrecedent => {
    const shown = {
      logOdds: random() * 3 - 0.5,
      signatures: oneOf([0, 0.5, 1]),
      service: oneOf([-1, 0, 1]),
      environment: oneOf([-1, 0, 1]),
      recent: random(),
      meaning: random() * 0.3,
      effective: random() - 0.3,
    };
    return { incidentId: `inc_${Math.floor(at / 2)}`, worked: random() < chance(shown), shown };
  });
}
const seeds = Array.from({ length: 60 }, (_, at) => at + 1);
const byDefault = (shown: ShownEvidence) => sigmoid(shown.logOdds);
const byService = (shown: ShownEvidence) => [0.05, 0.6, 0.95][shown.service + 1] ?? 0;

describe('what a team’s verdicts make of the default weights', () => {
  it('is a probability for any evidence, and is kept only if held-back verdicts are foretold better', () => {
    let kept = 0;
    fc.assert(
      fc.property(fc.array(judgement, { minLength: 40, maxLength: 90 }), evidence, (judged, asked) => {
        const fit = fitMatchCorrection(judged);
        const confidence = correctedConfidence(fit.correction, asked);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        if (fit.correction === null) {
          expect(confidence).toBe(byDefault(asked));
        } else {
          kept += 1;
          expect(fit.lossCorrected).toBeLessThan(fit.lossDefault ?? 0);
        }
      }),
      { numRuns: 50 },
    );
    expect(kept).toBeGreaterThan(0);
  });

  it('is nothing where the default is right already', () => {
    const fits = seeds.map((seed) => fitMatchCorrection(verdictsOf(seed, 200, byDefault)));
    expect(fits.every(({ lossCorrected }) => lossCorrected !== null)).toBe(true);
    const kept = fits.flatMap(({ correction }) => correction ?? []);
    expect(kept.length).toBeLessThanOrEqual(4);
    // The few that chance lets through move little.
    for (const { shown } of verdictsOf(99, 50, byDefault)) {
      for (const correction of kept) {
        expect(Math.abs(correctedConfidence(correction, shown) - byDefault(shown))).toBeLessThan(0.25);
      }
    }
  });

  it('is kept where fixes of the same service work and others fail, and is better on verdicts it never saw', () => {
    const lossOf = (judged: JudgedPrecedent[], confidence: (shown: ShownEvidence) => number) =>
      judged.reduce(
        (sum, { worked, shown }) => sum - Math.log(worked ? confidence(shown) : 1 - confidence(shown)),
        0,
      );
    for (const seed of seeds) {
      const { correction, lossDefault, lossCorrected } = fitMatchCorrection(verdictsOf(seed, 120, byService));
      expect(correction?.service).toBeGreaterThan(0.5);
      expect(lossCorrected).toBeLessThan((lossDefault ?? 0) * 0.9);
      const later = verdictsOf(seed + 1_000, 300, byService);
      expect(lossOf(later, (shown) => correctedConfidence(correction, shown))).toBeLessThan(
        lossOf(later, byDefault),
      );
    }
  });

  it('holds an incident’s verdicts back together: what only tells incidents apart teaches nothing', () => {
    const kept = seeds.filter((seed) => {
      // Ten incidents of eight verdicts, alike within each: to know the incident is to know the verdict.
      const incidents = verdictsOf(seed, 10, () => 0.5);
      const judged = incidents.flatMap((one, at) =>
        Array.from({ length: 8 }, () => ({
          ...one,
          incidentId: `inc_${at}`,
          shown: { ...one.shown, logOdds: 0 },
        })),
      );
      return fitMatchCorrection(judged).correction !== null;
    });
    expect(kept.length).toBeLessThan(seeds.length / 4);
  });

  it('finds its way where the default was very sure, and mostly wrong', () => {
    const judged = verdictsOf(5, 61, (shown) => (shown.service === 1 ? 0.95 : 0.05)).map((each) => ({
      ...each,
      shown: { ...each.shown, logOdds: 7 },
    }));
    const { correction, lossDefault, lossCorrected } = fitMatchCorrection(judged);
    expect(correction).not.toBeNull();
    expect(lossCorrected).toBeLessThan((lossDefault ?? 0) / 3);
  });

  it('waits for 40 verdicts, 8 of each kind', () => {
    const all = verdictsOf(3, 400, byService);
    const worked = all.filter((each) => each.worked);
    const failed = all.filter((each) => !each.worked);
    const fitOf = (good: number, bad: number) =>
      fitMatchCorrection([...worked.slice(0, good), ...failed.slice(0, bad)]);
    for (const fit of [fitOf(20, 19), fitOf(60, 7), fitOf(7, 60), fitOf(0, 0)]) {
      expect(fit).toMatchObject({ correction: null, lossDefault: null, lossCorrected: null });
    }
    expect(fitOf(20, 19).labelled).toBe(39);
    expect(fitOf(32, 8).lossDefault).not.toBeNull();
  });
});

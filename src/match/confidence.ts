import type { Signals } from './signals.ts';

/**
 * How much each signal adds to a candidate's strength, by which candidates are ranked. The first three are fitted
 * (`npm run bench -- fit`, docs/benchmarks.md); the benchmark knows nothing of the others, which are set by hand.
 */
export const strengthWeights: Readonly<Record<keyof Signals, number>> = {
  alike: 8.24,
  titleCovered: 4.14,
  titleRecalled: 4.26,
  signatures: 1.2,
  service: 1,
  environment: 0.2,
  meaning: 4,
  recent: 0.6,
  effective: 0.5,
};

/** Fitted log-odds that the candidate is the same problem, given its strength and its lead over the next one. */
export const calibration = {
  bias: -3.218,
  strength: 0.278,
  lead: 0.776,
  /** Of titleCovered⁴: a title found whole says more than its parts. */
  wholeTitle: 0.49,
  /** These count per tenfold library, from 100 solutions: among many, some are strong by chance. */
  tenfold: -0.206,
  strengthTenfold: -0.088,
  leadTenfold: -0.163,
};

/** The sum of the signals, each times its weight. */
export function strengthOf(signals: Signals, weights = strengthWeights): number {
  let strength = 0;
  for (const [name, weight] of Object.entries(weights) as [keyof Signals, number][]) {
    strength += weight * signals[name];
  }
  return strength;
}

/** The strongest of unrelated solutions among some hundred: who stands alone in a small library leads over this. */
const unrelatedStrength = 3.5;
const leadRange = { min: -3, max: 4 };

/** How far a candidate is ahead of the strongest other; in [−3, 4]. */
export function leadOf(strength: number, strongestOther: number): number {
  return Math.min(
    leadRange.max,
    Math.max(leadRange.min, strength - Math.max(unrelatedStrength, strongestOther)),
  );
}

/** The sizes of library that the calibration follows; a smaller one gets no credit, beyond each tenfold takes `beyond`. */
const calibratedSizes = { from: 100, to: 2_500 };
const largeLibraryPenalty = 0.6;

/** What `confidenceOf` weighs, in its terms; `library` is how many solutions were searched. */
export function calibrationInputs(
  given: { strength: number; lead: number; titleCovered: number },
  library: number,
): Record<Exclude<keyof typeof calibration, 'bias'>, number> {
  const tenfold = Math.log10(Math.min(calibratedSizes.to, Math.max(calibratedSizes.from, library)) / 100);
  return {
    strength: given.strength,
    lead: given.lead,
    wholeTitle: given.titleCovered ** 4,
    tenfold,
    strengthTenfold: given.strength * tenfold,
    leadTenfold: given.lead * tenfold,
  };
}

/** The log-odds that a person would call the two the same problem. */
export function logOddsOf(
  given: { strength: number; lead: number; titleCovered: number },
  library: number,
): number {
  let logOdds =
    calibration.bias - largeLibraryPenalty * Math.log10(Math.max(1, library / calibratedSizes.to));
  for (const [name, value] of Object.entries(calibrationInputs(given, library))) {
    logOdds += calibration[name as keyof typeof calibration] * value;
  }
  return logOdds;
}

import type { Signals } from './signals.ts';

/**
 * How much each signal adds to a candidate's strength, by which candidates are ranked; fitted on labelled incidents
 * (`npm run bench -- incidents --fit`, docs/benchmarks.md), but for age and verdicts, of which those know nothing.
 */
export const strengthWeights: Readonly<Record<keyof Signals, number>> = {
  words: 28.3,
  alike: 0,
  titleCovered: 0,
  titleRecalled: 1.53,
  signatures: 2.03,
  genericSignatures: 2.27,
  service: 0.41,
  subjectMissing: -1.14,
  environment: 1.55,
  meaning: 4.84,
  passages: 11.1,
  recent: 0.6,
  effective: 0.5,
};

/** Fitted log-odds that the candidate is the same problem. */
export type Calibration = {
  bias: number;
  strength: number;
  /** How far it is ahead of the strongest other problem. */
  lead: number;
  /** Another service is another problem, unless much else says otherwise. */
  service: number;
  subjectMissing: number;
  /** The strongest of what is unrelated has so much: who stands alone in a small library leads over this. */
  unrelatedStrength: number;
};

/** With an embedder that knows meaning, and with words alone: the same candidate is stronger with one. */
export const calibrations: Readonly<Record<'semantic' | 'lexical', Calibration>> = {
  semantic: {
    bias: -4.421,
    strength: 0.151,
    lead: 0.404,
    service: 0.993,
    subjectMissing: -0.96,
    unrelatedStrength: 8.47,
  },
  lexical: {
    bias: -3.258,
    strength: 0.098,
    lead: 0.497,
    service: 1.095,
    subjectMissing: -1.17,
    unrelatedStrength: 2.24,
  },
};

/** These count per tenfold library, from 100 solutions on: among many, some are strong by chance. */
const tenfoldPenalty = { bias: 0.35, lead: 0.05 };
const calibratedFrom = 100;
const leadRange = { min: -3, max: 8 };

/** The sum of the signals, each times its weight. */
export function strengthOf(signals: Signals, weights = strengthWeights): number {
  let strength = 0;
  for (const [name, weight] of Object.entries(weights) as [keyof Signals, number][]) {
    strength += weight * signals[name];
  }
  return strength;
}

/** How far a candidate is ahead of the strongest other; in [−3, 8]. */
export function leadOf(strength: number, strongestOther: number, unrelatedStrength: number): number {
  const lead = strength - Math.max(unrelatedStrength, strongestOther);
  return Math.min(leadRange.max, Math.max(leadRange.min, lead));
}

/** What the log-odds are made of. */
export type CalibrationInput = { strength: number; lead: number; service: number; subjectMissing: number };

/** The log-odds that a person would call the two the same problem; `library` is how many were searched. */
export function logOddsOf(given: CalibrationInput, library: number, calibration: Calibration): number {
  const tenfold = Math.log10(Math.max(calibratedFrom, library) / calibratedFrom);
  const { bias, strength, lead, service, subjectMissing } = calibration;
  return (
    bias -
    tenfoldPenalty.bias * tenfold +
    strength * given.strength +
    (lead - tenfoldPenalty.lead * Math.min(4, tenfold)) * given.lead +
    service * given.service +
    subjectMissing * given.subjectMissing
  );
}

import type { Signals } from './compare.ts';

/** Log-odds per unit of each signal; set by hand and held against the incident sets, see docs/benchmarks.md. */
const weights: Readonly<Record<keyof Signals, number>> = {
  titleCovered: 3.2,
  titleRecalled: 2.2,
  covered: 1.6,
  cosine: 2.6,
  alike: 0,
  signatures: 1.6,
  service: 0.7,
  environment: 0.15,
  shared: 2.4,
};
const bias = -5.4;

/** 0–1: how probable it is that a person would call the two the same trouble. */
export function confidenceOf(signals: Signals): number {
  let logOdds = bias;
  for (const [name, weight] of Object.entries(weights) as [keyof Signals, number][]) {
    logOdds += weight * signals[name];
  }
  return 1 / (1 + Math.exp(-logOdds));
}

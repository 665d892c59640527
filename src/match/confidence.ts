import type { Signals } from './compare.ts';

/** Log-odds per unit of each signal; set by hand and held against the incident sets, see docs/benchmarks.md. */
const weights: Readonly<Record<keyof Signals, number>> = {
  titleCovered: 3.2,
  titleRecalled: 2.2,
  covered: 1.6,
  cosine: 2.6,
  signatures: 1.6,
  service: 0.7,
  environment: 0.15,
  shared: 2.4,
};
const bias = -5.4;

/** Log-odds per tenfold library: among many solutions some are near by chance, so a large library asks for more. */
const perTenfold = 1.4;
/** Up to so many solutions, two that sound alike are seldom there by chance. */
const smallLibrary = 50;

/** 0–1: how probable it is that a person would call the two the same trouble; `library` is how many solutions were searched. */
export function confidenceOf(signals: Signals, library: number): number {
  let logOdds = bias - perTenfold * Math.log10((library + smallLibrary) / smallLibrary);
  for (const [name, weight] of Object.entries(weights) as [keyof Signals, number][]) {
    logOdds += weight * signals[name];
  }
  return 1 / (1 + Math.exp(-logOdds));
}

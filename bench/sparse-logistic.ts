import { sigmoid } from '../src/library/logistic.ts';

/** What holds of an example, and whether it is one (1) or not (0). */
export type SparseRow = { features: readonly string[]; label: number };

const rounds = 300;
const rate = 0.03;

/**
 * Logistic regression over named features that hold or do not, by Adam (Kingma and Ba, 2015) on all rows at once, so
 * that the same rows give the same weights; for thousands of features, where Newton's method (library/logistic.ts)
 * would solve a matrix of millions. `ridge` holds the weights down; features of fewer than `leastThreads` of
 * the groups are left out.
 */
export function fitSparse(
  groups: readonly (readonly SparseRow[])[],
  options: { minThreads: number; ridge: number },
): Map<string, number> {
  const names = frequentFeatures(groups, options.minThreads);
  const places = new Map(names.map((name, at) => [name, at]));
  const rows = groups.flat().map(({ features, label }) => ({
    label,
    on: features.flatMap((feature) => places.get(feature) ?? []),
  }));
  const weights = new Float64Array(names.length);
  const mean = new Float64Array(names.length);
  const square = new Float64Array(names.length);
  for (let round = 1; round <= rounds; round++) {
    const slope = weights.map((weight) => options.ridge * weight);
    for (const { on, label } of rows) {
      const error = sigmoid(on.reduce((sum, at) => sum + (weights[at] ?? 0), 0)) - label;
      for (const at of on) slope[at] = (slope[at] ?? 0) + error;
    }
    for (let at = 0; at < weights.length; at++) {
      const g = (slope[at] ?? 0) / rows.length;
      const m = 0.9 * (mean[at] ?? 0) + 0.1 * g;
      const v = 0.999 * (square[at] ?? 0) + 0.001 * g * g;
      mean[at] = m;
      square[at] = v;
      const step = m / (1 - 0.9 ** round) / (Math.sqrt(v / (1 - 0.999 ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) - rate * step;
    }
  }
  return new Map(names.map((name, at) => [name, weights[at] ?? 0]));
}

export function probabilityOf(weights: ReadonlyMap<string, number>, features: readonly string[]): number {
  return sigmoid(features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0));
}

function frequentFeatures(groups: readonly (readonly SparseRow[])[], minGroups: number): string[] {
  const counts = new Map<string, number>();
  for (const rows of groups) {
    for (const feature of new Set(rows.flatMap(({ features }) => features))) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= minGroups).map(([feature]) => feature);
}

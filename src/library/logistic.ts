/** One row of inputs, its label (0 or 1), how much it counts, and log-odds that are known beforehand. */
export type LogisticRow = { x: number[]; label: number; weight: number; offset?: number };

/**
 * Logistic regression by Newton's method (Hastie et al., 2009, 4.4.1): one weight per input, which `penalty` (half of
 * it, times its square) holds down. A bias is an input that is always 1.
 */
export function logisticWeights(rows: readonly LogisticRow[], penalty: readonly number[]): number[] {
  const size = penalty.length;
  let beta = new Array<number>(size).fill(0);
  let loss = lossOf(rows, penalty, beta);
  for (let round = 0; round < 30; round++) {
    const gradient = penalty.map((each, at) => each * (beta[at] ?? 0));
    const curvature = penalty.map((each, at) => penalty.map((_, other) => (other === at ? each : 0)));
    for (const { x, label, weight, offset } of rows) {
      const p = sigmoid((offset ?? 0) + dot(x, beta));
      for (let i = 0; i < size; i++) {
        add(gradient, i, weight * (p - label) * (x[i] ?? 0));
        for (let j = 0; j < size; j++) add(curvature[i], j, weight * p * (1 - p) * (x[i] ?? 0) * (x[j] ?? 0));
      }
    }
    const step = solve(curvature, gradient);
    // Where all is very sure and wrong the curve is nearly flat, and a whole step goes far beyond.
    for (let share = 1; share > 1e-6; share /= 2) {
      const next = beta.map((value, at) => value - share * (step[at] ?? 0));
      const nextLoss = lossOf(rows, penalty, next);
      if (nextLoss > loss + 1e-12 * Math.abs(loss)) continue;
      beta = next;
      loss = nextLoss;
      break;
    }
    if (Math.hypot(...step) < 1e-9) break;
  }
  return beta;
}

function lossOf(rows: readonly LogisticRow[], penalty: readonly number[], beta: number[]): number {
  let loss = penalty.reduce((sum, each, at) => sum + (each * (beta[at] ?? 0) ** 2) / 2, 0);
  for (const { x, label, weight, offset } of rows) {
    const logOdds = (offset ?? 0) + dot(x, beta);
    // −ln of the probability of the label, also where that is too small for a number.
    loss += weight * (Math.max(0, logOdds) - label * logOdds + Math.log1p(Math.exp(-Math.abs(logOdds))));
  }
  return loss;
}

export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

export function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** Adds to one place of a list, or to none where there is no list. */
export function add(to: number[] | undefined, at: number, value: number): void {
  if (to !== undefined) to[at] = (to[at] ?? 0) + value;
}

/** Gauss elimination with pivots; the matrix is small and, by the ridge, regular. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    let pivot = at;
    for (let r = at + 1; r < size; r++)
      if (Math.abs(rows[r]?.[at] ?? 0) > Math.abs(rows[pivot]?.[at] ?? 0)) pivot = r;
    const top = rows[pivot] ?? [];
    [rows[at], rows[pivot]] = [top, rows[at] ?? []];
    for (let r = 0; r < size; r++) {
      if (r === at) continue;
      const factor = (rows[r]?.[at] ?? 0) / (top[at] ?? 1);
      for (let c = at; c <= size; c++) add(rows[r], c, -factor * (top[c] ?? 0));
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

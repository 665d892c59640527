import { add, dot, logisticWeights } from '../../src/library/logistic.ts';

/** One row of inputs, its label (0 or 1) and how much it counts. */
export type Example = { inputs: number[]; label: number; weight: number };

/** Fitted log-odds: `bias` and one weight per input. */
export type Fit = { bias: number; weights: number[] };

/**
 * Logistic regression on standardised inputs; `ridge` holds the weights down, the bias is free. The fit is in the
 * inputs' own units.
 */
export function fitLogistic(examples: Example[], ridge: number): Fit {
  const size = examples[0]?.inputs.length ?? 0;
  const { mean, deviation } = momentsOf(examples.map(({ inputs }) => inputs));
  const rows = examples.map(({ inputs, label, weight }) => ({
    x: [...inputs.map((value, at) => (value - (mean[at] ?? 0)) / (deviation[at] ?? 1)), 1],
    label,
    weight,
  }));
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  const beta = logisticWeights(rows, [...mean.map(() => all * ridge), 0]);
  const weights = beta.slice(0, size).map((value, at) => value / (deviation[at] ?? 1));
  return { weights, bias: (beta[size] ?? 0) - dot(weights, mean) };
}

/** The candidates of one query: a row of inputs each, and which of them are right. */
export type Group = { inputs: number[]; right: boolean }[];

/**
 * Weights under which the right candidate of each group is the most probable by softmax (ListNet's top one; Cao et al.,
 * 2007), by gradient descent on standardised inputs. Groups without a right candidate teach nothing.
 */
export function fitRanking(groups: Group[], ridge: number): number[] {
  const usableGroups = groups.filter((group) => group.some(({ right }) => right));
  const { deviation } = momentsOf(usableGroups.flatMap((group) => group.map(({ inputs }) => inputs)));
  const scaled = usableGroups.map((group) =>
    group.map(({ inputs, right }) => ({ x: inputs.map((value, at) => value / (deviation[at] ?? 1)), right })),
  );
  const weights = deviation.map(() => 0);
  for (let round = 0; round < 2_000; round++) {
    const gradient = weights.map((weight) => ridge * weight);
    for (const group of scaled) {
      const scores = group.map(({ x }) => Math.exp(dot(x, weights)));
      const all = scores.reduce((sum, score) => sum + score, 0);
      const right = group.reduce((sum, { right }, at) => sum + (right ? (scores[at] ?? 0) : 0), 0);
      for (const [at, { x, right: isRight }] of group.entries()) {
        const share = (scores[at] ?? 0) / all - (isRight ? (scores[at] ?? 0) / right : 0);
        for (const [i, value] of x.entries()) add(gradient, i, (share * value) / scaled.length);
      }
    }
    for (const [i, value] of gradient.entries()) add(weights, i, -0.2 * value);
  }
  return weights.map((value, at) => value / (deviation[at] ?? 1));
}

function momentsOf(rows: number[][]): { mean: number[]; deviation: number[] } {
  const size = rows[0]?.length ?? 0;
  const mean = Array.from(
    { length: size },
    (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length,
  );
  const deviation = mean.map((middle, at) => {
    const variance = rows.reduce((sum, row) => sum + ((row[at] ?? 0) - middle) ** 2, 0) / rows.length;
    return Math.sqrt(variance) || 1;
  });
  return { mean, deviation };
}

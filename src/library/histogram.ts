/** `counts[i]`: how many were at most `bounds[i]`; cumulative, as Prometheus has it. */
export type HistogramReading = { bounds: readonly number[]; counts: number[]; sum: number; count: number };

export type Histogram = { observe(value: number): void; read(): HistogramReading };

/** Counts values into ranges that end at the given bounds, ascending. */
export function createHistogram(bounds: readonly number[]): Histogram {
  const counts = bounds.map(() => 0);
  let sum = 0;
  let count = 0;
  return {
    observe: (value) => {
      sum += value;
      count += 1;
      for (const [place, bound] of bounds.entries()) {
        if (value <= bound) counts[place] = (counts[place] ?? 0) + 1;
      }
    },
    read: () => ({ bounds, counts: [...counts], sum, count }),
  };
}

import { expect, it } from 'vitest';
import { percentile } from '../../src/library/percentile.ts';

it('is the smallest value that so large a share does not exceed, in whatever order they come', () => {
  const values = [30, 10, 40, 20];
  expect([0, 0.25, 0.5, 0.51, 0.95, 1].map((share) => percentile(values, share))).toEqual([
    10, 10, 20, 30, 40, 40,
  ]);
  expect(values).toEqual([30, 10, 40, 20]);
});

it('is no number of nothing', () => {
  expect(percentile([], 0.5)).toBeNaN();
});

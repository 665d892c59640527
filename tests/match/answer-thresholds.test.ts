import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { answerThresholds, thresholdFor } from '../../src/match/answer-thresholds.ts';

describe('the threshold of a channel', () => {
  it('rises from eager to quiet, and is normal where nobody set anything', () => {
    expect(thresholdFor('eager')).toBeLessThan(thresholdFor('normal'));
    expect(thresholdFor('normal')).toBeLessThan(thresholdFor('quiet'));
    expect(readConfig({}).threshold).toBe(answerThresholds.normal);
  });

  it('is what the operator says in a normal channel, and never looser in a quiet nor stricter in an eager one', () => {
    for (const normal of [0.05, 0.5, 0.9]) {
      expect(thresholdFor('normal', normal)).toBe(normal);
      expect(thresholdFor('quiet', normal)).toBeGreaterThanOrEqual(normal);
      expect(thresholdFor('eager', normal)).toBeLessThanOrEqual(normal);
    }
  });
});

export const verdicts = ['worked', 'partial', 'failed'] as const;
/** One person's word on one precedent. */
export type Verdict = (typeof verdicts)[number];

export type VerdictCounts = { worked: number; partial: number; failed: number };

export type Effectiveness = VerdictCounts & {
  /** 0–1. */
  score: number;
};

export const noVerdicts: VerdictCounts = { worked: 0, partial: 0, failed: 0 };

/**
 * Posterior mean of a Beta(1, 1) prior: (1 + worked + partial/2) / (2 + all).
 * One verdict moves it a little, many move it far; nobody's word is 0.5.
 */
export function effectivenessOf(counts: VerdictCounts): Effectiveness {
  const all = counts.worked + counts.partial + counts.failed;
  const score = (1 + counts.worked + counts.partial / 2) / (2 + all);
  return { score, worked: counts.worked, partial: counts.partial, failed: counts.failed };
}

/** From the worst to the least; the words that teams write (P1, SEV2, critical…) are folded into these. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

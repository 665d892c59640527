import type { Context } from '../text/context.ts';

export const stepOutcomes = [
  'worked',
  'partial',
  'no_effect',
  'made_worse',
  'informational',
  'unknown',
] as const;
export type StepOutcome = (typeof stepOutcomes)[number];

/** A message of the thread and the words in it that show something. */
export type Evidence = { ts: string; quote: string };

/**
 * One line of the ledger. `by` is a Slack user id or null; `at` is ISO 8601;
 * `evidence` names at least one message: the step's own first, then those that show its outcome.
 */
export type Step = {
  text: string;
  command: string | null;
  outcome: StepOutcome;
  by: string | null;
  at: string;
  evidence: Evidence[];
  /** Where it was seen, when not in the solution's own thread but in one that was merged into it. */
  seenIn?: { channelId: string; threadTs: string; context: Context };
};

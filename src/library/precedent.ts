import type { ShownEvidence } from './match-correction.ts';

/** A solution suggested for an incident. */
export type Precedent = {
  solutionId: string;
  /** 1 is the best. */
  rank: number;
  /** 0–1: how probable it is that a person would call it the same problem. */
  confidence: number;
  /** Why it matched, in words that a person checks at a glance. */
  why: string[];
};

/** With what spoke for it, where that is known: a verdict on it then shows how much each should count. */
export type JudgeablePrecedent = Precedent & { signals?: ShownEvidence };

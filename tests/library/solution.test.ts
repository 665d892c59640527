import { expect, it } from 'vitest';
import { hasFix } from '../../src/library/solution.ts';
import type { Step } from '../../src/library/step.ts';

const step: Step = {
  text: 'restarted it',
  command: null,
  outcome: 'unknown',
  by: null,
  at: '2026-03-02T10:00:00Z',
  evidence: [],
};

it.each([
  [[step], null, null, true],
  [[], 'restart it', null, true],
  [[], null, 'buy a bigger one', false],
  [[], null, null, false],
])(
  'with the steps %j, the fix %j and %j for good, that there is something to save is %j',
  (steps, immediate, permanent, known) => {
    expect(hasFix({ steps, fix: { immediate, permanent } })).toBe(known);
  },
);

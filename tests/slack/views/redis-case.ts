import type { WeeklyDigest } from '../../../src/library/digest.ts';
import { effectivenessOf } from '../../../src/library/effectiveness.ts';
import type { SolutionContent } from '../../../src/library/solution.ts';
import type { Step, StepOutcome } from '../../../src/library/step.ts';
import type { PrecedentView } from '../../../src/match/describe-precedents.ts';

const command = 'kubectl set env deploy/checkout REDIS_POOL=200';

export function stepOf(text: string, outcome: StepOutcome, more: Partial<Step> = {}): Step {
  const evidence = [{ ts: '1772503200.000100', quote: text }];
  return { text, command: null, outcome, by: 'U012AB3CD', at: '2026-03-03T02:00:00.000Z', evidence, ...more };
}

/** One lifelike solution, with steps of every kind that matters. */
export const redisContent: SolutionContent = {
  title: 'checkout: Redis connection pool exhausted',
  symptoms: 'checkout answers 500, ERR max number of clients reached',
  signatures: [],
  context: { service: 'checkout', environment: 'production', severity: 'high' },
  rootCause: 'The pool was sized for 4 pods; the autoscaler went to 12.',
  fix: { immediate: `Raise the pool to 200: ${command}`, permanent: 'Size the pool from the pod count' },
  steps: [
    stepOf('looked at the clients', 'informational', { command: 'redis-cli info clients' }),
    stepOf('scaled checkout to 20', 'no_effect'),
    stepOf('restarted Redis', 'made_worse', { by: 'U0OTHER01' }),
    stepOf(`raised the pool with ${command}`, 'worked', { command }),
    stepOf('rolled the pods', 'worked'),
  ],
  tags: [],
};

export function redisPrecedent(more: Partial<PrecedentView> = {}): PrecedentView {
  return {
    solutionId: 'sol-redis',
    title: redisContent.title,
    confidence: 0.82,
    why: ['same error', 'same service'],
    effectiveness: effectivenessOf({ worked: 7, partial: 0, failed: 1 }),
    timeToResolutionMinutes: 25,
    content: redisContent,
    permalink: 'https://acme.slack.com/archives/C1/p1772503200000100',
    occurredAt: new Date('2026-03-03T02:00:00Z'),
    rank: 1,
    seen: 1,
    lastOccurredAt: new Date('2026-03-03T02:00:00Z'),
    contradictions: [],
    isPastIncident: false,
    service: { ours: null, theirs: 'checkout' },
    ...more,
  };
}

export function weekOf(more: Partial<WeeklyDigest> = {}): WeeklyDigest {
  return {
    channelId: 'C012AB3CD',
    channelName: 'incidents',
    week: '2026-W47',
    from: new Date('2026-11-16T00:00:00Z'),
    to: new Date('2026-11-23T00:00:00Z'),
    opened: 9,
    resolved: 7,
    answered: 4,
    openedBefore: [3, 5, 2, 4, 6, 7, 8, 5],
    minutesToResolve: 38,
    minutesToResolveBefore: 52,
    services: [{ service: 'checkout', count: 5, weeklyMeanBefore: 1.5 }],
    recurring: [
      {
        title: 'Redis pool exhausted',
        incidentIds: ['inc_1'],
        count: 8,
        countThisWeek: 3,
        solutionId: null,
        permalink: null,
      },
    ],
    worked: [
      {
        solutionId: 'sol-redis',
        title: 'Raise the pool',
        effectiveness: effectivenessOf({ worked: 7, partial: 0, failed: 1 }),
        permalink: null,
      },
    ],
    withoutFix: [{ title: 'ingress answers 502', incidentIds: ['inc_2'], count: 2, permalink: null }],
    draftsWaiting: 2,
    ...more,
  };
}

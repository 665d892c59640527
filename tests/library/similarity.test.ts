import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateThreshold, mergeOfferThreshold, similarityOf } from '../../src/library/similarity.ts';
import type { SolutionContent } from '../../src/library/solution.ts';
import type { StepOutcome } from '../../src/library/step.ts';

const even = () => 1;

function content(more: Partial<SolutionContent> = {}): SolutionContent {
  return {
    title: 'checkout: Redis connection pool exhausted',
    symptoms: 'payments time out in prod',
    signatures: ['JedisConnectionException'],
    context: { service: 'checkout', environment: 'production', severity: null },
    rootCause: null,
    fix: { immediate: null, permanent: null },
    steps: [],
    tags: [],
    ...more,
  };
}

const step = (text: string, command: string | null = null, outcome: StepOutcome = 'worked') => ({
  text,
  command,
  outcome,
  by: null,
  at: '2026-03-03T02:00:00.000Z',
  evidence: [],
});

const words = fc
  .array(fc.constantFrom('redis', 'pool', 'kafka', 'lag', 'disk', 'full', 'node', 'cert', 'queue', 'zebra'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((each) => each.join(' '));
const steps = fc.array(
  fc.record({
    text: words,
    command: fc.option(fc.constantFrom('kubectl rollout undo', 'redis-cli flushall', 'df -h')),
    outcome: fc.constantFrom<StepOutcome>('worked', 'partial', 'no_effect', 'made_worse', 'unknown'),
  }),
  { maxLength: 4 },
);
const anyContent = fc
  .record({
    title: words,
    symptoms: words,
    signatures: fc.uniqueArray(fc.constantFrom('HTTP 503', 'OOMKilled', 'deadlock detected')),
    service: fc.option(fc.constantFrom('checkout', 'search')),
    immediate: fc.option(words),
    steps,
  })
  .map((it) =>
    content({
      ...it,
      context: { service: it.service, environment: null, severity: null },
      fix: { immediate: it.immediate, permanent: null },
      steps: it.steps.map((each) => step(each.text, each.command, each.outcome)),
    }),
  );
/** Rare words weigh more, but every word weighs something. */
const idf = (term: string) => 0.1 + term.length / 4;

describe('how much two solutions are the same', () => {
  it('is symmetric and within 0 and 1', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (a, b) => {
        const there = similarityOf(a, b, idf);
        expect(similarityOf(b, a, idf).score).toBeCloseTo(there.score, 10);
        for (const number of [there.score, there.problem, there.fix]) {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is 1 for a solution and itself', () => {
    fc.assert(
      fc.property(anyContent, (a) => {
        expect(similarityOf(a, a, idf).score).toBeCloseTo(1, 10);
      }),
    );
  });

  it('never falls when both show one more word, error or step', () => {
    const more = (it: SolutionContent): SolutionContent[] => [
      { ...it, symptoms: `${it.symptoms} flamingo` },
      { ...it, signatures: [...it.signatures, 'PANIC'] },
      { ...it, steps: [...it.steps, step('drained the walrus', 'walrusctl drain')] },
    ];
    fc.assert(
      fc.property(anyContent, anyContent, (a, b) => {
        // Without a step that worked on either side, the fix as written and what failed stand in for it.
        const [x, y] = [a, b].map((it) => ({ ...it, steps: [...it.steps, step('looked', 'htop')] }));
        if (x === undefined || y === undefined) return;
        const before = similarityOf(x, y, idf).score;
        const after = more(x).map((each, index) => similarityOf(each, more(y)[index] ?? y, idf).score);
        for (const score of after) expect(score).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });

  const raised = [step('raised the pool to 200', 'kubectl set env deploy/checkout REDIS_POOL=200')];
  const known = content({ steps: raised });

  it('counts the same trouble told in other words, with the same command, as the same or worth a question', () => {
    const again = content({
      title: 'checkout down again, Redis pool exhausted',
      symptoms: 'payments failing in prod',
      steps: [step('bumped it', '$ kubectl set env  deploy/checkout REDIS_POOL=200')],
    });
    expect(similarityOf(known, again, even).score).toBeGreaterThanOrEqual(mergeOfferThreshold);
  });

  it('never takes the same trouble with another fix for the same solution', () => {
    const other = content({ steps: [step('failed over to the replica', 'redis-cli failover')] });
    const similarity = similarityOf(known, other, even);
    expect(similarity.problem).toBeCloseTo(1);
    expect(similarity.score).toBeLessThan(mergeOfferThreshold);
    const part = content({ steps: [...raised, step('rolled the pods', 'kubectl rollout restart deploy/x')] });
    expect(similarityOf(known, part, even).score).toBeLessThan(duplicateThreshold);
  });

  it('never takes the same fix of another trouble for the same solution', () => {
    const other = content({
      title: 'search shows stale results',
      symptoms: 'reindex lags',
      signatures: ['consumer lag'],
      context: { service: 'search', environment: null, severity: null },
      steps: raised,
    });
    expect(similarityOf(known, other, even).score).toBeLessThan(mergeOfferThreshold);
  });

  it('tells up from down, and one target of a command from another', () => {
    const fixedBy = (text: string, command: string | null = null) =>
      content({ steps: [step(text, command)] });
    const score = (a: SolutionContent, b: SolutionContent) => similarityOf(a, b, even).score;
    expect(score(fixedBy('scaled up redis'), fixedBy('scaled redis up'))).toBeGreaterThanOrEqual(
      duplicateThreshold,
    );
    expect(score(fixedBy('scaled up redis'), fixedBy('scaled down redis'))).toBeLessThan(duplicateThreshold);
    const undo = (target: string) => fixedBy('rolled back', `kubectl rollout undo deploy/${target}`);
    expect(score(undo('checkout'), undo('payments'))).toBeLessThan(duplicateThreshold);
  });

  it('does not mind release numbers and generated names', () => {
    const fixedBy = (text: string, command: string) => content({ steps: [step(text, command)] });
    const a = fixedBy('rolled back to v41', 'kubectl delete pod checkout-7d9f8b6c5d-x2x4z');
    const b = fixedBy('rolled back to v57', 'sudo kubectl delete pod checkout-5f7c9d8b4a-q9w8e');
    expect(similarityOf(a, b, even).score).toBeCloseTo(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featuresOfSolution } from '../../src/library/solution-features.ts';
import { documentWeights, termId, termSpace } from '../../src/text/search-document.ts';
import { featuresOf } from '../../src/text/search-features.ts';

const nowhere = { service: null, environment: null, severity: null };
const featuresFor = (title: string, symptoms = '', signatures: string[] = []) =>
  featuresOf({ title, symptoms, signatures, context: nowhere });

describe('featuresOf', () => {
  it('keeps apart what is said of the trouble and what is known of its fix', () => {
    const features = featuresOf({
      title: 'redis pool redis',
      symptoms: 'queue',
      signatures: ['HTTP 503'],
      context: nowhere,
      resolution: 'vacuum',
    });
    expect(features.titleTerms).toEqual(['redi', 'pool']);
    expect(features.titlePairs).toEqual(['redi pool', 'pool redi']);
    expect(Object.fromEntries(features.problem)).toEqual({ redi: 2, pool: 1, queue: 1 });
    expect([...features.allTerms]).toEqual(['redi', 'pool', 'queue', 'http', '503']);
    expect([...features.resolution]).toEqual(['vacuum']);
  });

  it('weighs the beginning of a pasted log, and still knows what stands further down', () => {
    const features = featuresFor('redis', `${'queue '.repeat(200)} vacuum`);
    expect(features.problem.has('vacuum')).toBe(false);
    expect(features.allTerms.has('vacuum')).toBe(true);
  });

  it('lets no stack trace take the place of the words behind it', () => {
    const frame = '\tat com.acme.checkout.PaymentClient.charge(PaymentClient.java:42)\n';
    const features = featuresFor('checkout', `${frame.repeat(40)}the vacuum never ends`);
    expect(features.problem.has('vacuum')).toBe(true);
    expect(features.text).toMatch(/^checkout\nthe vacuum never ends\n/);
  });

  it('cuts between words', () => {
    const { problem: trouble } = featuresFor('', `${'queue '.repeat(99)}vacuumcleaner`);
    expect([...trouble.keys()]).toEqual(['queue']);
  });

  it('holds a title of 40,000 characters to what the database can compare', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 30_000, maxLength: 40_000, unit: 'binary' }), (title) => {
        const features = featuresFor(title);
        // pgvector's sparsevec holds 16,000 entries.
        expect(documentWeights(features).size).toBeLessThan(2_000);
        expect(features.allTerms.size).toBeLessThan(16_000);
        expect(features.text.length).toBeLessThan(2_000);
      }),
      { numRuns: 5 },
    );
  });

  it('finds a solution by the words of its cause, its fix and its steps', () => {
    const features = featuresOfSolution({
      title: 'checkout',
      symptoms: '',
      signatures: ['HTTP 503'],
      context: nowhere,
      rootCause: 'vacuum',
      fix: { immediate: 'failover', permanent: null },
      steps: [{ text: 'drained', command: null, outcome: 'worked', by: null, at: '', evidence: [] }],
      tags: [],
    });
    const found = documentWeights(features);
    expect([...found.keys()]).toEqual(expect.arrayContaining(['vacuum', 'failov', 'drain', '503']));
  });
});

describe('documentWeights', () => {
  it('saturates: the hundredth mention of a word adds next to nothing', () => {
    const weightOf = (times: number) =>
      documentWeights(featuresFor('', 'queue '.repeat(times))).get('queue') ?? Number.NaN;
    expect(weightOf(2)).toBeGreaterThan(weightOf(1));
    expect(weightOf(100)).toBeLessThan(2.2);
  });

  it('weighs a word less in a longer text', () => {
    const short = documentWeights(featuresFor('redis')).get('redi') ?? 0;
    const long =
      documentWeights(featuresFor('redis', 'queue worker memory disk network'.repeat(5))).get('redi') ?? 0;
    expect(long).toBeLessThan(short);
  });

  it('gives every term a positive weight', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, symptoms) => {
        for (const weight of documentWeights(featuresFor(title, symptoms)).values()) {
          expect(weight).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('termId', () => {
  it('is the same in every process, and within the space', () => {
    expect(termId('redis')).toBe(406_912_003);
    fc.assert(
      fc.property(fc.string(), (term) => {
        expect(termId(term)).toBeGreaterThanOrEqual(1);
        expect(termId(term)).toBeLessThanOrEqual(termSpace);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentWeights,
  featuresOf,
  featuresOfSolution,
  termId,
  termSpace,
} from '../../src/library/search-features.ts';

const nowhere = { service: null, environment: null, severity: null };
const said = (title: string, symptoms = '', signatures: string[] = []) =>
  featuresOf({ title, symptoms, signatures, context: nowhere });

describe('featuresOf', () => {
  it('counts a word of the title three times, one of the symptoms once, one of the fix half', () => {
    const features = featuresOf({
      title: 'redis',
      symptoms: 'queue',
      signatures: [],
      context: nowhere,
      learned: 'vacuum',
    });
    expect(Object.fromEntries(features.counts)).toEqual({ redi: 3, queue: 1, vacuum: 0.5 });
    expect([...features.titleTerms]).toEqual(['redi']);
  });

  it('reads the beginning of a pasted log and not all of it', () => {
    const features = said('redis', `${'queue '.repeat(200)} vacuum`);
    expect(features.counts.has('vacuum')).toBe(false);
  });

  it('holds a title of 40,000 characters to what the database can compare', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 30_000, maxLength: 40_000, unit: 'binary' }), (title) => {
        const features = said(title);
        // pgvector's sparsevec holds 16,000 entries.
        expect(features.counts.size).toBeLessThan(2_000);
        expect(features.text.length).toBeLessThan(2_000);
      }),
      { numRuns: 5 },
    );
  });

  it('finds a solution by the words of its cause, its fix and its steps', () => {
    const { counts } = featuresOfSolution({
      title: 'checkout',
      symptoms: '',
      signatures: ['HTTP 503'],
      context: nowhere,
      rootCause: 'vacuum',
      fix: { immediate: 'failover', permanent: null },
      steps: [{ text: 'drained', command: null, outcome: 'worked', by: null, at: '', evidence: [] }],
      tags: [],
    });
    expect([...counts.keys()]).toEqual(expect.arrayContaining(['vacuum', 'failov', 'drain', '503']));
  });
});

describe('documentWeights', () => {
  it('saturates: the hundredth mention of a word adds next to nothing', () => {
    const weightOf = (times: number) =>
      documentWeights(said('', 'queue '.repeat(times))).get('queue') ?? Number.NaN;
    expect(weightOf(2)).toBeGreaterThan(weightOf(1));
    expect(weightOf(100)).toBeLessThan(2.2);
  });

  it('weighs a word less in a longer text', () => {
    const short = documentWeights(said('redis')).get('redi') ?? 0;
    const long =
      documentWeights(said('redis', 'queue worker memory disk network'.repeat(5))).get('redi') ?? 0;
    expect(long).toBeLessThan(short);
  });

  it('gives every term a positive weight', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, symptoms) => {
        for (const weight of documentWeights(said(title, symptoms)).values()) {
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

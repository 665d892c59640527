import { expect, it } from 'vitest';
import { rank } from '../../src/match/rank.ts';
import { queryOf } from '../../src/match/signals.ts';
import { documentOf } from '../../src/text/search-document.ts';
import { featuresOf } from '../../src/text/search-features.ts';

const featuresFor = (title: string, service: string | null, signatures: string[] = []) =>
  featuresOf({ title, symptoms: '', signatures, context: { service, environment: null, severity: null } });
const candidate = (id: string, ...of: Parameters<typeof featuresFor>) => ({
  id,
  document: documentOf(featuresFor(...of)),
  meaning: 0,
  passages: 0,
  ageDays: 400,
  effective: 0,
});
const idf = () => 4;
const query = queryOf(featuresFor('checkout pool exhausted', null, ['connection pool exhausted']));
const topConfidence = (...candidates: ReturnType<typeof candidate>[]) =>
  rank(query, candidates, idf, 50, null)[0]?.confidence ?? 0;

const first = candidate('a', 'checkout pool exhausted', 'checkout-api', ['connection pool exhausted']);
const otherProblem = candidate('z', 'checkout pool of trucks exhausted', 'logistics', []);

it('is as sure of what came twice as of what came once', () => {
  const duplicate = candidate('b', 'checkout pool exhausted', 'redis-checkout', [
    'connection pool exhausted',
  ]);
  expect(topConfidence(first, duplicate)).toBeCloseTo(topConfidence(first), 5);
});

it('is less sure when another trouble is nearly as near', () => {
  expect(topConfidence(first, otherProblem)).toBeLessThan(topConfidence(first));
});

it('never grows surer down the list', () => {
  const ranked = rank(query, [otherProblem, first, candidate('d', 'printer jam', null)], idf, 50, null);
  const confidences = ranked.map((each) => each.confidence);
  expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  expect(ranked[0]?.candidate.id).toBe('a');
});

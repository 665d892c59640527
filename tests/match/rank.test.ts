import { expect, it } from 'vitest';
import { rank } from '../../src/match/rank.ts';
import { queryOf } from '../../src/match/signals.ts';
import { documentOf } from '../../src/text/search-document.ts';
import { featuresOf } from '../../src/text/search-features.ts';

const said = (title: string, service: string | null, signatures: string[] = []) =>
  featuresOf({ title, symptoms: '', signatures, context: { service, environment: null, severity: null } });
const candidate = (id: string, ...of: Parameters<typeof said>) => ({
  id,
  document: documentOf(said(...of)),
  meaning: 0,
  ageDays: 400,
  effective: 0,
});
const idf = () => 4;
const query = queryOf(said('checkout pool exhausted', null, ['connection pool exhausted']));
const surest = (...candidates: ReturnType<typeof candidate>[]) =>
  rank(query, candidates, idf, 50, null)[0]?.confidence ?? 0;

const first = candidate('a', 'checkout pool exhausted', 'checkout-api', ['connection pool exhausted']);
const otherTrouble = candidate('z', 'checkout pool of trucks exhausted', 'logistics', []);

it('is as sure of what came twice as of what came once', () => {
  const twin = candidate('b', 'checkout pool exhausted', 'redis-checkout', ['connection pool exhausted']);
  expect(surest(first, twin)).toBeCloseTo(surest(first), 5);
});

it('is less sure when another trouble is nearly as near', () => {
  expect(surest(first, otherTrouble)).toBeLessThan(surest(first));
});

it('never grows surer down the list', () => {
  const ranked = rank(query, [otherTrouble, first, candidate('d', 'printer jam', null)], idf, 50, null);
  const confidences = ranked.map((each) => each.confidence);
  expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  expect(ranked[0]?.candidate.id).toBe('a');
});

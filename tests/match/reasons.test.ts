import { expect, it } from 'vitest';
import { reasonsOf } from '../../src/match/reasons.ts';
import { termId } from '../../src/text/search-document.ts';
import { featuresOf } from '../../src/text/search-features.ts';

const context = { service: null, environment: null, severity: null };
const featuresFor = (title: string) => featuresOf({ title, symptoms: '', signatures: [], context });
/** `rare` stands in fewer solutions than any other term. */
const why = (query: string, solution: string, rare = '') =>
  reasonsOf(
    featuresFor(query),
    { signatures: [], context, features: featuresFor(solution) },
    { idf: (id) => (id === termId(rare) ? 2 : 1), ageDays: 1 },
  );

it('names the shared words as the person wrote them', () => {
  expect(why('replication lagging', 'replication lags on the replica')).toEqual([
    "'lagging', 'replication' in both",
    'yesterday',
  ]);
});

it.each([
  ['CheckoutApi hangs', 'checkout hangs'],
  ['checkout-api hangs', 'checkout hangs'],
  ['checkout2 hangs', 'checkout hangs'],
])('does not say that both have a name of which they share a part: %s, %s', (query, solution) => {
  expect(why(query, solution)[0]).toBe("'checkout', 'hangs' in both");
});

it.each(['CheckoutApi', 'checkout-api'])('names %s whole when both have it', (name) => {
  const rare = name.toLowerCase();
  expect(why(`${name} hangs`, `${name} is down`, rare)[0]).toBe(`'${rare}' in both`);
});

it.each(['only', 'before', 'days', 'tried', 'used', 'issue', 'failing'])(
  'does not name %j, which is in many reports and says little',
  (word) => {
    expect(why(`${word} replication`, `${word} replica replication`)[0]).toBe("'replication' in both");
  },
);

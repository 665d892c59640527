import { expect, it } from 'vitest';
import { featuresOf } from '../../src/library/search-features.ts';
import { reasonsOf } from '../../src/match/reasons.ts';

const context = { service: null, environment: null, severity: null };
const said = (title: string) => featuresOf({ title, symptoms: '', signatures: [], context });
const why = (query: string, solution: string) =>
  reasonsOf(said(query), { signatures: [], context, features: said(solution) }, { idf: () => 1, ageDays: 1 });

it('names the shared words as the person wrote them', () => {
  expect(why('replication lagging', 'replication lags on the replica')).toEqual([
    "'lagging', 'replication' in both",
    'yesterday',
  ]);
});

it.each(['only', 'before', 'days', 'tried', 'used', 'issue', 'failing'])(
  'does not name %j, which is in many reports and says little',
  (word) => {
    expect(why(`${word} replication`, `${word} replica replication`)[0]).toBe("'replication' in both");
  },
);

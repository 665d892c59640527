import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrendIncident } from '../../src/store/incidents/trend-incidents.ts';
import { groupRecurring, solutionOf } from '../../src/trends/group-recurring.ts';
import { cpuMs } from '../setup/cpu-ms.ts';

let number = 0;
function incident(title: string, more: Partial<TrendIncident> & { service?: string } = {}): TrendIncident {
  const { service = null, ...rest } = more;
  number += 1;
  return {
    id: `inc_${number}`,
    title,
    symptoms: '',
    signatures: [],
    context: { service, environment: null, severity: null },
    status: 'resolved',
    threadTs: `${number}.1`,
    openedAt: new Date(number),
    resolvedAt: null,
    alertKey: null,
    answered: false,
    solutionId: null,
    taughtSolutionId: null,
    ...rest,
  };
}
const sizes = (incidents: TrendIncident[]) => groupRecurring(incidents).map((group) => group.length);

describe('groupRecurring', () => {
  it('takes the same words in another order and form for one trouble', () => {
    expect(sizes([incident('kafka consumer lag grows'), incident('consumer lag of kafka growing')])).toEqual([
      2,
    ]);
  });

  it('keeps apart what shares a common word only', () => {
    expect(sizes([incident('checkout down'), incident('search down')])).toEqual([1, 1]);
  });

  it('keeps apart two services with the same words', () => {
    expect(
      sizes([
        incident('disk full on primary', { service: 'a' }),
        incident('disk full on primary', { service: 'b' }),
      ]),
    ).toEqual([1, 1]);
  });

  it('takes the same alert, and the same fix, for one trouble whatever the words', () => {
    expect(sizes([incident('a b', { alertKey: 'k' }), incident('c d', { alertKey: 'k' })])).toEqual([2]);
    expect(sizes([incident('aa', { solutionId: 's' }), incident('bb', { taughtSolutionId: 's' })])).toEqual([
      2,
    ]);
  });

  it('takes the same error for one trouble only within a service', () => {
    const same = { signatures: ['HTTP 503'], service: 'checkout' };
    expect(sizes([incident('slow carts', same), incident('payments fail', same)])).toEqual([2]);
    const nobody = { signatures: ['HTTP 503'] };
    expect(sizes([incident('slow carts', nobody), incident('payments fail', nobody)])).toEqual([1, 1]);
  });

  it('takes two titles without a word for two troubles', () => {
    expect(sizes([incident('🔥'), incident('')])).toEqual([1, 1]);
  });

  it('loses and doubles none, and keeps their order', () => {
    const titles = fc.array(
      fc.constantFrom('redis pool', 'pool redis full', 'kafka lag', 'lag', '', 'disk full'),
    );
    fc.assert(
      fc.property(titles, (list) => {
        const incidents = list.map((title) => incident(title));
        const groups = groupRecurring(incidents);
        expect(new Set(groups.flat())).toEqual(new Set(incidents));
        expect(groups.flat()).toHaveLength(incidents.length);
        for (const group of groups) {
          expect(group).toEqual(group.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime()));
        }
      }),
    );
  });

  it('groups 3,000 incidents without holding the process up for long', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) =>
      incident(`trouble${index} kind${index} thing${index}`),
    );
    const cost = await cpuMs(() => expect(groupRecurring(many)).toHaveLength(3_000));
    expect(cost).toBeLessThan(4_000);
  });
});

describe('solutionOf', () => {
  it('is the fix that it was answered with, else the one that it taught', () => {
    expect(solutionOf(incident('a', { solutionId: 's1', taughtSolutionId: 's2' }))).toBe('s1');
    expect(solutionOf(incident('a', { taughtSolutionId: 's2' }))).toBe('s2');
    expect(solutionOf(incident('a'))).toBeNull();
  });
});

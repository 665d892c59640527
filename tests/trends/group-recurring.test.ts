import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrendIncident } from '../../src/store/incidents/trend-incidents.ts';
import { termsOf } from '../../src/text/words.ts';
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
  it('takes the same words in another order and form for one problem', () => {
    expect(sizes([incident('kafka consumer lag grows'), incident('consumer lag of kafka growing')])).toEqual([
      2,
    ]);
  });

  it('tells apart what shares a common word only', () => {
    expect(sizes([incident('checkout down'), incident('search down')])).toEqual([1, 1]);
  });

  it('tells apart two services with the same words', () => {
    expect(
      sizes([
        incident('disk full on primary', { service: 'a' }),
        incident('disk full on primary', { service: 'b' }),
      ]),
    ).toEqual([1, 1]);
  });

  it('takes the same alert, and the same fix, for one problem whatever the words', () => {
    expect(sizes([incident('a b', { alertKey: 'k' }), incident('c d', { alertKey: 'k' })])).toEqual([2]);
    expect(sizes([incident('aa', { solutionId: 's' }), incident('bb', { taughtSolutionId: 's' })])).toEqual([
      2,
    ]);
  });

  it('takes the same error for one problem only within a service', () => {
    const same = { signatures: ['HTTP 503'], service: 'checkout' };
    expect(sizes([incident('slow carts', same), incident('payments fail', same)])).toEqual([2]);
    const nobody = { signatures: ['HTTP 503'] };
    expect(sizes([incident('slow carts', nobody), incident('payments fail', nobody)])).toEqual([1, 1]);
  });

  it('takes two titles without a word for two problems', () => {
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

  it('gives the groups that comparing every pair gives', () => {
    const word = fc.constantFrom('redis', 'kafka', 'pool', 'full', 'lag', 'down', 'slow', 'disk', 'queue');
    const nullable = (...names: string[]) => fc.constantFrom(null, null, ...names);
    const one = fc.record({
      title: fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
      service: nullable('a', 'b'),
      alertKey: nullable('k1', 'k2', 'k3'),
      solutionId: nullable('s1', 's2'),
      taughtSolutionId: nullable('s2', 's3'),
      signatures: fc.subarray(['HTTP 503', 'OOMKilled', 'exit code 1'], { maxLength: 2 }),
    });
    const sparse = one.map((given) => ({
      ...given,
      alertKey: null,
      solutionId: null,
      taughtSolutionId: null,
    }));
    fc.assert(
      fc.property(fc.array(fc.oneof(one, sparse, sparse), { maxLength: 40 }), (list) => {
        const incidents = list.map(({ title, service, ...more }) => ({
          ...incident(title, more),
          context: { service, environment: null, severity: null },
        }));
        const idsOf = (groups: TrendIncident[][]) => groups.map((group) => group.map(({ id }) => id));
        expect(idsOf(groupRecurring(incidents))).toEqual(idsOf(groupByPairs(incidents)));
      }),
      { numRuns: 500 },
    );
  });

  it('groups 3,000 incidents without holding the process up for long', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) =>
      incident(`trouble${index} kind${index} thing${index}`),
    );
    const cost = await cpuMs(() => expect(groupRecurring(many)).toHaveLength(3_000));
    expect(cost).toBeLessThan(4_000);
  });

  it.each([
    ['of their own words', (n: number) => incident(`problem${n} kind${n} thing${n}`)],
    ['of the same words', () => incident('checkout returns errors', { service: 'checkout' })],
    ['with two words of all and two of their own', (n: number) => incident(`checkout errors at${n} for${n}`)],
    [
      'of the same words in a thousand services',
      (n: number) => incident(`disk of node${n % 20} is full`, { service: `svc-${n % 1_000}` }),
    ],
    [
      'with the same errors',
      (n: number) => incident(`odd${n} thing${n}`, { service: 'a', signatures: ['HTTP 503', `exit ${n}`] }),
    ],
  ])('groups 20,000 incidents %s in a moment', async (_, make) => {
    const many = Array.from({ length: 20_000 }, (_, index) => make(index));
    const cost = await cpuMs(() => groupRecurring(many));
    expect(cost).toBeLessThan(4_000);
  });
});

/** What the groups are, pair by pair: too slow for a busy channel. */
function groupByPairs(incidents: TrendIncident[]): TrendIncident[][] {
  const groups: TrendIncident[][] = [];
  for (const each of incidents) {
    const group = groups.find((members) => members.some((other) => isSameProblem(each, other)));
    if (group === undefined) groups.push([each]);
    else group.push(each);
  }
  return groups;
}

function isSameProblem(a: TrendIncident, b: TrendIncident): boolean {
  if (a.alertKey !== null && a.alertKey === b.alertKey) return true;
  if (solutionOf(a) !== null && solutionOf(a) === solutionOf(b)) return true;
  const { service } = a.context;
  if (service !== null && b.context.service !== null && service !== b.context.service) return false;
  const sharesSignature = a.signatures.some((signature) => b.signatures.includes(signature));
  if (sharesSignature && service !== null && service === b.context.service) return true;
  const [termsA, termsB] = [new Set(termsOf(a.title)), new Set(termsOf(b.title))];
  const all = termsA.union(termsB).size;
  return all > 0 && termsA.intersection(termsB).size / all >= 0.5;
}

describe('solutionOf', () => {
  it('is the fix that it was answered with, else the one that it taught', () => {
    expect(solutionOf(incident('a', { solutionId: 's1', taughtSolutionId: 's2' }))).toBe('s1');
    expect(solutionOf(incident('a', { taughtSolutionId: 's2' }))).toBe('s2');
    expect(solutionOf(incident('a'))).toBeNull();
  });
});

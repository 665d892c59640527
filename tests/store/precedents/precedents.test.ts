import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/connection/open.ts';
import { precedentsOf, savePrecedents, usePrecedent } from '../../../src/store/precedents/precedents.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addIncident, addSolution, minute } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate solutions, incidents cascade`);
  for (const id of ['sol_a', 'sol_b', 'sol_c']) await addSolution(store.db, { id });
  for (const id of ['inc_1', 'inc_2']) await addIncident(store.db, { id });
});

const save = (ids: string[], incidentId = 'inc_1', at = 0) =>
  savePrecedents(
    { db: store.db, workspaceId: 'T1' },
    incidentId,
    ids.map((solutionId, index) => ({ solutionId, rank: index + 1, confidence: 0.8, why: ['why "it"'] })),
    minute(at),
  );
async function inUse(incidentId = 'inc_1'): Promise<string[]> {
  const kept = await precedentsOf({ db: store.db, workspaceId: 'T1' }, incidentId);
  return kept.filter((precedent) => precedent.inUse).map((precedent) => precedent.solutionId);
}

describe('the precedents of an incident', () => {
  it('are kept by rank, the first in use', async () => {
    await save(['sol_b', 'sol_a']);
    const kept = await precedentsOf({ db: store.db, workspaceId: 'T1' }, 'inc_1');
    expect(kept.map((precedent) => [precedent.solutionId, precedent.rank])).toEqual([
      ['sol_b', 1],
      ['sol_a', 2],
    ]);
    expect(kept[0]?.why).toEqual(['why "it"']);
    expect(await inUse()).toEqual(['sol_b']);
  });

  it('keep the one in use when a second look ranks another first', async () => {
    await save(['sol_b', 'sol_a']);
    await save(['sol_c', 'sol_b']);
    expect(await inUse()).toEqual(['sol_b']);
    expect(await precedentsOf({ db: store.db, workspaceId: 'T1' }, 'inc_1')).toHaveLength(3);
  });

  it('have a rank each, those that are found no more behind the others', async () => {
    await save(['sol_a', 'sol_b']);
    await save(['sol_c']);
    await save(['sol_b', 'sol_c']);
    const kept = await precedentsOf({ db: store.db, workspaceId: 'T1' }, 'inc_1');
    expect(kept.map((precedent) => [precedent.rank, precedent.solutionId])).toEqual([
      [1, 'sol_b'],
      [2, 'sol_c'],
      [3, 'sol_a'],
    ]);
  });

  it('have one in use, which a person may change', async () => {
    await save(['sol_a', 'sol_b']);
    expect(await usePrecedent({ db: store.db, workspaceId: 'T1' }, 'inc_1', 'sol_b')).toBe(true);
    expect(await inUse()).toEqual(['sol_b']);
    expect(await usePrecedent({ db: store.db, workspaceId: 'T1' }, 'inc_1', 'sol_c')).toBe(false);
    expect(await usePrecedent({ db: store.db, workspaceId: 'T2' }, 'inc_1', 'sol_a')).toBe(false);
    expect(await inUse()).toEqual(['sol_b']);
  });

  it('leave another incident’s choice alone', async () => {
    await save(['sol_a', 'sol_b']);
    await save(['sol_a', 'sol_b'], 'inc_2');
    await usePrecedent({ db: store.db, workspaceId: 'T1' }, 'inc_1', 'sol_b');
    expect(await inUse('inc_2')).toEqual(['sol_a']);
  });

  it('stay as they were when a second look finds nothing', async () => {
    await save(['sol_a']);
    await save([]);
    expect(await inUse()).toEqual(['sol_a']);
  });
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../src/store/connection/open.ts';
import { incidentsBetween } from '../../../src/store/incidents/trend-incidents.ts';
import { savePrecedents } from '../../../src/store/precedents/precedents.ts';
import { decideDraft, linkDraftTo } from '../../../src/store/solutions/draft-decisions.ts';
import { insertOccurrence } from '../../../src/store/solutions/solution-occurrences.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addIncident, addSolution, minute, start } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate solutions, incidents cascade`);
});

const between = () => incidentsBetween({ db: store.db, workspaceId: 'T1' }, 'C1', start, minute(10_000));

it('of more incidents than are read the newest are, oldest first', async () => {
  await addIncident(store.db, { id: 'inc_0' });
  await store.db.execute(sql`
    insert into incidents select (jsonb_populate_record(i, jsonb_build_object(
      'incident_id', 'inc_' || n, 'thread_ts', n || '.1', 'opened_at', i.opened_at + n * interval '1 minute'))).*
    from incidents i, generate_series(1, 5001) n`);
  const found = await between();
  expect(found).toHaveLength(5_000);
  expect([found[0]?.id, found.at(-1)?.id]).toEqual(['inc_2', 'inc_5001']);
});

it('an incident that was counted to a fix has taught nothing once that fix is out of the library', async () => {
  await addIncident(store.db, { id: 'inc_1' });
  await addSolution(store.db, { id: 'sol_a' });
  await insertOccurrence({ db: store.db, workspaceId: 'T1' }, 'sol_a', {
    channelId: 'C1',
    threadTs: 'inc_1.1',
    incidentId: 'inc_1',
    draftId: 'sol_b',
    occurredAt: start,
    outcome: 'worked',
    timeToResolutionMinutes: 5,
    mergedVersion: null,
  });
  expect((await between())[0]?.taughtSolutionId).toBe('sol_a');
  await decideDraft({ db: store.db, workspaceId: 'T1' }, 'sol_a', {
    status: 'retired',
    by: null,
    at: minute(1),
  });
  expect((await between())[0]?.taughtSolutionId).toBeNull();
});

it('an incident that was answered has no fix once the precedent is out of the library, unless it was merged', async () => {
  await addIncident(store.db, { id: 'inc_1' });
  for (const id of ['sol_a', 'sol_b']) await addSolution(store.db, { id });
  const precedent = { solutionId: 'sol_a', rank: 1, confidence: 0.9, why: [] };
  await savePrecedents({ db: store.db, workspaceId: 'T1' }, 'inc_1', [precedent], start);
  expect((await between())[0]).toMatchObject({ answered: true, solutionId: 'sol_a' });
  const of = { workspaceId: 'T1', solutionId: 'sol_a', version: 1 };
  await linkDraftTo(store.db, of, { into: 'sol_b', by: 'U1', at: minute(1) });
  expect((await between())[0]).toMatchObject({ answered: true, solutionId: 'sol_b' });
  await decideDraft({ db: store.db, workspaceId: 'T1' }, 'sol_b', {
    status: 'retired',
    by: null,
    at: minute(2),
  });
  expect((await between())[0]).toMatchObject({ answered: true, solutionId: null });
});

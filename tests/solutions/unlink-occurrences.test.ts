import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Job } from '../../src/library/job.ts';
import { unlinkOccurrences } from '../../src/solutions/unlink-occurrences.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { linkDraftTo } from '../../src/store/solutions/draft-decisions.ts';
import { insertOccurrence, occurrencesOf } from '../../src/store/solutions/solution-occurrences.ts';
import { countSolutions } from '../../src/store/solutions/solutions.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { testCtx } from '../setup/test-ctx.ts';
import { addSolution, minute } from '../store/sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

it('every thread that was counted to a fix is a draft again once that left the library, however many they are', async () => {
  const seen = 120;
  await addSolution(store.db, { id: 'sol_often' });
  for (let time = 0; time < seen; time += 1) {
    const draftId = `sol_${time}`;
    await addSolution(store.db, { id: draftId, status: 'draft' });
    const draft = { workspaceId: 'T1', solutionId: draftId, version: 1 };
    await linkDraftTo(store.db, draft, { into: 'sol_often', by: null, at: minute(time) });
    await insertOccurrence({ db: store.db, workspaceId: 'T1' }, 'sol_often', {
      channelId: 'C1',
      threadTs: `${draftId}.1`,
      incidentId: `inc_${time}`,
      draftId,
      occurredAt: minute(time),
      outcome: 'worked',
      timeToResolutionMinutes: null,
      mergedVersion: null,
    });
  }
  const jobs: Job[] = [];
  await unlinkOccurrences(
    testCtx(store.db, jobs, () => minute(1_000)),
    'sol_often',
  );
  expect(await countSolutions({ db: store.db, workspaceId: 'T1' }, 'operator')).toEqual({
    draft: seen,
    active: 1,
    retired: 0,
    past: 0,
  });
  expect(await occurrencesOf({ db: store.db, workspaceId: 'T1' }, 'sol_often')).toEqual([]);
  expect(jobs.filter(({ name }) => name === 'capture')).toHaveLength(seen);
  // As a past incident each is found again.
  expect(jobs.filter(({ name }) => name === 'index')).toHaveLength(seen);
});

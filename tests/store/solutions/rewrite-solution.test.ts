import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../../src/store/connection/open.ts';
import { lockSolutionsFromMessage } from '../../../src/store/solutions/rewrite-solution.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addSolution } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

it('every solution that a message taught is found, however small a page is', async () => {
  const ids = ['sol_a', 'sol_b', 'sol_c', 'sol_d', 'sol_e'];
  for (const id of ids) await addSolution(store.db, { id, threadTs: '1.1' });
  await addSolution(store.db, { id: 'sol_other', threadTs: '2.1' });
  const message = { channelId: 'C1', ts: '1.2', threadTs: '1.1' };
  const locked = await store.db.transaction((tx) =>
    lockSolutionsFromMessage({ db: tx, workspaceId: 'T1' }, message, 2),
  );
  expect(locked.map(({ id }) => id)).toEqual(ids);
});

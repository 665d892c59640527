import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../../src/store/connection/open.ts';
import { insertOccurrence, linkedThreadContents } from '../../../src/store/solutions/solution-occurrences.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addSolution, minute } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

async function linkOccurrence(solutionId: string, draftId: string, at: number): Promise<void> {
  await addSolution(store.db, { id: draftId, status: 'retired' });
  await insertOccurrence({ db: store.db, workspaceId: 'T1' }, solutionId, {
    channelId: 'C1',
    threadTs: `${draftId}.1`,
    incidentId: null,
    draftId,
    occurredAt: minute(at),
    outcome: 'worked',
    timeToResolutionMinutes: null,
    mergedVersion: null,
  });
}

it('a fix that was seen very often leaves room for what was counted to the others', async () => {
  for (const id of ['sol_often', 'sol_rare']) await addSolution(store.db, { id });
  for (let time = 1; time <= 45; time += 1) await linkOccurrence('sol_often', `sol_${time}`, time);
  await linkOccurrence('sol_rare', 'sol_once', 0);
  const occurrences = await linkedThreadContents({ db: store.db, workspaceId: 'T1' }, [
    'sol_often',
    'sol_rare',
  ]);
  const often = occurrences.get('sol_often') ?? [];
  expect(often).toHaveLength(20);
  expect([often[0], often.at(-1)].map((each) => [each?.content.title, each?.occurredAt])).toEqual([
    ['sol_45', minute(45)],
    ['sol_26', minute(26)],
  ]);
  expect(occurrences.get('sol_rare')?.map((each) => each.content.title)).toEqual(['sol_once']);
});

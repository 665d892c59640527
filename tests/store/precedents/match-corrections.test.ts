import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/library/effectiveness.ts';
import type { MatchFit } from '../../../src/library/match-correction.ts';
import type { Store } from '../../../src/store/connection/open.ts';
import { addMark, removeMark } from '../../../src/store/precedents/feedback.ts';
import {
  correctionOf,
  judgedPrecedents,
  readFit,
  saveFit,
} from '../../../src/store/precedents/match-corrections.ts';
import { savePrecedents } from '../../../src/store/precedents/precedents.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addIncident, addSolution, minute } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate solutions, incidents, match_corrections cascade`);
  for (const id of ['sol_a', 'sol_b']) await addSolution(store.db, { id });
  await addIncident(store.db, { id: 'inc_1' });
});

const signalsOf = (logOdds: number) => ({
  ...{ logOdds, signatures: 0.5, service: 1, environment: -1, recent: 0.25, meaning: 0, effective: 0 },
});
const show = (solutionId: string, logOdds: number | null) =>
  savePrecedents(
    { db: store.db, workspaceId: 'T1' },
    'inc_1',
    [
      {
        ...{ solutionId, rank: 1, confidence: 0.9, why: [] },
        ...(logOdds === null ? {} : { signals: signalsOf(logOdds) }),
      },
    ],
    minute(0),
  );
const markOf = (userId: string, verdict: Verdict, at: number, solutionId = 'sol_a') => ({
  ...{ workspaceId: 'T1', incidentId: 'inc_1', solutionId, userId, mark: `${verdict}_${at}`, verdict },
  at: minute(at),
});
const mark = (...given: Parameters<typeof markOf>) => addMark(store.db, markOf(...given));
const judged = async () =>
  (await judgedPrecedents({ db: store.db, workspaceId: 'T1' })).map(({ worked }) => worked);

describe('the precedents that people judged', () => {
  it('come with what spoke for them, as it was before the first verdict', async () => {
    await show('sol_a', 1);
    await show('sol_a', 2);
    await mark('U1', 'failed', 1);
    await show('sol_a', 3);
    expect(await judgedPrecedents({ db: store.db, workspaceId: 'T1' })).toEqual([
      { incidentId: 'inc_1', worked: false, shown: signalsOf(2) },
    ]);
    expect(await judgedPrecedents({ db: store.db, workspaceId: 'T2' })).toEqual([]);
  });

  it('keep what spoke for them when they are saved again without it', async () => {
    await show('sol_a', 1);
    await show('sol_a', null);
    await mark('U1', 'worked', 1);
    expect((await judgedPrecedents({ db: store.db, workspaceId: 'T1' })).map(({ shown }) => shown)).toEqual([
      signalsOf(1),
    ]);
  });

  it('go by the latest word of each person, and by most persons', async () => {
    await show('sol_a', 1);
    await mark('U1', 'worked', 1);
    await mark('U1', 'failed', 2);
    expect(await judged()).toEqual([false]);
    await mark('U2', 'partial', 3);
    expect(await judged()).toEqual([]);
    await mark('U3', 'worked', 4);
    expect(await judged()).toEqual([true]);
    await removeMark(store.db, { ...markOf('U3', 'worked', 4), at: minute(5) });
    expect(await judged()).toEqual([]);
  });

  it('leave out what was shown before its signals were kept', async () => {
    await show('sol_a', null);
    await show('sol_b', 1);
    await mark('U1', 'worked', 1);
    await mark('U1', 'failed', 1, 'sol_b');
    expect(await judged()).toEqual([false]);
  });
});

describe('a fit', () => {
  const correction = {
    ...{ bias: -0.5, logOdds: 0.1, signatures: 0, service: 1.5, environment: 0 },
    ...{ recent: 0, meaning: 0, effective: 0.25 },
  };
  const kept: MatchFit = { correction, labelled: 50, lossDefault: 0.5, lossCorrected: 0.25 };

  it('is one for a workspace, and corrects only its own', async () => {
    expect(await readFit({ db: store.db, workspaceId: 'T1' })).toBeNull();
    await saveFit({ db: store.db, workspaceId: 'T1' }, kept, minute(0));
    expect(await readFit({ db: store.db, workspaceId: 'T1' })).toEqual(kept);
    expect(await correctionOf({ db: store.db, workspaceId: 'T1' })).toEqual(correction);
    expect(await correctionOf({ db: store.db, workspaceId: 'T2' })).toBeNull();
  });

  it('takes back the one before when it is no better than the default', async () => {
    await saveFit({ db: store.db, workspaceId: 'T1' }, kept, minute(0));
    await saveFit(
      { db: store.db, workspaceId: 'T1' },
      { ...kept, correction: null, labelled: 60 },
      minute(1),
    );
    expect(await correctionOf({ db: store.db, workspaceId: 'T1' })).toBeNull();
    expect((await readFit({ db: store.db, workspaceId: 'T1' }))?.labelled).toBe(60);
  });
});

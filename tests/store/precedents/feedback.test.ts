import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/library/effectiveness.ts';
import type { Store } from '../../../src/store/connection/open.ts';
import { deleteIncident } from '../../../src/store/incidents/incidents.ts';
import { addMark, effectivenessOfSolutions, removeMark } from '../../../src/store/precedents/feedback.ts';
import { savePrecedents } from '../../../src/store/precedents/precedents.ts';
import { insertOccurrence } from '../../../src/store/solutions/solution-occurrences.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addIncident, addSolution, minute } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate solutions, incidents cascade`);
  await addSolution(store.db, { id: 'sol_a' });
  for (const id of ['inc_1', 'inc_2']) {
    await addIncident(store.db, { id });
    const precedent = { solutionId: 'sol_a', rank: 1, confidence: 0.9, why: [] };
    await savePrecedents({ db: store.db, workspaceId: 'T1' }, id, [precedent], minute(0));
  }
});

const mark = (
  name: string,
  verdict: Verdict,
  at: number,
  userId = 'U1',
  incidentId = 'inc_1',
  solutionId = 'sol_a',
) =>
  addMark(store.db, {
    workspaceId: 'T1',
    incidentId,
    solutionId,
    userId,
    mark: name,
    verdict,
    at: minute(at),
  });
const removeMarkOf = (name: string, at = 1_000, userId = 'U1') =>
  removeMark(store.db, {
    workspaceId: 'T1',
    incidentId: 'inc_1',
    solutionId: 'sol_a',
    userId,
    mark: name,
    verdict: 'worked',
    at: minute(at),
  });
async function score(id = 'sol_a') {
  const { worked, partial, failed } =
    (await effectivenessOfSolutions({ db: store.db, workspaceId: 'T1' }, [id])).get(id) ?? {};
  return { worked, partial, failed };
}
const worked = { worked: 1, partial: 0, failed: 0 };
const failed = { worked: 0, partial: 0, failed: 1 };
const nothing = { worked: 0, partial: 0, failed: 0 };

describe('feedback', () => {
  it('counts a person once for an incident, by their latest word', async () => {
    await mark('white_check_mark', 'worked', 1);
    await mark('button', 'worked', 2);
    expect(await score()).toEqual(worked);
    await mark('x', 'failed', 3);
    expect(await score()).toEqual(failed);
  });

  it('counts each person and each incident', async () => {
    await mark('x', 'failed', 1, 'U1');
    await mark('x', 'failed', 1, 'U2');
    await mark('warning', 'partial', 1, 'U1', 'inc_2');
    expect(await score()).toEqual({ worked: 0, partial: 1, failed: 2 });
  });

  it('falls back to an earlier word when the latest is taken back', async () => {
    await mark('white_check_mark', 'worked', 1);
    await mark('x', 'failed', 2);
    expect(await removeMarkOf('x')).toEqual(['sol_a']);
    expect(await score()).toEqual(worked);
    await removeMarkOf('white_check_mark');
    expect(await score()).toEqual(nothing);
    expect(await removeMarkOf('white_check_mark')).toEqual([]);
  });

  it('lets no older event that comes late beat a newer one', async () => {
    await mark('button', 'failed', 5);
    await mark('button', 'worked', 3);
    expect(await score()).toEqual(failed);
    await mark('button', 'worked', 6);
    expect(await score()).toEqual(worked);
    await mark('x', 'failed', 4);
    expect(await score()).toEqual(worked);
  });

  it('keeps a mark that was set again after the removal which comes late', async () => {
    await mark('x', 'failed', 5);
    expect(await removeMarkOf('x', 4)).toEqual([]);
    expect(await score()).toEqual(failed);
  });

  it('lets a removal that comes before its addition win, and a later addition count again', async () => {
    expect(await removeMarkOf('x', 4)).toEqual([]);
    await mark('x', 'failed', 3);
    expect(await score()).toEqual(nothing);
    await mark('x', 'failed', 5);
    expect(await score()).toEqual(failed);
    await removeMarkOf('x', 7);
    await removeMarkOf('x', 6);
    await mark('x', 'failed', 6);
    expect(await score()).toEqual(nothing);
  });

  it('remembers a removal whichever precedent is in use when the addition comes', async () => {
    await addSolution(store.db, { id: 'sol_b' });
    const other = { solutionId: 'sol_b', rank: 2, confidence: 0.8, why: [] };
    await savePrecedents({ db: store.db, workspaceId: 'T1' }, 'inc_1', [other], minute(0));
    await removeMarkOf('x', 4);
    const late = { incidentId: 'inc_1', solutionId: 'sol_b', userId: 'U1', mark: 'x' };
    await addMark(store.db, { workspaceId: 'T1', ...late, verdict: 'failed', at: minute(3) });
    expect(await score('sol_b')).toEqual(nothing);
  });

  it('takes back only the mark of that person', async () => {
    await mark('x', 'failed', 1, 'U1');
    await removeMarkOf('x', 9, 'U2');
    expect(await score()).toEqual(failed);
  });

  it('counts the incident that taught a solution as one that worked, if its thread showed so', async () => {
    await addSolution(store.db, { id: 'sol_proven', proven: true });
    expect(await score('sol_proven')).toEqual(worked);
    expect(await score('sol_a')).toEqual(nothing);
  });

  it('brings along what was said of a fix that is counted to it now, each person once for an incident', async () => {
    await addSolution(store.db, { id: 'sol_twin' });
    const duplicate = { solutionId: 'sol_twin', rank: 2, confidence: 0.8, why: [] };
    for (const id of ['inc_1', 'inc_2'])
      await savePrecedents({ db: store.db, workspaceId: 'T1' }, id, [duplicate], minute(0));
    await mark('x', 'failed', 1, 'U1', 'inc_1');
    await mark('button', 'worked', 2, 'U1', 'inc_1', 'sol_twin');
    await mark('button', 'partial', 3, 'U2', 'inc_2', 'sol_twin');
    expect([await score(), await score('sol_twin')]).toEqual([failed, { worked: 1, partial: 1, failed: 0 }]);

    await insertOccurrence({ db: store.db, workspaceId: 'T1' }, 'sol_a', {
      channelId: 'C1',
      threadTs: '9.1',
      incidentId: null,
      draftId: 'sol_twin',
      occurredAt: minute(4),
      outcome: 'unknown',
      timeToResolutionMinutes: null,
      mergedVersion: null,
    });
    expect([await score(), await score('sol_twin')]).toEqual([{ worked: 1, partial: 1, failed: 0 }, nothing]);
  });

  it('counts an incident once where its thread and what was said of a merged fix both speak of it', async () => {
    for (const id of ['sol_twin', 'sol_taught']) await addSolution(store.db, { id });
    const duplicate = { solutionId: 'sol_twin', rank: 2, confidence: 0.8, why: [] };
    await savePrecedents({ db: store.db, workspaceId: 'T1' }, 'inc_1', [duplicate], minute(0));
    await mark('button', 'failed', 1, 'U1', 'inc_1', 'sol_twin');
    const counted = {
      channelId: 'C1',
      occurredAt: minute(4),
      timeToResolutionMinutes: null,
      mergedVersion: null,
    };
    await insertOccurrence({ db: store.db, workspaceId: 'T1' }, 'sol_a', {
      ...counted,
      threadTs: '9.1',
      incidentId: null,
      draftId: 'sol_twin',
      outcome: 'unknown',
    });
    await insertOccurrence({ db: store.db, workspaceId: 'T1' }, 'sol_a', {
      ...counted,
      threadTs: '9.2',
      incidentId: 'inc_1',
      draftId: 'sol_taught',
      outcome: 'worked',
    });
    expect(await score()).toEqual(failed);
  });

  it('says nobody’s word of a solution that it does not know, and nothing when not asked', async () => {
    expect(
      (await effectivenessOfSolutions({ db: store.db, workspaceId: 'T1' }, ['sol_none'])).get('sol_none')
        ?.score,
    ).toBe(0.5);
    expect((await effectivenessOfSolutions({ db: store.db, workspaceId: 'T1' }, [])).size).toBe(0);
  });

  it('never counts the word of another workspace', async () => {
    await mark('x', 'failed', 1);
    const scores = await effectivenessOfSolutions({ db: store.db, workspaceId: 'T2' }, ['sol_a']);
    expect(scores.get('sol_a')?.failed).toBe(0);
  });

  it('goes with its incident', async () => {
    await mark('x', 'failed', 1);
    await deleteIncident({ db: store.db, workspaceId: 'T1' }, 'inc_1');
    expect(await score()).toEqual(nothing);
  });
});

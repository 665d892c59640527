import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordReaction } from '../../src/learn/record-reaction.ts';
import type { Job } from '../../src/library/job.ts';
import { watchChannel } from '../../src/store/channels/channels.ts';
import { rowsOf } from '../../src/store/connection/db.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { precedentsOf, savePrecedents } from '../../src/store/precedents/precedents.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { testCtx } from '../setup/test-ctx.ts';
import { addIncident, addSolution, minute } from '../store/sample-rows.ts';

const channel = {
  workspaceId: 'T1',
  channelId: 'C1',
  name: 'incidents',
  isPrivate: false,
  isExtShared: false,
};

let store: Store;
let jobs: Job[];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate solutions, incidents, feedback_marks cascade`);
  await watchChannel(store.db, { ...channel, mode: 'incidents' }, { userId: null, at: minute(0) });
  await addIncident(store.db, { id: 'inc_1' });
  for (const id of ['sol_a', 'sol_b', 'sol_c']) await addSolution(store.db, { id });
  const found = ['sol_a', 'sol_b', 'sol_c'].map((solutionId, place) => ({
    solutionId,
    rank: place + 1,
    confidence: 0.9,
    why: [],
  }));
  await savePrecedents(ctx(), 'inc_1', found, minute(0));
  jobs = [];
});

const ctx = () => testCtx(store.db, jobs, () => minute(1));
const react = (emoji: string, added = true, at = minute(2)) =>
  recordReaction(ctx(), { incidentId: 'inc_1', userId: 'U1', emoji, added, at });
const remove = (id: string) =>
  store.db.execute(sql`update solutions set status = 'retired' where solution_id = ${id}`);
const marks = async () =>
  rowsOf<{ mark: string }>(
    await store.db.execute(
      sql`select solution_id || ' ' || verdict as mark from feedback_marks where not is_removed order by 1`,
    ),
  ).map(({ mark }) => mark);
const inUse = async () => (await precedentsOf(ctx(), 'inc_1')).find((each) => each.inUse)?.solutionId;

describe('a reaction on an answer', () => {
  it('is a verdict on the fix that the answer shows first', async () => {
    await react('white_check_mark');
    expect(await marks()).toEqual(['sol_a worked']);
  });

  it('is none on a fix that left the library and is shown no more', async () => {
    await remove('sol_a');
    await react('x');
    expect(await marks()).toEqual(['sol_b failed']);
  });

  it('is none on a fix that the channel may not see', async () => {
    await store.db.execute(
      sql`update solutions set visibility = 'channel', source_channel_id = 'C9' where solution_id = 'sol_a'`,
    );
    await react('white_check_mark');
    expect(await marks()).toEqual(['sol_b worked']);
  });

  it('chooses only what is shown', async () => {
    await remove('sol_b');
    await react('two');
    expect(await inUse()).toBe('sol_a');
    await react('three');
    expect(await inUse()).toBe('sol_c');
  });

  it('is taken back also when the fix that it was about is shown no more', async () => {
    await react('white_check_mark');
    await remove('sol_a');
    await react('white_check_mark', false, minute(3));
    expect(await marks()).toEqual([]);
  });

  it('says nothing where no fix is shown any more, and can still be taken back', async () => {
    await react('white_check_mark');
    for (const id of ['sol_a', 'sol_b', 'sol_c']) await remove(id);
    await react('x', true, minute(3));
    expect(await marks()).toEqual(['sol_a worked']);
    await react('white_check_mark', false, minute(4));
    expect(await marks()).toEqual([]);
  });
});

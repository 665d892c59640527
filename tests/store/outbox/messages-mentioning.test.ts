import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/connection/open.ts';
import { type Mention, replaceMentions } from '../../../src/store/outbox/mentions.ts';
import {
  digestsElsewhereFrom,
  digestsMentioning,
  draftsMentioning,
  incidentsAnsweredWith,
  incidentsElsewhereAnsweredFrom,
  incidentsElsewhereOfferingMerge,
} from '../../../src/store/outbox/messages-mentioning.ts';
import { type OutboxMessage, withdrawOutbox, writeOutbox } from '../../../src/store/outbox/outbox.ts';
import { changeSolution } from '../../../src/store/solutions/change-solution.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addSolution, minute } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate outbox, solutions cascade`);
});

const scope = (workspaceId = 'T1') => ({ db: store.db, workspaceId });

/** A message that stands in #C1 unless told, and mentions these solutions unless told. */
async function message(
  kind: OutboxMessage['kind'],
  id: string,
  mentions: Mention[],
  { at = 0, channelId = 'C1', workspaceId = 'T1' } = {},
): Promise<void> {
  const body = { text: 'words that name nobody and nothing', blocks: [] };
  const place = { channelId, threadTs: null, incidentId: kind === 'digest' ? null : `inc_${id}` };
  const key = kind === 'digest' ? `digest:${channelId}:${id}` : `${kind}:${id}`;
  const solutionId = kind === 'draft' ? `sol_${id}` : null;
  await writeOutbox(store.db, { workspaceId, key, kind, ...place, solutionId, body }, minute(at));
  await replaceMentions(scope(workspaceId), key, mentions);
}

const solution = (id: string): Mention => ({ kind: 'solution', id });

describe('the answers that show a solution', () => {
  it('are found to the last one, however small a page is', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    for (const id of ids) await message('answer', id, [solution('sol_x')]);
    await message('answer', 'other', [solution('sol_y')]);
    await message('draft', 'draft', [solution('sol_x')]);
    await message('answer', 'foreign', [solution('sol_x')], { workspaceId: 'T2' });
    expect(await incidentsAnsweredWith(scope(), 'sol_x', { pageSize: 2 })).toEqual(
      ids.map((id) => `inc_${id}`),
    );
  });

  it('are the newest where only so many are asked for', async () => {
    for (const [at, id] of ['a', 'b', 'c'].entries())
      await message('answer', id, [solution('sol_x')], { at });
    expect(await incidentsAnsweredWith(scope(), 'sol_x', { newest: 2 })).toEqual(['inc_c', 'inc_b']);
  });

  it('no longer show it once they say something else, or are withdrawn', async () => {
    await message('answer', 'a', [solution('sol_x'), solution('sol_y')]);
    await replaceMentions(scope(), 'answer:a', [solution('sol_y'), solution('sol_y')]);
    expect(await incidentsAnsweredWith(scope(), 'sol_x')).toEqual([]);
    expect(await incidentsAnsweredWith(scope(), 'sol_y')).toEqual(['inc_a']);
    await withdrawOutbox(scope(), { incidentId: 'inc_a' });
    expect(await incidentsAnsweredWith(scope(), 'sol_y')).toEqual([]);
  });
});

describe('the drafts that show a solution', () => {
  it('are those that nobody decided on, and those linked to it, to the last one', async () => {
    await addSolution(store.db, { id: 'sol_x' });
    for (const id of ['a', 'b', 'c', 'd', 'e', 'saved', 'linked', 'gone']) {
      await addSolution(store.db, { id: `sol_${id}`, status: 'draft' });
      await message('draft', id, [solution('sol_x')]);
    }
    const change = (id: string, to: Parameters<typeof changeSolution>[2]) => changeSolution(scope(), id, to);
    await change('sol_e', { status: 'active', savedBy: 'bot' });
    await change('sol_saved', { status: 'active', savedBy: 'person', decidedBy: 'U1' });
    await change('sol_linked', { status: 'retired', mergedInto: 'sol_x' });
    await change('sol_gone', { status: 'retired' });
    const drafts = await draftsMentioning(scope(), 'sol_x', 2);
    expect(drafts.map(({ solutionId, linked }) => [solutionId, linked])).toEqual([
      ['sol_a', false],
      ['sol_b', false],
      ['sol_c', false],
      ['sol_d', false],
      ['sol_e', false],
      ['sol_linked', true],
    ]);
  });
});

describe('what stands in other channels of what this one taught', () => {
  beforeEach(async () => {
    for (const id of ['sol_1', 'sol_2', 'sol_3']) await addSolution(store.db, { id, channelId: 'C1' });
    await addSolution(store.db, { id: 'sol_other', channelId: 'C2' });
  });

  it('are answers, each once, to the last one', async () => {
    const all = [solution('sol_1'), solution('sol_2')];
    for (const id of ['a', 'b', 'c']) await message('answer', id, all, { channelId: 'C2' });
    await message('answer', 'own', all, { channelId: 'C1' });
    await message('answer', 'others', [solution('sol_other')], { channelId: 'C3' });
    expect(await incidentsElsewhereAnsweredFrom(scope(), 'C1', 1)).toEqual(['inc_a', 'inc_b', 'inc_c']);
  });

  it('are offers to merge, to the last one', async () => {
    for (const id of ['a', 'b', 'c', 'saved']) {
      await addSolution(store.db, { id: `sol_${id}`, status: 'draft', channelId: 'C2' });
      await changeSolution(scope(), `sol_${id}`, { incidentId: `inc_${id}` });
      await message('draft', id, [solution('sol_3')], { channelId: 'C2' });
    }
    await changeSolution(scope(), 'sol_saved', { status: 'active', savedBy: 'person' });
    expect(await incidentsElsewhereOfferingMerge(scope(), 'C1', 1)).toEqual(['inc_a', 'inc_b', 'inc_c']);
  });

  it('are digests, to the last one', async () => {
    const weeks = ['2026-W01', '2026-W02', '2026-W03'];
    for (const week of weeks) await message('digest', week, [solution('sol_1')], { channelId: 'C2' });
    await message('digest', '2026-W01', [solution('sol_1')], { channelId: 'C1' });
    expect(await digestsElsewhereFrom(scope(), 'C1', 2)).toEqual(
      weeks.map((week) => ({ channelId: 'C2', week })),
    );
  });
});

describe('digests', () => {
  it('are found by an incident or a solution that they list, to the last one', async () => {
    const incident: Mention = { kind: 'incident', id: 'inc_1' };
    await message('digest', '2026-W01', [incident]);
    await message('digest', '2026-W02', [solution('sol_1'), incident]);
    await message('digest', '2026-W03', [solution('inc_1')]);
    await message('digest', '2026-W04', [incident], { channelId: 'import:odd:name' });
    const listed = { incidentIds: ['inc_1'], solutionIds: ['sol_1'] };
    expect(await digestsMentioning(scope(), listed, 1)).toEqual([
      { channelId: 'C1', week: '2026-W01' },
      { channelId: 'C1', week: '2026-W02' },
      { channelId: 'import:odd:name', week: '2026-W04' },
    ]);
    expect(await digestsMentioning(scope(), { incidentIds: [], solutionIds: [] })).toEqual([]);
  });
});

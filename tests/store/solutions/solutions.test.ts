import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../src/library/viewer.ts';
import type { Store } from '../../../src/store/connection/open.ts';
import { decideDraft, deleteDraftsOfThread } from '../../../src/store/solutions/draft-decisions.ts';
import { wasEdited, writeVersion } from '../../../src/store/solutions/solution-versions.ts';
import {
  countSolutions,
  findSolution,
  findSolutionOfThread,
  findSolutions,
  listSolutions,
  setVisibilityOfChannel,
} from '../../../src/store/solutions/solutions.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addSolution, contentOf, minute } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate solutions cascade`);
});

const find = (id: string, viewer: Viewer = 'operator', workspaceId = 'T1') =>
  findSolution({ db: store.db, workspaceId }, id, viewer);
const edit = (version: number, title: string, by: string | null = 'U1') =>
  writeVersion(
    store.db,
    { workspaceId: 'T1', solutionId: 'sol_a', version },
    { content: contentOf(title), proven: true, by, at: minute(5), reason: 'edited' },
  );

describe('versions', () => {
  it('lets one of two editors of the same version win', async () => {
    await addSolution(store.db, { id: 'sol_a' });
    expect((await Promise.all([edit(1, 'mine'), edit(1, 'yours')])).toSorted()).toEqual([false, true]);
    expect(await find('sol_a')).toMatchObject({ version: 2, proven: true, updatedAt: minute(5) });
    expect(await edit(1, 'late')).toBe(false);
    expect(await edit(2, 'next')).toBe(true);
    expect((await find('sol_a'))?.content.title).toBe('next');
  });

  it('does not write over what was retired, nor what is not there', async () => {
    await addSolution(store.db, { id: 'sol_a', status: 'retired' });
    expect(await edit(1, 'mine')).toBe(false);
    await store.db.execute(sql`truncate solutions cascade`);
    expect(await edit(1, 'mine')).toBe(false);
  });

  it('knows whether a person edited it, or only capture did', async () => {
    await addSolution(store.db, { id: 'sol_a', status: 'draft' });
    expect(await wasEdited({ db: store.db, workspaceId: 'T1' }, 'sol_a')).toBe(false);
    await edit(1, 'captured again', null);
    expect(await wasEdited({ db: store.db, workspaceId: 'T1' }, 'sol_a')).toBe(false);
    await edit(2, 'mine', 'U1');
    expect(await wasEdited({ db: store.db, workspaceId: 'T1' }, 'sol_a')).toBe(true);
  });

  it('keeps text that no database likes', async () => {
    await addSolution(store.db, { id: 'sol_a', content: contentOf('half \ud83d nil \u0000 end') });
    expect((await find('sol_a'))?.content.title).toBe('half \ufffd nil  end');
  });
});

describe('decideDraft', () => {
  it('is decided once, by the first', async () => {
    await addSolution(store.db, { id: 'sol_a', status: 'draft' });
    const decide = (status: 'active' | 'retired', by: string) =>
      decideDraft({ db: store.db, workspaceId: 'T1' }, 'sol_a', {
        status,
        savedBy: 'person',
        by,
        at: minute(1),
      });
    const decided = await Promise.all([
      decide('active', 'U1'),
      decide('retired', 'U2'),
      decide('active', 'U3'),
    ]);
    expect(decided.filter(Boolean)).toHaveLength(1);
    expect(await decide('retired', 'U4')).toBe(false);
    const winner = ['U1', 'U2', 'U3'][decided.indexOf(true)];
    expect((await find('sol_a'))?.decidedBy).toBe(winner);
  });
});

describe('who sees a solution', () => {
  it('asks the same question of every reader', async () => {
    await addSolution(store.db, { id: 'sol_public' });
    await addSolution(store.db, { id: 'sol_secret', channelId: 'G1', visibility: 'channel' });
    const both = ['sol_public', 'sol_secret'];
    for (const [viewer, seen] of [
      ['operator', both],
      [{ workspaceWide: true, channelIds: [] }, ['sol_public']],
      [{ workspaceWide: true, channelIds: ['G1'] }, both],
      [{ workspaceWide: false, channelIds: ['G1'] }, ['sol_secret']],
      [{ workspaceWide: false, channelIds: [] }, []],
    ] as [Viewer, string[]][]) {
      expect(
        (await findSolutions({ db: store.db, workspaceId: 'T1' }, both, viewer)).map((each) => each.id),
      ).toEqual(seen);
      expect(
        (await listSolutions({ db: store.db, workspaceId: 'T1' }, 'active', viewer, 10)).map(
          (each) => each.id,
        ),
      ).toEqual(seen);
      expect((await countSolutions({ db: store.db, workspaceId: 'T1' }, viewer)).active).toBe(seen.length);
      for (const id of both) expect((await find(id, viewer)) !== null).toBe(seen.includes(id));
    }
    expect(await find('sol_public', 'operator', 'T2')).toBeNull();
    expect(await findSolutions({ db: store.db, workspaceId: 'T2' }, both, 'operator')).toEqual([]);
  });

  it('follows a channel that turns private', async () => {
    await addSolution(store.db, { id: 'sol_a', channelId: 'C7' });
    await setVisibilityOfChannel({ db: store.db, workspaceId: 'T1' }, 'C7', 'channel');
    expect(await find('sol_a', { workspaceWide: true, channelIds: [] })).toBeNull();
    expect(await find('sol_a', { workspaceWide: true, channelIds: ['C7'] })).not.toBeNull();
  });
});

describe('lists of solutions', () => {
  it('are newest first, held to their limit, and empty when nobody is asked for', async () => {
    await addSolution(store.db, { id: 'sol_old', status: 'draft', createdAt: minute(1) });
    await addSolution(store.db, { id: 'sol_new', status: 'draft', createdAt: minute(2) });
    await addSolution(store.db, { id: 'sol_active' });
    const drafts = async (limit: number) =>
      (await listSolutions({ db: store.db, workspaceId: 'T1' }, 'draft', 'operator', limit)).map(
        (each) => each.id,
      );
    expect(await drafts(10)).toEqual(['sol_new', 'sol_old']);
    expect(await drafts(1)).toEqual(['sol_new']);
    expect(await findSolutions({ db: store.db, workspaceId: 'T1' }, [], 'operator')).toEqual([]);
    expect(await countSolutions({ db: store.db, workspaceId: 'T1' }, 'operator')).toEqual({
      draft: 2,
      active: 1,
      retired: 0,
      past: 0,
    });
  });

  it('know what a thread taught last', async () => {
    await addSolution(store.db, { id: 'sol_1', threadTs: '5.1', createdAt: minute(1) });
    await addSolution(store.db, { id: 'sol_2', threadTs: '5.1', createdAt: minute(2) });
    expect((await findSolutionOfThread({ db: store.db, workspaceId: 'T1' }, 'C1', '5.1'))?.id).toBe('sol_2');
    expect(await findSolutionOfThread({ db: store.db, workspaceId: 'T1' }, 'C2', '5.1')).toBeNull();
  });

  it('lose the drafts of a thread that is gone, and keep what was saved', async () => {
    await addSolution(store.db, { id: 'sol_draft', threadTs: '5.1', status: 'draft' });
    await addSolution(store.db, { id: 'sol_saved', threadTs: '5.1' });
    await deleteDraftsOfThread({ db: store.db, workspaceId: 'T1' }, 'C1', '5.1');
    expect(await find('sol_draft')).toBeNull();
    expect(await find('sol_saved')).not.toBeNull();
  });
});

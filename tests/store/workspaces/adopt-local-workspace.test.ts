import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChannelByName, insertChannelIfAbsent } from '../../../src/store/channels/channels.ts';
import type { Store } from '../../../src/store/connection/open.ts';
import { findIncident } from '../../../src/store/incidents/incidents.ts';
import { messagesOfIncident, saveMessages } from '../../../src/store/incidents/messages.ts';
import { searchSolutions } from '../../../src/store/search/search-solutions.ts';
import { termCountsOf } from '../../../src/store/search/term-counts.ts';
import { findSolution } from '../../../src/store/solutions/solutions.ts';
import {
  adoptLocalWorkspace,
  localWorkspaceId,
} from '../../../src/store/workspaces/adopt-local-workspace.ts';
import { hashKeyOf } from '../../../src/store/workspaces/hash-key.ts';
import { latestWorkspace, saveWorkspace } from '../../../src/store/workspaces/workspaces.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addIncident, addSolution, index, minute, sampleModel, sampleSpace } from '../sample-rows.ts';

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const known = (workspaceId: string, at: number) =>
  saveWorkspace(
    store.db,
    { workspaceId, name: workspaceId, url: 'https://slack.com/', botUserId: '', botId: '' },
    minute(at),
  );

async function importSomething(): Promise<void> {
  const workspaceId = localWorkspaceId;
  await known(workspaceId, 0);
  const channel = { workspaceId, channelId: 'C1', name: 'incidents', isPrivate: false, isExtShared: false };
  await insertChannelIfAbsent(store.db, channel);
  await addIncident(store.db, { id: 'inc_1', workspaceId });
  const place = { workspaceId, channelId: 'C1', incidentId: 'inc_1' };
  const message = { ts: '1.1', userId: 'U1', isBot: false, text: 'down', editedAt: null };
  await saveMessages(store.db, place, [message]);
  await addSolution(store.db, { id: 'sol_a', workspaceId });
  await index(store.db, 'sol_a', { workspaceId, terms: [[1, 1]] });
}

async function seenBy(workspaceId: string) {
  const found = await searchSolutions(store.db, {
    workspaceId,
    viewer: 'operator',
    terms: new Map([[1, 1]]),
    candidateTermIds: [1],
    embeddingModel: sampleModel,
    embedding: [1, 0, 0],
    limit: 5,
    space: sampleSpace,
  });
  return {
    channel: (await findChannelByName({ db: store.db, workspaceId }, 'incidents'))?.channelId ?? null,
    incident: (await findIncident({ db: store.db, workspaceId }, 'inc_1'))?.id ?? null,
    messages: (await messagesOfIncident({ db: store.db, workspaceId }, 'inc_1')).length,
    solution: (await findSolution({ db: store.db, workspaceId }, 'sol_a', 'operator'))?.id ?? null,
    found: found.map((each) => each.solutionId),
    term: (await termCountsOf({ db: store.db, workspaceId }, [1])).countOf(1),
  };
}

const all = {
  channel: 'C1',
  incident: 'inc_1',
  messages: 1,
  solution: 'sol_a',
  found: ['sol_a'],
  term: 1,
};
const none = { channel: null, incident: null, messages: 0, solution: null, found: [], term: 0 };

describe('adoptLocalWorkspace', () => {
  it('hands all that was imported to the first workspace that connects, once', async () => {
    await importSomething();
    await adoptLocalWorkspace({ db: store.db, workspaceId: 'T1' });
    expect(await seenBy('T1')).toEqual(all);
    expect(await seenBy(localWorkspaceId)).toEqual(none);
    expect((await latestWorkspace(store.db))?.workspaceId).toBe('T1');
    await adoptLocalWorkspace({ db: store.db, workspaceId: 'T2' });
    expect(await seenBy('T2')).toEqual(none);
  });

  it('hands over the key that what was imported is hashed by', async () => {
    await importSomething();
    const key = await hashKeyOf({ db: store.db, workspaceId: localWorkspaceId }, { derivedFromToken: null });
    await adoptLocalWorkspace({ db: store.db, workspaceId: 'T1' });
    await known('T1', 1);
    expect(await hashKeyOf({ db: store.db, workspaceId: 'T1' }, { derivedFromToken: 'of a token' })).toBe(
      key,
    );
  });

  it('leaves it alone when the workspace has a library of its own', async () => {
    await importSomething();
    await known('T1', 1);
    await adoptLocalWorkspace({ db: store.db, workspaceId: 'T1' });
    expect(await seenBy('T1')).toEqual(none);
    expect(await seenBy(localWorkspaceId)).toEqual(all);
  });

  it('does nothing where nothing was imported', async () => {
    await adoptLocalWorkspace({ db: store.db, workspaceId: 'T1' });
    const left = await store.db.execute(sql`select 1 from workspaces`);
    expect((left as unknown as { rows: unknown[] }).rows).toEqual([]);
  });
});

describe('the workspace that a command speaks of', () => {
  it('is the one seen last', async () => {
    await known('T1', 2);
    await known('T2', 1);
    expect((await latestWorkspace(store.db))?.workspaceId).toBe('T1');
    await known('T2', 3);
    expect((await latestWorkspace(store.db))?.workspaceId).toBe('T2');
  });
});

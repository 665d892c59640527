import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  changeChannel,
  findChannel,
  findChannelByName,
  insertChannelIfAbsent,
  unwatchChannel,
  watchChannel,
  watchedChannels,
} from '../../../src/store/channels/channels.ts';
import type { Store } from '../../../src/store/connection/open.ts';
import {
  endIncident,
  findIncident,
  findOpenIncidentByAlert,
  openIncident,
  placeholdersOfThread,
  quietIncidents,
  reopenIncident,
  touchIncident,
} from '../../../src/store/incidents/incidents.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addIncident, minute, nowhere, start } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate incidents, channels cascade`);
});

const find = (id: string) => findIncident({ db: store.db, workspaceId: 'T1' }, id);
const watch = (channelId: string, name = channelId) =>
  watchChannel(
    store.db,
    { workspaceId: 'T1', channelId, name, isPrivate: false, isExtShared: false, mode: 'incidents' },
    { userId: 'U1', at: start },
  );

describe('an incident', () => {
  it('is opened once for a thread, however many ask at once', async () => {
    const open = (id: string) =>
      openIncident(store.db, {
        workspaceId: 'T1',
        id,
        channelId: 'C1',
        threadTs: '1.1',
        status: 'open',
        title: 'down "now" {1} \\ ',
        symptoms: "it's",
        signatures: ['HTTP 503', 'say "no", {x} \\'],
        context: { ...nowhere, service: 'checkout' },
        alertKey: null,
        openedBy: 'U1',
        openedAt: start,
        resolvedAt: null,
        lastActivityAt: start,
        placeholders: {},
      });
    const opened = (await Promise.all(['inc_1', 'inc_2', 'inc_3'].map(open))).filter((each) => each !== null);
    expect(opened).toHaveLength(1);
    expect(await find(opened[0]?.id ?? '')).toMatchObject({
      title: 'down "now" {1} \\ ',
      signatures: ['HTTP 503', 'say "no", {x} \\'],
      context: { service: 'checkout' },
      openedAt: start,
    });
  });

  it('is ended once, and reopened only by what ended it', async () => {
    await addIncident(store.db, { id: 'inc_1' });
    const end = (signal: 'reaction' | 'alert') =>
      endIncident({ db: store.db, workspaceId: 'T1' }, 'inc_1', {
        status: 'resolved',
        by: 'U1',
        at: minute(9),
        signal,
      });
    expect((await Promise.all([end('reaction'), end('reaction')])).toSorted()).toEqual([false, true]);
    expect(await find('inc_1')).toMatchObject({ status: 'resolved', resolvedAt: minute(9) });
    const reopen = (signal: 'reaction' | 'alert', by: string) =>
      reopenIncident({ db: store.db, workspaceId: 'T1' }, 'inc_1', signal, [by]);
    expect(await reopen('alert', 'U1')).toBe(false);
    expect(await reopen('reaction', 'U2')).toBe(false);
    expect(await reopen('reaction', 'U1')).toBe(true);
    expect(await find('inc_1')).toMatchObject({ status: 'open', resolvedAt: null });
  });

  it('moves its last activity forward and never back, and adds placeholders to those it has', async () => {
    await addIncident(store.db, { id: 'inc_1', placeholders: { a: '[ip-1]' } });
    await touchIncident({ db: store.db, workspaceId: 'T1' }, 'inc_1', {
      at: minute(5),
      placeholders: { b: '[ip-2]' },
    });
    await touchIncident({ db: store.db, workspaceId: 'T1' }, 'inc_1', { at: minute(3) });
    expect((await find('inc_1'))?.lastActivityAt).toEqual(minute(5));
    expect(await placeholdersOfThread({ db: store.db, workspaceId: 'T1' }, 'C1', 'inc_1.1')).toEqual({
      a: '[ip-1]',
      b: '[ip-2]',
    });
    expect(await placeholdersOfThread({ db: store.db, workspaceId: 'T1' }, 'C1', 'none')).toEqual({});
  });

  it('is found by its alert while it is open, the newest first', async () => {
    await addIncident(store.db, { id: 'inc_1', alertKey: 'k', openedAt: minute(1) });
    await addIncident(store.db, { id: 'inc_2', alertKey: 'k', openedAt: minute(2) });
    const byAlert = async () =>
      (await findOpenIncidentByAlert({ db: store.db, workspaceId: 'T1' }, 'C1', 'k'))?.id;
    expect(await byAlert()).toBe('inc_2');
    for (const id of ['inc_2', 'inc_1']) {
      await endIncident({ db: store.db, workspaceId: 'T1' }, id, {
        status: 'resolved',
        by: null,
        at: minute(3),
        signal: 'alert',
      });
    }
    expect(await byAlert()).toBeUndefined();
  });

  it('counts as quiet after the hours that its channel allows, while the channel is watched', async () => {
    await watch('C1');
    await changeChannel({ db: store.db, workspaceId: 'T1' }, 'C1', { quietHours: 2 });
    await addIncident(store.db, { id: 'inc_1' });
    await addIncident(store.db, { id: 'inc_other', channelId: 'C2' });
    const quiet = async (at: number) =>
      (await quietIncidents({ db: store.db, workspaceId: 'T1' }, minute(at))).map((each) => each.id);
    expect(await quiet(119)).toEqual([]);
    expect(await quiet(121)).toEqual(['inc_1']);
    await unwatchChannel({ db: store.db, workspaceId: 'T1' }, 'C1');
    expect(await quiet(121)).toEqual([]);
  });

  it('is not ended as quiet when somebody wrote in it after it was found so', async () => {
    await addIncident(store.db, { id: 'inc_1' });
    const found = await find('inc_1');
    const at = found?.lastActivityAt ?? start;
    const end = () =>
      endIncident({ db: store.db, workspaceId: 'T1' }, 'inc_1', {
        status: 'abandoned',
        by: null,
        at,
        signal: 'quiet',
      });
    await touchIncident({ db: store.db, workspaceId: 'T1' }, 'inc_1', { at: minute(200) });
    expect(await end()).toBe(false);
    expect((await find('inc_1'))?.status).toBe('open');
    await store.db.execute(sql`update incidents set last_activity_at = ${at.toISOString()}::timestamptz`);
    expect(await end()).toBe(true);
  });
});

describe('a channel', () => {
  it('says whether it was watched before, and stays known when it is not any more', async () => {
    expect(await watch('C1', 'incidents')).toEqual({ wasWatched: false });
    expect(await watch('C1', 'incidents')).toEqual({ wasWatched: true });
    expect(await unwatchChannel({ db: store.db, workspaceId: 'T1' }, 'C1')).toBe(true);
    expect(await unwatchChannel({ db: store.db, workspaceId: 'T1' }, 'C1')).toBe(false);
    expect(await findChannel({ db: store.db, workspaceId: 'T1' }, 'C1')).toMatchObject({
      watched: false,
      name: 'incidents',
    });
    expect(await watchedChannels({ db: store.db, workspaceId: 'T1' })).toEqual([]);
  });

  it('is not changed by an import that meets it again', async () => {
    await watch('C1', 'incidents');
    await insertChannelIfAbsent(store.db, {
      workspaceId: 'T1',
      channelId: 'C1',
      name: 'old-name',
      isPrivate: true,
      isExtShared: false,
    });
    expect(await findChannel({ db: store.db, workspaceId: 'T1' }, 'C1')).toMatchObject({
      name: 'incidents',
      isPrivate: false,
      watched: true,
    });
  });

  it('is found by its name, the watched one first', async () => {
    await insertChannelIfAbsent(store.db, {
      workspaceId: 'T1',
      channelId: 'C0',
      name: 'incidents',
      isPrivate: false,
      isExtShared: false,
    });
    await watch('C1', 'incidents');
    expect((await findChannelByName({ db: store.db, workspaceId: 'T1' }, 'incidents'))?.channelId).toBe('C1');
    expect(await findChannelByName({ db: store.db, workspaceId: 'T2' }, 'incidents')).toBeNull();
  });
});

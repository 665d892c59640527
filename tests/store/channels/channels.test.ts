import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  changeChannel,
  unrestrictedChannels,
  watchChannel,
  watchedChannels,
} from '../../../src/store/channels/channels.ts';
import type { Store } from '../../../src/store/connection/open.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { start } from '../sample-rows.ts';

let store: Store;
const names = ['kiwi', 'ant', 'ibis', 'yak', 'bee', 'okapi', 'gnu'];
beforeAll(async () => {
  store = await openTestStore();
  for (const [index, name] of names.entries()) {
    const channel = { workspaceId: 'T1', channelId: `C${index}`, name, isPrivate: false, isExtShared: false };
    await watchChannel(store.db, { ...channel, mode: 'incidents' }, { userId: null, at: start });
  }
});
afterAll(() => store.close());

it('all watched channels are listed by name, however small a page is', async () => {
  const watched = await watchedChannels({ db: store.db, workspaceId: 'T1' }, 2);
  expect(watched.map(({ name }) => name)).toEqual(names.toSorted());
});

it('all channels that others may see are looked at, however small a page is', async () => {
  const scope = { db: store.db, workspaceId: 'T1' };
  await changeChannel(scope, 'C3', { isPrivate: true, isExtShared: true });
  const open = await unrestrictedChannels(scope, 2);
  expect(open.map(({ channelId }) => channelId)).toEqual(['C0', 'C1', 'C2', 'C4', 'C5', 'C6']);
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/connection/open.ts';
import { deleteIncident } from '../../../src/store/incidents/incidents.ts';
import {
  deleteMessage,
  editMessage,
  isMessageStored,
  messagesOfIncident,
  saveMessages,
} from '../../../src/store/incidents/messages.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addIncident, minute } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate incidents cascade`);
  await addIncident(store.db, { id: 'inc_1' });
});

const place = { workspaceId: 'T1', channelId: 'C1', incidentId: 'inc_1' };
const messageRow = (ts: string, text: string) => ({ ts, userId: 'U1', isBot: false, text, editedAt: null });
const texts = async () =>
  (await messagesOfIncident({ db: store.db, workspaceId: 'T1' }, 'inc_1')).map((message) => message.text);

describe('the messages of an incident', () => {
  it('are kept in the order they were posted, each once', async () => {
    await saveMessages(store.db, place, [messageRow('2.1', 'two'), messageRow('1.1', 'one')]);
    await saveMessages(store.db, place, [messageRow('1.1', 'one')]);
    expect(await texts()).toEqual(['one', 'two']);
  });

  it('are kept once, as they were last, when one comes twice at the same time', async () => {
    await saveMessages(store.db, place, [
      messageRow('1.1', 'first'),
      messageRow('2.1', 'two'),
      messageRow('1.1', 'last'),
    ]);
    expect(await texts()).toEqual(['last', 'two']);
  });

  it('may be more than one statement holds', async () => {
    const many = Array.from({ length: 1_201 }, (_, index) => messageRow(`${10_000 + index}.1`, `m${index}`));
    await saveMessages(store.db, place, many);
    expect(await texts()).toHaveLength(1_201);
  });

  it('follow an edit, and remember that of one that changed no words, too', async () => {
    await saveMessages(store.db, place, [messageRow('1.1', 'one')]);
    const edit = (text: string, at: number, channelId = 'C1') =>
      editMessage({ db: store.db, workspaceId: 'T1' }, channelId, { ts: '1.1', text, editedAt: minute(at) });
    expect(await edit('uno', 1)).toBe(true);
    expect(await edit('uno', 3)).toBe(true);
    expect(await edit('dos', 2)).toBe(false);
    expect(await texts()).toEqual(['uno']);
    expect(await edit('x', 4, 'C2')).toBe(false);
  });

  it('stay as they were edited last, whatever comes late or is handled twice', async () => {
    await saveMessages(store.db, place, [messageRow('1.1', 'one')]);
    const edit = (text: string, at: number) =>
      editMessage({ db: store.db, workspaceId: 'T1' }, 'C1', { ts: '1.1', text, editedAt: minute(at) });
    expect(await edit('three', 3)).toBe(true);
    expect(await edit('two', 2)).toBe(false);
    await saveMessages(store.db, place, [messageRow('1.1', 'one'), messageRow('2.1', 'next')]);
    expect(await texts()).toEqual(['three', 'next']);
    expect(await edit('four', 3)).toBe(true);
    await saveMessages(store.db, place, [{ ...messageRow('1.1', 'five'), editedAt: minute(4) }]);
    expect(await texts()).toEqual(['five', 'next']);
  });

  it('are gone when deleted, and with their incident', async () => {
    await saveMessages(store.db, place, [messageRow('1.1', 'one'), messageRow('2.1', 'two')]);
    expect(await deleteMessage({ db: store.db, workspaceId: 'T1' }, 'C1', '1.1')).toBe('inc_1');
    expect(await deleteMessage({ db: store.db, workspaceId: 'T1' }, 'C1', '1.1')).toBeNull();
    expect(await isMessageStored({ db: store.db, workspaceId: 'T1' }, 'C1', '2.1')).toBe(true);
    await deleteIncident({ db: store.db, workspaceId: 'T1' }, 'inc_1');
    expect(await isMessageStored({ db: store.db, workspaceId: 'T1' }, 'C1', '2.1')).toBe(false);
  });

  it('keep text that no database likes', async () => {
    await saveMessages(store.db, place, [messageRow('1.1', 'half \ud83d nil \u0000 end')]);
    expect(await texts()).toEqual(['half \ufffd nil  end']);
  });
});

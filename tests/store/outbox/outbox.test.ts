import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/connection/open.ts';
import {
  claimOutbox,
  dropOutbox,
  findOutboxByMessage,
  finishOutbox,
  type OutboxMessage,
  readOutbox,
  releaseOutbox,
  unsentKeys,
  writeOutbox,
} from '../../../src/store/outbox/outbox.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { minute } from '../sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate outbox cascade`);
});

const message = (text: string, key = 'answer:inc_1'): OutboxMessage => ({
  workspaceId: 'T1',
  key,
  kind: 'answer',
  channelId: 'C1',
  threadTs: '1.1',
  incidentId: 'inc_1',
  solutionId: null,
  body: { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] },
});
const write = (text: string, key?: string) => writeOutbox(store.db, message(text, key), minute(0));
const claim = (at = 0, forMinutes = 1, key = 'answer:inc_1') =>
  claimOutbox({ db: store.db, workspaceId: 'T1' }, key, { now: minute(at), until: minute(at + forMinutes) });
const finish = (revision: number) =>
  finishOutbox({ db: store.db, workspaceId: 'T1' }, 'answer:inc_1', { ts: '9.9', revision, at: minute(1) });

describe('the outbox', () => {
  it('has something to send only when the message says something new', async () => {
    expect(await write('one')).toBe(true);
    expect(await write('one')).toBe(false);
    expect(await write('two')).toBe(true);
    expect((await readOutbox({ db: store.db, workspaceId: 'T1' }, 'answer:inc_1'))?.revision).toBe(2);
  });

  it('gives a message to one of many workers', async () => {
    await write('one');
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim()));
    expect(claims.filter((row) => row !== null)).toHaveLength(1);
  });

  it('gives it to another when the first has had it for too long, and counts the attempts', async () => {
    await write('one');
    expect((await claim(0, 1))?.attempts).toBe(1);
    expect(await claim(0.5)).toBeNull();
    const second = await claim(2);
    expect(second).toMatchObject({ attempts: 2, ts: null });
  });

  it('gives it to another at once when the first let go', async () => {
    await write('one');
    await claim();
    await releaseOutbox({ db: store.db, workspaceId: 'T1' }, 'answer:inc_1');
    expect((await claim())?.attempts).toBe(2);
  });

  it('has nothing to send once it is sent, until it says something else', async () => {
    await write('one');
    await claim();
    expect(await finish(1)).toBe(true);
    expect(await claim(5)).toBeNull();
    expect(await unsentKeys({ db: store.db, workspaceId: 'T1' })).toEqual([]);
    await write('two');
    expect(await unsentKeys({ db: store.db, workspaceId: 'T1' })).toEqual(['answer:inc_1']);
    expect(await claim(5)).toMatchObject({ revision: 2, sentRevision: 1, ts: '9.9', body: { text: 'two' } });
  });

  it('tells the sender of a change that came while it was sending, and stays with it', async () => {
    await write('one');
    await claim(0, 1);
    await write('two');
    expect(await finish(1)).toBe(false);
    expect(await claim(0.5)).toBeNull();
    expect(await finish(2)).toBe(true);
    expect(await claim(5)).toBeNull();
    expect((await readOutbox({ db: store.db, workspaceId: 'T1' }, 'answer:inc_1'))?.sentRevision).toBe(2);
  });

  it('knows which message a reaction is on, within a channel and a workspace', async () => {
    await write('one');
    await claim();
    await finish(1);
    expect((await findOutboxByMessage({ db: store.db, workspaceId: 'T1' }, 'C1', '9.9'))?.key).toBe(
      'answer:inc_1',
    );
    expect(await findOutboxByMessage({ db: store.db, workspaceId: 'T1' }, 'C2', '9.9')).toBeNull();
    expect(await findOutboxByMessage({ db: store.db, workspaceId: 'T2' }, 'C1', '9.9')).toBeNull();
  });

  it('forgets a message that is gone from Slack', async () => {
    await write('one');
    await dropOutbox({ db: store.db, workspaceId: 'T1' }, 'answer:inc_1');
    expect(await readOutbox({ db: store.db, workspaceId: 'T1' }, 'answer:inc_1')).toBeNull();
    expect(await finish(1)).toBe(true);
    expect(await claim()).toBeNull();
  });

  it('lists what is unsent, oldest first, and only of the workspace', async () => {
    await writeOutbox(store.db, message('b', 'b'), minute(2));
    await writeOutbox(store.db, message('a', 'a'), minute(1));
    await writeOutbox(store.db, { ...message('c', 'c'), workspaceId: 'T2' }, minute(0));
    expect(await unsentKeys({ db: store.db, workspaceId: 'T1' })).toEqual(['a', 'b']);
  });

  it('keeps text that no database likes', async () => {
    const text = 'half \ud83d and nil \u0000 and “quotes” \\u0000';
    await write(text);
    const kept = await readOutbox({ db: store.db, workspaceId: 'T1' }, 'answer:inc_1');
    expect(kept?.body.text).toBe('half \ufffd and nil  and “quotes” \\u0000');
    expect(await write(text)).toBe(false);
  });
});

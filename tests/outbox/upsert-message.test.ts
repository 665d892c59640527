import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Job } from '../../src/library/job.ts';
import { type Message, upsertMessage } from '../../src/outbox/upsert-message.ts';
import { withdrawMessages } from '../../src/outbox/withdraw-messages.ts';
import { rowsOf } from '../../src/store/connection/db.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { testCtx } from '../setup/test-ctx.ts';

let store: Store;
let jobs: Job[];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate outbox cascade`);
  jobs = [];
});

const upsert = (text: string, mentions: Message['mentions']) =>
  upsertMessage(testCtx(store.db, jobs), {
    key: 'answer:inc_1',
    kind: 'answer',
    channelId: 'C1',
    threadTs: '1.1',
    incidentId: 'inc_1',
    solutionId: null,
    body: { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] },
    mentions,
  });

async function mentioned(): Promise<string[]> {
  const rows = rowsOf<{ kind: string; id: string }>(
    await store.db.execute(sql`select kind, id from outbox_mentions order by kind, id`),
  );
  return rows.map(({ kind, id }) => `${kind} ${id}`);
}

it('keeps what it shows, and whom it names, beside the message', async () => {
  await upsert('by <@U1> and <@U2>, said <@U1>, not <!here>', [
    { kind: 'solution', id: 'sol_a' },
    { kind: 'solution', id: 'sol_a' },
    { kind: 'draft', id: 'sol_b' },
  ]);
  expect(await mentioned()).toEqual(['draft sol_b', 'person U1', 'person U2', 'solution sol_a']);
  await upsert('by <@U2>', [{ kind: 'solution', id: 'sol_c' }]);
  expect(await mentioned()).toEqual(['person U2', 'solution sol_c']);
});

it('has it delivered only when it says something new, and follows what it mentions all the same', async () => {
  await upsert('the same', [{ kind: 'solution', id: 'sol_a' }]);
  await upsert('the same', [{ kind: 'solution', id: 'sol_b' }]);
  expect(jobs).toEqual([{ name: 'deliver', key: 'answer:inc_1' }]);
  expect(await mentioned()).toEqual(['solution sol_b']);
});

it('mentions nothing once it is withdrawn', async () => {
  await upsert('by <@U1>', [{ kind: 'solution', id: 'sol_a' }]);
  await withdrawMessages(testCtx(store.db, jobs), { incidentId: 'inc_1', kind: 'draft' });
  expect(await mentioned()).toHaveLength(2);
  await withdrawMessages(testCtx(store.db, jobs), { incidentId: 'inc_1' });
  expect(await mentioned()).toEqual([]);
  expect(jobs).toHaveLength(2);
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Step } from '../../../src/library/step.ts';
import { startBackfill } from '../../../src/store/channels/backfills.ts';
import { findChannel, insertChannelIfAbsent, watchChannel } from '../../../src/store/channels/channels.ts';
import { moveChannel } from '../../../src/store/channels/move-channel.ts';
import { rowsOf } from '../../../src/store/connection/db.ts';
import type { Store } from '../../../src/store/connection/open.ts';
import { findIncidentByThread } from '../../../src/store/incidents/incidents.ts';
import { saveMessages, textOfMessage } from '../../../src/store/incidents/messages.ts';
import { replaceMentions } from '../../../src/store/outbox/mentions.ts';
import { digestsMentioning } from '../../../src/store/outbox/messages-mentioning.ts';
import { readOutbox, writeOutbox } from '../../../src/store/outbox/outbox.ts';
import { insertOccurrence, occurrencesOf } from '../../../src/store/solutions/solution-occurrences.ts';
import { findSolution } from '../../../src/store/solutions/solutions.ts';
import { openTestStore } from '../../setup/open-test-store.ts';
import { addIncident, addSolution, contentOf, nowhere, start } from '../sample-rows.ts';

const [from, to] = ['GOLDER', 'CNEW'];
const quoted = `say "channelId": "${from}"`;
const seen: Step = {
  text: quoted,
  command: null,
  outcome: 'worked',
  by: null,
  at: start.toISOString(),
  evidence: [],
  seenIn: { channelId: from, threadTs: '2.1', context: nowhere },
};

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  const { db } = store;
  await db.execute(sql`truncate channels, solutions, incidents, outbox, backfills cascade`);
  const channel = {
    workspaceId: 'T1',
    channelId: from,
    name: 'payments',
    isPrivate: true,
    isExtShared: false,
  };
  await watchChannel(db, { ...channel, mode: 'mixed' }, { userId: 'U1', at: start });
  await addIncident(db, { id: 'inc_1', channelId: from, threadTs: '1.1' });
  await saveMessages(db, { workspaceId: 'T1', channelId: from, incidentId: 'inc_1' }, [
    { ts: '1.1', userId: 'U1', isBot: false, text: 'down', editedAt: null },
  ]);
  const content = contentOf('restart it', { steps: [seen] });
  await addSolution(db, { id: 'sol_1', channelId: from, threadTs: '1.1', content });
  await addSolution(db, { id: 'sol_other' });
  await insertOccurrence({ db, workspaceId: 'T1' }, 'sol_1', {
    channelId: from,
    threadTs: '2.1',
    incidentId: null,
    draftId: 'sol_2',
    occurredAt: start,
    outcome: 'worked',
    timeToResolutionMinutes: null,
    mergedVersion: 2,
  });
  const run = {
    workspaceId: 'T1',
    channelId: from,
    latest: '5',
    oldest: '0',
    outboxKey: 'b',
    threadTs: null,
  };
  await startBackfill(db, run, { userId: 'U1', at: start });
  await writeOutbox(
    db,
    {
      workspaceId: 'T1',
      key: `digest:${from}:2026-W10`,
      kind: 'digest',
      channelId: from,
      threadTs: null,
      incidentId: null,
      solutionId: null,
      body: { text: 'restart it', blocks: [] },
    },
    start,
  );
  await replaceMentions({ db, workspaceId: 'T1' }, `digest:${from}:2026-W10`, [
    { kind: 'incident', id: 'inc_1' },
  ]);
});

const move = () => store.db.transaction((tx) => moveChannel({ db: tx, workspaceId: 'T1' }, from, to));

it('a channel with another id keeps its settings, and all that stands under it', async () => {
  const { db } = store;
  expect(await move()).toBe(true);
  expect(await findChannel({ db, workspaceId: 'T1' }, from)).toBeNull();
  expect(await findChannel({ db, workspaceId: 'T1' }, to)).toMatchObject({
    name: 'payments',
    watched: true,
    mode: 'mixed',
  });
  expect((await findIncidentByThread({ db, workspaceId: 'T1' }, to, '1.1'))?.id).toBe('inc_1');
  expect(await textOfMessage({ db, workspaceId: 'T1' }, to, '1.1')).toBe('down');
  const solution = await findSolution({ db, workspaceId: 'T1' }, 'sol_1', {
    workspaceWide: false,
    channelIds: [to],
  });
  expect(solution?.source.channelId).toBe(to);
  expect(solution?.content.steps).toEqual([{ ...seen, seenIn: { ...seen.seenIn, channelId: to } }]);
  expect((await occurrencesOf({ db, workspaceId: 'T1' }, 'sol_1')).map((source) => source.channelId)).toEqual(
    [to],
  );
  expect((await findSolution({ db, workspaceId: 'T1' }, 'sol_other', 'operator'))?.source.channelId).toBe(
    'C1',
  );
  expect(await move()).toBe(false);
});

it('a digest of it is the same one afterwards', async () => {
  await move();
  expect(await readOutbox({ db: store.db, workspaceId: 'T1' }, `digest:${to}:2026-W10`)).toMatchObject({
    channelId: to,
  });
  const listed = { incidentIds: ['inc_1'], solutionIds: [] };
  expect(await digestsMentioning({ db: store.db, workspaceId: 'T1' }, listed)).toEqual([
    { channelId: to, week: '2026-W10' },
  ]);
});

it('a channel whose new id is known already is left as it is, but watched no longer', async () => {
  const { db } = store;
  const known = { workspaceId: 'T1', channelId: to, name: 'payments', isPrivate: true, isExtShared: true };
  await insertChannelIfAbsent(db, known);
  expect(await move()).toBe(false);
  expect(await findChannel({ db, workspaceId: 'T1' }, from)).toMatchObject({ watched: false });
  expect(await findIncidentByThread({ db, workspaceId: 'T1' }, from, '1.1')).not.toBeNull();
});

it('every table that names a channel moves with it', async () => {
  const { db } = store;
  const named = rowsOf<{ table_name: string; column_name: string }>(
    await db.execute(sql`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and column_name like '%channel_id' order by 1`),
  );
  const under = async (channelId: string) => {
    const counts: Record<string, number> = {};
    for (const { table_name: table, column_name: column } of named) {
      const rows = await db.execute(
        sql`select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${channelId}`,
      );
      counts[`${table}.${column}`] = rowsOf(rows).length;
    }
    return counts;
  };
  const before = await under(from);
  expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
  await move();
  expect(await under(to)).toEqual(before);
});

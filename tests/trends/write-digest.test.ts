import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { renderers } from '../../src/slack/views/renderers.ts';
import { watchChannel } from '../../src/store/channels/channels.ts';
import { rowsOf } from '../../src/store/connection/db.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { addMark } from '../../src/store/precedents/feedback.ts';
import { savePrecedents } from '../../src/store/precedents/precedents.ts';
import { writeDigest } from '../../src/trends/write-digest.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { testCtx } from '../setup/test-ctx.ts';
import { addIncident, addSolution, minute, start } from '../store/sample-rows.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  const channel = {
    workspaceId: 'T1',
    channelId: 'C1',
    name: 'incidents',
    isPrivate: false,
    isExtShared: false,
  };
  await watchChannel(store.db, { ...channel, mode: 'incidents' }, { userId: null, at: start });
});
afterAll(() => store.close());

it('mentions every incident of a line, also the older ones, and the fixes that it lists', async () => {
  const scope = { db: store.db, workspaceId: 'T1' };
  for (const id of ['sol_recurring', 'sol_worked', 'sol_unused']) await addSolution(store.db, { id });
  for (const [days, id] of [
    [-7, 'inc_1'],
    [0, 'inc_2'],
    [1, 'inc_3'],
  ] as const)
    await addIncident(store.db, { id, title: 'redis pool exhausted', openedAt: minute(days * 1_440) });
  await addIncident(store.db, { id: 'inc_once', title: 'printer jam', openedAt: minute(60) });
  await addIncident(store.db, { id: 'inc_answered', title: 'tls expired', openedAt: minute(60) });
  const precedent = (solutionId: string) => [{ solutionId, rank: 1, confidence: 0.9, why: [] }];
  await savePrecedents(scope, 'inc_2', precedent('sol_recurring'), start);
  await savePrecedents(scope, 'inc_answered', precedent('sol_worked'), start);
  const mark = { workspaceId: 'T1', incidentId: 'inc_answered', userId: 'U1', mark: 'button' };
  await addMark(store.db, { ...mark, solutionId: 'sol_worked', verdict: 'worked', at: minute(90) });
  const ctx = { ...testCtx(store.db), render: renderers, workspaceUrl: 'https://acme.slack.com/' };
  await writeDigest(ctx, { channelId: 'C1', week: '2026-W10', asked: true });
  const rows = rowsOf<{ kind: string; id: string }>(
    await store.db.execute(
      sql`select kind, id from outbox_mentions where key = 'digest:C1:2026-W10' order by kind, id`,
    ),
  );
  expect(rows.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'incident inc_1',
    'incident inc_2',
    'incident inc_3',
    'incident inc_once',
    'solution sol_recurring',
    'solution sol_worked',
  ]);
});

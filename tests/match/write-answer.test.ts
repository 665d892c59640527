import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lexicalEmbedder } from '../../src/embed/lexical.ts';
import { answerKey, writeAnswer } from '../../src/match/write-answer.ts';
import { renderers } from '../../src/slack/views/renderers.ts';
import { watchChannel } from '../../src/store/channels/channels.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { findIncident } from '../../src/store/incidents/incidents.ts';
import { incidentsAnsweredWith } from '../../src/store/outbox/messages-mentioning.ts';
import { readOutbox } from '../../src/store/outbox/outbox.ts';
import { savePrecedents } from '../../src/store/precedents/precedents.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { testCtx } from '../setup/test-ctx.ts';
import { addIncident, addSolution, contentOf, minute } from '../store/sample-rows.ts';

const channel = {
  workspaceId: 'T1',
  channelId: 'C1',
  name: 'incidents',
  isPrivate: false,
  isExtShared: false,
};

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

it('shows no fix that left the library, and is looked at again once that comes back', async () => {
  const ctx = {
    ...testCtx(store.db, [], () => minute(1)),
    workspaceUrl: 'https://acme.slack.com/',
    embedder: lexicalEmbedder,
    render: renderers,
  };
  await watchChannel(store.db, { ...channel, mode: 'incidents' }, { userId: null, at: minute(0) });
  await addIncident(store.db, { id: 'inc_1' });
  const ids = ['sol_a', 'sol_b'];
  for (const id of ids) await addSolution(store.db, { id, content: contentOf(`title of ${id}`) });
  const found = ids.map((solutionId, place) => ({ solutionId, rank: place + 1, confidence: 0.9, why: [] }));
  await savePrecedents(ctx, 'inc_1', found, minute(0));
  const setStatus = (status: string) =>
    store.db.execute(sql`update solutions set status = ${status} where solution_id = 'sol_a'`);
  const write = async () => {
    const incident = await findIncident(ctx, 'inc_1');
    if (incident !== null) await writeAnswer(ctx, incident, false);
    return JSON.stringify((await readOutbox(ctx, answerKey('inc_1')))?.body);
  };
  await setStatus('retired');
  const without = await write();
  expect(without).not.toContain('title of sol_a');
  expect(without).toContain('title of sol_b');
  expect(await incidentsAnsweredWith(ctx, 'sol_a')).toEqual(['inc_1']);
  await setStatus('active');
  expect(await write()).toContain('title of sol_a');
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SimChannel } from '../../src/playground/slack-sim/slack-sim.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { discuss, resolveAndDraft } from './solve-in-thread.ts';

/** What is remembered lapses when this grows. */
let laterMs = 0;
let workspace: TestWorkspace;
let closed: SimChannel[];
beforeAll(async () => {
  workspace = await startTestWorkspace({ now: () => new Date(Date.now() + laterMs) });
  const { slack, ana, joon } = workspace;
  closed = ['secops', 'payments', 'people', 'legal', 'board'].map((name) =>
    slack.addChannel({ name, isPrivate: true, members: [slack.botUserId, ana.id, joon.id] }),
  );
  for (const { id } of closed) {
    await slack.command({ channel: id, user: ana.id, text: '/precedent watch incidents' });
    await slack.waitFor(() => slack.history(id)[0], 'the first message after watch', 10_000);
  }
  await workspace.settled();
}, 30_000);
afterAll(() => workspace.stop());

const asked = () => workspace.slack.calls('conversations.members').length;

async function search(user: string): Promise<void> {
  const { slack, channel } = workspace;
  const before = slack.ephemerals(user).length;
  await slack.command({ channel: channel.id, user, text: '/precedent checkout is down' });
  await slack.waitFor(() => slack.ephemerals(user)[before], 'an answer', 10_000);
}

it('Slack is asked once who is in the private channels, for the searches and buttons of minutes', async () => {
  const { slack, ana, joon, channel, settled } = workspace;
  const before = asked();
  for (const { id } of [ana, joon, ana, joon]) await search(id);
  expect(asked() - before).toBe(closed.length);
  const { ts } = await discuss(workspace, 'checkout returns 502', ['rolled back to v41', 'that fixed it']);
  const draft = await resolveAndDraft(workspace, ts);
  await settled();
  await slack.press({ channel: channel.id, ts: draft.ts, user: ana.id, actionId: 'save_draft' });
  await settled();
  await slack.openHome(joon.id);
  await slack.waitFor(() => slack.home(joon.id), 'the App Home', 10_000);
  expect(asked() - before).toBe(closed.length);
});

it('one call more is made for who comes, and none for who goes', async () => {
  const { slack, ana, settled } = workspace;
  await search(ana.id);
  const before = asked();
  const lee = slack.addUser({ name: 'lee' });
  for (const { id } of closed.slice(0, 2)) slack.join(id, lee.id);
  await settled();
  for (const user of [lee.id, ana.id]) await search(user);
  expect(asked() - before).toBe(2);
  for (const { id } of closed.slice(0, 2)) slack.leave(id, lee.id);
  await settled();
  await search(lee.id);
  expect(asked() - before).toBe(2);
});

it('Slack is asked again after some minutes', async () => {
  const before = asked();
  laterMs += 10 * 60_000;
  await search(workspace.ana.id);
  expect(asked() - before).toBe(closed.length);
});

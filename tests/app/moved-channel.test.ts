import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SimChannel } from '../../src/playground/slack-sim/slack-sim.ts';
import { findChannel } from '../../src/store/channels/channels.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { rowsWith } from './read-database.ts';
import { discuss, incidentAt, solveAndSave } from './solve-in-thread.ts';

let workspace: TestWorkspace;
/** What Slack makes of a private channel when another company is invited: another channel, as far as ids go. */
let before: SimChannel;
let after: SimChannel;
let solvedTs: string;
beforeAll(async () => {
  workspace = await startTestWorkspace();
  const { slack, ana, joon, settled } = workspace;
  const members = [slack.botUserId, ana.id, joon.id];
  before = slack.addChannel({ name: 'payments', isPrivate: true, members });
  await slack.command({ channel: before.id, user: ana.id, text: '/precedent watch incidents' });
  await settled();
  const fix = ['rotated the obsidian lease', 'that fixed it'];
  solvedTs = (await solveAndSave(workspace, 'ledger vault refuses withdrawals', fix, before.id)).ts;
  await solveAndSave(workspace, 'telescope dashboard shows stale metrics', [
    'restarted the poller',
    'that fixed it',
  ]);
  after = slack.addChannel({ name: 'payments', isPrivate: true, isExtShared: true, members });
  slack.emitEvent({
    type: 'channel_id_changed',
    old_channel_id: before.id,
    new_channel_id: after.id,
    event_ts: '1800000000.000000',
  });
  await settled();
}, 60_000);
afterAll(() => workspace.stop());

/** What the bot answers to an incident in the channel under its new id. */
async function answered(text: string): Promise<string> {
  const { slack, settled } = workspace;
  const { ts } = await discuss(workspace, text, [], after.id);
  await settled();
  expect(await incidentAt(workspace, ts, after.id)).not.toBeNull();
  return JSON.stringify(slack.thread(after.id, ts).filter((message) => message.bot_id === slack.botId));
}

it('a channel that Slack gives another id is watched on, and knows what it taught', async () => {
  expect(await answered('ledger vault refuses withdrawals')).toContain('obsidian');
});

it('it counts as shared with another company from then on, as Slack says that it is', async () => {
  const { bot } = workspace;
  expect(await findChannel({ db: bot.store.db, workspaceId: bot.workspaceId }, after.id)).toMatchObject({
    isExtShared: true,
  });
  expect(await answered('telescope dashboard shows stale metrics')).not.toContain('poller');
});

it('what is deleted in it under its new id is forgotten', async () => {
  const { slack, bot, settled } = workspace;
  expect(await rowsWith(bot.store.db, 'obsidian')).not.toEqual([]);
  slack.emitEvent({
    type: 'message',
    subtype: 'message_deleted',
    channel: after.id,
    channel_type: 'group',
    deleted_ts: solvedTs,
    event_ts: '1800000001.000000',
  });
  await settled();
  const left = await rowsWith(bot.store.db, 'rotated the obsidian');
  expect(left.filter((row) => /public\.(?:solution|messages|incidents)/.test(row))).toEqual([]);
});

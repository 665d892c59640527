import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeChannel } from '../../src/store/channels/channels.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { rowsWith } from './read-database.ts';
import { discuss, hasButton, solutionOf, solveAndSave } from './solve-in-thread.ts';

const root = 'walrus exporter returns 503 in prod, `upstream timed out` for every scrape';
const restart = 'ran `systemctl restart walrus-exporter`';
const fixedIt = 'that fixed it';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await startTestWorkspace();
});
afterEach(() => workspace.stop());

const botReplies = (ts: string, channel = workspace.channel.id) =>
  JSON.stringify(workspace.slack.thread(channel, ts).filter((each) => each.bot_id !== undefined));

async function resolved(replies: string[], channel = workspace.channel.id) {
  const { slack, ana, settled } = workspace;
  const thread = await discuss(workspace, root, replies, channel);
  await settled();
  await slack.react({ channel, ts: thread.ts, user: ana.id, name: 'white_check_mark' });
  await settled();
  return thread;
}

/** A fix of one thread, into which a person merged a second thread that tried one thing more. */
async function merged() {
  const { slack, channel, ana, settled } = workspace;
  const { ts } = await solveAndSave(workspace, root, [restart, fixedIt]);
  const later = await resolved([
    'ran `walrusctl drain --all`',
    'that helped a bit',
    'its log says WalrusQuotaExceededException',
    restart,
    fixedIt,
  ]);
  const draft = slack.thread(channel.id, later.ts).find((message) => hasButton(message, 'merge_with'));
  await slack.press({ channel: channel.id, ts: draft?.ts ?? '', user: ana.id, actionId: 'merge_with' });
  const modal = await slack.waitFor(() => slack.modal(ana.id), 'both fixes', 10_000);
  await slack.submitView({ viewId: modal.id, user: ana.id, state: {} });
  await slack.waitFor(() => botReplies(later.ts).includes('keep_apart'), 'the merge', 10_000);
  await settled();
  expect(JSON.stringify((await solutionOf(workspace, ts))?.content.steps)).toContain('walrusctl drain');
  return { ts, later };
}

const libraryRowsWith = async (words: string) =>
  (await rowsWith(workspace.bot.store.db, words)).filter((row) => row.startsWith('public.solution'));

it('loses a merged step with the message that showed it, and nothing else', async () => {
  const { slack, channel, settled } = workspace;
  const { ts, later } = await merged();
  await slack.delete(channel.id, later.replies[0] ?? '');
  await settled();
  const left = await solutionOf(workspace, ts);
  expect(left?.status).toBe('active');
  expect(left?.content.title).toMatch(/walrus exporter/);
  expect(left?.content.steps.map((step) => step.command)).toEqual(['systemctl restart walrus-exporter']);
  expect(botReplies(ts)).not.toContain('walrusctl');
  expect(await libraryRowsWith('walrusctl')).toEqual([]);
});

it('loses all that was merged with the first message of that thread, also once its own words have changed', async () => {
  const { slack, channel, settled } = workspace;
  const { ts, later } = await merged();
  await slack.edit({ channel: channel.id, ts, text: `${root}, since noon` });
  await settled();
  await slack.delete(channel.id, later.ts);
  await settled();
  expect((await solutionOf(workspace, ts))?.status).toBe('active');
  expect((await solutionOf(workspace, ts))?.content.signatures).toEqual(['HTTP 503', 'upstream timed out']);
  for (const words of ['walrusctl', 'Quota', 'quota']) expect(await libraryRowsWith(words)).toEqual([]);
  expect(botReplies(ts)).not.toContain('walrusctl');
});

it('stands apart again when the fix that it counted to is taken back with its thread', async () => {
  const { slack, channel, settled } = workspace;
  const { ts } = await solveAndSave(workspace, root, [restart, fixedIt]);
  const again = await resolved([restart, fixedIt]);
  expect((await solutionOf(workspace, again.ts))?.mergedInto).not.toBeNull();
  await slack.delete(channel.id, ts);
  await settled();
  expect(await solutionOf(workspace, again.ts)).toMatchObject({ status: 'draft', mergedInto: null });
  expect(botReplies(again.ts)).toContain('save_draft');
});

it('counts no longer when the message that showed the fix again is deleted', async () => {
  const { slack, channel, settled } = workspace;
  await solveAndSave(workspace, root, [restart, fixedIt]);
  const again = await resolved([restart, fixedIt]);
  expect((await solutionOf(workspace, again.ts))?.mergedInto).not.toBeNull();
  await slack.delete(channel.id, again.replies[0] ?? '');
  await settled();
  expect(await solutionOf(workspace, again.ts)).toMatchObject({ status: 'draft', mergedInto: null });
  expect(botReplies(again.ts)).not.toMatch(/Known already/);
});

it('counts to the known fix instead of being saved unasked, and says so', async () => {
  const { bot, channel } = workspace;
  await solveAndSave(workspace, root, [restart, fixedIt]);
  await changeChannel({ db: bot.store.db, workspaceId: bot.workspaceId }, channel.id, { autoSave: true });
  const again = await resolved([restart, fixedIt]);
  expect((await solutionOf(workspace, again.ts))?.status).toBe('retired');
  expect(botReplies(again.ts)).toMatch(/Known already/);
});

it('leaves the messages elsewhere, too, when the channel of the fix is made private', async () => {
  const { slack, ana, joon, channel, settled } = workspace;
  const members = [slack.botUserId, ana.id, joon.id];
  const elsewhere = slack.addChannel({ name: 'elsewhere', members });
  await slack.command({ channel: elsewhere.id, user: ana.id, text: '/precedent watch incidents' });
  await settled();
  const { ts } = await solveAndSave(workspace, root, [restart, fixedIt]);
  const again = await resolved([restart, fixedIt], elsewhere.id);
  expect(botReplies(again.ts, elsewhere.id)).toMatch(/Known already/);
  slack.share(channel.id, true);
  await settled();
  expect((await solutionOf(workspace, ts))?.visibility).toBe('channel');
  expect(botReplies(again.ts, elsewhere.id)).not.toMatch(/Known already/);
  expect(await solutionOf(workspace, again.ts, elsewhere.id)).toMatchObject({ status: 'draft' });
});

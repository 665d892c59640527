import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SimChannel } from '../../src/playground/slack-sim/slack-sim.ts';
import { changeChannel } from '../../src/store/channels/channels.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { rowsWith } from './read-database.ts';
import { discuss, hasButton, resolveAndDraft, solutionOf, solveAndSave } from './solve-in-thread.ts';

/** Said nowhere but in the first thread, so that whoever reads of it read that thread's title. */
const root = 'walrus exporter returns 503 in prod, `upstream timed out` for every scrape at zanzibar';
const alike = 'walrus exporter returns 503 in prod, `upstream timed out` for every scrape';
const restart = 'ran `systemctl restart walrus-exporter`';
const drain = ['ran `walrusctl drain --all`', 'that helped a bit', restart, 'that fixed it'];

let workspace: TestWorkspace;
let elsewhere: SimChannel;
let known: string;
beforeEach(async () => {
  workspace = await startTestWorkspace();
  const { slack, ana, joon } = workspace;
  elsewhere = slack.addChannel({ name: 'elsewhere', members: [slack.botUserId, ana.id, joon.id] });
  await slack.command({ channel: elsewhere.id, user: ana.id, text: '/precedent watch incidents' });
  await workspace.settled();
  known = (await solveAndSave(workspace, root, [restart, 'that fixed it'])).ts;
});
afterEach(() => workspace.stop());

/** A thread of the other channel, resolved, and what the bot's message in it says. */
async function resolved(replies: string[], actionId: string) {
  const { slack, ana, settled } = workspace;
  const { ts } = await discuss(workspace, alike, replies, elsewhere.id);
  await settled();
  await slack.react({ channel: elsewhere.id, ts, user: ana.id, name: 'white_check_mark' });
  const find = () => slack.thread(elsewhere.id, ts).find((message) => hasButton(message, actionId));
  const message = await slack.waitFor(find, `a message with ${actionId}`, 10_000);
  await settled();
  const blocksElsewhere = () => JSON.stringify(slack.message(elsewhere.id, message.ts)?.blocks);
  expect(blocksElsewhere()).toContain('zanzibar');
  return { ts, message: message.ts, said: blocksElsewhere };
}

it.each([
  ['a draft', false],
  ['what was saved without asking', true],
])('an offer to merge %s goes with the thread of the fix that it names', async (_, autoSave) => {
  const { slack, channel, bot, settled } = workspace;
  await changeChannel({ db: bot.store.db, workspaceId: bot.workspaceId }, elsewhere.id, { autoSave });
  const { said: blocksElsewhere } = await resolved(drain, 'merge_with');
  await slack.delete(channel.id, known);
  await settled();
  expect(blocksElsewhere()).not.toMatch(/zanzibar|merge_with/);
  expect(blocksElsewhere()).toContain('systemctl restart walrus-exporter');
});

it.each([
  ['', false],
  [', its incident open again,', true],
])(
  'an offer to merge a draft that a person edited%s goes with the channel of the fix that it names',
  async (_, open) => {
    const { slack, channel, ana, settled } = workspace;
    const { ts, message, said: blocksElsewhere } = await resolved(drain, 'merge_with');
    await slack.press({ channel: elsewhere.id, ts: message, user: ana.id, actionId: 'edit_draft' });
    const form = await slack.waitFor(() => slack.modal(ana.id), 'the form', 10_000);
    const immediate = { value: { type: 'plain_text_input', value: 'Drain it, then restart it' } };
    await slack.submitView({ viewId: form.id, user: ana.id, state: { immediate } });
    if (open) await slack.unreact({ channel: elsewhere.id, ts, user: ana.id, name: 'white_check_mark' });
    await settled();
    expect(blocksElsewhere()).toContain('zanzibar');
    slack.convert(channel.id, true);
    await settled();
    expect(blocksElsewhere()).not.toMatch(/zanzibar|merge_with/);
  },
);

it('an offer to merge goes when the channel of the fix that it names is made private', async () => {
  const { slack, channel, settled } = workspace;
  const { said: blocksElsewhere } = await resolved(drain, 'merge_with');
  slack.convert(channel.id, true);
  await settled();
  expect(blocksElsewhere()).not.toMatch(/zanzibar|merge_with/);
});

it('a thread that counts to a fix, and what the incident is called, follow when the words of its title are edited away', async () => {
  const { slack, channel, bot, settled } = workspace;
  const { said: blocksElsewhere } = await resolved([restart, 'that fixed it'], 'keep_apart');
  await slack.edit({ channel: channel.id, ts: known, text: alike });
  await settled();
  expect((await solutionOf(workspace, known))?.content.title).not.toContain('zanzibar');
  expect(blocksElsewhere()).toMatch(/Known already/);
  expect(blocksElsewhere()).not.toContain('zanzibar');
  expect(await rowsWith(bot.store.db, 'zanzibar')).toEqual([]);
});

it('no answer shows a fix that was saved without asking any more once it is discarded', async () => {
  const { slack, channel, ana, bot, settled, ours } = workspace;
  await changeChannel({ db: bot.store.db, workspaceId: bot.workspaceId }, channel.id, { autoSave: true });
  const { ts } = await discuss(workspace, 'kestrel gateway refuses logins', [
    'cleared the kestrel cache',
    'that fixed it',
  ]);
  const message = await resolveAndDraft(workspace, ts);
  await settled();
  const again = await discuss(workspace, 'kestrel gateway refuses logins', []);
  await settled();
  expect(JSON.stringify(ours(again.ts))).toMatch(/kestrel cache/);
  await slack.press({ channel: channel.id, ts: message.ts, user: ana.id, actionId: 'discard_draft' });
  await settled();
  expect(JSON.stringify(ours(again.ts))).not.toMatch(/kestrel cache/);
});

it('an answer says what a person corrects in the fix that it shows', async () => {
  const { slack, channel, joon, settled, ours } = workspace;
  const again = await discuss(workspace, root, []);
  await settled();
  expect(JSON.stringify(ours(again.ts))).toContain('systemctl restart');
  const [saved] = ours(known);
  await slack.press({ channel: channel.id, ts: saved?.ts ?? '', user: joon.id, actionId: 'edit_draft' });
  const form = await slack.waitFor(() => slack.modal(joon.id), 'the form', 10_000);
  const immediate = { value: { type: 'plain_text_input', value: 'Reload the exporter, never restart it' } };
  await slack.submitView({ viewId: form.id, user: joon.id, state: { immediate } });
  await settled();
  expect(JSON.stringify(ours(again.ts))).toContain('never restart it');
});

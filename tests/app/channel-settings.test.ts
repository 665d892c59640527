import { afterEach, expect, it } from 'vitest';
import { changeChannel } from '../../src/store/channels/channels.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { rowsWith } from './read-database.ts';
import {
  discuss,
  hasButton,
  incidentAt,
  resolveAndDraft,
  solutionOf,
  solveAndSave,
} from './solve-in-thread.ts';

let workspace: TestWorkspace;
afterEach(() => workspace.stop());

async function set(change: Parameters<typeof changeChannel>[2]): Promise<void> {
  const { bot, channel } = workspace;
  await changeChannel({ db: bot.store.db, workspaceId: bot.workspaceId }, channel.id, change);
}

async function find(words: string): Promise<string> {
  const { slack, channel, ana } = workspace;
  const before = slack.ephemerals(ana.id).length;
  await slack.command({ channel: channel.id, user: ana.id, text: `/precedent ${words}` });
  const ephemeral = await slack.waitFor(() => slack.ephemerals(ana.id)[before], 'the findings', 10_000);
  return `${ephemeral.text} ${JSON.stringify(ephemeral.blocks ?? [])}`;
}

const botReplies = (ts: string) =>
  workspace.ours(ts).map((message) => `${message.text} ${JSON.stringify(message.blocks)}`);

it.each([
  { normal: '0.99', text: 'checkout answers 503 to some, a pool?', speaks: ['eager'] },
  { normal: '0.05', text: 'the pool of search seems small', speaks: ['normal', 'eager'] },
])('speaks in a quiet channel later, in an eager one sooner, than $normal says', async (given) => {
  workspace = await startTestWorkspace({ env: { PRECEDENT_THRESHOLD: given.normal } });
  await solveAndSave(workspace, 'checkout returns HTTP 503, the redis pool is exhausted', [
    'restarted checkout, no change',
    'raised REDIS_POOL to 200',
    'that fixed it',
  ]);
  const answering: string[] = [];
  for (const answers of ['quiet', 'normal', 'eager'] as const) {
    await set({ answerSensitivity: answers });
    const { ts } = await discuss(workspace, given.text, []);
    await workspace.settled();
    if (workspace.ours(ts).length > 0) answering.push(answers);
  }
  expect(answering).toEqual(given.speaks);
});

it('saves a fix that is shown to work without asking, where the channel is set so, and says how to undo it', async () => {
  workspace = await startTestWorkspace();
  const { slack, channel, ana, joon, settled } = workspace;
  await set({ autoSave: true });
  const { ts } = await discuss(workspace, 'kestrel gateway refuses logins', [
    'cleared the kestrel cache',
    'that fixed it',
  ]);
  const message = await resolveAndDraft(workspace, ts);
  await settled();
  expect(botReplies(ts)).toHaveLength(1);
  expect(botReplies(ts)[0]).toMatch(/Saved without asking/);
  expect(slack.message(channel.id, message.ts)?.edited).toBeUndefined();
  expect(hasButton(workspace.ours(ts)[0], 'save_draft')).toBe(false);
  expect(await solutionOf(workspace, ts)).toMatchObject({ status: 'active', decidedBy: null });
  expect(await find('kestrel gateway refuses logins')).toMatch(/cleared the kestrel cache/i);
  // Nobody has decided on it, so it still learns what is said after the end.
  await slack.say({
    channel: channel.id,
    user: joon.id,
    text: 'root cause: the cormorant certificate had expired',
    threadTs: ts,
  });
  await settled();
  expect((await solutionOf(workspace, ts))?.content.rootCause).toMatch(/cormorant certificate/);
  expect(await find('cormorant certificate expired')).toMatch(/kestrel/);
  await slack.press({ channel: channel.id, ts: message.ts, user: ana.id, actionId: 'discard_draft' });
  await settled();
  expect(botReplies(ts)[0]).toMatch(/Discarded by/);
  expect((await solutionOf(workspace, ts))?.status).toBe('retired');
  expect(await find('kestrel gateway refuses logins')).toMatch(/Nothing is near enough/);
  await slack.say({ channel: channel.id, user: joon.id, text: 'and restarted it', threadTs: ts });
  await settled();
  expect((await solutionOf(workspace, ts))?.status).toBe('retired');
});

it('offers to merge what it saved without asking with a fix that is much like it, and follows that', async () => {
  workspace = await startTestWorkspace();
  const { slack, channel, ana, joon, settled } = workspace;
  const root = 'walrus exporter returns 503 in prod, `upstream timed out` for every scrape';
  const restart = 'ran `systemctl restart walrus-exporter`';
  const known = await solveAndSave(workspace, root, [restart, 'that fixed it']);
  await set({ autoSave: true });
  const drain = ['ran `walrusctl drain --all`', 'that helped a bit', restart, 'that fixed it'];
  const { ts } = await discuss(workspace, root, drain);
  const message = await resolveAndDraft(workspace, ts);
  await settled();
  const card = () => slack.message(channel.id, message.ts);
  expect(await solutionOf(workspace, ts)).toMatchObject({ status: 'active', decidedBy: null });
  expect(JSON.stringify(card()?.blocks)).toMatch(/Perhaps one fix.*Saved without asking/);
  await slack.say({ channel: channel.id, user: joon.id, text: 'root cause: a full disk', threadTs: ts });
  await settled();
  expect(hasButton(card(), 'merge_with')).toBe(true);
  const { ts: later } = await discuss(workspace, root, []);
  await settled();
  expect(botReplies(later)[0]).toContain((await solutionOf(workspace, ts))?.id);
  await slack.press({ channel: channel.id, ts: message.ts, user: ana.id, actionId: 'merge_with' });
  const modal = await slack.waitFor(() => slack.modal(ana.id), 'both fixes', 10_000);
  const words = JSON.stringify(modal.view.blocks);
  expect(words.indexOf('walrusctl drain')).toBeGreaterThan(words.indexOf('New, and kept'));
  await slack.submitView({ viewId: modal.id, user: ana.id, state: {} });
  await slack.waitFor(() => hasButton(card(), 'keep_apart'), 'the merge', 10_000);
  await settled();
  const [into, merged] = [await solutionOf(workspace, known.ts), await solutionOf(workspace, ts)];
  expect(merged).toMatchObject({ status: 'retired', mergedInto: into?.id, decidedBy: ana.id });
  expect(JSON.stringify(into?.content.steps)).toContain('walrusctl drain --all');
  const stored = await rowsWith(workspace.bot.store.db, merged?.id ?? '');
  expect(stored.filter((row) => row.startsWith('public.solution_search'))).toEqual([]);
  expect(botReplies(later)[0]).toContain(into?.id);
  expect(botReplies(later)[0]).not.toContain(merged?.id);
});

it('still asks where nobody said that the fix held, and about nothing that a person has edited', async () => {
  workspace = await startTestWorkspace();
  const { slack, channel, ana, joon, settled } = workspace;
  await set({ autoSave: true });
  const { ts } = await discuss(workspace, 'mail queue is stuck', ['restarted postfix on mail-1, no change']);
  const draft = await resolveAndDraft(workspace, ts);
  await settled();
  expect(hasButton(workspace.ours(ts)[0], 'save_draft')).toBe(true);
  await slack.press({ channel: channel.id, ts: draft.ts, user: ana.id, actionId: 'edit_draft' });
  const form = await slack.waitFor(() => slack.modal(ana.id), 'the form', 10_000);
  await slack.submitView({
    viewId: form.id,
    user: ana.id,
    state: { immediate: { value: { type: 'plain_text_input', value: 'restart postfix' } } },
  });
  await slack.say({ channel: channel.id, user: joon.id, text: 'that fixed it', threadTs: ts });
  await settled();
  expect(await incidentAt(workspace, ts)).toMatchObject({ status: 'resolved' });
  expect((await solutionOf(workspace, ts))?.status).toBe('draft');
});

it('takes back what it saved without asking when the words that taught it are deleted', async () => {
  workspace = await startTestWorkspace();
  const { slack, channel, settled } = workspace;
  await set({ autoSave: true });
  const { ts, replies } = await discuss(workspace, 'heron proxy drops uploads', [
    'restarted the heron proxy',
    'that fixed it',
  ]);
  await resolveAndDraft(workspace, ts);
  await settled();
  expect(await find('heron proxy drops uploads')).toMatch(/restarted the heron proxy/i);
  for (const reply of replies) await slack.delete(channel.id, reply);
  await settled();
  expect((await solutionOf(workspace, ts))?.status).toBe('draft');
  expect(await find('heron proxy drops uploads')).not.toMatch(/restarted/i);
});

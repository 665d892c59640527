import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SimChannel } from '../../src/playground/slack-sim/slack-sim.ts';
import { editSolution } from '../../src/solutions/edit-solution.ts';
import { mergeDraft, readMergePair } from '../../src/solutions/merge-draft.ts';
import { restoreVersion } from '../../src/solutions/restore-version.ts';
import { saveDraft } from '../../src/solutions/save-draft.ts';
import type { Db } from '../../src/store/connection/db.ts';
import { retireSolution } from '../../src/store/solutions/rewrite-solution.ts';
import { versionsOf } from '../../src/store/solutions/solution-versions.ts';
import { findSolution } from '../../src/store/solutions/solutions.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { rowsWith } from './read-database.ts';
import { discuss, resolveAndDraft, solutionOf, solveAndSave } from './solve-in-thread.ts';

const root = 'walrus exporter returns 503 in prod, `upstream timed out` for every scrape';
const restart = 'ran `systemctl restart walrus-exporter`';
const drain = 'ran `walrusctl drain --all`';
const viewer = 'operator' as const;

let workspace: TestWorkspace;
let elsewhere: SimChannel;
beforeEach(async () => {
  workspace = await startTestWorkspace();
  const { slack, ana, joon } = workspace;
  elsewhere = slack.addChannel({ name: 'elsewhere', members: [slack.botUserId, ana.id, joon.id] });
  await slack.command({ channel: elsewhere.id, user: ana.id, text: '/precedent watch incidents' });
  await workspace.settled();
});
afterEach(() => workspace.stop());

/** The bot's parts, where something happens between a verb's reading and its writing: as its transaction begins. */
function beforeWriting(happens: () => Promise<void>) {
  const { ctx } = workspace.bot;
  let once: (() => Promise<void>) | null = happens;
  const transaction: Db['transaction'] = async (work, config) => {
    const first = once;
    once = null;
    await first?.();
    return ctx.db.transaction(work, config);
  };
  const db: Db = Object.assign(Object.create(ctx.db) as Db, { transaction });
  return { ...ctx, db };
}

const typed = (value: string) => ({ value: { type: 'plain_text_input', value } });

/** Edits through the form, as a person does. */
async function edit(message: string, state: Record<string, ReturnType<typeof typed>>) {
  const { slack, channel, ana, settled } = workspace;
  await slack.press({ channel: channel.id, ts: message, user: ana.id, actionId: 'edit_draft' });
  const form = await slack.waitFor(() => slack.modal(ana.id), 'the form', 10_000);
  await slack.submitView({ viewId: form.id, user: ana.id, state });
  await settled();
}

async function draftElsewhere(replies: string[]) {
  const { ts } = await discuss(workspace, root, replies, elsewhere.id);
  await resolveAndDraft(workspace, ts, elsewhere.id);
  await workspace.settled();
  return { ts, id: (await solutionOf(workspace, ts, elsewhere.id))?.id ?? '' };
}

it.each([
  ['the channel of the fix is made private', async (fix: string) => closed(workspace.channel.id, fix)],
  ['the channel of the draft is made private', async (fix: string) => closed(elsewhere.id, fix)],
  ['the fix leaves the library', async (fix: string) => retired(fix)],
])('merges nothing when %s while a person merges', async (_, happens) => {
  const { bot, ana } = workspace;
  const { db } = bot.store;
  const known = await solveAndSave(workspace, root, [restart, 'that fixed it']);
  const into = (await solutionOf(workspace, known.ts))?.id ?? '';
  const draft = await draftElsewhere([drain, 'that helped a bit', restart, 'that fixed it']);
  const pair = await readMergePair(bot.ctx, { draftId: draft.id, intoId: into, viewer });
  const ctx = beforeWriting(() => happens(into));
  const merge = mergeDraft(ctx, {
    draftId: draft.id,
    draftVersion: pair.draft.version,
    intoId: into,
    intoVersion: pair.into.version,
    by: ana.id,
    viewer,
  });
  await expect(merge).rejects.toThrow(/nothing was merged/);
  expect(await findSolution({ db, workspaceId: bot.workspaceId }, draft.id, viewer)).toMatchObject({
    status: 'draft',
    mergedInto: null,
  });
  expect(
    JSON.stringify((await findSolution({ db, workspaceId: bot.workspaceId }, into, viewer))?.content),
  ).not.toContain('walrusctl');
});

async function closed(channelId: string, _fix: string) {
  workspace.slack.convert(channelId, true);
  await workspace.settled();
}

async function retired(fix: string) {
  const { bot } = workspace;
  await retireSolution({ db: bot.store.db, workspaceId: bot.workspaceId }, fix, new Date());
}

it('is found by the words of an edit during which somebody else saved it', async () => {
  const { bot, ana, joon } = workspace;
  const { ts } = await discuss(workspace, root, [restart, 'that fixed it']);
  await resolveAndDraft(workspace, ts);
  await workspace.settled();
  const draft = await solutionOf(workspace, ts);
  if (draft === null) throw new Error('no draft');
  const ctx = beforeWriting(async () => {
    await saveDraft(bot.ctx, { solutionId: draft.id, by: joon.id, viewer });
  });
  const content = {
    ...draft.content,
    title: 'zanzibar queue overflows',
    symptoms: 'zanzibar queue overflows',
  };
  await editSolution(ctx, { solutionId: draft.id, version: draft.version, content, by: ana.id, viewer });
  await workspace.settled();
  expect(await solutionOf(workspace, ts)).toMatchObject({ status: 'active', decidedBy: joon.id });
  const again = await discuss(workspace, 'the zanzibar queue overflows again', []);
  await workspace.settled();
  expect(JSON.stringify(workspace.ours(again.ts))).toContain('zanzibar');
});

it('restores no version whose message is deleted while it is restored', async () => {
  const { slack, bot, channel, ana, settled } = workspace;
  const { ts, replies } = await discuss(workspace, root, [drain, 'no change', restart, 'that fixed it']);
  const message = await resolveAndDraft(workspace, ts);
  await settled();
  await edit(message.ts, { root_cause: typed('a full queue') });
  await edit(message.ts, { steps: typed('worked: ran `systemctl restart walrus-exporter`') });
  const solutionId = (await solutionOf(workspace, ts))?.id ?? '';
  const versions = await versionsOf(
    { db: bot.store.db, workspaceId: bot.workspaceId },
    solutionId,
    viewer,
    10,
  );
  const [newest, before] = versions;
  expect(JSON.stringify(before?.content)).toContain('walrusctl drain');
  expect(JSON.stringify(newest?.content)).not.toContain('walrusctl drain');
  const ctx = beforeWriting(async () => {
    await slack.delete(channel.id, replies[0] ?? '');
    await settled();
  });
  const wanted = { solutionId, version: before?.version ?? 0, over: newest?.version ?? 0 };
  await expect(restoreVersion(ctx, { ...wanted, by: ana.id, viewer })).rejects.toThrow(/restored/);
  const rows = await rowsWith(bot.store.db, 'walrusctl');
  expect(rows.filter((row) => row.startsWith('public.solution'))).toEqual([]);
});

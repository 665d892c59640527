import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SimChannel, SimUser, SimView } from '../../src/playground/slack-sim/slack-sim.ts';
import { precedentsOf, savePrecedents } from '../../src/store/precedents/precedents.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { addSolution } from '../store/sample-rows.ts';
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
/** Private; Ana, Joon and Lee are in it. */
let vault: SimChannel;
/** In the private channel until they leave it. */
let lee: SimUser;
/** Never in it. */
let olga: SimUser;
let saved: { ts: string; message: string; id: string };

beforeAll(async () => {
  workspace = await startTestWorkspace();
  const { slack, ana, joon, channel, settled } = workspace;
  lee = slack.addUser({ name: 'lee' });
  olga = slack.addUser({ name: 'olga' });
  for (const { id } of [lee, olga]) slack.join(channel.id, id);
  const members = [slack.botUserId, ana.id, joon.id, lee.id];
  vault = slack.addChannel({ name: 'vault', isPrivate: true, members });
  await slack.command({ channel: vault.id, user: ana.id, text: '/precedent watch incidents' });
  await settled();
  const { ts, draft } = await solveAndSave(
    workspace,
    'ledger vault refuses withdrawals',
    ['rotated the obsidian lease', 'that fixed it'],
    vault.id,
  );
  const id = (await solutionOf(workspace, ts, vault.id))?.id ?? '';
  saved = { ts, message: draft.ts, id };
  // The form has its History only from the second version on.
  await editAs(ana.id, 'A first wording');
}, 60_000);
afterAll(() => workspace.stop());
beforeEach(() => {
  if (!vault.members.includes(lee.id)) slackSilently(() => vault.members.push(lee.id));
});

/** Changes who is in the channel without a word to the bot: its events come late, or to another replica. */
function slackSilently(change: () => void): void {
  change();
}

function leaveUnheard(user: string): void {
  vault.members = vault.members.filter((member) => member !== user);
}

const typed = (value: string) => ({ value: { type: 'plain_text_input', value } });

async function openForm(user: string, actionId = 'edit_draft'): Promise<SimView> {
  const { slack } = workspace;
  const before = slack.modal(user)?.id;
  await slack.press({ channel: vault.id, ts: saved.message, user, actionId });
  return slack.waitFor(
    () => [slack.modal(user)].find((view) => view !== undefined && view.id !== before),
    'the form',
    10_000,
  );
}

async function openHistory(user: string, form: SimView): Promise<SimView> {
  const { slack } = workspace;
  await slack.press({ viewId: form.id, user, actionId: 'show_history' });
  return slack.waitFor(
    () => [slack.modal(user)].find((view) => view !== undefined && view.id !== form.id),
    'the versions',
    10_000,
  );
}

async function editAs(user: string, title: string): Promise<void> {
  const { slack, settled } = workspace;
  const form = await openForm(user);
  await slack.submitView({ viewId: form.id, user, state: { title: typed(title) } });
  await settled();
  expect((await stored())?.content.title).toBe(title);
}

const stored = () => solutionOf(workspace, saved.ts, vault.id);

/** All that a person has been shown, ever, apart from what stands in channels. */
function shownTo(user: string): string {
  const { slack } = workspace;
  return JSON.stringify([slack.modal(user)?.view, slack.modal(user)?.errors, slack.ephemerals(user)]);
}

/** A button that we never made, under a message of the public channel, and what pressing it shows. */
async function pressForged(user: string, actionId: string, value: string): Promise<string> {
  const { slack, channel, ana, settled } = workspace;
  const { ts } = await slack.say({ channel: channel.id, user: ana.id, text: 'lunch?', silent: true });
  const message = slack.message(channel.id, ts);
  if (message === undefined) throw new Error('no message');
  const text = { type: 'plain_text', text: 'Press' };
  message.blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: actionId, value, text }] }];
  await slack.press({ channel: channel.id, ts, user, actionId });
  await settled();
  return shownTo(user);
}

describe('a person who left a private channel with a form of it open', () => {
  it('can no longer save it: nothing is changed, and nothing shown that was written since', async () => {
    const { slack, ana, settled } = workspace;
    const form = await openForm(lee.id);
    leaveUnheard(lee.id);
    const before = await stored();
    await slack.submitView({ viewId: form.id, user: lee.id, state: { title: typed('Written by Lee') } });
    await settled();
    expect(slack.modal(lee.id)?.errors?.title).toMatch(/no longer in\. Nothing of yours was saved/);
    expect(JSON.stringify(slack.modal(lee.id)?.view.state)).toContain('Written by Lee');
    expect(await stored()).toEqual(before);
    expect(await rowsWith(workspace.bot.store.db, 'Written by Lee')).toEqual([]);

    await editAs(ana.id, 'Written after Lee left');
    await slack.submitView({ viewId: form.id, user: lee.id, state: { title: typed('Written by Lee') } });
    await slack.press({ viewId: form.id, user: lee.id, actionId: 'show_history' });
    await settled();
    expect(shownTo(lee.id)).not.toContain('Written after');
    await slack.closeView(form.id, lee.id);
  });

  it('can no longer restore a version from its history, nor see a newer one', async () => {
    const { slack, ana, settled } = workspace;
    await editAs(ana.id, 'A second wording');
    const history = await openHistory(lee.id, await openForm(lee.id));
    leaveUnheard(lee.id);
    const before = await stored();
    await slack.press({ viewId: history.id, user: lee.id, actionId: 'restore_version' });
    await slack.waitFor(
      () => !hasButton({ blocks: slack.modal(lee.id)?.view.blocks }, 'restore_version'),
      'to be refused',
      10_000,
    );
    await settled();
    expect(await stored()).toEqual(before);
    expect(JSON.stringify(slack.modal(lee.id)?.view.blocks)).toMatch(/no version \d of this fix any more/);
    expect(JSON.stringify(slack.modal(lee.id)?.view.blocks)).not.toContain('A second wording');
    await slack.closeView(String(history.view.root_view_id), lee.id);
  });

  it('can no longer merge what they were shown', async () => {
    const { slack, joon, settled } = workspace;
    const root = 'walrus exporter returns 503 in prod, `upstream timed out` for every scrape';
    const restart = ['ran `systemctl restart walrus-exporter`', 'that fixed it'];
    const known = await solveAndSave(workspace, root, restart, vault.id);
    const into = await solutionOf(workspace, known.ts, vault.id);
    const drain = ['ran `walrusctl drain --all`', 'that helped a bit', ...restart];
    const { ts } = await discuss(workspace, root, drain, vault.id);
    const draft = await resolveAndDraft(workspace, ts, vault.id);
    await settled();
    expect(hasButton(slack.message(vault.id, draft.ts), 'merge_with')).toBe(true);
    await slack.press({ channel: vault.id, ts: draft.ts, user: lee.id, actionId: 'merge_with' });
    const form = await slack.waitFor(() => slack.modal(lee.id), 'both fixes', 10_000);
    leaveUnheard(lee.id);
    await slack.submitView({ viewId: form.id, user: lee.id, state: {} });
    await settled();
    expect(await solutionOf(workspace, known.ts, vault.id)).toEqual(into);
    expect((await solutionOf(workspace, ts, vault.id))?.status).toBe('draft');
    expect(JSON.stringify(slack.modal(lee.id)?.view.blocks)).toMatch(/gone, or from a channel/);
    await slack.closeView(form.id, lee.id);
    const again = { channel: vault.id, ts: draft.ts, user: joon.id, actionId: 'merge_with' };
    await slack.press(again);
    const theirs = await slack.waitFor(() => slack.modal(joon.id), 'both fixes', 10_000);
    await slack.submitView({ viewId: theirs.id, user: joon.id, state: {} });
    await settled();
    expect((await solutionOf(workspace, ts, vault.id))?.mergedInto).toBe(into?.id);
  });

  it('may save again once they are back', async () => {
    const { slack, settled } = workspace;
    const form = await openForm(lee.id);
    leaveUnheard(lee.id);
    slackSilently(() => vault.members.push(lee.id));
    await slack.submitView({ viewId: form.id, user: lee.id, state: { title: typed('Lee is back') } });
    await settled();
    expect(slack.modal(lee.id)).toBeUndefined();
    expect((await stored())?.content.title).toBe('Lee is back');
  });

  it('sees it in no list from the moment Slack says that they left', async () => {
    const { slack, channel, settled } = workspace;
    const find = async () => {
      const before = slack.ephemerals(lee.id).length;
      const text = '/precedent ledger vault refuses withdrawals';
      await slack.command({ channel: channel.id, user: lee.id, text });
      const ephemeral = await slack.waitFor(() => slack.ephemerals(lee.id)[before], 'an answer', 10_000);
      return JSON.stringify(ephemeral);
    };
    expect(await find()).toContain('obsidian');
    slack.leave(vault.id, lee.id);
    await settled();
    const asked = slack.calls('conversations.members').length;
    expect(await find()).not.toContain('obsidian');
    expect(slack.calls('conversations.members')).toHaveLength(asked);
    slack.join(vault.id, lee.id);
    await settled();
    expect(await find()).toContain('obsidian');
  });
});

describe('a value that somebody made up', () => {
  it.each(['edit_draft', 'save_draft', 'discard_draft', 'keep_apart'])(
    'opens and changes nothing of a private channel through %s',
    async (actionId) => {
      const before = await stored();
      expect(await pressForged(olga.id, actionId, saved.id)).not.toMatch(/obsidian|vault|Lee/i);
      expect(await stored()).toEqual(before);
    },
  );

  it.each([null, 'the private channel'])(
    'shows no private history, whatever channel it names (%s)',
    async (named) => {
      const before = await stored();
      const value = JSON.stringify({
        solutionId: saved.id,
        version: 1,
        over: before?.version,
        channelId: named === null ? null : vault.id,
      });
      expect(await pressForged(olga.id, 'show_history', value)).not.toMatch(/obsidian|vault|wording|Lee/i);
      expect(await pressForged(olga.id, 'restore_version', value)).not.toMatch(/obsidian|vault|wording|Lee/i);
      expect(await stored()).toEqual(before);
    },
  );

  it('merges nothing private, and shows nothing of it', async () => {
    const { ts } = await discuss(workspace, 'telescope dashboard shows stale metrics', [
      'restarted the poller',
      'that fixed it',
    ]);
    await resolveAndDraft(workspace, ts);
    await workspace.settled();
    const draftId = (await solutionOf(workspace, ts))?.id;
    const value = JSON.stringify({ draftId, intoId: saved.id });
    expect(await pressForged(olga.id, 'merge_with', value)).not.toMatch(/obsidian|wording|Lee/i);
  });

  it('in the metadata of a form saves nothing of a private channel', async () => {
    const { slack, channel, settled } = workspace;
    const open = await solveAndSave(workspace, 'pelican service leaks memory', [
      'restarted pelican',
      'that fixed it',
    ]);
    await slack.press({ channel: channel.id, ts: open.draft.ts, user: olga.id, actionId: 'edit_draft' });
    const form = await slack.waitFor(() => slack.modal(olga.id), 'the form', 10_000);
    const before = await stored();
    form.view.private_metadata = JSON.stringify({
      solutionId: saved.id,
      version: before?.version,
      channelId: vault.id,
    });
    await slack.submitView({ viewId: form.id, user: olga.id, state: { title: typed('By Olga') } });
    await settled();
    expect(await stored()).toEqual(before);
    expect(slack.modal(olga.id)?.errors?.title).toMatch(/Nothing of yours was saved/);
    expect(shownTo(olga.id)).not.toMatch(/obsidian|wording|Lee/i);
    await slack.closeView(form.id, olga.id);
  });

  it('chooses nothing on an answer of another channel', async () => {
    const { slack, bot, ana, settled } = workspace;
    const { ts } = await slack.say({
      channel: vault.id,
      user: ana.id,
      text: 'ledger vault refuses withdrawals',
    });
    await settled();
    const incident = await incidentAt(workspace, ts, vault.id);
    const incidentId = incident?.id ?? '';
    const { workspaceId } = bot;
    const scope = { db: bot.store.db, workspaceId };
    await addSolution(scope.db, { workspaceId, id: 'sol_other', channelId: vault.id });
    const before = await precedentsOf(scope, incidentId);
    const other = { solutionId: 'sol_other', rank: before.length + 1, confidence: 0.9, why: [] };
    await savePrecedents(scope, incidentId, [...before, other], new Date());
    const inUse = async () => (await precedentsOf(scope, incidentId)).find((each) => each.inUse)?.solutionId;
    const value = JSON.stringify({ incidentId, solutionId: other.solutionId });
    await pressForged(olga.id, 'use_precedent', value);
    expect(await inUse()).toBe(saved.id);
  });

  it('counts as no verdict on an answer of another channel', async () => {
    const { slack, bot, ana, settled } = workspace;
    const { ts } = await slack.say({
      channel: vault.id,
      user: ana.id,
      text: 'ledger vault refuses withdrawals',
    });
    await settled();
    const incident = await incidentAt(workspace, ts, vault.id);
    const value = JSON.stringify({ incidentId: incident?.id, solutionId: saved.id, verdict: 'failed' });
    await pressForged(olga.id, 'precedent_feedback', value);
    const marks = async () =>
      (await rowsWith(bot.store.db, saved.id)).filter((row) => row.startsWith('public.feedback'));
    expect(await marks()).toEqual([]);
    const answer = slack.thread(vault.id, ts).find((message) => hasButton(message, 'precedent_feedback'));
    await slack.press({
      channel: vault.id,
      ts: answer?.ts ?? '',
      user: ana.id,
      actionId: 'precedent_feedback',
    });
    await settled();
    expect(await marks()).not.toEqual([]);
  });
});

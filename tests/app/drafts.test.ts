import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editSolution } from '../../src/solutions/edit-solution.ts';
import { saveDraft } from '../../src/solutions/save-draft.ts';
import { linkDraftTo } from '../../src/store/solutions/draft-decisions.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { rowsWith } from './read-database.ts';
import { decide, discuss, hasButton, resolveAndDraft, solutionOf, solveAndSave } from './solve-in-thread.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace();
});
afterAll(() => workspace.stop());

const typed = (value: string) => ({ value: { type: 'plain_text_input', value } });

/** Opens the form of a draft's message for a person. */
async function openForm(ts: string, user: string) {
  const { slack, channel } = workspace;
  await slack.press({ channel: channel.id, ts, user, actionId: 'edit_draft' });
  return slack.waitFor(() => slack.modal(user), 'the form', 10_000);
}

async function draftOf(root: string, replies: string[]) {
  const { ts } = await discuss(workspace, root, replies);
  const draft = await resolveAndDraft(workspace, ts);
  await workspace.settled();
  return { ts, draft };
}

async function find(words: string): Promise<string> {
  const { slack, channel, ana } = workspace;
  const before = slack.ephemerals(ana.id).length;
  await slack.command({ channel: channel.id, user: ana.id, text: `/precedent ${words}` });
  const ephemeral = await slack.waitFor(() => slack.ephemerals(ana.id)[before], 'the findings', 10_000);
  return ephemeral.text;
}

const shown = (ts: string) => JSON.stringify(workspace.ours(ts));

describe('a draft', () => {
  it('is saved as edited: errors stand at their field and keep the form open', async () => {
    const { slack, channel, ana, joon, settled } = workspace;
    const { ts, draft } = await draftOf('checkout returns 502 in prod', [
      'restarted the gateway',
      'no change',
      'rolled back to v41',
      'that fixed it',
    ]);
    const form = await openForm(draft.ts, ana.id);
    const submit = (state: Record<string, Record<string, unknown>>) =>
      slack.submitView({ viewId: form.id, user: ana.id, state });
    await submit({ steps: typed('worked:') });
    expect(slack.modal(ana.id)?.errors).toHaveProperty('steps');
    await submit({ title: typed('   '), steps: typed('worked: rolled back to v41') });
    expect(Object.keys(slack.modal(ana.id)?.errors ?? {})).toEqual(['title']);
    await submit({ title: typed('Gateway 502 after v42'), steps: typed('worked: rolled back to v41') });
    expect(slack.modal(ana.id)).toBeUndefined();
    await settled();
    expect(shown(ts)).toContain('Gateway 502 after v42');
    await decide(workspace, { channel: channel.id, ts: draft.ts, user: joon.id, actionId: 'save_draft' });
    const saved = await solutionOf(workspace, ts);
    expect(saved).toMatchObject({ status: 'active', decidedBy: joon.id });
    expect(saved?.content.title).toBe('Gateway 502 after v42');
    expect(saved?.content.steps.map((step) => step.text)).toEqual([
      expect.stringMatching(/rolled back to v41/i),
    ]);
    expect(workspace.ours(ts)).toHaveLength(1);
  });

  it('tells the second of two people who edit at once, and loses nothing of either', async () => {
    const { slack, ana, joon } = workspace;
    const { ts, draft } = await draftOf('queue backlog grows', ['added two workers', 'that fixed it']);
    const first = await openForm(draft.ts, ana.id);
    const second = await openForm(draft.ts, joon.id);
    await slack.submitView({ viewId: first.id, user: ana.id, state: { title: typed('Backlog: Ana') } });
    await slack.submitView({ viewId: second.id, user: joon.id, state: { title: typed('Backlog: Joon') } });
    expect(slack.modal(ana.id)).toBeUndefined();
    const kept = slack.modal(joon.id);
    expect(kept?.errors?.title).toMatch(/Somebody else changed this/);
    expect(JSON.stringify(kept?.view.state)).toContain('Backlog: Joon');
    expect((await solutionOf(workspace, ts))?.content.title).toBe('Backlog: Ana');
    await slack.closeView(kept?.id ?? '', joon.id);
  });

  it('that is gone, or not theirs to see, is refused with what to do, and without its id', async () => {
    const { bot, ana, joon } = workspace;
    const { ts } = await draftOf('lynx proxy drops requests', ['restarted the lynx proxy', 'that fixed it']);
    const known = (await solutionOf(workspace, ts))?.id ?? '';
    const outside = { workspaceWide: false, channelIds: [] };
    for (const [solutionId, viewer] of [
      ['sol_none', 'operator'],
      [known, outside],
    ] as const) {
      const refused = saveDraft(bot.ctx, { solutionId, by: ana.id, viewer });
      await expect(refused).rejects.toThrow(/^(?!.*sol_).*\/precedent drafts/);
    }
    const saved = saveDraft(bot.ctx, { solutionId: known, by: joon.id, viewer: 'operator' });
    await expect(saved).resolves.toMatchObject({ decided: true });
  });

  it('that somebody discards while another edits it takes no edit, and says why', async () => {
    const { slack, channel, ana, joon } = workspace;
    const { ts, draft } = await draftOf('osprey mailer stalls', [
      'flushed the osprey queue',
      'that fixed it',
    ]);
    const form = await openForm(draft.ts, ana.id);
    await decide(workspace, { channel: channel.id, ts: draft.ts, user: joon.id, actionId: 'discard_draft' });
    const before = await solutionOf(workspace, ts);
    await slack.submitView({ viewId: form.id, user: ana.id, state: { title: typed('Osprey: Ana') } });
    expect(slack.modal(ana.id)?.errors?.title).toMatch(/^This was discarded,.*before you close this\.$/);
    expect(await solutionOf(workspace, ts)).toEqual(before);
    await slack.closeView(form.id, ana.id);
  });

  it('that was counted to another fix while somebody edits it takes no edit, and says which takes it', async () => {
    const { bot, ana } = workspace;
    const { db } = bot.store;
    const { ts } = await draftOf('heron cache evicts too much', ['raised the heron limit', 'that fixed it']);
    const draft = await solutionOf(workspace, ts);
    if (draft === null) throw new Error('no draft');
    const { id: solutionId, version, content, workspaceId } = draft;
    const of = { workspaceId, solutionId, version };
    await linkDraftTo(db, of, { into: 'sol_other', by: null, at: new Date() });
    const edit = editSolution(bot.ctx, { solutionId, version, content, by: ana.id, viewer: 'operator' });
    await expect(edit).rejects.toThrow(/^(?=.{1,150}$)This counts to another fix/);
  });

  it('is discarded once, and found by nobody', async () => {
    const { slack, channel, ana, joon, settled } = workspace;
    const { ts, draft } = await draftOf('kestrel gateway refuses logins', [
      'cleared the kestrel cache',
      'that fixed it',
    ]);
    await decide(workspace, { channel: channel.id, ts: draft.ts, user: ana.id, actionId: 'discard_draft' });
    expect(shown(ts)).toMatch(/Discarded by/);
    expect(hasButton(workspace.ours(ts)[0], 'save_draft')).toBe(false);
    expect((await solutionOf(workspace, ts))?.status).toBe('retired');
    expect(await find('kestrel gateway refuses logins')).not.toMatch(/cleared the kestrel cache/i);
    await slack.say({ channel: channel.id, user: joon.id, text: 'and restarted it', threadTs: ts });
    await settled();
    expect(workspace.ours(ts)).toHaveLength(1);
    expect(shown(ts)).toMatch(/Discarded by/);
  });

  it('hides a secret that is typed into any field of its form, and keeps the names of the thread', async () => {
    const { slack, bot, ana, settled } = workspace;
    const key = ['AK', 'IA', 'Q3EGXM2LKBXPT7OE'].join('');
    const { ts, draft } = await draftOf('replica lag on 10.1.1.1', [
      'failed over to 10.1.1.2',
      'that fixed it',
    ]);
    const before = (await solutionOf(workspace, ts))?.content;
    const form = await openForm(draft.ts, ana.id);
    const fields = ['title', 'immediate', 'symptoms', 'root_cause', 'permanent', 'service', 'environment'];
    const state = Object.fromEntries(fields.map((field) => [field, typed(`${field} ${key}`)]));
    await slack.submitView({
      viewId: form.id,
      user: ana.id,
      state: {
        ...state,
        permanent: typed('retire 10.1.1.1 and 10.1.1.9'),
        steps: typed(`worked: failed over with ${key}\nworked: checked 10.1.1.2`),
      },
    });
    await settled();
    expect(slack.modal(ana.id)).toBeUndefined();
    expect(await rowsWith(bot.store.db, key)).toEqual([]);
    expect(shown(ts)).not.toContain(key);
    const content = (await solutionOf(workspace, ts))?.content;
    const [old] = /\[ip-\d\]/.exec(before?.title ?? '') ?? [];
    const [other] = /\[ip-\d\]/.exec(content?.steps.at(-1)?.text ?? '') ?? [];
    expect(other).not.toBe(old);
    expect(content?.fix.permanent).toBe(`retire ${old} and [ip-3]`);
    expect(content?.context.service).toMatch(/^service \[/);
  });

  it('without a step is written in one line, and then saved', async () => {
    const { slack, channel, ana, settled } = workspace;
    const { ts, draft } = await draftOf('status page shows a blank screen', ['hm, fine again']);
    expect(hasButton(draft, 'save_draft')).toBe(false);
    const form = await openForm(draft.ts, ana.id);
    await slack.submitView({ viewId: form.id, user: ana.id, state: {} });
    expect(slack.modal(ana.id)?.errors).toHaveProperty('immediate');
    await slack.submitView({
      viewId: form.id,
      user: ana.id,
      state: { immediate: typed('Purge the CDN cache of the status page') },
    });
    await settled();
    await slack.waitFor(() => hasButton(workspace.ours(ts)[0], 'save_draft'), 'a draft to save', 10_000);
    await decide(workspace, { channel: channel.id, ts: draft.ts, user: ana.id, actionId: 'save_draft' });
    expect((await solutionOf(workspace, ts))?.status).toBe('active');
    expect(await find('status page shows a blank screen')).toMatch(/Purge the CDN cache/);
  });

  it('goes when the ✅ is taken off, unless a person edited it, and comes back with the next', async () => {
    const { slack, channel, ana, settled } = workspace;
    const check = (ts: string) => ({ channel: channel.id, ts, user: ana.id, name: 'white_check_mark' });
    const { ts } = await draftOf('cron mails twice', ['stopped the second cron', 'that fixed it']);
    await slack.unreact(check(ts));
    await settled();
    expect(workspace.ours(ts)).toEqual([]);
    expect(await solutionOf(workspace, ts)).toBeNull();
    const again = await resolveAndDraft(workspace, ts);
    expect(hasButton(again, 'save_draft')).toBe(true);
    const form = await openForm(again.ts, ana.id);
    await slack.submitView({ viewId: form.id, user: ana.id, state: { title: typed('Mails of Ana') } });
    await slack.unreact(check(ts));
    await settled();
    expect(shown(ts)).toContain('Mails of Ana');
  });

  it('follows replies after the ✅ in place, until a person edits it', async () => {
    const { slack, channel, ana, joon, settled } = workspace;
    const { ts, draft } = await draftOf('uploads fail with 413', ['raised the body limit', 'that fixed it']);
    const reply = async (text: string) => {
      await slack.say({ channel: channel.id, user: joon.id, text, threadTs: ts });
      await settled();
    };
    await reply('Root cause: the new proxy has a limit of 1 MB');
    expect(shown(ts)).toContain('limit of 1 MB');
    const form = await openForm(draft.ts, ana.id);
    await slack.submitView({ viewId: form.id, user: ana.id, state: { title: typed('Uploads of Ana') } });
    await settled();
    await reply('Root cause: actually it was the zebra firewall');
    expect(shown(ts)).toContain('Uploads of Ana');
    expect(shown(ts)).not.toContain('zebra');
    expect(workspace.ours(ts)).toHaveLength(1);
  });
});

describe('a saved fix', () => {
  it('is found by the words of a later edit, and still by those of its thread', async () => {
    const { slack, ana, settled } = workspace;
    const { ts, draft } = await solveAndSave(workspace, 'pelican service leaks memory', [
      'restarted pelican',
      'that fixed it',
    ]);
    const indexed = async () => {
      const id = (await solutionOf(workspace, ts))?.id ?? '';
      const rows = await rowsWith(workspace.bot.store.db, id);
      return rows.filter((row) => row.startsWith('public.solution_search'));
    };
    const before = await indexed();
    expect(before).toHaveLength(1);
    expect(await find('pelican leaks memory')).toMatch(/pelican/i);
    expect(await find('flamingo exporter crashes on startup')).toMatch(/Nothing is near enough/);
    const form = await openForm(draft.ts, ana.id);
    await slack.submitView({
      viewId: form.id,
      user: ana.id,
      state: {
        title: typed('flamingo exporter crashes on startup'),
        symptoms: typed('flamingo exporter crashes on startup'),
        immediate: typed('Pin flamingo to 3.1'),
        steps: typed('worked: pinned flamingo to 3.1'),
      },
    });
    await settled();
    expect(await indexed()).toHaveLength(1);
    expect(await indexed()).not.toEqual(before);
    expect(await find('flamingo exporter crashes on startup')).toMatch(/Pin flamingo to 3\.1/);
    expect(await find('pelican leaks memory')).toMatch(/flamingo exporter/);
    expect(shown(ts)).toContain('flamingo exporter');
    expect(workspace.ours(ts)).toHaveLength(1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftIncident } from '../../src/capture/drafts/draft-incident.ts';
import type { SimChannel } from '../../src/playground/slack-sim/slack-sim.ts';
import { effectivenessOfSolutions } from '../../src/store/precedents/feedback.ts';
import { occurrenceStatsOf, occurrencesOf } from '../../src/store/solutions/solution-occurrences.ts';
import { versionsOf } from '../../src/store/solutions/solution-versions.ts';
import { listSolutions } from '../../src/store/solutions/solutions.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { rowsWith } from './read-database.ts';
import { discuss, hasButton, incidentAt, solutionOf, solveAndSave } from './solve-in-thread.ts';

let workspace: TestWorkspace;
let other: SimChannel;
let closed: SimChannel;
beforeAll(async () => {
  workspace = await startTestWorkspace();
  const { slack, ana, joon } = workspace;
  const members = [slack.botUserId, ana.id, joon.id];
  other = slack.addChannel({ name: 'other-incidents', members });
  closed = slack.addChannel({ name: 'closed-incidents', isPrivate: true, members });
  for (const { id } of [other, closed]) {
    await slack.command({ channel: id, user: ana.id, text: '/precedent watch incidents' });
  }
  await workspace.settled();
}, 60_000);
afterAll(() => workspace.stop());

/** Resolves a thread and waits until the bot has said what it makes of it. */
async function resolve(root: string, replies: string[], channel = workspace.channel.id) {
  const { slack, ana, settled } = workspace;
  const { ts } = await discuss(workspace, root, replies, channel);
  await settled();
  await slack.react({ channel, ts, user: ana.id, name: 'white_check_mark' });
  await settled();
  const draft = () =>
    slack
      .thread(channel, ts)
      .find((message) => ['edit_draft', 'keep_apart'].some((each) => hasButton(message, each)));
  await slack.waitFor(draft, 'the draft', 10_000);
  return { ts, draft: () => draft() ?? { ts: '', blocks: [] } };
}

async function countsOf(solutionId: string) {
  const { bot } = workspace;
  const { db } = bot.store;
  const seen = (await occurrenceStatsOf({ db, workspaceId: bot.workspaceId }, [solutionId])).get(
    solutionId,
  )?.seen;
  const scores = (await effectivenessOfSolutions({ db, workspaceId: bot.workspaceId }, [solutionId])).get(
    solutionId,
  );
  return { seen, worked: scores?.worked, failed: scores?.failed };
}

const active = async () =>
  (
    await listSolutions(
      { db: workspace.bot.store.db, workspaceId: workspace.bot.workspaceId },
      'active',
      'operator',
      100,
    )
  ).length;
const answerTo = async (text: string, channel = workspace.channel.id) => {
  const { slack, ana, settled } = workspace;
  const { ts } = await slack.say({ channel, user: ana.id, text });
  await settled();
  const ours = slack.thread(channel, ts).filter((message) => message.bot_id === slack.botId);
  return { ts, text: JSON.stringify(ours) };
};

describe('the same trouble with the same fix', () => {
  const root = 'ledger service OOMKilled in prod after the nightly batch';
  const replies = ['ran `kubectl set resources deploy/ledger --limits=memory=4Gi`', 'that fixed it'];
  let first: string;

  beforeAll(async () => {
    const { ts } = await solveAndSave(workspace, root, replies);
    first = (await solutionOf(workspace, ts))?.id ?? '';
  }, 30_000);

  it('counts to the fix that is known instead of becoming a second one, and the answers follow', async () => {
    const before = await active();
    const asked = await answerTo(root);
    expect(asked.text).toContain('worked 1 of 1');
    const { draft } = await resolve(root, replies);
    expect(await active()).toBe(before);
    expect(await countsOf(first)).toEqual({ seen: 2, worked: 2, failed: 0 });
    expect(JSON.stringify(draft().blocks)).toMatch(/Known already: .*Seen 2 times.*worked 2 of 2/);
    expect(hasButton(draft(), 'save_draft')).toBe(false);
    const answer = await answerTo(root);
    expect(answer.text).toMatch(/seen 2 times, last/);
    expect(JSON.stringify(workspace.ours(asked.ts))).toContain('worked 2 of 2');
  });

  it('changes nothing when the thread is captured again', async () => {
    const { bot, slack, channel, settled } = workspace;
    const { ts } = await resolve(root, replies);
    const counts = await countsOf(first);
    const linked = await solutionOf(workspace, ts);
    const messageCount = slack.thread(channel.id, ts).length;
    const incident = await incidentAt(workspace, ts);
    for (let again = 0; again < 2; again += 1) {
      await draftIncident(bot.ctx, { incidentId: incident?.id ?? '' });
      await settled();
    }
    expect(await countsOf(first)).toEqual(counts);
    expect(await solutionOf(workspace, ts)).toEqual(linked);
    expect(slack.thread(channel.id, ts)).toHaveLength(messageCount);
  });

  it('goes with its root, with its count', async () => {
    const { slack, channel, settled, bot } = workspace;
    const before = await countsOf(first);
    const { ts } = await resolve(root, replies);
    const linked = (await solutionOf(workspace, ts))?.id ?? '';
    expect((await countsOf(first)).seen).toBe((before.seen ?? 0) + 1);
    await slack.delete(channel.id, ts);
    await settled();
    expect(await countsOf(first)).toEqual(before);
    const left = await rowsWith(bot.store.db, linked);
    expect(left.filter((row) => row.startsWith('public.solution'))).toEqual([]);
  });

  it('is kept apart when a person says so, for good', async () => {
    const { slack, channel, ana, settled, bot } = workspace;
    const before = await countsOf(first);
    const { ts, draft } = await resolve(root, replies);
    await slack.press({ channel: channel.id, ts: draft().ts, user: ana.id, actionId: 'keep_apart' });
    await slack.waitFor(() => hasButton(draft(), 'save_draft'), 'the draft again', 10_000);
    await settled();
    expect(await countsOf(first)).toEqual(before);
    expect(hasButton(draft(), 'merge_with')).toBe(false);
    const incident = await incidentAt(workspace, ts);
    await draftIncident(bot.ctx, { incidentId: incident?.id ?? '' });
    await slack.press({ channel: channel.id, ts: draft().ts, user: ana.id, actionId: 'save_draft' });
    await slack.waitFor(() => !hasButton(draft(), 'save_draft'), 'the decision', 10_000);
    await settled();
    expect((await solutionOf(workspace, ts))?.status).toBe('active');
  });

  it('never flows from a private channel into what others see', async () => {
    const before = await countsOf(first);
    const { ts, draft } = await resolve(root, replies, closed.id);
    expect(hasButton(draft(), 'save_draft')).toBe(true);
    expect(hasButton(draft(), 'merge_with')).toBe(false);
    expect(await countsOf(first)).toEqual(before);
    expect((await solutionOf(workspace, ts, closed.id))?.status).toBe('draft');
  });

  it('is a draft of its channel again from the moment the channel is shared', async () => {
    const { slack, settled, bot } = workspace;
    const before = await countsOf(first);
    const { ts, draft } = await resolve(root, replies, other.id);
    expect((await countsOf(first)).seen).toBe((before.seen ?? 0) + 1);
    slack.share(other.id, true);
    await settled();
    expect(await countsOf(first)).toEqual(before);
    expect(await solutionOf(workspace, ts, other.id)).toMatchObject({
      status: 'draft',
      visibility: 'channel',
    });
    expect(hasButton(draft(), 'save_draft')).toBe(true);
    const sources = await occurrencesOf({ db: bot.store.db, workspaceId: bot.workspaceId }, first);
    expect(sources.map((source) => source.channelId)).not.toContain(other.id);
  });
});

describe('nearly the same', () => {
  const root = 'walrus exporter returns 503 in prod, `upstream timed out` for every scrape';
  const restart = 'ran `systemctl restart walrus-exporter`';
  let first: string;
  let ts: string;

  beforeAll(async () => {
    const solved = await solveAndSave(workspace, root, [restart, 'that fixed it']);
    first = (await solutionOf(workspace, solved.ts))?.id ?? '';
    ts = solved.ts;
  }, 30_000);

  it('is offered as a merge that shows the difference, and becomes a new version', async () => {
    const { slack, channel, ana, settled, bot } = workspace;
    const { draft, ts: later } = await resolve(root, [
      'ran `walrusctl drain --all`',
      'that helped a bit',
      restart,
      'that fixed it',
    ]);
    expect(hasButton(draft(), 'save_draft')).toBe(true);
    await slack.press({ channel: channel.id, ts: draft().ts, user: ana.id, actionId: 'merge_with' });
    const modal = await slack.waitFor(() => slack.modal(ana.id), 'both fixes', 10_000);
    const words = JSON.stringify(modal.view.blocks);
    expect(words.indexOf('walrusctl drain')).toBeGreaterThan(words.indexOf('New, and kept'));
    await slack.submitView({ viewId: modal.id, user: ana.id, state: {} });
    await slack.waitFor(() => hasButton(draft(), 'keep_apart'), 'the merge', 10_000);
    await settled();
    const merged = await solutionOf(workspace, ts);
    expect(JSON.stringify(merged?.content.steps)).toContain('walrusctl drain --all');
    expect(merged?.version).toBe(2);
    expect(await countsOf(first)).toEqual({ seen: 2, worked: 2, failed: 0 });
    expect(JSON.stringify(draft().blocks)).toMatch(/Known already.*Merged by/);
    const versions = await versionsOf(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      first,
      'operator',
      10,
    );
    expect(versions.map((each) => [each.version, each.reason, each.changedBy])).toEqual([
      [2, 'merged', ana.id],
      [1, 'captured', null],
    ]);
    await slack.delete(channel.id, later);
    await settled();
    expect(await countsOf(first)).toMatchObject({ seen: 1 });
    const left = await rowsWith(bot.store.db, 'walrusctl');
    expect(left.filter((row) => row.startsWith('public.solution'))).toEqual([]);
  });

  it('keeps every version with who wrote it, and restores one as a new version', async () => {
    const { slack, channel, joon, settled, bot } = workspace;
    const saved = workspace.ours(ts)[0];
    const openForm = async () => {
      await slack.press({ channel: channel.id, ts: saved?.ts ?? '', user: joon.id, actionId: 'edit_draft' });
      return slack.waitFor(() => slack.modal(joon.id), 'the form', 10_000);
    };
    const form = await openForm();
    const title = { value: { type: 'plain_text_input', value: 'Walrus of Joon' } };
    await slack.submitView({ viewId: form.id, user: joon.id, state: { title } });
    await settled();
    const again = await openForm();
    await slack.press({ channel: channel.id, viewId: again.id, user: joon.id, actionId: 'show_history' });
    const history = await slack.waitFor(
      () => [slack.modal(joon.id)].find((view) => view?.id !== again.id),
      'the versions',
      10_000,
    );
    const listed = JSON.stringify(history?.view.blocks);
    expect(listed).toContain('Walrus of Joon');
    expect(listed).toContain(`edited by <@${joon.id}>`);
    expect(listed).toContain(String.raw` · changed: title\n`);
    const versions = await versionsOf(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      first,
      'operator',
      10,
    );
    const newest = versions[0]?.version ?? 0;
    const value = JSON.stringify({ solutionId: first, version: 1, over: newest });
    const press = { channel: channel.id, viewId: history?.id ?? '', user: joon.id };
    await slack.press({ ...press, actionId: 'restore_version', value });
    await slack.waitFor(
      () => JSON.stringify(slack.modal(joon.id)?.view.blocks).includes('restored version 1'),
      'the restored version',
      10_000,
    );
    await settled();
    const restored = await solutionOf(workspace, ts);
    expect(restored?.version).toBe(newest + 1);
    expect(restored?.content).toEqual(versions.at(-1)?.content);
    const [written] = await versionsOf(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      first,
      'operator',
      10,
    );
    expect(written).toMatchObject({ reason: 'restored version 1', changedBy: joon.id });
    expect(JSON.stringify(slack.modal(joon.id)?.view.blocks)).toContain('restored version 1');
  });
});

describe('two fixes that contradict each other', () => {
  it('are both kept, and the answer says under which conditions the step went which way', async () => {
    const before = await active();
    await solveAndSave(
      workspace,
      'heron cache exhausted in staging, `Could not get a resource from the pool`',
      ['restarted the heron cache', 'that fixed it'],
    );
    await solveAndSave(workspace, 'heron cache exhausted in prod, `Could not get a resource from the pool`', [
      'restarted the heron cache',
      'that made it worse',
      'raised the heron pool to 200',
      'that fixed it',
    ]);
    expect(await active()).toBe(before + 2);
    const { text } = await answerTo('heron cache exhausted again, `Could not get a resource from the pool`');
    expect(text).toMatch(/It went both ways/);
    expect(text).toMatch(/worked on [^;]* in staging/);
    expect(text).toMatch(/made it worse on [^;]* in production/);
  });
});

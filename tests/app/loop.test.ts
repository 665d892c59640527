import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findIncidentByThread } from '../../src/store/incidents/incidents.ts';
import { effectivenessOfSolutions } from '../../src/store/precedents/feedback.ts';
import { precedentsOf } from '../../src/store/precedents/precedents.ts';
import { findSolutionOfThread } from '../../src/store/solutions/solutions.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';

let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await startTestWorkspace();
});
afterAll(() => workspace.stop());

const poolExhausted =
  'checkout is down in prod: payments time out, `JedisConnectionException: Could not get a resource from the pool`';

/** An incident that is worked on, resolved by a ✅, and saved. Returns its thread. */
async function solveAndSave(root: string, replies: string[]): Promise<string> {
  const { slack, channel, ana, joon, answerIn } = workspace;
  const first = await slack.say({ channel: channel.id, user: ana.id, text: root });
  for (const text of replies)
    await slack.say({ channel: channel.id, user: joon.id, text, threadTs: first.ts });
  await slack.react({ channel: channel.id, ts: first.ts, user: ana.id, name: 'white_check_mark' });
  const draft = await slack.waitFor(
    () => workspace.ours(first.ts).find((message) => hasButton(message.blocks, 'save_draft')),
    'the draft',
    10_000,
  );
  await slack.press({ channel: channel.id, ts: draft.ts, user: joon.id, actionId: 'save_draft' });
  await slack.waitFor(
    () => !hasButton(slack.message(channel.id, draft.ts)?.blocks, 'save_draft'),
    'the draft to say that it is saved',
    10_000,
  );
  await answerIn(first.ts, 'a message');
  return first.ts;
}

function hasButton(blocks: unknown, actionId: string): boolean {
  return JSON.stringify(blocks ?? []).includes(`"action_id":"${actionId}"`);
}

describe('the whole loop', () => {
  let solvedTs: string;
  let solutionId: string;

  beforeAll(async () => {
    solvedTs = await solveAndSave(poolExhausted, [
      'restarting redis now',
      'no change, that made it worse',
      'raising the pool to 200: `kubectl set env deploy/checkout REDIS_POOL_MAX=200`',
      'that did it, payments are back. Root cause: the new retry code holds connections',
    ]);
    const { bot, channel } = workspace;
    const solution = await findSolutionOfThread(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      channel.id,
      solvedTs,
    );
    expect(solution?.status).toBe('active');
    solutionId = solution?.id ?? '';
  });

  async function scoreNow() {
    const { bot } = workspace;
    return (
      await effectivenessOfSolutions({ db: bot.store.db, workspaceId: bot.workspaceId }, [solutionId])
    ).get(solutionId);
  }

  it('answers the next incident of its kind once, in its thread, with the fix first and a link to its source', async () => {
    const { slack, channel, joon, answerIn, settled, ours } = workspace;
    const next = await slack.say({
      channel: channel.id,
      user: joon.id,
      text: 'checkout payments failing again in prod, JedisConnectionException: Could not get a resource from the pool',
    });
    const answer = await answerIn(next.ts, 'the answer');
    await settled();
    expect(ours(next.ts)).toHaveLength(1);
    expect(answer.text).toMatch(/^Very likely the same as .*Fix: Raising the pool to 200/);
    const answerBlocks = JSON.stringify(answer.blocks);
    expect(answerBlocks).toContain('REDIS_POOL_MAX=200');
    expect(answerBlocks).toContain(`/archives/${channel.id}/p${solvedTs.replace('.', '')}`);
    expect(answerBlocks).toMatch(/estarting redis/);
  });

  it('is silent on an incident of another kind', async () => {
    const { slack, channel, ana, settled, ours } = workspace;
    const other = await slack.say({
      channel: channel.id,
      user: ana.id,
      text: 'the office printer on floor 3 prints blank pages',
    });
    await settled();
    expect(ours(other.ts)).toEqual([]);
  });

  it('follows verdicts: given, changed, taken back, one per person', async () => {
    const { slack, bot, channel, ana, joon, settled, answerIn } = workspace;
    const again = await slack.say({ channel: channel.id, user: ana.id, text: poolExhausted });
    const answer = await answerIn(again.ts, 'the answer');
    const on = (name: string, user: string) => ({ channel: channel.id, ts: answer.ts, user, name });
    const before = await scoreNow();
    expect(before).toMatchObject({ worked: 1, partial: 0, failed: 0 });

    await slack.react(on('white_check_mark', joon.id));
    await settled();
    expect(await scoreNow()).toMatchObject({ worked: 2, failed: 0 });

    await slack.react(on('x', joon.id));
    await settled();
    expect(await scoreNow()).toMatchObject({ worked: 1, failed: 1 });

    await slack.unreact(on('x', joon.id));
    await settled();
    expect(await scoreNow()).toMatchObject({ worked: 2, failed: 0 });

    await slack.react(on('warning', ana.id));
    await settled();
    expect(await scoreNow()).toMatchObject({ worked: 2, partial: 1 });

    await slack.unreact(on('warning', ana.id));
    await slack.unreact(on('white_check_mark', joon.id));
    await settled();
    expect(await scoreNow()).toEqual(before);
    const incident = await findIncidentByThread(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      channel.id,
      again.ts,
    );
    const precedents = await precedentsOf(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      incident?.id ?? '',
    );
    expect(precedents.map((precedent) => precedent.solutionId)).toEqual([solutionId]);
  });

  it('counts no reaction whose removal overtakes it', async () => {
    const { slack, channel, ana, joon, settled, answerIn } = workspace;
    const again = await slack.say({ channel: channel.id, user: ana.id, text: poolExhausted });
    const answer = await answerIn(again.ts, 'the answer');
    await settled();
    const before = await scoreNow();
    const seconds = Number.parseInt(answer.ts, 10) + 60;
    const reaction = (type: 'reaction_added' | 'reaction_removed', at: number) =>
      slack.emitEvent({
        type,
        user: joon.id,
        reaction: 'x',
        item: { type: 'message', channel: channel.id, ts: answer.ts },
        event_ts: `${at}.000100`,
      });
    reaction('reaction_removed', seconds + 1);
    await settled();
    reaction('reaction_added', seconds);
    await settled();
    expect(await scoreNow()).toEqual(before);
    reaction('reaction_added', seconds + 2);
    await settled();
    expect(await scoreNow()).toMatchObject({ failed: (before?.failed ?? 0) + 1 });
    reaction('reaction_removed', seconds + 3);
    await settled();
    expect(await scoreNow()).toEqual(before);
  });

  it('counts the feedback button as the same person’s verdict, and edits the one answer in place', async () => {
    const { slack, channel, ana, settled, answerIn, ours } = workspace;
    const again = await slack.say({ channel: channel.id, user: ana.id, text: poolExhausted });
    const answer = await answerIn(again.ts, 'the answer');
    const value = JSON.stringify(answer.blocks).match(/\{\\"incidentId[^}]*worked\\"\}/)?.[0];
    await slack.press({
      channel: channel.id,
      ts: answer.ts,
      user: ana.id,
      actionId: 'precedent_feedback',
      value: JSON.parse(`"${value}"`),
    });
    await settled();
    expect(await scoreNow()).toMatchObject({ worked: 2 });
    const edited = slack.message(channel.id, answer.ts);
    expect(JSON.stringify(edited?.blocks)).toContain('worked 2 of 2');
    expect(ours(again.ts)).toHaveLength(1);
  });

  it('drafts once however often it is resolved, and saves once however often Save is pressed', async () => {
    const { slack, bot, channel, ana, joon, settled, ours } = workspace;
    const root = await slack.say({
      channel: channel.id,
      user: ana.id,
      text: 'search indexer OOMKilled in prod again',
    });
    await slack.say({
      channel: channel.id,
      user: joon.id,
      text: 'raised the memory limit to 4Gi',
      threadTs: root.ts,
    });
    await slack.say({ channel: channel.id, user: joon.id, text: 'that fixed it', threadTs: root.ts });
    await slack.react({ channel: channel.id, ts: root.ts, user: ana.id, name: 'white_check_mark' });
    await slack.react({ channel: channel.id, ts: root.ts, user: joon.id, name: 'white_check_mark' });
    const draft = await slack.waitFor(
      () => ours(root.ts).find((message) => hasButton(message.blocks, 'save_draft')),
      'the draft',
      10_000,
    );
    await settled();
    expect(ours(root.ts)).toHaveLength(1);
    const press = { channel: channel.id, ts: draft.ts, actionId: 'save_draft' };
    await Promise.all([slack.press({ ...press, user: ana.id }), slack.press({ ...press, user: joon.id })]);
    await slack.waitFor(() => slack.ephemerals()[0], 'the second person to be told', 10_000);
    await settled();
    const ephemeral = slack.ephemerals().at(-1);
    expect(ephemeral?.text).toMatch(/already saved by/);
    const solution = await findSolutionOfThread(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      channel.id,
      root.ts,
    );
    expect(solution).toMatchObject({ status: 'active', proven: true });
  });

  it('says so instead of inventing a fix when the thread shows none', async () => {
    const { slack, channel, ana, answerIn } = workspace;
    const root = await slack.say({
      channel: channel.id,
      user: ana.id,
      text: 'login page shows a blank screen for some users',
    });
    await slack.say({ channel: channel.id, user: ana.id, text: 'hm, looks fine again', threadTs: root.ts });
    await slack.react({ channel: channel.id, ts: root.ts, user: ana.id, name: 'white_check_mark' });
    const draft = await answerIn(root.ts, 'the message');
    expect(draft.text).toMatch(/no step|nothing to save/i);
    expect(hasButton(draft.blocks, 'save_draft')).toBe(false);
  });
});

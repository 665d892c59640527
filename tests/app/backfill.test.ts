import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as verb from '../../src/intake/backfill/backfill.ts';
import { resumeBackfills } from '../../src/intake/backfill/resume-backfills.ts';
import { findBackfill, startBackfill } from '../../src/store/channels/backfills.ts';
import { findChannel } from '../../src/store/channels/channels.ts';
import { findIncidentByThread } from '../../src/store/incidents/incidents.ts';
import { listSolutions } from '../../src/store/solutions/solutions.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';

const dayMs = 86_400_000;
let space: TestWorkspace;
let progressTs = '';

beforeEach(async () => {
  space = await startTestWorkspace({ env: { PRECEDENT_HISTORY_PER_MINUTE: '6000' } });
  await space.slack.waitFor(welcome, 'the offer', 20_000);
  // Nobody presses a button before Slack's answer to the post is written down.
  await space.settled();
});
afterEach(() => space.stop());

/** A thread of the past that the bot did not hear of; the words after the first are replies, a minute apart. */
async function postPastThread(
  daysAgo: number,
  words: string[],
  options: { resolved?: boolean } = {},
): Promise<string> {
  const { slack, channel, ana, joon } = space;
  const at = Date.now() - daysAgo * dayMs;
  const place = { channel: channel.id, silent: true };
  const [first = '', ...replies] = words;
  const root = await slack.say({ ...place, user: ana.id, text: first, at });
  for (const [index, text] of replies.entries()) {
    await slack.say({ ...place, user: joon.id, text, threadTs: root.ts, at: at + (index + 1) * 60_000 });
  }
  if (options.resolved === true) {
    await slack.react({ ...place, ts: root.ts, user: ana.id, name: 'white_check_mark' });
  }
  return root.ts;
}

const solvedThread = (what: string) => [
  `${what} is down: connection refused`,
  `I restarted ${what}, that did not help`,
  `I rolled back the deploy of ${what} to v41`,
  'that fixed it, all is back to normal',
];

const welcome = () => space.ours()[0];

async function press(actionId: string, value?: string, ts = welcome()?.ts ?? ''): Promise<void> {
  const { slack, channel, ana } = space;
  const pressed = await slack.press({
    channel: channel.id,
    ts,
    user: ana.id,
    actionId,
    ...(value === undefined ? {} : { value }),
  });
  expect(pressed.acked).toBe(true);
}

async function command(text: string): Promise<void> {
  await space.slack.command({ channel: space.channel.id, user: space.ana.id, text });
}

/** The one message that tells the progress, once it says this. */
async function waitForProgress(words: string) {
  const { slack, ours } = space;
  const find = () => ours(welcome()?.ts).find((message) => message.text.includes(words));
  return slack.waitFor(find, `the progress to say "${words}"`, 20_000);
}

const incidentOf = (ts: string) =>
  findIncidentByThread({ db: space.bot.store.db, workspaceId: space.bot.workspaceId }, space.channel.id, ts);

describe('learning from the past of a channel', () => {
  it('keeps the fixes that held as drafts, says so in one message, and posts nothing into the old threads', async () => {
    const checkout = await postPastThread(10, solvedThread('checkout'), { resolved: true });
    const open = await postPastThread(20, ['search is slow', 'looking', 'no idea yet']);
    await postPastThread(30, ['a word that nobody answered']);
    const old = await postPastThread(100, solvedThread('billing'), { resolved: true });
    await press('learn_past', '90');
    const done = await waitForProgress('Done.');
    expect(done.text).toMatch(/^Done\. Read 8 messages back to .*; 2 incidents, 1 with a fix\.$/);
    await space.settled();

    expect(space.ours(welcome()?.ts).filter((message) => message.ts !== welcome()?.ts)).toHaveLength(1);
    for (const ts of [checkout, open, old]) expect(space.ours(ts)).toEqual([]);
    expect((await incidentOf(checkout))?.status).toBe('resolved');
    expect((await incidentOf(open))?.status).toBe('abandoned');
    expect(await incidentOf(old)).toBeNull();
    const { db } = space.bot.store;
    const drafts = await listSolutions({ db, workspaceId: space.bot.workspaceId }, 'draft', 'operator', 10);
    expect(drafts.map((draft) => [draft.source.threadTs, draft.proven])).toEqual([[checkout, true]]);

    await press('review_drafts', undefined, done.ts);
    const list = await space.slack.waitFor(
      () => space.slack.ephemerals(space.ana.id).find((one) => one.text.includes('1 draft waits')),
      'the list of drafts',
      20_000,
    );
    await space.slack.press({
      channel: space.channel.id,
      ts: list.id,
      user: space.ana.id,
      actionId: 'save_draft',
    });
    await expect
      .poll(() => listSolutions({ db, workspaceId: space.bot.workspaceId }, 'active', 'operator', 10), {
        timeout: 20_000,
      })
      .toHaveLength(1);
    await space.settled();
    expect(space.ours(checkout)).toEqual([]);
  });

  it('learns a thread once: neither what came live nor what an earlier reading brought is learned again', async () => {
    const { slack, channel, ana } = space;
    const live = await slack.say({ channel: channel.id, user: ana.id, text: 'search is down' });
    await slack.say({ channel: channel.id, user: ana.id, text: 'restarting it', threadTs: live.ts });
    await postPastThread(10, solvedThread('checkout'), { resolved: true });
    const old = await postPastThread(100, solvedThread('billing'), { resolved: true });
    await space.settled();
    const offer = welcome()?.ts;
    await press('learn_past', '90');
    await waitForProgress('Done.');
    await space.settled();
    const replies = slack.calls('conversations.replies').length;
    await command('/precedent unwatch');
    const { db } = space.bot.store;
    await expect
      .poll(
        async () => (await findChannel({ db, workspaceId: space.bot.workspaceId }, channel.id))?.watched,
        {
          timeout: 20_000,
        },
      )
      .toBe(false);
    await command('/precedent watch incidents');
    const again = await slack.waitFor(
      () => space.ours().find((message) => message.ts !== offer && message.thread_ts === undefined),
      'the offer again',
      20_000,
    );
    await press('learn_past', 'all', again.ts);
    await slack.waitFor(
      () => space.ours(again.ts).find((message) => message.text.startsWith('Done.')),
      'the second reading',
      20_000,
    );
    expect(await incidentOf(old)).not.toBeNull();
    expect(slack.calls('conversations.replies').length).toBe(replies + 1);
    expect(
      await listSolutions({ db, workspaceId: space.bot.workspaceId }, 'draft', 'operator', 10),
    ).toHaveLength(2);
    expect((await incidentOf(live.ts))?.status).toBe('open');
  });

  it('learns from an alert that its bot has since edited to "resolved"', async () => {
    const { slack, bot, channel, joon } = space;
    const at = Date.now() - 10 * dayMs;
    const title = '(prod checkout critical)';
    const attachments = [{ color: 'good', title: `[RESOLVED] PoolExhausted ${title}` }];
    const quiet = { channel: channel.id, silent: true };
    const alert = await slack.botSays({ ...quiet, username: 'Alertmanager', attachments, at });
    for (const [index, text] of ['raised REDIS_POOL to 200', 'that fixed it'].entries()) {
      await slack.say({ ...quiet, user: joon.id, text, threadTs: alert.ts, at: at + (index + 1) * 60_000 });
    }
    await press('learn_past', '90');
    expect((await waitForProgress('Done.')).text).toContain('1 incident, 1 with a fix');
    await space.settled();
    const incident = await incidentOf(alert.ts);
    expect(incident).toMatchObject({ status: 'resolved', title: expect.stringMatching(/^PoolExhausted/) });
    expect(incident?.resolvedAt?.getTime()).toBe(at + 120_000);
    const drafts = await listSolutions(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      'draft',
      'operator',
      10,
    );
    expect(drafts.map((draft) => draft.timeToResolutionMinutes)).toEqual([2]);
  });

  it('waits as long as a 429 asks, while incidents go on being taken', async () => {
    const { slack } = space;
    for (let day = 1; day <= 3; day += 1)
      await postPastThread(day * 5, solvedThread(`service-${day}`), { resolved: true });
    const limited = ['conversations.history', 'conversations.replies'];
    for (const method of limited) slack.arm({ kind: 'rate-limited', method, retryAfterSeconds: 2 });
    await press('learn_past', 'all');
    while (slack.calls('conversations.history').length < 1) await new Promise((done) => setTimeout(done, 20));
    const live = await slack.say({ channel: space.channel.id, user: space.ana.id, text: 'cart is down' });
    while ((await incidentOf(live.ts)) === null) await new Promise((done) => setTimeout(done, 20));
    expect(slack.calls('conversations.history')).toHaveLength(1);
    expect((await waitForProgress('Done.')).text).toContain('3 with a fix');
    for (const method of limited) {
      const [first, second] = slack.calls(method);
      expect(first?.answer).toMatchObject({ error: 'ratelimited' });
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
    }
  });

  it.each([
    ['a person says so', () => press('stop_backfill', undefined, progressTs)],
    ['the channel is watched no more', () => command('/precedent unwatch')],
  ])('stops when %s, and reads no more', async (_, stop) => {
    for (let day = 1; day <= 3; day += 1)
      await postPastThread(day, solvedThread(`service-${day}`), { resolved: true });
    space.slack.arm({ kind: 'rate-limited', method: 'conversations.replies', retryAfterSeconds: 1 });
    await press('learn_past', 'all');
    progressTs = (await waitForProgress('Reading on.')).ts;
    await stop();
    expect((await waitForProgress('Stopped.')).ts).toBe(progressTs);
    await space.settled();
    expect(space.slack.calls('conversations.replies').length).toBeLessThanOrEqual(1);
  });

  it('asks once: declined or taken, the buttons of the offer go', async () => {
    await press('leave_past');
    await space.slack.waitFor(
      () => JSON.stringify(welcome()?.blocks).includes('unread'),
      'the offer to be withdrawn',
      20_000,
    );
    expect(JSON.stringify(welcome()?.blocks)).not.toContain('learn_past');
    expect(JSON.stringify(welcome()?.blocks)).toContain('Every message here');
  });

  describe('offered once', () => {
    const at = (user: string, actionId: string, value: string) =>
      space.slack.press({ channel: space.channel.id, ts: welcome()?.ts ?? '', user, actionId, value });
    const whispered = (user: string, words: string) =>
      space.slack.waitFor(
        () => space.slack.ephemerals(user).find((one) => one.text.includes(words)),
        `a word about "${words}"`,
        20_000,
      );
    const readings = () =>
      space.ours(welcome()?.ts).filter((message) => /Reading|Done|Stopped/.test(message.text));

    it('is begun once by two people who press at once, and the second is told', async () => {
      const { slack, ana, joon } = space;
      await postPastThread(10, solvedThread('checkout'), { resolved: true });
      slack.arm({ kind: 'rate-limited', method: 'conversations.history', retryAfterSeconds: 1 });
      await Promise.all([at(ana.id, 'learn_past', '90'), at(joon.id, 'learn_past', 'all')]);
      await slack.waitFor(
        () => [ana, joon].some(({ id }) => slack.ephemerals(id).some((one) => /already/.test(one.text))),
        'the second to be told',
        20_000,
      );
      await waitForProgress('Done.');
      await space.settled();
      expect(readings()).toHaveLength(1);
    });

    it('is not begun again by a press that comes after the reading, and says how that ended', async () => {
      const { bot, channel, ana } = space;
      await press('learn_past', '90');
      await waitForProgress('Done.');
      await space.settled();
      const again = { channelId: channel.id, userId: ana.id, days: null, threadTs: welcome()?.ts ?? null };
      expect(await verb.startBackfill(bot.ctx, again)).toBe('done');
      await space.settled();
      expect(readings()).toHaveLength(1);
      expect(space.slack.calls('conversations.history')).toHaveLength(1);
    });

    it('is heard from who wants it read, when another declines at the same time', async () => {
      const { slack, ana, joon } = space;
      slack.arm({ kind: 'rate-limited', method: 'conversations.history', retryAfterSeconds: 2 });
      await Promise.all([at(ana.id, 'learn_past', '90'), at(joon.id, 'leave_past', 'none')]);
      await waitForProgress('Done.');
      await space.settled();
      expect(JSON.stringify(welcome()?.blocks)).not.toMatch(/learn_past|unread/);
    });

    it('does not begin where the bot has left, and says so to who pressed', async () => {
      const { slack, channel, ana, joon, bot } = space;
      slack.leave(channel.id, slack.botUserId);
      await space.settled();
      await at(joon.id, 'learn_past', '90');
      await whispered(joon.id, 'I am not in this channel any more');
      slack.join(channel.id, slack.botUserId);
      await at(ana.id, 'learn_past', '90');
      await whispered(ana.id, 'I do not watch this channel any more');
      await space.settled();
      expect(slack.calls('conversations.history')).toEqual([]);
      expect(readings()).toEqual([]);
      expect(await findBackfill({ db: bot.store.db, workspaceId: bot.workspaceId }, channel.id)).toBeNull();
    });
  });

  it('offers it again after "No thanks" to who types "learn", but not while it reads, or where it does not watch', async () => {
    const { slack, bot, ana } = space;
    await postPastThread(10, solvedThread('checkout'), { resolved: true });
    await press('leave_past');
    await slack.waitFor(
      () => JSON.stringify(welcome()?.blocks).includes('/precedent learn'),
      'the offer to be withdrawn',
      20_000,
    );
    const offer = () => space.ours().find((message) => message.text.includes('Shall I learn'));
    await command('/precedent learn');
    const { ts } = await slack.waitFor(offer, 'the offer again', 20_000);
    await space.settled();
    slack.arm({ kind: 'rate-limited', method: 'conversations.history', retryAfterSeconds: 2 });
    await press('learn_past', '90', ts);
    const below = (words: string) => () => space.ours(ts).find((message) => message.text.includes(words));
    await slack.waitFor(below('Reading on.'), 'the reading to begin', 20_000);
    const whispered = (words: string) => () =>
      slack.ephemerals(ana.id).find((one) => one.text.includes(words));
    await command('/precedent learn');
    await slack.waitFor(whispered('already'), 'a word that it reads', 20_000);
    await slack.waitFor(below('1 with a fix'), 'the progress below the offer', 20_000);
    await space.settled();
    expect(JSON.stringify(slack.message(space.channel.id, ts)?.blocks)).not.toContain('learn_past');
    expect(JSON.stringify(welcome()?.blocks)).toContain('/precedent learn');
    await command('/precedent unwatch');
    await slack.waitFor(whispered('no longer watch'), 'the end of the watch', 20_000);
    await command('/precedent learn');
    await slack.waitFor(whispered('watch first'), 'a word that it does not watch', 20_000);
    expect(
      (await findBackfill({ db: bot.store.db, workspaceId: bot.workspaceId }, space.channel.id))?.threadTs,
    ).toBe(ts);
  });

  it('says so and ends where Slack does not let it read', async () => {
    space.slack.arm({ kind: 'api-error', method: 'conversations.history', error: 'missing_scope' });
    await press('learn_past', 'all');
    const message = await waitForProgress('Stopped.');
    expect(JSON.stringify(message.blocks)).toContain('does not let me read');
  });

  it('goes on by the clock where its job gave up', async () => {
    await postPastThread(5, solvedThread('checkout'), { resolved: true });
    const { ctx } = space.bot;
    const { workspaceId } = ctx;
    const channelId = space.channel.id;
    const at = new Date(Date.now() - 16 * 60_000);
    const latest = `${Math.floor(Date.now() / 1000)}.000000`;
    const run = { workspaceId, channelId, latest, oldest: '0', outboxKey: 'backfill', threadTs: null };
    await startBackfill(ctx.db, run, { userId: space.ana.id, at });
    await resumeBackfills({ ...ctx, now: () => new Date(at.getTime() + 14 * 60_000) });
    await space.settled();
    expect(space.slack.calls('conversations.history')).toEqual([]);
    await resumeBackfills(ctx);
    await space.slack.waitFor(
      () => space.ours().find((message) => message.text.startsWith('Done. Read 4 messages')),
      'the reading to be done',
      20_000,
    );
  });
});

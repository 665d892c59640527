import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueuePrivacyChecks } from '../../src/intake/enqueue-privacy-checks.ts';
import type { SimChannel } from '../../src/playground/slack-sim/slack-sim.ts';
import { findChannel } from '../../src/store/channels/channels.ts';
import { enqueueDigests } from '../../src/trends/enqueue-digests.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { solutionOf, solveAndSave } from './solve-in-thread.ts';

let days = 0;
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace({ now: () => new Date(Date.now() + days * 86_400_000) });
});
afterAll(() => workspace.stop());

/** A public channel of a team, whose fix was shown in #incidents. Returns what stands there now. */
async function shownElsewhere(name: string, problem: string, fix: string) {
  const { slack, ana, joon, channel, settled } = workspace;
  const team = slack.addChannel({ name, members: [slack.botUserId, ana.id, joon.id] });
  await slack.command({ channel: team.id, user: ana.id, text: '/precedent watch incidents' });
  await settled();
  const source = await solveAndSave(workspace, problem, [fix, 'that fixed it'], team.id);
  const { ts } = await slack.say({ channel: channel.id, user: ana.id, text: `${problem} again` });
  await settled();
  const elsewhere = () => JSON.stringify(workspace.ours(ts));
  expect(elsewhere()).toContain(fix.split(' ').at(-2));
  return { team, taught: source, elsewhere };
}

const visibilityOf = async (team: SimChannel, ts: string) =>
  (await solutionOf(workspace, ts, team.id))?.visibility;
const nextDay = async () => {
  days += 1;
  await Promise.all([enqueuePrivacyChecks(workspace.bot.ctx), enqueuePrivacyChecks(workspace.bot.ctx)]);
  await workspace.settled();
};

describe('a channel that is made private', () => {
  it('keeps its fixes for itself at once, and takes them out of answers elsewhere', async () => {
    const { slack, settled } = workspace;
    const {
      team,
      taught: source,
      elsewhere,
    } = await shownElsewhere('team-lemur', 'lemur indexer stalls in prod', 'raised the cobalt quota');
    slack.convert(team.id, true);
    await settled();
    expect(elsewhere()).toMatch(/know nothing like this/);
    expect(elsewhere()).not.toContain('cobalt');
    expect(await visibilityOf(team, source.ts)).toBe('channel');
    expect(JSON.stringify(slack.thread(team.id, source.ts))).toContain('cobalt');
  });

  it('is noticed by the daily look when no event said so, also after it is no longer watched', async () => {
    const { slack, ana, settled } = workspace;
    const {
      team,
      taught: source,
      elsewhere,
    } = await shownElsewhere('team-okapi', 'okapi importer drops rows in prod', 'reset the walnut cursor');
    await slack.command({ channel: team.id, user: ana.id, text: '/precedent unwatch' });
    slack.convert(team.id, true, { silent: true });
    await nextDay();
    await settled();
    expect(await visibilityOf(team, source.ts)).toBe('channel');
    expect(elsewhere()).not.toContain('walnut');
  });

  it('counts as private when Slack no longer knows it, but not when Slack only fails', async () => {
    const { slack } = workspace;
    const {
      team,
      taught: source,
      elsewhere,
    } = await shownElsewhere('team-ibis', 'ibis signer refuses tokens in prod', 'rotated the granite lease');
    slack.arm({ kind: 'api-error', method: 'conversations.info', error: 'internal_error', times: 3 });
    await nextDay();
    expect(await visibilityOf(team, source.ts)).toBe('workspace');
    slack.convert(team.id, true, { silent: true });
    slack.leave(team.id, slack.botUserId);
    await nextDay();
    expect(await visibilityOf(team, source.ts)).toBe('channel');
    expect(elsewhere()).not.toContain('granite');
  });

  it('stays private when it becomes public again, until a person watches it anew; what it taught before stays its own', async () => {
    const { slack, bot, ana, settled } = workspace;
    const { team, taught: source } = await shownElsewhere(
      'team-yak',
      'yak broker loses messages in prod',
      'purged the basalt queue',
    );
    slack.convert(team.id, true);
    await settled();
    slack.convert(team.id, false);
    await nextDay();
    const isPrivate = async () =>
      (await findChannel({ db: bot.store.db, workspaceId: bot.workspaceId }, team.id))?.isPrivate;
    expect(await isPrivate()).toBe(true);
    await slack.command({ channel: team.id, user: ana.id, text: '/precedent watch incidents' });
    await settled();
    expect(await isPrivate()).toBe(false);
    expect(await visibilityOf(team, source.ts)).toBe('channel');
  });
});

describe('a digest that stands', () => {
  it('no longer names an incident whose first message was deleted', async () => {
    const { slack, channel, ana, settled, bot } = workspace;
    const roots = [];
    const at = Date.now();
    for (const text of ['narwhal console is down in prod', 'narwhal console is down in prod again']) {
      roots.push(await slack.say({ channel: channel.id, user: ana.id, text, at }));
    }
    await settled();
    days = 7;
    // A week after them to the millisecond: on a Sunday evening it may be Monday by now.
    await enqueueDigests({ ...bot.ctx, now: () => new Date(at + 7 * 86_400_000) });
    await settled();
    const standing = () => JSON.stringify(workspace.ours());
    expect(standing()).toMatch(/narwhal/);
    for (const { ts } of roots) await slack.delete(channel.id, ts);
    await settled();
    expect(standing()).not.toMatch(/narwhal/);
  });
});

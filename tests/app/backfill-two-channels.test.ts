import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBackfill } from '../../src/intake/backfill/backfill.ts';
import { findBackfill } from '../../src/store/channels/backfills.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';

const dayMs = 86_400_000;
const longThreads = 40;
let space: TestWorkspace;
beforeAll(async () => {
  // A call each 150 ms: the long channel takes six seconds, well within one step.
  space = await startTestWorkspace({ env: { PRECEDENT_HISTORY_PER_MINUTE: '400' } });
});
afterAll(() => space.stop());

async function postPastThread(channelId: string, daysAgo: number, service: string): Promise<void> {
  const { slack, ana, joon } = space;
  const at = Date.now() - daysAgo * dayMs;
  const place = { channel: channelId, silent: true };
  const root = await slack.say({
    ...place,
    user: ana.id,
    text: `${service} is down: connection refused`,
    at,
  });
  const reply = { ...place, user: joon.id, threadTs: root.ts, at: at + 60_000 };
  await slack.say({ ...reply, text: `I rolled back the deploy of ${service} to v41, that fixed it` });
}

it('reads a short past while the long one of another channel is being read', async () => {
  const { slack, bot, channel, ana, settled } = space;
  const other = slack.addChannel({ name: 'payments', members: [slack.botUserId, ana.id] });
  await slack.command({ channel: other.id, user: ana.id, text: '/precedent watch incidents' });
  await settled();
  for (let day = 1; day <= longThreads; day += 1) await postPastThread(channel.id, day, `service-${day}`);
  await postPastThread(other.id, 1, 'billing');
  const stateOf = async (channelId: string) => (await findBackfill(bot.ctx, channelId))?.state;
  for (const { id } of [channel, other]) {
    const input = { channelId: id, userId: ana.id, days: null, threadTs: null };
    expect(await startBackfill(bot.ctx, input)).toBe('started');
  }
  await expect.poll(() => stateOf(other.id), { timeout: 20_000, interval: 20 }).toBe('done');
  expect(await stateOf(channel.id)).toBe('running');
  const said = (channelId: string) => slack.history(channelId).map((message) => message.text);
  await settled();
  expect(await stateOf(channel.id)).toBe('done');
  expect(said(other.id)).toContainEqual(
    expect.stringMatching(/^Done\. Read 2 messages .*; 1 incident, 1 with a fix/),
  );
  expect(said(channel.id)).toContainEqual(
    expect.stringMatching(
      new RegExp(`^Done\\. Read ${longThreads * 2} messages .*; ${longThreads} incidents, `),
    ),
  );
}, 90_000);

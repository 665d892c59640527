import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SimChannel, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { type Processes, startProcesses } from '../setup/start-processes.ts';

const problem = 'checkout down in prod: JedisConnectionException: Could not get a resource from the pool';

let processes: Processes;
let slack: SlackSim;
let ana: SimUser;
let channel: SimChannel;

beforeAll(async () => {
  processes = await startProcesses();
  slack = processes.slack;
  ana = slack.addUser({ name: 'ana' });
  channel = slack.addChannel({ name: 'incidents', members: [slack.botUserId, ana.id] });
});

afterAll(() => processes.stop());

function ours(threadTs: string) {
  return slack.thread(channel.id, threadTs).filter((message) => message.bot_id === slack.botId);
}

it('answers an incident once when it is killed at any moment while answering it, and started again', async () => {
  const { start, kill } = processes;
  let bot = await start();
  await slack.command({ channel: channel.id, user: ana.id, text: '/precedent watch incidents' });
  await slack.waitFor(() => slack.history(channel.id)[0], 'the first message after watch', 20_000);
  const root = await slack.say({ channel: channel.id, user: ana.id, text: problem });
  await slack.say({ channel: channel.id, user: ana.id, text: 'raised the pool to 200', threadTs: root.ts });
  await slack.say({ channel: channel.id, user: ana.id, text: 'that fixed it', threadTs: root.ts });
  await slack.react({ channel: channel.id, ts: root.ts, user: ana.id, name: 'white_check_mark' });
  const draft = await slack.waitFor(() => ours(root.ts)[0], 'the draft', 20_000);
  await slack.press({ channel: channel.id, ts: draft.ts, user: ana.id, actionId: 'save_draft' });
  await slack.waitFor(
    () => slack.message(channel.id, draft.ts)?.text.startsWith('Saved'),
    'the fix to be saved',
    20_000,
  );

  // From "the event has just come" to "the answer is being posted": what a try leaves behind differs each time.
  for (const afterMs of [0, 15, 40, 80]) {
    slack.arm({ kind: 'no-answer', method: 'chat.postMessage' });
    const again = await slack.say({ channel: channel.id, user: ana.id, text: problem });
    await new Promise((done) => setTimeout(done, afterMs));
    await kill(bot, 'SIGKILL');
    bot = await start();
    await slack.waitFor(() => ours(again.ts)[0], `the answer after a kill at ${afterMs} ms`, 60_000);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(ours(again.ts), `killed after ${afterMs} ms`).toHaveLength(1);
  }

  // And told to stop in the middle, it finishes what it has begun.
  const last = await slack.say({ channel: channel.id, user: ana.id, text: problem });
  expect(await kill(bot, 'SIGTERM')).toBe(0);
  if (ours(last.ts).length === 0) {
    bot = await start();
    await slack.waitFor(() => ours(last.ts)[0], 'the answer after a stop', 60_000);
  }
  expect(ours(last.ts)).toHaveLength(1);
}, 240_000);

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SimChannel, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { openTestStore } from '../setup/open-test-store.ts';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const trouble = 'checkout down in prod: JedisConnectionException: Could not get a resource from the pool';

let slack: SlackSim;
let folder: string;
let ana: SimUser;
let channel: SimChannel;
let database: Record<string, string>;
let dropDatabase = async () => {};
const children = new Set<ChildProcess>();

beforeAll(async () => {
  slack = await startSlackSim();
  folder = await mkdtemp(join(tmpdir(), 'precedent-kill-'));
  const store = await openTestStore();
  if (store.kind === 'server' && 'connectionString' in store.boss) {
    database = { DATABASE_URL: store.boss.connectionString };
    dropDatabase = () => store.close();
  } else {
    await store.close();
    database = { DATABASE_URL: '', PRECEDENT_DATA: folder };
  }
  ana = slack.addUser({ name: 'ana' });
  channel = slack.addChannel({ name: 'incidents', members: [slack.botUserId, ana.id] });
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await slack.stop();
  await dropDatabase();
  await rm(folder, { recursive: true, force: true });
});

/** `precedent start` as a process of its own, connected to the simulator. */
async function start(): Promise<ChildProcess> {
  const before = slack.connections();
  const child = spawn(process.execPath, [program, 'start'], {
    env: {
      ...database,
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      PRECEDENT_HEALTH_PORT: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.add(child);
  await slack.waitFor(() => slack.connections() >= before + 2, 'the bot to connect', 30_000);
  return child;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const code = await gone;
  await slack.waitFor(() => slack.connections() === 0, 'the sockets to close', 10_000);
  return code;
}

function ours(threadTs: string) {
  return slack.thread(channel.id, threadTs).filter((message) => message.bot_id === slack.botId);
}

it('answers an incident once when it is killed at any moment while answering it, and started again', async () => {
  let bot = await start();
  await slack.command({ channel: channel.id, user: ana.id, text: '/precedent watch incidents' });
  await slack.waitFor(() => slack.history(channel.id)[0], 'the first message after watch', 20_000);
  const root = await slack.say({ channel: channel.id, user: ana.id, text: trouble });
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
    const again = await slack.say({ channel: channel.id, user: ana.id, text: trouble });
    await new Promise((done) => setTimeout(done, afterMs));
    await kill(bot, 'SIGKILL');
    bot = await start();
    await slack.waitFor(() => ours(again.ts)[0], `the answer after a kill at ${afterMs} ms`, 60_000);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(ours(again.ts), `killed after ${afterMs} ms`).toHaveLength(1);
  }

  // And told to stop in the middle, it finishes what it has begun.
  const last = await slack.say({ channel: channel.id, user: ana.id, text: trouble });
  expect(await kill(bot, 'SIGTERM')).toBe(0);
  if (ours(last.ts).length === 0) {
    bot = await start();
    await slack.waitFor(() => ours(last.ts)[0], 'the answer after a stop', 60_000);
  }
  expect(ours(last.ts)).toHaveLength(1);
}, 240_000);

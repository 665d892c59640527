import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SimChannel, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { rowsOf } from '../../src/store/connection/db.ts';
import { openStore } from '../../src/store/connection/open.ts';
import { type Processes, startProcesses } from '../setup/start-processes.ts';

const threads = 200;
const repliesEach = 23;
const chatter = 200;
/** Every fourth thread holds a fix that worked. */
const solvedThreads = threads / 4;
const limited = ['conversations.history', 'conversations.replies'];

let processes: Processes;
let slack: SlackSim;
let ana: SimUser;
let channel: SimChannel;

beforeAll(async () => {
  processes = await startProcesses();
  slack = processes.slack;
  ana = slack.addUser({ name: 'ana' });
  channel = slack.addChannel({ name: 'incidents', members: [slack.botUserId, ana.id] });
  await seedThreads();
});

afterAll(() => processes.stop());

/** 5,000 messages, the last of them ten days ago. */
async function seedThreads(): Promise<void> {
  const begun = Date.now() - 110 * 86_400_000;
  const place = { channel: channel.id, user: ana.id, silent: true };
  for (let index = 0; index < threads; index += 1) {
    const at = begun + index * 12 * 3_600_000;
    const service = `service-${index}`;
    const root = await slack.say({ ...place, text: `${service} is down: connection refused`, at });
    for (let reply = 1; reply <= repliesEach; reply += 1) {
      const text = replyWords(service, reply, index % 4 === 0);
      await slack.say({ ...place, text, threadTs: root.ts, at: at + reply * 60_000 });
    }
    await slack.say({ ...place, text: 'lunch, anyone?', at: at + 3_600_000 });
  }
}

function replyWords(service: string, reply: number, solved: boolean): string {
  if (reply === 2) return `I restarted ${service}, that did not help`;
  if (reply === repliesEach - 1 && solved) return `I rolled back the deploy of ${service} to v41`;
  if (reply === repliesEach && solved) return 'that fixed it, all is back to normal';
  return `looking at the graphs of ${service}, part ${reply}`;
}

const start = () => processes.start({ PRECEDENT_HISTORY_PER_MINUTE: '6000' });

const threadsRead = () =>
  slack.calls('conversations.replies').filter((call) => (call.answer as { ok: boolean }).ok).length;

async function untilRead(count: number): Promise<void> {
  while (threadsRead() < count) await new Promise((done) => setTimeout(done, 5));
}

function limit(): void {
  for (const method of limited) slack.arm({ kind: 'rate-limited', method, retryAfterSeconds: 1 });
}

it('reads 5,000 messages of the past once, under 429s and when it is killed twice in the middle', async () => {
  expect(slack.history(channel.id)).toHaveLength(5_000);
  let bot = await start();
  await slack.command({ channel: channel.id, user: ana.id, text: '/precedent watch incidents' });
  const ours = () => slack.history(channel.id).filter((message) => message.bot_id === slack.botId);
  const welcome = await slack.waitFor(() => ours()[0], 'the offer', 20_000);
  limit();
  await slack.press({
    channel: channel.id,
    ts: welcome.ts,
    user: ana.id,
    actionId: 'learn_past',
    value: 'all',
  });
  for (const count of [threads / 3, (threads * 2) / 3]) {
    await untilRead(count);
    limit();
    await processes.kill(bot, 'SIGKILL');
    bot = await start();
  }
  const done = await slack.waitFor(
    () => ours().find((message) => message.text.startsWith('Done.')),
    'all to be read',
    90_000,
  );
  expect(done.text).toMatch(/^Done\. Read 5,000 messages back to /);
  expect(done.text).toContain(`; ${threads} incidents, ${solvedThreads} with a fix.`);
  // The offer and the one message about it; nothing in the old threads.
  expect(ours().map((message) => message.thread_ts ?? message.ts)).toEqual([welcome.ts, welcome.ts]);
  await processes.kill(bot, 'SIGTERM');

  const store = await openStore(processes.where);
  try {
    const rows = rowsOf(
      await store.db.execute(sql`select (select count(*)::int from incidents) as incidents,
        (select count(*)::int from incidents where status = 'open') as open,
        (select count(*)::int from messages) as messages,
        (select count(*)::int from solutions where status = 'draft' and proven) as drafts,
        (select count(distinct source_thread_ts)::int from solutions) as solutions,
        (select count(*)::int from solution_versions) as versions`),
    );
    expect(rows).toEqual([
      {
        incidents: threads,
        open: 0,
        messages: 5_000 - chatter,
        drafts: solvedThreads,
        solutions: solvedThreads,
        versions: solvedThreads,
      },
    ]);
  } finally {
    await store.close();
  }

  // A kill costs the thread it hit, and no call of a limited kind comes before Slack allows it.
  expect(threadsRead()).toBeLessThanOrEqual(threads + 2);
  for (const method of limited) {
    const calls = slack.calls(method);
    const refused = calls.flatMap((call, index) =>
      (call.answer as { error?: string }).error === 'ratelimited' ? [index] : [],
    );
    expect(refused.length).toBeGreaterThanOrEqual(2);
    for (const index of refused) {
      const next = calls[index + 1];
      if (next !== undefined) expect(next.at - (calls[index]?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    }
  }
}, 240_000);

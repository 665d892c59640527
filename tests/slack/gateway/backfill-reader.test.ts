import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import type { SimChannel, SimUser, SlackSim } from '../../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../../src/playground/slack-sim/start-slack-sim.ts';
import { createWebClient } from '../../../src/slack/connection/web-clients.ts';
import { createBackfillReader } from '../../../src/slack/gateway/backfill-reader.ts';

let slack: SlackSim;
let ana: SimUser;
let channel: SimChannel;
let ending: AbortController;

async function start(options: { outsideMarketplace?: boolean } = {}): Promise<void> {
  slack = await startSlackSim(options);
  ana = slack.addUser({ name: 'ana' });
  channel = slack.addChannel({ name: 'incidents', members: [slack.botUserId, ana.id] });
  ending = new AbortController();
}

beforeEach(() => start());
afterEach(() => slack.stop());

function readerAt(perMinute: number) {
  const client = createWebClient({ token: slack.botToken, apiUrl: slack.apiUrl }, createLog('silent'));
  const { botId, botUserId } = slack;
  return createBackfillReader(client, { botId, botUserId, perMinute, ending: ending.signal });
}

async function say(text: string, threadTs?: string): Promise<string> {
  const place = { channel: channel.id, user: ana.id, text, silent: true };
  return (await slack.say({ ...place, ...(threadTs === undefined ? {} : { threadTs }) })).ts;
}

it('goes on with a long thread after a 429 in the middle of it, and gives each message once', async () => {
  const root = await say('checkout is down');
  for (let index = 0; index < 1_200; index += 1) await say(`still looking, ${index}`, root);
  const history = readerAt(150);
  const place = { channelId: channel.id, rootTs: root };
  const first = history.thread(place);
  while (slack.calls('conversations.replies').length < 1) await new Promise((done) => setTimeout(done, 10));
  slack.arm({ kind: 'rate-limited', method: 'conversations.replies', retryAfterSeconds: 2 });
  expect(await first).toEqual({ waitSeconds: 2 });
  // Meanwhile nothing is asked, of this thread or of any channel.
  expect(await history.thread(place)).toEqual({ waitSeconds: 2 });
  const range = { channelId: 'C0ELSEWHERE', latest: '9999999999', oldest: '0' };
  expect(await history.channel(range)).toEqual({ waitSeconds: expect.any(Number) });
  expect(slack.calls('conversations.history')).toHaveLength(0);
  await new Promise((done) => setTimeout(done, 2_000));
  const whole = await history.thread(place);
  const read = 'messages' in whole ? whole.messages.map((message) => message.ts) : [];
  expect(read).toEqual(slack.thread(channel.id, root).map((message) => message.ts));
  expect(slack.calls('conversations.replies')).toHaveLength(3);
});

it('reads a channel page by page where Slack gives 15 messages a minute', async () => {
  await slack.stop();
  await start({ outsideMarketplace: true });
  const posted = [];
  for (let index = 0; index < 20; index += 1) posted.push(await say(`${index}`));
  const page = await readerAt(6_000).channel({ channelId: channel.id, latest: '9999999999', oldest: '0' });
  expect(page).toMatchObject({ hasMore: true, reachedTs: posted[5] });
  const next = await readerAt(6_000).channel({
    channelId: channel.id,
    latest: String(posted[5]),
    oldest: '0',
  });
  expect(next).toMatchObject({ waitSeconds: expect.any(Number) });
});

it('keeps to its pace, and lets go at once when the bot stops', async () => {
  await say('hello');
  const history = readerAt(300);
  const range = { channelId: channel.id, latest: '9999999999', oldest: '0' };
  const begun = performance.now();
  for (let call = 0; call < 3; call += 1) await history.channel(range);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(390);
  const slow = readerAt(1);
  await slow.channel(range);
  const waiting = slow.channel(range);
  ending.abort();
  expect(await waiting).toEqual({ waitSeconds: 1 });
});

it('leaves out our own messages, and says what Slack refuses', async () => {
  await say('theirs');
  const client = createWebClient({ token: slack.botToken, apiUrl: slack.apiUrl }, createLog('silent'));
  await client.chat.postMessage({ channel: channel.id, text: 'ours' });
  const range = { channelId: channel.id, latest: '9999999999', oldest: '0' };
  expect(await readerAt(6_000).channel(range)).toMatchObject({ messages: [{ text: 'theirs' }] });
  slack.leave(channel.id, slack.botUserId);
  expect(await readerAt(6_000).channel(range)).toEqual({ refused: 'not_in_channel' });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog, type Log } from '../../../src/log.ts';
import type { SimChannel, SimUser, SlackSim } from '../../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../../src/playground/slack-sim/start-slack-sim.ts';
import { createWebClient } from '../../../src/slack/connection/web-clients.ts';
import { findPosted, messageEventType } from '../../../src/slack/gateway/find-posted.ts';

let slack: SlackSim;
let ana: SimUser;
beforeAll(async () => {
  slack = await startSlackSim();
  ana = slack.addUser({ name: 'ana' });
});
afterAll(() => slack.stop());

const log = createLog('silent');

async function talk(channel: SimChannel, count: number, threadTs?: string): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    const message = { channel: channel.id, user: ana.id, text: `line ${index}`, silent: true };
    await slack.say(threadTs === undefined ? message : { ...message, threadTs });
  }
}

async function post(channel: SimChannel, key: string, threadTs?: string): Promise<string> {
  const client = createWebClient({ token: slack.botToken, apiUrl: slack.apiUrl }, log);
  const metadata = { event_type: messageEventType, event_payload: { key } };
  const message = { channel: channel.id, text: 'Fix: …', metadata };
  return (
    await client.chat.postMessage(threadTs === undefined ? message : { ...message, thread_ts: threadTs })
  ).ts as string;
}

function search(channel: SimChannel, key: string, threadTs: string | null = null, heard: Log = log) {
  const client = createWebClient({ token: slack.botToken, apiUrl: slack.apiUrl }, log);
  const since = new Date(Date.now() - 60_000);
  return findPosted(client, { channelId: channel.id, threadTs, key, since }, heard);
}

function channelOf(name: string): SimChannel {
  return slack.addChannel({ name, members: [slack.botUserId, ana.id] });
}

it('finds our message among 450 that were posted since, and no other of ours', async () => {
  const channel = channelOf('busy');
  await talk(channel, 3);
  const ts = await post(channel, 'answer:1');
  await post(channel, 'answer:2');
  await talk(channel, 450);
  expect(await search(channel, 'answer:1')).toBe(ts);
  expect(await search(channel, 'answer:3')).toBeNull();
});

it('finds it behind 450 replies of a thread', async () => {
  const channel = channelOf('long-thread');
  const root = await slack.say({ channel: channel.id, user: ana.id, text: 'checkout is down', silent: true });
  await talk(channel, 450, root.ts);
  const ts = await post(channel, 'answer:1', root.ts);
  await talk(channel, 5, root.ts);
  expect(await search(channel, 'answer:1', root.ts)).toBe(ts);
});

it('asks for no more pages once it has found it', async () => {
  const channel = channelOf('found-at-once');
  await talk(channel, 300);
  const ts = await post(channel, 'answer:1');
  const before = slack.calls('conversations.history').length;
  expect(await search(channel, 'answer:1')).toBe(ts);
  expect(slack.calls('conversations.history')).toHaveLength(before + 1);
});

it('gives up after 4,000 messages, and says so in the log', async () => {
  const channel = channelOf('flooded');
  await post(channel, 'answer:1');
  await talk(channel, 4_010);
  const warned: unknown[] = [];
  const heard = { ...log, warn: (fields: unknown) => warned.push(fields) } as unknown as Log;
  expect(await search(channel, 'answer:1', null, heard)).toBeNull();
  expect(warned).toEqual([{ key: 'answer:1', pages: 20 }]);
});

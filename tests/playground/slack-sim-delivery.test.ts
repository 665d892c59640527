import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SimChannel, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { beforeEachEnvelope, socketApp } from './slack-sim-bolt-app.ts';

type Seen = { eventId: string; text: string; retryNum: number | undefined; retryReason: string | undefined };

let sim: SlackSim;
let ana: SimUser;
let channel: SimChannel;
let apps: App[];
let seen: Seen[];

beforeEach(async () => {
  sim = await startSlackSim();
  ana = sim.addUser({ name: 'ana' });
  channel = sim.addChannel({ name: 'incidents', members: [ana.id, sim.botUserId] });
  apps = [];
  seen = [];
});

afterEach(async () => {
  for (const app of apps) await app.stop();
  await sim.stop();
});

/** Connects an app that notes each envelope, then lets `handle` decide its fate. */
async function connect(handle: (count: number) => Promise<void> = async () => {}): Promise<App> {
  const { app, receiver } = socketApp(sim);
  let count = 0;
  beforeEachEnvelope(receiver, async ({ body, retryNum, retryReason }) => {
    count += 1;
    seen.push({ eventId: body.event_id, text: body.event.text, retryNum, retryReason });
    await handle(count);
  });
  // beforeEachEnvelope has to be in place when the app initialises its receiver.
  receiver.init(app);
  apps.push(app);
  await app.start();
  return app;
}

const say = (text: string) => sim.say({ channel: channel.id, user: ana.id, text });

describe('delivery over Socket Mode', () => {
  it('delivers an acknowledged event once', async () => {
    await connect();
    await say('once');
    await sim.waitFor(() => seen.length === 1, 'the event');
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(seen).toHaveLength(1);
  });

  it('delivers an event again, with its event_id, when the handler dies before the ack', async () => {
    await connect(async (count) => {
      if (count === 1) throw new Error('died');
    });
    await say('again');
    await sim.waitFor(() => seen.length === 2, 'the retry', 8000);
    expect(seen[1]?.eventId).toBe(seen[0]?.eventId);
    expect(seen.map((one) => one.retryNum)).toEqual([0, 1]);
    expect(seen[1]?.retryReason).toBe('timeout');
  }, 12_000);

  it('hands an event to another connection when the first is lost before its ack', async () => {
    await connect();
    sim.arm({ kind: 'disconnect' });
    await say('lost');
    await sim.waitFor(() => seen.length >= 2, 'the redelivery', 8000);
    expect(new Set(seen.map((one) => one.eventId)).size).toBe(1);
    expect(seen.at(-1)).toMatchObject({ retryNum: 1, retryReason: 'connection_lost' });
  }, 12_000);

  it('waits a little for the first connection', async () => {
    await say('early');
    await connect();
    await sim.waitFor(() => seen.find((one) => one.text === 'early'), 'the early event');
    expect(seen[0]?.retryNum).toBe(0);
  });

  it('hands the app its own posts too, with its bot_id', async () => {
    const { app, receiver } = socketApp(sim);
    const events: unknown[] = [];
    beforeEachEnvelope(receiver, async ({ body }) => {
      events.push(body.event);
    });
    receiver.init(app);
    apps.push(app);
    await app.start();
    const posted = await app.client.chat.postMessage({ channel: channel.id, text: 'mine' });
    await sim.waitFor(() => events.length === 1, 'its own message');
    expect(events).toMatchObject([
      { type: 'message', ts: posted.ts, bot_id: sim.botId, user: sim.botUserId, app_id: sim.appId },
    ]);
  });

  it('spreads envelopes over two connections', async () => {
    const first = await connect();
    const inFirst: string[] = [];
    first.message(async ({ message }) => {
      inFirst.push(message.ts);
    });
    await connect();
    expect(sim.connections()).toBe(2);
    for (let index = 0; index < 6; index += 1) await say(`message ${index}`);
    await sim.waitFor(
      () => seen.length === 6 && inFirst.length === 3,
      'half of the messages in the first app',
    );
  });

  it.each(['refresh_requested', 'dropped'] as const)('lets the app come back after %s', async (reason) => {
    await connect();
    sim.disconnect(reason);
    await sim.waitFor(() => sim.connections() === 0, 'no connection');
    await sim.waitFor(() => sim.connections() === 1, 'a new connection');
    await say('back');
    await sim.waitFor(() => seen.some((one) => one.text === 'back'), 'the event on the new connection');
  });

  it('turns an eleventh connection and a used ticket away', async () => {
    const open = async () => {
      const response = await fetch(`${sim.apiUrl}apps.connections.open`, {
        method: 'POST',
        headers: { authorization: `Bearer ${sim.appToken}` },
      });
      const answer: unknown = await response.json();
      if (typeof answer !== 'object' || answer === null || !('url' in answer)) throw new Error('no url');
      return String(answer.url);
    };
    const dial = async (url: string) => {
      const socket = new WebSocket(url);
      const first = await new Promise<string>((resolve) => {
        socket.addEventListener('message', (event) => resolve(String(event.data)), { once: true });
        socket.addEventListener('error', () => resolve('refused'), { once: true });
      });
      return { socket, first };
    };
    const urls = await Promise.all(Array.from({ length: 11 }, open));
    const dialled = [];
    for (const url of urls) dialled.push(await dial(url));
    expect(JSON.parse(dialled[0]?.first ?? '')).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: sim.appId },
    });
    expect(JSON.parse(dialled[10]?.first ?? '')).toMatchObject({
      type: 'disconnect',
      reason: 'too_many_websockets',
    });
    expect((await dial(urls[0] ?? '')).first).toBe('refused');
    expect(sim.connections()).toBe(10);
    for (const { socket } of dialled) socket.close();
  });

  it('delivers twice, and out of order, when asked', async () => {
    await connect();
    sim.arm({ kind: 'duplicate-event' });
    await say('twice');
    await sim.waitFor(() => seen.length === 2, 'both copies');
    expect(seen[0]?.eventId).toBe(seen[1]?.eventId);
    expect(seen[1]?.retryNum).toBe(1);
    sim.arm({ kind: 'reorder-events' });
    await say('first');
    await say('second');
    await sim.waitFor(() => seen.length === 4, 'both events');
    expect(seen.slice(2).map((one) => one.text)).toEqual(['second', 'first']);
  });
});

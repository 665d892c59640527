import { App, HTTPReceiver } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import type { SimChannel, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { freePort } from '../setup/free-port.ts';
import { silentLogger } from './slack-sim-bolt-app.ts';

let sim: SlackSim;
let app: App;
let receiver: HTTPReceiver;
let ana: SimUser;
let channel: SimChannel;

async function start(signingSecret?: string): Promise<void> {
  const port = await freePort();
  sim = await startSlackSim({ requestUrl: `http://127.0.0.1:${port}/slack/events` });
  receiver = new HTTPReceiver({ signingSecret: signingSecret ?? sim.signingSecret, logger: silentLogger });
  app = new App({
    token: sim.botToken,
    receiver,
    logger: silentLogger,
    clientOptions: { slackApiUrl: sim.apiUrl, retryConfig: { retries: 0 } },
  });
  await app.start({ port, host: '127.0.0.1' });
  ana = sim.addUser({ name: 'ana' });
  channel = sim.addChannel({ name: 'incidents', members: [ana.id, sim.botUserId] });
}

afterEach(async () => {
  await app.stop();
  await sim.stop();
});

describe('delivery over HTTP', () => {
  it('passes the url_verification of a real app', async () => {
    await start();
    expect(await sim.verifyRequestUrl()).toBe(true);
  });

  it('is refused by an app with another signing secret', async () => {
    await start('another-secret');
    let heard = 0;
    app.message(async () => {
      heard += 1;
    });
    app.command('/precedent', async ({ ack }) => ack());
    const result = await sim.command({ channel: channel.id, user: ana.id, text: '/precedent' });
    expect([result.acked, heard]).toEqual([false, 0]);
  });

  it('delivers events, commands and interactions, signed, to Bolt', async () => {
    await start();
    app.event('app_mention', async ({ event, say }) => {
      await say({
        text: 'hi',
        thread_ts: event.ts,
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
          },
        ],
      });
    });
    app.command('/precedent', async ({ ack, command }) => ack(`got ${command.text}`));
    app.action('go', async ({ ack, respond }) => {
      await ack();
      await respond({ response_type: 'in_channel', text: 'went' });
    });
    const root = await sim.say({ channel: channel.id, user: ana.id, text: `<@${sim.botUserId}> hi` });
    const reply = await sim.waitFor(() => sim.thread(channel.id, root.ts)[1], 'the reply');
    const command = await sim.command({ channel: channel.id, user: ana.id, text: '/precedent a & b=c' });
    expect(command).toMatchObject({ acked: true, response: { text: 'got a & b=c' } });
    await sim.press({ user: ana.id, channel: channel.id, ts: reply.ts, actionId: 'go' });
    await sim.waitFor(() => sim.thread(channel.id, root.ts)[2]?.text === 'went', 'the answer in the thread');
  });

  it('sends an event again, numbered, after an answer that is not 2xx', async () => {
    await start();
    const seen: { id: unknown; number: number; reason: string | undefined }[] = [];
    const process = app.processEvent.bind(app);
    app.processEvent = async (event) => {
      seen.push({ id: event.body.event_id, number: event.retryNum ?? 0, reason: event.retryReason });
      if (seen.length === 1) throw new Error('not kept');
      await process(event);
    };
    await sim.say({ channel: channel.id, user: ana.id, text: 'again' });
    await sim.waitFor(() => seen.length === 2, 'the retry');
    const [first, second] = seen;
    // Where the first try takes longer than Slack waits, the app sees the second as its first.
    expect(second).toEqual({ id: first?.id, number: (first?.number ?? 0) + 1, reason: 'http_error' });
  });
});

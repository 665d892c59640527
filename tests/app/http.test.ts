import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from '../../src/app/start-bot.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { SimChannel, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { freePort } from '../setup/free-port.ts';
import { openTestStore } from '../setup/open-test-store.ts';

let slack: SlackSim;
let bot: Bot;
let port: number;
let ana: SimUser;
let channel: SimChannel;

beforeAll(async () => {
  port = await freePort();
  slack = await startSlackSim({ requestUrl: `http://127.0.0.1:${port}/slack/events` });
  bot = await startBot(
    readConfig({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
      PRECEDENT_HEALTH_PORT: '0',
    }),
    { log: createLog('silent'), openStore: openTestStore },
  );
  ana = slack.addUser({ name: 'ana' });
  channel = slack.addChannel({ name: 'incidents', members: [slack.botUserId, ana.id] });
});

afterAll(async () => {
  await bot.stop();
  await slack.stop();
});

describe('Slack over HTTP', () => {
  it('answers Slack’s own check of the address', async () => {
    const checked = await slack.verifyRequestUrl();
    expect(checked).toBe(true);
  });

  it('hears commands, messages and reactions, and resolves an incident', async () => {
    const reply = await slack.command({
      channel: channel.id,
      user: ana.id,
      text: '/precedent watch incidents',
    });
    expect(reply.acked).toBe(true);
    await slack.waitFor(() => slack.history(channel.id)[0], 'the first message after watch', 10_000);
    const root = await slack.say({
      channel: channel.id,
      user: ana.id,
      text: 'search is down in prod, HTTP 503',
    });
    await slack.say({
      channel: channel.id,
      user: ana.id,
      text: 'rolled back the release',
      threadTs: root.ts,
    });
    await slack.say({ channel: channel.id, user: ana.id, text: 'that fixed it', threadTs: root.ts });
    await slack.react({ channel: channel.id, ts: root.ts, user: ana.id, name: 'white_check_mark' });
    const draft = await slack.waitFor(
      () => slack.thread(channel.id, root.ts).find((message) => message.bot_id === slack.botId),
      'the draft',
      15_000,
    );
    expect(JSON.stringify(draft.blocks)).toContain('olled back the release');
  });

  it('refuses what Slack did not sign', async () => {
    const forged = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
        'x-slack-signature': 'v0=0000',
      },
      body: JSON.stringify({ type: 'event_callback', event_id: 'Ev1', event: { type: 'message' } }),
    });
    expect(forged.status).toBe(401);
  });

  it('says that it is well on the health port, and nothing else', async () => {
    expect((await fetch(`${bot.healthUrl}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.healthUrl}/livez`)).status).toBe(200);
    expect((await fetch(`${bot.healthUrl}/anything`)).status).toBe(404);
    expect((await fetch(`${bot.healthUrl}/healthz`, { method: 'POST' })).status).toBe(405);
  });
});

describe('a start that cannot be', () => {
  const base = { PRECEDENT_HEALTH_PORT: '0' };

  async function refusal(env: Record<string, string>): Promise<string> {
    const config = readConfig({ ...base, SLACK_API_URL: slack.apiUrl, ...env });
    try {
      const started = await startBot(config, { log: createLog('silent'), openStore: openTestStore });
      await started.stop();
      return 'started';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  it('names the playground when neither way in is set', async () => {
    expect(await refusal({ SLACK_BOT_TOKEN: slack.botToken })).toMatch(
      /SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET.*npm run playground/,
    );
  });

  it('says which token is missing or refused, and never shows it', async () => {
    expect(await refusal({ SLACK_APP_TOKEN: 'xapp-1' })).toMatch(/SLACK_BOT_TOKEN is not set/);
    const refused = await refusal({ SLACK_BOT_TOKEN: 'xoxb-not-this-one', SLACK_APP_TOKEN: slack.appToken });
    expect(refused).toMatch(/Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)/);
    expect(refused).not.toContain('xoxb-not-this-one');
  });

  it('says that the port is taken', async () => {
    const taken = await refusal({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      PORT: String(port),
    });
    expect(taken).toBe(`Port ${port} is taken. Set PORT to a free one.`);
  });

  it('says that the socket was refused for a wrong app token', async () => {
    const refused = await refusal({ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: 'xapp-1-wrong' });
    expect(refused).toMatch(/Slack did not open a socket\. Check SLACK_APP_TOKEN/);
  });
});

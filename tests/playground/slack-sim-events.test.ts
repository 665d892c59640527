import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SimChannel, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { socketApp } from './slack-sim-bolt-app.ts';

type Body = { event: Record<string, unknown>; [field: string]: unknown };

let sim: SlackSim;
let app: App;
let ana: SimUser;
let channel: SimChannel;
let heard: Body[];

beforeEach(async () => {
  sim = await startSlackSim();
  app = socketApp(sim).app;
  heard = [];
  app.use(async ({ body, next }) => {
    if ('event' in body) heard.push(body as unknown as Body);
    await next();
  });
  await app.start();
  ana = sim.addUser({ name: 'ana' });
  channel = sim.addChannel({ name: 'incidents', members: [ana.id, sim.botUserId] });
});

afterEach(async () => {
  await app.stop();
  await sim.stop();
});

function eventOf(match: Record<string, unknown>): Promise<Record<string, unknown>> {
  const matches = (body: Body) => Object.entries(match).every(([name, value]) => body.event[name] === value);
  return sim.waitFor(() => heard.find(matches)?.event, `an event ${JSON.stringify(match)}`);
}

describe('events of the simulator', () => {
  it("greets Bolt over Socket Mode and wraps a person's message as Slack does", async () => {
    expect(sim.connections()).toBe(1);
    const posted = await sim.say({ channel: channel.id, user: ana.id, text: 'redis is *down*' });
    const event = await eventOf({ type: 'message' });
    expect(event).toMatchObject({
      text: 'redis is *down*',
      user: ana.id,
      ts: posted.ts,
      event_ts: posted.ts,
      channel: channel.id,
      channel_type: 'channel',
    });
    expect(event).not.toHaveProperty('subtype');
    expect(event.blocks).toMatchObject([{ type: 'rich_text' }]);
    expect(heard[0]).toMatchObject({
      type: 'event_callback',
      team_id: sim.teamId,
      api_app_id: sim.appId,
      is_ext_shared_channel: false,
      authorizations: [{ team_id: sim.teamId, user_id: sim.botUserId, is_bot: true }],
    });
    expect(heard[0]?.event_id).toMatch(/^Ev/);
    expect(posted.ts).toMatch(/^\d{10}\.\d{6}$/);
  });

  it('sends both message and app_mention for one mention', async () => {
    const posted = await sim.say({ channel: channel.id, user: ana.id, text: `<@${sim.botUserId}> again` });
    await eventOf({ type: 'message', ts: posted.ts });
    await eventOf({ type: 'app_mention', ts: posted.ts });
  });

  it('says nothing of a channel that the bot is not in', async () => {
    const other = sim.addChannel({ name: 'secret', isPrivate: true, members: [ana.id] });
    await sim.say({ channel: other.id, user: ana.id, text: 'not for the bot' });
    const posted = await sim.say({ channel: channel.id, user: ana.id, text: 'for the bot' });
    await eventOf({ type: 'message', ts: posted.ts });
    expect(heard.map((body) => body.event.channel)).toEqual([channel.id]);
  });

  it("keeps a parent's reply fields and gives a broadcast its root", async () => {
    const root = await sim.say({ channel: channel.id, user: ana.id, text: 'root' });
    expect(root.thread_ts).toBeUndefined();
    await sim.say({ channel: channel.id, user: ana.id, text: 'reply', threadTs: root.ts });
    const shout = await sim.say({
      channel: channel.id,
      user: ana.id,
      text: 'fixed',
      threadTs: root.ts,
      broadcast: true,
    });
    expect(sim.message(channel.id, root.ts)).toMatchObject({
      thread_ts: root.ts,
      reply_count: 2,
      latest_reply: shout.ts,
    });
    const event = await eventOf({ subtype: 'thread_broadcast' });
    expect(event.root).toMatchObject({ ts: root.ts, text: 'root' });
    expect(sim.thread(channel.id, root.ts)).toHaveLength(3);
  });

  it('sends message_changed with both versions when a webhook edits in place', async () => {
    const alert = await sim.botSays({
      channel: channel.id,
      username: 'Alertmanager',
      attachments: [{ title: '[FIRING:1] RedisDown' }],
    });
    const posted = await eventOf({ subtype: 'bot_message' });
    expect(posted).toMatchObject({
      text: '',
      username: 'Alertmanager',
      attachments: [{ title: '[FIRING:1] RedisDown' }],
    });
    expect(posted).not.toHaveProperty('user');
    await sim.edit({ channel: channel.id, ts: alert.ts, attachments: [{ title: '[RESOLVED] RedisDown' }] });
    expect(await eventOf({ subtype: 'message_changed' })).toMatchObject({
      hidden: true,
      channel: channel.id,
      message: { ts: alert.ts, attachments: [{ title: '[RESOLVED] RedisDown' }] },
      previous_message: { ts: alert.ts, attachments: [{ title: '[FIRING:1] RedisDown' }] },
    });
  });

  it("gives a modern app's post a bot_profile and no subtype", async () => {
    await sim.botSays({ channel: channel.id, username: 'Grafana', text: 'firing', style: 'app' });
    const event = await eventOf({ type: 'message', text: 'firing' });
    expect(event).toMatchObject({ bot_profile: { name: 'Grafana' } });
    expect(event).not.toHaveProperty('subtype');
  });

  it('sends message_deleted with deleted_ts', async () => {
    const posted = await sim.say({ channel: channel.id, user: ana.id, text: 'oops' });
    await sim.delete(channel.id, posted.ts);
    expect(await eventOf({ subtype: 'message_deleted' })).toMatchObject({
      deleted_ts: posted.ts,
      previous_message: { text: 'oops' },
    });
    expect(sim.message(channel.id, posted.ts)).toBeUndefined();
  });

  it('leaves a tombstone of a deleted thread parent, told as message_changed', async () => {
    const root = await sim.say({ channel: channel.id, user: ana.id, text: 'root' });
    await sim.say({ channel: channel.id, user: ana.id, text: 'reply', threadTs: root.ts });
    await sim.delete(channel.id, root.ts);
    expect(await eventOf({ subtype: 'message_changed' })).toMatchObject({
      message: { subtype: 'tombstone', ts: root.ts },
      previous_message: { text: 'root' },
    });
  });

  it("sends reactions, without item_user for a webhook's message", async () => {
    const mine = await sim.say({ channel: channel.id, user: ana.id, text: 'down' });
    const alert = await sim.botSays({ channel: channel.id, username: 'Alertmanager', text: 'firing' });
    await sim.react({ channel: channel.id, ts: mine.ts, user: ana.id, name: 'eyes' });
    await sim.react({ channel: channel.id, ts: alert.ts, user: ana.id, name: 'white_check_mark' });
    await sim.unreact({ channel: channel.id, ts: mine.ts, user: ana.id, name: 'eyes' });
    expect(await eventOf({ type: 'reaction_added', reaction: 'eyes' })).toMatchObject({
      user: ana.id,
      item_user: ana.id,
      item: { type: 'message', channel: channel.id, ts: mine.ts },
    });
    const onAlert = await eventOf({ type: 'reaction_added', reaction: 'white_check_mark' });
    expect(onAlert).not.toHaveProperty('item_user');
    await eventOf({ type: 'reaction_removed', reaction: 'eyes' });
    expect(sim.message(channel.id, mine.ts)?.reactions).toBeUndefined();
  });

  it('tells of people who come and go, of names and of sharing', async () => {
    const ben = sim.addUser({ name: 'ben' });
    sim.join(channel.id, ben.id);
    expect(await eventOf({ type: 'member_joined_channel' })).toMatchObject({
      user: ben.id,
      channel: channel.id,
    });
    await eventOf({ subtype: 'channel_join', user: ben.id });
    sim.leave(channel.id, ben.id);
    await eventOf({ type: 'member_left_channel', user: ben.id });
    sim.rename(channel.id, 'sev1');
    expect(await eventOf({ type: 'channel_rename' })).toMatchObject({
      channel: { id: channel.id, name: 'sev1' },
    });
    sim.share(channel.id, true);
    await eventOf({ type: 'channel_shared', channel: channel.id });
    expect(heard.at(-1)?.is_ext_shared_channel).toBe(true);
  });

  it('opens the Home and a direct channel that speaks message.im', async () => {
    await sim.openHome(ana.id);
    const opened = await eventOf({ type: 'app_home_opened', user: ana.id });
    const im = String(opened.channel);
    await sim.say({ channel: im, user: ana.id, text: 'hello' });
    expect(await eventOf({ type: 'message', channel: im })).toMatchObject({ channel_type: 'im' });
  });

  it('lays a silent past down in order of time, unheard', async () => {
    const late = await sim.say({
      channel: channel.id,
      user: ana.id,
      text: 'late',
      at: 1_700_000_100_000,
      silent: true,
    });
    const early = await sim.say({
      channel: channel.id,
      user: ana.id,
      text: 'early',
      at: 1_700_000_000_000,
      silent: true,
    });
    expect(early.ts).toBe('1700000000.000100');
    expect(sim.history(channel.id).map((message) => message.ts)).toEqual([early.ts, late.ts]);
    const loud = await sim.say({ channel: channel.id, user: ana.id, text: 'now' });
    await eventOf({ type: 'message', ts: loud.ts });
    expect(heard).toHaveLength(1);
  });

  const alerts = join(import.meta.dirname, '../../../shared/data/alerts');
  it.skipIf(!existsSync(alerts))(
    'takes real alert payloads by webhook (skipped without ../shared/data)',
    async () => {
      const files = readdirSync(alerts).filter((name) => name.endsWith('.json'));
      for (const file of files) {
        const response = await fetch(`${sim.url}/services/${sim.teamId}/${channel.id}/secret`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: readFileSync(join(alerts, file), 'utf8'),
        });
        expect([file, response.status, await response.text()]).toEqual([file, 200, 'ok']);
      }
      await sim.waitFor(() => heard.length === files.length, 'every alert');
      expect(new Set(heard.map((body) => body.event.subtype))).toEqual(new Set(['bot_message']));
    },
  );

  it('refuses an empty or unknown webhook', async () => {
    const post = (path: string, body: string) =>
      fetch(`${sim.url}/services/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    const empty = await post(`${sim.teamId}/${channel.id}/x`, '{}');
    expect([empty.status, await empty.text()]).toEqual([400, 'no_text']);
    const unknown = await post(`${sim.teamId}/C404/x`, '{"text":"hi"}');
    expect([unknown.status, await unknown.text()]).toEqual([404, 'channel_not_found']);
  });
});

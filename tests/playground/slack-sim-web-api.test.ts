import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SimChannel, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { silentLogger } from './slack-sim-bolt-app.ts';

let sim: SlackSim;
let ana: SimUser;
let channel: SimChannel;

function client(token = sim.botToken, timeout = 0): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: sim.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: silentLogger,
  });
}

async function start(
  options: { enforceRateLimits?: boolean; outsideMarketplace?: boolean } = {},
): Promise<void> {
  sim = await startSlackSim(options);
  ana = sim.addUser({ name: 'ana', realName: 'Ana Silva' });
  channel = sim.addChannel({ name: 'incidents', members: [ana.id, sim.botUserId] });
}

beforeEach(() => start());
afterEach(() => sim.stop());

const fails = (call: Promise<unknown>, error: string) => expect(call).rejects.toThrow(error);

describe('the Web API of the simulator', () => {
  it('knows its tokens and its methods', async () => {
    expect(await client().auth.test()).toMatchObject({
      team_id: sim.teamId,
      user_id: sim.botUserId,
      bot_id: sim.botId,
    });
    await fails(client('xoxb-wrong').auth.test(), 'invalid_auth');
    await fails(client(sim.botToken).apps.connections.open(), 'not_allowed_token_type');
    await fails(client().apiCall('chat.meMessage', { channel: channel.id }), 'unknown_method');
    await fails(client().apiCall('constructor'), 'unknown_method');
    expect(await client(sim.appToken).apps.connections.open()).toMatchObject({
      url: expect.stringMatching(/^ws:/),
    });
  });

  it('takes JSON bodies as well as forms', async () => {
    const response = await fetch(`${sim.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sim.botToken}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ channel: channel.id, text: 'json' }),
    });
    expect(await response.json()).toMatchObject({ ok: true, message: { text: 'json' } });
  });

  it('posts only where the bot is, and says why not', async () => {
    const elsewhere = sim.addChannel({ name: 'general', members: [ana.id] });
    const secret = sim.addChannel({ name: 'secret', isPrivate: true, members: [ana.id] });
    const post = (to: string, text?: string) =>
      client().apiCall('chat.postMessage', { channel: to, ...(text === undefined ? {} : { text }) });
    await fails(post('C404', 'x'), 'channel_not_found');
    await fails(post(elsewhere.id, 'x'), 'not_in_channel');
    await fails(post(secret.id, 'x'), 'channel_not_found');
    await fails(post(channel.id), 'no_text');
    await post(channel.id, 'x'.repeat(40_000));
    await fails(post(channel.id, 'x'.repeat(40_001)), 'msg_too_long');
    await fails(
      client().chat.postMessage({ channel: channel.id, text: 'x', thread_ts: '1.000000' }),
      'thread_not_found',
    );
    await fails(
      client().chat.postEphemeral({ channel: channel.id, user: 'U404', text: 'x' }),
      'user_not_in_channel',
    );
    sim.archive(channel.id);
    await fails(post(channel.id, 'x'), 'is_archived');
    expect(await client().conversations.join({ channel: elsewhere.id })).toMatchObject({ ok: true });
    await post(elsewhere.id, 'now');
  });

  it("edits and deletes only the bot's own messages", async () => {
    const theirs = await sim.say({ channel: channel.id, user: ana.id, text: 'mine' });
    const own = await client().chat.postMessage({ channel: channel.id, text: 'one' });
    const ts = String(own.ts);
    await fails(
      client().chat.update({ channel: channel.id, ts: theirs.ts, text: 'x' }),
      'cant_update_message',
    );
    await fails(client().chat.delete({ channel: channel.id, ts: theirs.ts }), 'cant_delete_message');
    await fails(
      client().chat.update({ channel: channel.id, ts: '1.000000', text: 'x' }),
      'message_not_found',
    );
    await client().chat.update({ channel: channel.id, ts, text: 'two' });
    expect(sim.message(channel.id, ts)?.text).toBe('two');
    await client().chat.delete({ channel: channel.id, ts });
    expect(sim.message(channel.id, ts)).toBeUndefined();
  });

  it('names the place of a bad block', async () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
    const error = await client()
      .chat.postMessage({ channel: channel.id, text: 'x', blocks })
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
        },
      },
    });
    const long = Array.from({ length: 5 }, () => ({
      type: 'section',
      text: { type: 'mrkdwn', text: 'x'.repeat(2500) },
    }));
    await fails(
      client().chat.postMessage({ channel: channel.id, text: 'x', blocks: long }),
      'msg_blocks_too_long',
    );
  });

  it('gives metadata back only when asked', async () => {
    const metadata = { event_type: 'outbox', event_payload: { key: 'k1' } };
    await client().chat.postMessage({ channel: channel.id, text: 'x', metadata });
    const plain = await client().conversations.history({ channel: channel.id });
    expect(plain.messages?.[0]).not.toHaveProperty('metadata');
    const full = await client().conversations.history({ channel: channel.id, include_all_metadata: true });
    expect(full.messages?.[0]).toMatchObject({ metadata });
  });

  it('pages through history newest first and through replies oldest first', async () => {
    const root = await sim.say({ channel: channel.id, user: ana.id, text: 'root' });
    const later: string[] = [];
    for (const text of ['a', 'b', 'c'])
      later.push((await sim.say({ channel: channel.id, user: ana.id, text })).ts);
    const replies: string[] = [];
    for (const text of ['1', '2', '3']) {
      replies.push((await sim.say({ channel: channel.id, user: ana.id, text, threadTs: root.ts })).ts);
    }
    const history: unknown[] = [];
    for await (const page of client().paginate('conversations.history', { channel: channel.id, limit: 2 })) {
      const { messages } = page as webApi.ConversationsHistoryResponse;
      history.push((messages ?? []).map((message) => message.ts));
    }
    expect(history).toEqual([
      [later[2], later[1]],
      [later[0], root.ts],
    ]);
    const thread = await client().conversations.replies({ channel: channel.id, ts: root.ts, limit: 2 });
    expect(thread.messages?.map((message) => message.ts)).toEqual([root.ts, replies[0]]);
    expect(thread.has_more).toBe(true);
    const since = await client().conversations.history({ channel: channel.id, oldest: String(later[1]) });
    expect(since.messages?.map((message) => message.ts)).toEqual([later[2]]);
    await fails(client().conversations.replies({ channel: channel.id, ts: '1.000000' }), 'thread_not_found');
    await fails(
      client().conversations.history({ channel: channel.id, cursor: 'nonsense' }),
      'invalid_cursor',
    );
  });

  it('neither doubles nor hides a message when one is posted or deleted between two pages', async () => {
    const posted = [];
    for (const text of ['a', 'b', 'c', 'd']) {
      posted.push((await sim.say({ channel: channel.id, user: ana.id, text })).ts);
    }
    const page = (cursor = '') =>
      client().conversations.history({
        channel: channel.id,
        limit: 2,
        ...(cursor === '' ? {} : { cursor }),
      });
    const first = await page();
    await sim.say({ channel: channel.id, user: ana.id, text: 'meanwhile' });
    await sim.delete(channel.id, String(posted[3]));
    const second = await page(first.response_metadata?.next_cursor);
    const seen = [...(first.messages ?? []), ...(second.messages ?? [])].map((message) => message.ts);
    expect(seen).toEqual(posted.toReversed());
  });

  it('begins every page of a thread with its first message', async () => {
    const root = await sim.say({ channel: channel.id, user: ana.id, text: 'root' });
    const replies = [];
    for (const text of ['1', '2', '3']) {
      replies.push((await sim.say({ channel: channel.id, user: ana.id, text, threadTs: root.ts })).ts);
    }
    const place = { channel: channel.id, ts: root.ts, limit: 2 };
    const first = await client().conversations.replies(place);
    const cursor = String(first.response_metadata?.next_cursor);
    const second = await client().conversations.replies({ ...place, cursor });
    expect(second.messages?.map((message) => message.ts)).toEqual([root.ts, replies[1], replies[2]]);
    expect(second.has_more).toBe(false);
  });

  it('lists channels, members and people, hiding private channels that the bot is not in', async () => {
    sim.addChannel({ name: 'secret', isPrivate: true, members: [ana.id] });
    const types = 'public_channel,private_channel';
    const listed = await client().conversations.list({ types });
    expect(listed.channels?.map((one) => one.name)).toEqual(['incidents']);
    expect(await client().conversations.members({ channel: channel.id, limit: 1 })).toMatchObject({
      members: [ana.id],
      response_metadata: { next_cursor: expect.stringMatching(/./) },
    });
    expect(await client().users.info({ user: ana.id })).toMatchObject({
      user: { real_name: 'Ana Silva', is_bot: false },
    });
    await fails(client().users.info({ user: 'U404' }), 'user_not_found');
    const im = await client().conversations.open({ users: ana.id });
    await client().chat.postMessage({ channel: String(im.channel?.id), text: 'hello' });
    expect(sim.history(String(im.channel?.id))).toHaveLength(1);
  });

  it('adds each reaction once and takes it off once', async () => {
    const message = await sim.say({ channel: channel.id, user: ana.id, text: 'x' });
    const place = { channel: channel.id, timestamp: message.ts, name: 'eyes' };
    await client().reactions.add(place);
    await fails(client().reactions.add(place), 'already_reacted');
    expect(await client().reactions.get(place)).toMatchObject({
      message: { reactions: [{ name: 'eyes', count: 1, users: [sim.botUserId] }] },
    });
    await client().reactions.remove(place);
    await fails(client().reactions.remove(place), 'no_reaction');
  });

  it('makes permalinks, with the thread for a reply', async () => {
    const root = await sim.say({ channel: channel.id, user: ana.id, text: 'x' });
    const reply = await sim.say({ channel: channel.id, user: ana.id, text: 'y', threadTs: root.ts });
    const link = await client().chat.getPermalink({ channel: channel.id, message_ts: reply.ts });
    const digits = reply.ts.replace('.', '');
    expect(link.permalink).toMatch(
      new RegExp(`/archives/${channel.id}/p${digits}\\?thread_ts=${root.ts}&cid=`),
    );
  });
});

describe('faults and limits of the simulator', () => {
  const post = (using = client()) => using.chat.postMessage({ channel: channel.id, text: 'x' });

  it('answers 429 with Retry-After as often as armed, without carrying the call out', async () => {
    sim.arm({ kind: 'rate-limited', method: 'chat.postMessage', retryAfterSeconds: 7 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    await post();
    expect(sim.history(channel.id)).toHaveLength(1);
  });

  it('answers 500 and chosen errors', async () => {
    sim.arm({ kind: 'server-error', method: 'chat.postMessage' });
    await expect(post()).rejects.toMatchObject({ statusCode: 500 });
    sim.arm({ kind: 'api-error', method: 'chat.postMessage', error: 'restricted_action' });
    await fails(post(), 'restricted_action');
    expect(sim.history(channel.id)).toHaveLength(0);
  });

  it('carries a call out and never answers it', async () => {
    sim.arm({ kind: 'no-answer', method: 'chat.postMessage' });
    await expect(post(client(sim.botToken, 300))).rejects.toThrow();
    expect(sim.history(channel.id)).toHaveLength(1);
    expect(sim.calls('chat.postMessage')).toMatchObject([{ body: { text: 'x' }, answer: { ok: true } }]);
  });

  it('enforces the limits of rate only when asked', async () => {
    for (let index = 0; index < 5; index += 1) await post();
    await sim.stop();
    await start({ enforceRateLimits: true });
    for (let index = 0; index < 3; index += 1) await post();
    await expect(post()).rejects.toMatchObject({ retryAfter: 1 });
    for (let index = 0; index < 20; index += 1) await client().conversations.list();
    await expect(client().conversations.list()).rejects.toMatchObject({ retryAfter: expect.any(Number) });
  });

  it('gives an app outside the Marketplace 15 messages of history a minute', async () => {
    await sim.stop();
    await start({ outsideMarketplace: true });
    for (let index = 0; index < 20; index += 1) {
      await sim.say({ channel: channel.id, user: ana.id, text: `${index}`, silent: true });
    }
    const read = () => client().conversations.history({ channel: channel.id, limit: 200 });
    const page = await read();
    expect(page.messages).toHaveLength(15);
    expect(page.has_more).toBe(true);
    const refused = await read().catch((error: unknown) => error);
    expect(refused).toMatchObject({ retryAfter: expect.any(Number) });
    expect((refused as { retryAfter: number }).retryAfter).toBeGreaterThan(50);
  });
});

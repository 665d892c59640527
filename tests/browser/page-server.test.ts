import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { LiveMessage } from '../../src/playground/page/page-state.ts';
import { servePage } from '../../src/playground/serve-page.ts';
import type { SimChannel, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';

describe('the server of the playground page', () => {
  let slack: SlackSim;
  let served: { url: string; stop(): Promise<void> };
  let maya: SimUser;
  let omar: SimUser;
  let channel: SimChannel;

  beforeAll(async () => {
    slack = await startSlackSim();
    maya = slack.addUser({ name: 'maya' });
    omar = slack.addUser({ name: 'omar' });
    channel = slack.addChannel({ name: 'incidents', members: [maya.id, omar.id] });
    const nothing = async () => {};
    const actions = { alerts: [], fireAlert: nothing, resolveAlert: nothing, runDigest: nothing };
    served = await servePage({ slack, port: 0, actions });
  });

  afterAll(async () => {
    await served.stop();
    await slack.stop();
  });

  type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: string };
  function ask(asked: Asked): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(new URL(asked.path, served.url), { method: asked.method ?? 'GET' }, (response) => {
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      for (const [name, value] of Object.entries(asked.headers ?? {})) sent.setHeader(name, value);
      sent.on('error', reject);
      sent.end(asked.body);
    });
  }
  const post = (verb: string, body: unknown, headers: Record<string, string> = {}) =>
    ask({
      method: 'POST',
      path: `/api/${verb}`,
      headers: { origin: served.url, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const hello = () => ({ channel: channel.id, user: maya.id, text: 'hello' });

  it('serves the page with a policy that allows nothing from elsewhere', async () => {
    const { status, headers, text } = await ask({ path: '/' });
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
    expect(text).toContain('/page.js');
  });

  it('carries out a verb and answers with its result', async () => {
    const { status, text } = await post('say', hello());
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ ok: true, result: { text: 'hello', user: maya.id } });
  });

  it('refuses a host name that is not this machine', async () => {
    const { status } = await ask({ path: '/', headers: { host: 'rebound.example:4400' } });
    expect(status).toBe(403);
  });

  it('refuses a request of another origin, or of none', async () => {
    const before = slack.history(channel.id).length;
    expect((await post('say', hello(), { origin: 'http://evil.example' })).status).toBe(403);
    expect((await post('say', hello(), { origin: 'null' })).status).toBe(403);
    const bare = { method: 'POST', path: '/api/say', body: JSON.stringify(hello()) };
    expect((await ask({ ...bare, headers: { 'content-type': 'application/json' } })).status).toBe(403);
    expect(slack.history(channel.id).length).toBe(before);
  });

  it('says clearly what is wrong with bad input', async () => {
    const wrong = await post('react', { channel: channel.id, user: maya.id, name: 'eyes' });
    expect(wrong.status).toBe(400);
    expect(JSON.parse(wrong.text).error).toMatch(/^react: ts: /);
    expect((await post('say', '{"channel":')).text).toContain('not valid JSON');
    expect((await post('constructor', {})).status).toBe(404);
    expect((await post('say', hello(), { 'content-type': 'text/plain' })).status).toBe(415);
    const missing = await post('say', { ...hello(), channel: 'C0NOWHERE' });
    expect(missing.status).toBe(409);
    expect(JSON.parse(missing.text)).toMatchObject({ ok: false });
  });

  it('refuses a body of more than 256 KiB', async () => {
    expect((await post('say', { ...hello(), text: 'x'.repeat(300_000) })).status).toBe(413);
  });

  it('lets nobody change the message of another', async () => {
    const { ts } = await slack.say({ channel: channel.id, user: omar.id, text: 'mine' });
    const changed = await post('edit', { channel: channel.id, ts, user: maya.id, text: 'yours' });
    expect(changed.status).toBe(409);
    expect(slack.message(channel.id, ts)?.text).toBe('mine');
  });

  it('says that a port is taken', async () => {
    const nothing = async () => {};
    const actions = { alerts: [], fireAlert: nothing, resolveAlert: nothing, runDigest: nothing };
    const port = Number(new URL(served.url).port);
    await expect(servePage({ slack, port, actions })).rejects.toThrow(`Port ${port} is taken`);
  });

  it('sends the state and then each change, to its own page only', async () => {
    const heard: LiveMessage[] = [];
    const socket = new WebSocket(`${served.url.replace('http', 'ws')}/live`, { origin: served.url });
    socket.on('message', (data) => heard.push(JSON.parse(String(data)) as LiveMessage));
    await expect.poll(() => heard[0]?.kind).toBe('state');
    await slack.say({ channel: channel.id, user: omar.id, text: 'live' });
    await expect
      .poll(() => heard.at(-1))
      .toMatchObject({ kind: 'change', change: { message: { text: 'live' } } });
    socket.close();
    const stranger = new WebSocket(`${served.url.replace('http', 'ws')}/live`, {
      origin: 'http://evil.example',
    });
    const refusal = await new Promise<Error>((resolve) => stranger.on('error', resolve));
    expect(refusal.message).toContain('403');
  });
});

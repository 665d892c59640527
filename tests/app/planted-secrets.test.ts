import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { normalizeEvent } from '../../src/intake/messages/normalize-event.ts';
import { createLog } from '../../src/log.ts';
import { createRedactor } from '../../src/privacy/redact.ts';
import { fill, seeded } from '../privacy/generate.ts';
import { settings, tokenTemplates } from '../privacy/secret-templates.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { rowsWith } from './read-database.ts';
import { resolveAndDraft } from './solve-in-thread.ts';

/** Everywhere in Slack where a person or a program can leave a secret. */
const places = [
  'root text',
  'reply',
  'code block',
  'edit',
  'file name',
  'file title',
  'snippet',
  'rich text block',
  'attachment text',
  'attachment field',
  'attachment fallback',
  'attachment title',
  'attachment author',
  'attachment footer',
  'bot name',
  'person name',
  'alert name',
  'alert field',
  'alert recovery',
  'form title',
  'form step',
  'form service',
  'command',
  'mention',
  'topic',
] as const;
type Place = (typeof places)[number];

/** For each place a secret of its own, in the words that it stands in. How many kinds are known is recall.test.ts's to say. */
async function plant(seed: number): Promise<Record<Place, { text: string; secret: string }>> {
  const random = seeded(seed);
  const redactor = createRedactor();
  const templates = [
    // What these two hold is short, or another service's.
    ...tokenTemplates.filter((line) => !/zapier|\{pw0\}|\{b64_20\}/.test(line)),
    ...settings.flatMap(([names, value]) =>
      value === '{pw0}' ? [] : names.split(' ').map((name) => `${name}=${value}`),
    ),
  ];
  const planted: [Place, { text: string; secret: string }][] = [];
  while (planted.length < places.length) {
    const made = fill(templates[random(templates.length)] ?? '', random);
    const { text } = await redactor.redact(`like ${made.text} is`);
    const place = places[planted.length];
    if (place !== undefined && !text.includes(made.secret.slice(0, 12))) planted.push([place, made]);
  }
  return Object.fromEntries(planted) as Record<Place, { text: string; secret: string }>;
}

let workspace: TestWorkspace;
let claude: Server;
const asked: string[] = [];
const logged: string[] = [];

beforeAll(async () => {
  const write = fs.writeSync;
  vi.spyOn(fs, 'writeSync').mockImplementation(((fd: number, data: unknown, ...rest: never[]) => {
    if (fd !== 2) return write(fd, data as string, ...rest);
    logged.push(String(data));
    return Buffer.byteLength(String(data));
  }) as typeof fs.writeSync);
  claude = createServer((request, response) => {
    request.on('data', (chunk) => asked.push(String(chunk)));
    request.on('end', () => response.writeHead(400).end('{}'));
  });
  await new Promise<void>((ready) => claude.listen(0, '127.0.0.1', ready));
  workspace = await startTestWorkspace({
    mode: 'mixed',
    log: createLog('debug'),
    env: {
      ANTHROPIC_API_KEY: 'key-of-the-test',
      ANTHROPIC_BASE_URL: `http://127.0.0.1:${(claude.address() as AddressInfo).port}`,
    },
  });
});
afterAll(async () => {
  await workspace.stop();
  claude.close();
  vi.restoreAllMocks();
});

const typed = (value: string) => ({ value: { type: 'plain_text_input', value } });

/** An incident of people and one of an alert, with every place used. */
async function live(planted: Record<Place, { text: string }>): Promise<void> {
  const { slack, channel, ana, bot, settled } = workspace;
  const plantedText = (place: Place) => planted[place].text;
  const guest = slack.addUser({ name: 'guest', realName: `Guest ${plantedText('person name')}` });
  const root = await slack.say({
    channel: channel.id,
    user: ana.id,
    text: `checkout is down in prod, it fails with ${plantedText('root text')}`,
    files: [
      {
        id: 'F1',
        name: `dump ${plantedText('file name')}.txt`,
        title: plantedText('file title'),
        mode: 'hosted',
      },
    ],
  });
  const reply = (text: string, more: { files?: unknown[] } = {}) =>
    slack.say({ channel: channel.id, user: ana.id, text, threadTs: root.ts, ...more });
  await reply(`restarted it with ${plantedText('reply')}, no change`);
  await reply(`\`\`\`\n${plantedText('code block')}\n\`\`\``);
  await reply('here', {
    files: [
      { id: 'F2', name: 'env.sh', mode: 'snippet', preview: plantedText('snippet'), filetype: 'shell' },
    ],
  });
  const edited = await reply('rolled back');
  await slack.edit({ channel: channel.id, ts: edited.ts, text: `rolled back with ${plantedText('edit')}` });
  await slack.botSays({
    channel: channel.id,
    username: `deploys ${plantedText('bot name')}`,
    threadTs: root.ts,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `deployed: ${plantedText('rich text block')}` } },
    ],
    attachments: [
      {
        text: plantedText('attachment text'),
        fallback: plantedText('attachment fallback'),
        title: plantedText('attachment title'),
        author_name: plantedText('attachment author'),
        footer: plantedText('attachment footer'),
        fields: [{ title: 'env', value: plantedText('attachment field') }],
      },
    ],
  });
  const alarm = (state: string, more: string) => [
    {
      color: state === 'FIRING:1' ? 'danger' : 'good',
      title: `[${state}] PoolExhausted ${plantedText('alert name')} (prod checkout critical)`,
      fallback: 'x',
      text: more,
      fields: [{ title: 'Alarm Name', value: plantedText('alert field') }],
    },
  ];
  const firing = await slack.botSays({
    channel: channel.id,
    username: 'Alertmanager',
    attachments: alarm('FIRING:1', ''),
  });
  await slack.edit({
    channel: channel.id,
    ts: firing.ts,
    attachments: alarm('RESOLVED', plantedText('alert recovery')),
  });
  await reply('rolled it back to v41');
  await reply('that fixed it');
  await slack.command({ channel: channel.id, user: guest.id, text: `/precedent ${plantedText('command')}` });
  await slack.say({
    channel: channel.id,
    user: ana.id,
    text: `<@${slack.botUserId}> like ${plantedText('mention')}`,
    threadTs: root.ts,
  });
  const draft = await resolveAndDraft(workspace, root.ts);
  await settled();
  await slack.press({ channel: channel.id, ts: draft.ts, user: ana.id, actionId: 'edit_draft' });
  const form = await slack.waitFor(() => slack.modal(ana.id), 'the form', 10_000);
  await slack.submitView({
    viewId: form.id,
    user: ana.id,
    state: {
      title: typed(`Checkout down ${plantedText('form title')}`),
      service: typed(plantedText('form service').slice(0, 200)),
      steps: typed(`worked: set ${plantedText('form step').slice(0, 400)}`),
    },
  });
  await settled();
  const topic = {
    type: 'message',
    subtype: 'channel_topic',
    channel: channel.id,
    topic: plantedText('topic'),
  };
  expect(await normalizeEvent(bot.ctx.normalizer, { event: topic, eventTime: 0 })).toBeNull();
}

describe('a planted secret', () => {
  it('survives nowhere: in no table, no log line, no request to Slack or to the model', async () => {
    const seeds = fc.sample(fc.integer({ min: 1, max: 1e6 }), { numRuns: 3, seed: 4 });
    for (const seed of seeds) {
      const planted = await plant(seed);
      await live(planted);
      const { slack, bot, channel } = workspace;
      const sent = JSON.stringify(slack.calls().map(({ method, body }) => [method, body]));
      const seen = JSON.stringify(
        slack
          .history(channel.id)
          .flatMap((message) => slack.thread(channel.id, message.ts))
          .filter((message) => message.bot_id === slack.botId),
      );
      for (const place of places) {
        const { secret, text } = planted[place];
        const part = secret.slice(0, 12);
        const where = `${place} (${seed}): ${text}`;
        expect(await rowsWith(bot.store.db, part), where).toEqual([]);
        expect(logged.join('\n').includes(part), where).toBe(false);
        expect(asked.join('\n').includes(part), where).toBe(false);
        expect(sent.includes(part), where).toBe(false);
        expect(seen.includes(part), where).toBe(false);
      }
    }
    // Each of the witnesses saw what was not secret.
    expect(await rowsWith(workspace.bot.store.db, 'rolled it back to v41')).not.toEqual([]);
    expect(asked.join('\n')).toContain('rolled it back to v41');
    expect(JSON.stringify(workspace.slack.calls())).toContain('Checkout down');
    expect(logged.join('\n')).toContain('capture fell back to the rules');
  }, 120_000);
});

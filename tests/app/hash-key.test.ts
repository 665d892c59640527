import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bot, startBot } from '../../src/app/start-bot.ts';
import { workspaceHashKey } from '../../src/app/workspace-hash-key.ts';
import { importExport } from '../../src/cli/import-export.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { SimChannel, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { configFor } from '../../src/playground/start-workspace.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { findIncidentByThread } from '../../src/store/incidents/incidents.ts';
import { messagesOfIncident } from '../../src/store/incidents/messages.ts';
import { openTestStore } from '../setup/open-test-store.ts';

let slack: SlackSim;
let store: Store;
let bot: Bot;
let channel: SimChannel;
let ana: string;

beforeEach(async () => {
  slack = await startSlackSim();
  store = await openTestStore();
  ana = slack.addUser({ name: 'ana' }).id;
  channel = slack.addChannel({ name: 'incidents', members: [slack.botUserId, ana] });
  bot = await start(slack.botToken);
  await slack.command({ channel: channel.id, user: ana, text: '/precedent watch incidents' });
  await settled();
});
afterEach(async () => {
  await bot.stop();
  await store.close();
  await slack.stop();
});

/** On the same database as before, as another process would. */
function start(botToken: string): Promise<Bot> {
  slack.rotateBotToken(botToken);
  return startBot(configFor(readConfig({}), { ...slack, botToken }), {
    log: createLog('silent'),
    openStore: async () => ({ ...store, close: async () => {} }),
  });
}

async function restartWithAnotherToken(): Promise<void> {
  await bot.stop();
  bot = await start('xoxb-rotated');
}

async function settled(): Promise<void> {
  for (let quiet = 0; quiet < 2; quiet += 1) {
    await slack.waitFor(() => slack.eventsOutstanding() === 0, 'every event to be acknowledged', 20_000);
    await bot.idle();
  }
}

const incidentOf = (ts: string) =>
  findIncidentByThread({ db: store.db, workspaceId: bot.workspaceId }, channel.id, ts);

async function alert(state: 'FIRING:1' | 'RESOLVED'): Promise<string> {
  const title = `[${state}] DiskFull on db-1 of ops@acme.example`;
  const { ts } = await slack.botSays({
    channel: channel.id,
    username: 'Alertmanager',
    attachments: [{ color: state === 'RESOLVED' ? 'good' : 'danger', fallback: title, title }],
  });
  await settled();
  return ts;
}

it('an alert that fired before the bot token was rotated is closed by its "resolved" after that', async () => {
  const firing = await alert('FIRING:1');
  expect((await incidentOf(firing))?.status).toBe('open');
  await restartWithAnotherToken();
  await alert('RESOLVED');
  expect((await incidentOf(firing))?.status).toBe('resolved');
});

it('what stands for an address in a thread still does after the bot token was rotated', async () => {
  const { ts } = await slack.say({
    channel: channel.id,
    user: ana,
    text: 'mail to eve@acme.example bounces',
  });
  await settled();
  await restartWithAnotherToken();
  const text = 'joe@acme.example bounces too, eve@acme.example still';
  await slack.say({ channel: channel.id, user: ana, text, threadTs: ts });
  await settled();
  const incident = await incidentOf(ts);
  const messages = await messagesOfIncident(
    { db: store.db, workspaceId: bot.workspaceId },
    incident?.id ?? '',
  );
  expect(messages.map((message) => message.text)).toEqual([
    'mail to [email-1] bounces',
    '[email-2] bounces too, [email-1] still',
  ]);
});

it('an alert that was imported before the bot first came is closed by its "resolved"', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'precedent-import-'));
  const title = '[FIRING:1] QueueFull on mq-1';
  const root = { type: 'message', subtype: 'bot_message', bot_id: 'B1', ts: '1772503200.000100' };
  const thread = [
    { ...root, text: '', attachments: [{ color: 'danger', fallback: title, title }], thread_ts: root.ts },
    { type: 'message', user: 'U1', text: 'looking', ts: '1772503260.000100', thread_ts: root.ts },
  ];
  await mkdir(join(folder, 'export/incidents'), { recursive: true });
  await writeFile(
    join(folder, 'export/channels.json'),
    JSON.stringify([{ id: channel.id, name: 'incidents' }]),
  );
  await writeFile(join(folder, 'export/incidents/2026-03-03.json'), JSON.stringify(thread));
  const config = { ...configFor(readConfig({}), slack), database: { folder: join(folder, 'data') } };
  const log = createLog('silent');
  const path = join(folder, 'export');
  const out = { json: () => {}, line: () => {}, note: () => {} };
  await importExport(
    config,
    { path, channel: null, since: null, approve: false, json: false },
    { out, log, progress: false },
  );
  const live = await startBot(config, { log });
  try {
    await slack.command({ channel: channel.id, user: ana, text: '/precedent watch incidents' });
    const scope = { db: live.store.db, workspaceId: live.workspaceId };
    const status = async () => (await findIncidentByThread(scope, channel.id, root.ts))?.status;
    expect(await status()).toBe('open');
    const over = title.replace('FIRING:1', 'RESOLVED');
    await bot.stop();
    await slack.botSays({
      channel: channel.id,
      username: 'Alertmanager',
      attachments: [{ color: 'good', fallback: over, title: over }],
    });
    await slack.waitFor(() => slack.eventsOutstanding() === 0, 'every event to be acknowledged', 20_000);
    await live.idle();
    expect(await status()).toBe('resolved');
  } finally {
    await live.stop();
    await rm(folder, { recursive: true });
  }
});

it('a workspace that has hashes from before keys were stored goes on with the one made of its token', async () => {
  await alert('FIRING:1');
  const scope = { db: store.db, workspaceId: bot.workspaceId };
  const stored = await workspaceHashKey(scope, slack.botToken);
  await forgetKey();
  const derived = await workspaceHashKey(scope, 'xoxb-one');
  expect(derived).not.toBe(stored);
  expect(await workspaceHashKey(scope, 'xoxb-two')).toBe(derived);
  await forgetKey();
  expect(await workspaceHashKey(scope, 'xoxb-one')).toBe(derived);
  await forgetKey();
  // A command without the token cannot know it, and must not take its place.
  await workspaceHashKey(scope, null);
  expect(await workspaceHashKey(scope, 'xoxb-one')).toBe(derived);
});

async function forgetKey(): Promise<void> {
  await store.db.execute(sql`update workspaces set hash_key = null`);
}

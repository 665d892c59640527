import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { shortcutIds } from '../src/slack/action-ids.ts';
import { neededScopes } from '../src/slack/connection/check-slack.ts';
import { helpBody } from '../src/slack/views/help.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const schemaFile = `${root}../shared/data/slack/manifest.schema.2.0.0.json`;
const document: unknown = parse(readFileSync(`${root}slack-manifest.yml`, 'utf8'));

const manifest = z
  .object({
    display_information: z.object({ name: z.string().max(35), description: z.string().max(140) }),
    features: z.object({
      app_home: z.object({
        messages_tab_enabled: z.literal(true),
        messages_tab_read_only_enabled: z.literal(false),
      }),
      shortcuts: z.array(
        z.object({
          name: z.string().max(24),
          type: z.literal('message'),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      ),
      slash_commands: z.array(
        z.object({
          command: z.string().regex(/^\/[a-z-]{1,31}$/),
          description: z.string().max(2_000),
          usage_hint: z.string().max(1_000),
        }),
      ),
    }),
    oauth_config: z.object({
      scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
    }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.boolean() }),
      socket_mode_enabled: z.boolean(),
    }),
  })
  .parse(document);

const scopes = manifest.oauth_config.scopes.bot;
const optional = manifest.oauth_config.scopes.bot_optional;
const events = manifest.settings.event_subscriptions.bot_events;

/** All scopes that an event needs (docs.slack.dev/reference/events). */
const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  app_mention: ['app_mentions:read'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  app_home_opened: [],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  channel_rename: ['channels:read'],
  channel_archive: ['channels:read'],
  channel_unarchive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_id_changed: ['channels:read', 'groups:read'],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unshared: ['channels:read', 'groups:read'],
  group_rename: ['groups:read'],
  group_archive: ['groups:read'],
  group_unarchive: ['groups:read'],
  group_deleted: ['groups:read'],
  tokens_revoked: [],
  app_uninstalled: [],
};

/** All scopes that a Web API method needs for public and private channels (docs.slack.dev/reference/methods). */
const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'apps.connections.open': [],
  'chat.postMessage': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

const slackSources = globSync('src/slack/**/*.ts', { cwd: root }).map((file) =>
  readFileSync(`${root}${file}`, 'utf8'),
);
const inSlack = (pattern: RegExp) => [
  ...new Set(slackSources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))),
];

describe('slack-manifest.yml', () => {
  it("is valid by Slack's own schema", (test) => {
    if (!existsSync(schemaFile)) return test.skip(`${schemaFile.slice(root.length)} is not here`);
    // Not strict: Slack's schema has keywords of its own ("regex", "_note").
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...(document as object), display_information: { name: 'x'.repeat(36) } })).toBe(false);
  });

  it('asks for every scope that its events need, and for no event twice', () => {
    expect(new Set(events).size).toBe(events.length);
    expect(events.filter((event) => !(event in scopesOfEvent))).toEqual([]);
    const missing = events.flatMap((event) =>
      (scopesOfEvent[event] ?? []).filter((scope) => !scopes.includes(scope)),
    );
    expect(missing).toEqual([]);
  });

  it('asks, not only optionally, for every scope that the Web API methods of the bot need', () => {
    const called = inSlack(/\b(?:client|reads|writes)\.((?:[a-z]+\.)+[a-zA-Z]+)\(/g);
    expect(called.length).toBeGreaterThan(8);
    expect(called.filter((method) => !(method in scopesOfMethod))).toEqual([]);
    const needed = called.flatMap((method) => scopesOfMethod[method] ?? []);
    expect(needed.filter((scope) => !scopes.includes(scope) || optional.includes(scope))).toEqual([]);
  });

  it('lists an optional scope in both lists, and asks for nothing twice', () => {
    expect(optional.filter((scope) => !scopes.includes(scope))).toEqual([]);
    expect(new Set(scopes).size).toBe(scopes.length);
  });

  it('asks for exactly the scopes that doctor calls needed', () => {
    expect(scopes.filter((scope) => !optional.includes(scope)).toSorted()).toEqual(
      [...neededScopes].toSorted(),
    );
  });

  it('has each scope, with its reason, in docs/slack-setup.md', () => {
    const guide = readFileSync(`${root}docs/slack-setup.md`, 'utf8');
    const explained = [...guide.matchAll(/^\| `([a-z_]+:[a-z]+|commands)` \| (.+) \|$/gm)];
    expect(explained.map((match) => match[1]).toSorted()).toEqual(scopes.toSorted());
    const documentedOptional = explained
      .filter((match) => match[2]?.startsWith('*Optional.*'))
      .map((match) => match[1]);
    expect(documentedOptional.toSorted()).toEqual(optional.toSorted());
  });

  it('subscribes to every event that the code listens to', () => {
    const intake = readFileSync(`${root}src/intake/messages/normalize-event.ts`, 'utf8');
    const heard = [
      ...[...intake.matchAll(/case '((?:channel|member|reaction|group)_[a-z_]+)':/g)].map(
        (match) => match[1] ?? '',
      ),
      ...inSlack(/\bapp\.event\('([a-z_]+)'/g),
    ];
    expect(heard.length).toBeGreaterThan(6);
    expect(heard.filter((event) => !events.includes(event))).toEqual([]);
  });

  it('has the shortcuts and the command that the code answers, and no others', () => {
    const answered: string[] = Object.values(shortcutIds);
    expect(manifest.features.shortcuts.map((shortcut) => shortcut.callback_id).toSorted()).toEqual(
      answered.toSorted(),
    );
    expect(manifest.features.shortcuts.map((shortcut) => shortcut.name)).toEqual([
      'Find past fixes',
      'Save the fix',
    ]);
    expect(manifest.features.slash_commands.map((command) => command.command)).toEqual(['/precedent']);
    const help = JSON.stringify(helpBody({}));
    for (const { name } of manifest.features.shortcuts) expect(help).toContain(`*${name}*`);
  });

  it('needs no public address: Socket Mode, buttons on, and no URL of ours', () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
    expect(JSON.stringify(document)).not.toMatch(/https?:/);
  });
});

describe('.slack/hooks.json', () => {
  const hooks = z
    .object({ hooks: z.object({ 'get-manifest': z.string(), start: z.string() }) })
    .parse(JSON.parse(readFileSync(`${root}.slack/hooks.json`, 'utf8'))).hooks;

  it('gives the Slack CLI the manifest as JSON, and nothing else on standard output', () => {
    // The CLI splits at spaces; no shell is between.
    const [command = '', ...args] = hooks['get-manifest'].split(' ');
    const printed = execFileSync(command, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(JSON.parse(printed)).toEqual(document);
  });

  it('starts the bot with the tokens of `slack run`, unless others are set', () => {
    const folder = mkdtempSync(join(tmpdir(), 'precedent-hooks-'));
    try {
      // In the place of npm, a program that shows what it was called with.
      writeFileSync(join(folder, 'npm'), '#!/bin/sh\necho "$* $SLACK_APP_TOKEN $SLACK_BOT_TOKEN"\n', {
        mode: 0o755,
      });
      const [command = '', ...args] = hooks.start.split(' ');
      const run = (env: Record<string, string>) =>
        execFileSync(command, args, {
          cwd: root,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
          env: { PATH: `${folder}:${process.env.PATH ?? ''}`, HOME: folder, ...env },
        }).trim();
      const ofCli = { SLACK_CLI_XAPP: 'cli-app', SLACK_CLI_XOXB: 'cli-bot' };
      expect(run(ofCli)).toBe('start cli-app cli-bot');
      expect(run({ ...ofCli, SLACK_APP_TOKEN: '', SLACK_BOT_TOKEN: 'own-bot' })).toBe(
        'start cli-app own-bot',
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

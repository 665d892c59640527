import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/store/connection/db.ts';
import { messagesOfIncident } from '../../src/store/incidents/messages.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { countRows, rowsWith } from './read-database.ts';
import { discuss, incidentAt, resolveAndDraft, solutionOf } from './solve-in-thread.ts';

/** Alertmanager's one attachment, as its default template fills it. */
function alertmanager(state: 'firing' | 'resolved', name: string, text = '') {
  const title = `${state === 'firing' ? '[FIRING:1]' : '[RESOLVED]'} ${name} (prod checkout critical)`;
  return [
    {
      color: state === 'firing' ? 'danger' : 'good',
      fallback: title,
      title,
      title_link: 'https://alertmanager.example/#/alerts?receiver=slack',
      text,
    },
  ];
}

/** What the AWS notifier of the shared payloads posts for a CloudWatch alarm. */
function cloudwatch(name: string, from: string, to: string) {
  const field = (title: string, value: string) => ({ short: true, title, value: `\`${value}\`` });
  return [
    {
      color: to === 'OK' ? 'good' : 'danger',
      fallback: `Alarm ${name} triggered`,
      text: `AWS CloudWatch notification - ${name}`,
      fields: [field('Alarm Name', name), field('Old State', from), field('Current State', to)],
    },
  ];
}

async function countIncidents({ bot }: TestWorkspace): Promise<number> {
  const rows = rowsOf<{ count: number }>(
    await bot.store.db.execute(sql`select count(*)::int as count from incidents`),
  );
  return Number(rows[0]?.count);
}

describe('a channel of alerts', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await startTestWorkspace({ mode: 'alerts' });
  });
  afterAll(() => workspace.stop());

  async function alert(attachments: unknown[], threadTs?: string): Promise<string> {
    const posted = await workspace.slack.botSays({
      channel: workspace.channel.id,
      username: 'Alertmanager',
      attachments,
      ...(threadTs === undefined ? {} : { threadTs }),
    });
    await workspace.settled();
    return posted.ts;
  }
  const statusOf = async (ts: string) => (await incidentAt(workspace, ts))?.status ?? 'no incident';

  it('opens one incident for an alert that fires, and folds its repeats into it', async () => {
    const first = await alert(alertmanager('firing', 'RedisPoolExhausted checkout'));
    const again = await alert(alertmanager('firing', 'RedisPoolExhausted checkout'));
    expect(await statusOf(first)).toBe('open');
    expect(await statusOf(again)).toBe('no incident');
    expect((await incidentAt(workspace, first))?.context.environment).toMatch(/^prod/);
  });

  it('resolves by a new message, and asks nobody about an alert that recovered by itself', async () => {
    const firing = await alert(alertmanager('firing', 'HighErrorRate checkout'));
    const over = await alert(alertmanager('resolved', 'HighErrorRate checkout'));
    expect(await statusOf(firing)).toBe('resolved');
    expect(await statusOf(over)).toBe('no incident');
    expect(workspace.ours(firing)).toEqual([]);
    expect(await solutionOf(workspace, firing)).toBeNull();
  });

  it('opens a new incident when an alert fires after it was resolved', async () => {
    const again = await alert(alertmanager('firing', 'HighErrorRate checkout'));
    expect(await statusOf(again)).toBe('open');
  });

  it('resolves by a reply in the thread of the alert', async () => {
    const firing = await alert(alertmanager('firing', 'KafkaConsumerLag checkout'));
    await alert(alertmanager('resolved', 'KafkaConsumerLag checkout'), firing);
    expect(await statusOf(firing)).toBe('resolved');
  });

  it('resolves by an edit in place, and opens again when the next edit says that it fires', async () => {
    const { slack, channel, settled } = workspace;
    const firing = await alert(alertmanager('firing', 'DiskFull search'));
    const edit = async (state: 'firing' | 'resolved') => {
      await slack.edit({
        channel: channel.id,
        ts: firing,
        attachments: alertmanager(state, 'DiskFull search'),
      });
      await settled();
      return statusOf(firing);
    };
    expect(await edit('resolved')).toBe('resolved');
    expect(await edit('firing')).toBe('open');
    expect(await edit('resolved')).toBe('resolved');
  });

  it.each([
    ['the words', (state: 'firing' | 'resolved') => alertmanager(state, 'DiskFull late')],
    [
      'the colour',
      (state: 'firing' | 'resolved') => [
        { color: state === 'firing' ? 'danger' : 'good', title: 'CloudWatch Alarm | late-depth | eu-west-1' },
      ],
    ],
  ])(
    'stays open when an edit of %s to resolved comes after the later one that it fires again',
    async (_, post) => {
      const { slack, channel, settled } = workspace;
      const ts = await alert(post('firing'));
      slack.arm({ kind: 'reorder-events' });
      await slack.edit({ channel: channel.id, ts, attachments: post('resolved') });
      // Of two edits in one millisecond nobody can tell which was later.
      await new Promise((done) => setTimeout(done, 5));
      await slack.edit({ channel: channel.id, ts, attachments: post('firing') });
      await settled();
      expect(await statusOf(ts)).toBe('open');
    },
  );

  it('resolves by an edit that only turns the colour green', async () => {
    const { slack, channel, settled } = workspace;
    const post = (color: string) => [{ color, title: 'CloudWatch Alarm | queue-depth | eu-west-1' }];
    const firing = await alert(post('danger'));
    expect(await statusOf(firing)).toBe('open');
    await slack.edit({ channel: channel.id, ts: firing, attachments: post('good') });
    await settled();
    expect(await statusOf(firing)).toBe('resolved');
  });

  it('follows a CloudWatch alarm from ALARM to OK, whichever way its bot posts', async () => {
    const { slack, channel, settled } = workspace;
    for (const style of ['webhook', 'app'] as const) {
      const post = (from: string, to: string) =>
        slack.botSays({
          channel: channel.id,
          username: 'AWS',
          style,
          attachments: cloudwatch(`DiskSpace-${style}`, from, to),
        });
      const alarm = await post('OK', 'ALARM');
      await settled();
      expect(await statusOf(alarm.ts)).toBe('open');
      await post('ALARM', 'OK');
      await settled();
      expect(await statusOf(alarm.ts)).toBe('resolved');
    }
  });

  it('offers a draft when people worked on the alert before it recovered', async () => {
    const { slack, channel, joon, settled } = workspace;
    const firing = await alert(alertmanager('firing', 'PostgresTooManyConnections auth'));
    for (const text of ['raising max_connections to 500', 'that fixed it']) {
      await slack.say({ channel: channel.id, user: joon.id, text, threadTs: firing });
    }
    await settled();
    await alert(alertmanager('resolved', 'PostgresTooManyConnections auth'));
    expect(workspace.ours(firing)).toHaveLength(1);
    expect((await solutionOf(workspace, firing))?.content.steps).not.toHaveLength(0);
  });

  it('takes the draft of an alert away when the replies that taught it are deleted', async () => {
    const { slack, channel, joon, settled } = workspace;
    const firing = await alert(alertmanager('firing', 'CertExpires auth'));
    const reply = await slack.say({
      channel: channel.id,
      user: joon.id,
      text: 'renewed the certificate by hand, that fixed it',
      threadTs: firing,
    });
    await settled();
    await alert(alertmanager('resolved', 'CertExpires auth'), firing);
    expect(workspace.ours(firing)).toHaveLength(1);
    await slack.delete(channel.id, reply.ts);
    await settled();
    expect(await rowsWith(workspace.bot.store.db, 'by hand')).toEqual([]);
    expect(JSON.stringify(workspace.ours(firing))).not.toContain('by hand');
  });

  it('opens nothing for a deploy note, nor for what people say', async () => {
    const { slack, channel, ana, settled } = workspace;
    const before = await countIncidents(workspace);
    await slack.botSays({
      channel: channel.id,
      username: 'ArgoCD',
      text: 'checkout v2.14.0 was deployed to prod by joon',
    });
    await slack.botSays({
      channel: channel.id,
      username: 'GitHub',
      attachments: [{ color: 'good', title: 'Merged #4312: raise the pool size', text: 'by ana' }],
    });
    await slack.say({ channel: channel.id, user: ana.id, text: 'checkout is down, 500s everywhere' });
    await settled();
    expect(await countIncidents(workspace)).toBe(before);
  });

  const shared = new URL('../../../shared/data/alerts/', import.meta.url);
  it.skipIf(!existsSync(shared))(
    'opens incidents for the alarms of real AWS payloads and none for their all-clears (skipped where the shared payloads are absent)',
    async () => {
      const { slack, channel, settled } = workspace;
      const post = async (file: string) => {
        const payload = JSON.parse(readFileSync(new URL(file, shared), 'utf8'));
        const posted = await slack.botSays({ channel: channel.id, ...payload });
        await settled();
        return statusOf(posted.ts);
      };
      expect(await post('guardduty-finding-high.json')).toBe('open');
      expect(await post('aws-health-event.json')).toBe('open');
      expect(await post('backup-1.json')).toBe('open');
      expect(await post('backup-0.json')).toBe('no incident');
      expect(await post('cloudwatch-alarm.json')).toBe('no incident');
      expect(await post('text-message.json')).toBe('no incident');
    },
  );
});

describe('a mixed channel', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await startTestWorkspace({ mode: 'mixed' });
  });
  afterAll(() => workspace.stop());

  it('opens an incident for alerts and for words of trouble, not for talk', async () => {
    const { slack, channel, ana, settled } = workspace;
    const say = async (text: string) => (await slack.say({ channel: channel.id, user: ana.id, text })).ts;
    const problem = await say('checkout is failing with 502s for all users');
    const talk = await say('who is on call next week?');
    const alarm = await slack.botSays({
      channel: channel.id,
      username: 'Alertmanager',
      attachments: alertmanager('firing', 'PodCrashLooping checkout'),
    });
    await settled();
    expect((await incidentAt(workspace, problem))?.status).toBe('open');
    expect(await incidentAt(workspace, talk)).toBeNull();
    expect((await incidentAt(workspace, alarm.ts))?.status).toBe('open');
  });

  it('opens an incident when an edit turns talk into trouble', async () => {
    const { slack, channel, ana, settled } = workspace;
    const posted = await slack.say({ channel: channel.id, user: ana.id, text: 'hm, one moment please' });
    await settled();
    expect(await incidentAt(workspace, posted.ts)).toBeNull();
    await slack.edit({ channel: channel.id, ts: posted.ts, text: 'search is down in prod' });
    await settled();
    expect((await incidentAt(workspace, posted.ts))?.title).toBe('search is down in prod');
  });
});

describe('a channel of incidents', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await startTestWorkspace();
  });
  afterAll(() => workspace.stop());
  const statusOf = async (ts: string) => (await incidentAt(workspace, ts))?.status ?? 'no incident';

  it('leaves no row anywhere for what happens in a channel that is not watched', async () => {
    const { slack, bot, ana, joon, settled } = workspace;
    const other = slack.addChannel({ name: 'random', members: [slack.botUserId, ana.id, joon.id] });
    await settled();
    const before = await countRows(bot.store.db);
    const root = await slack.say({
      channel: other.id,
      user: ana.id,
      text: 'checkout is down, FATAL: too many clients',
    });
    const reply = await slack.say({
      channel: other.id,
      user: joon.id,
      text: 'restarting it',
      threadTs: root.ts,
    });
    await slack.botSays({
      channel: other.id,
      username: 'Alertmanager',
      attachments: alertmanager('firing', 'DiskFull search'),
    });
    await slack.react({ channel: other.id, ts: root.ts, user: ana.id, name: 'white_check_mark' });
    await slack.unreact({ channel: other.id, ts: root.ts, user: ana.id, name: 'white_check_mark' });
    await slack.edit({ channel: other.id, ts: reply.ts, text: 'rolling it back' });
    await slack.delete(other.id, reply.ts);
    slack.rename(other.id, 'random-talk');
    slack.share(other.id, true);
    slack.archive(other.id);
    await settled();
    expect(await countRows(bot.store.db)).toEqual(before);
  });

  it('counts an event that Slack delivers twice once', async () => {
    const { slack, bot, channel, ana, joon, settled } = workspace;
    const jobs = async () => (await countRows(bot.store.db))['pgboss.job'] ?? 0;
    await settled();
    const [incidents, before] = [await countIncidents(workspace), await jobs()];
    slack.arm({ kind: 'duplicate-event', times: 2 });
    const root = await slack.say({ channel: channel.id, user: ana.id, text: 'the printer queue hangs' });
    await slack.say({ channel: channel.id, user: joon.id, text: 'looking', threadTs: root.ts });
    await settled();
    expect(await countIncidents(workspace)).toBe(incidents + 1);
    // Two events in the inbox, one look for precedents.
    expect(await jobs()).toBe(before + 3);
  });

  it('stores nothing for an emoji that means nothing to us, and still hears a ✅ after it', async () => {
    const { slack, bot, channel, ana, settled } = workspace;
    const root = await slack.say({ channel: channel.id, user: ana.id, text: 'the badge reader hangs' });
    await settled();
    const before = await countRows(bot.store.db);
    const on = (name: string) => ({ channel: channel.id, ts: root.ts, user: ana.id, name });
    for (const name of ['eyes', 'thumbsup']) await slack.react(on(name));
    await slack.unreact(on('eyes'));
    await settled();
    expect(await countRows(bot.store.db)).toEqual(before);
    expect(await statusOf(root.ts)).toBe('open');
    await slack.react(on('white_check_mark'));
    await settled();
    expect(await statusOf(root.ts)).toBe('resolved');
  });

  it('keeps a reply that comes before its root, and the last words of a reply whose edit comes first', async () => {
    const { slack, channel, ana, joon, settled } = workspace;
    slack.arm({ kind: 'reorder-events' });
    const root = await slack.say({ channel: channel.id, user: ana.id, text: 'billing exports are stuck' });
    await slack.say({
      channel: channel.id,
      user: joon.id,
      text: 'restarted the export worker, that fixed it',
      threadTs: root.ts,
    });
    await settled();
    slack.arm({ kind: 'reorder-events' });
    const reply = await slack.say({
      channel: channel.id,
      user: joon.id,
      text: 'Root cause: the wrong lock',
      threadTs: root.ts,
    });
    await slack.edit({ channel: channel.id, ts: reply.ts, text: 'Root cause: an expired lease' });
    await settled();
    await resolveAndDraft(workspace, root.ts);
    const content = (await solutionOf(workspace, root.ts))?.content;
    expect(content?.steps.map((step) => step.outcome)).toEqual(['worked']);
    expect(content?.rootCause).toMatch(/expired lease/);
  });

  it('does not keep a reply whose deletion comes before it', async () => {
    const { slack, bot, channel, ana, joon, settled } = workspace;
    const root = await slack.say({ channel: channel.id, user: ana.id, text: 'the wiki is slow today' });
    await settled();
    slack.arm({ kind: 'reorder-events' });
    const reply = await slack.say({
      channel: channel.id,
      user: joon.id,
      text: 'oops: the marmalade password list',
      threadTs: root.ts,
    });
    await slack.delete(channel.id, reply.ts);
    await settled();
    expect(await rowsWith(bot.store.db, 'marmalade')).toEqual([]);
  });

  it('follows an edited reply and takes the step of a deleted one out of the draft, leaving no trace of it', async () => {
    const { slack, bot, channel, settled } = workspace;
    const { ts, replies } = await discuss(workspace, 'orders service OOMKilled in prod', [
      'flushed the xylophone cache',
      'no change',
      'raised the memory limit to 4Gi',
      'that fixed it',
    ]);
    await settled();
    await resolveAndDraft(workspace, ts);
    const draftText = () => JSON.stringify(workspace.ours(ts));
    expect(draftText()).toContain('xylophone');
    await slack.edit({ channel: channel.id, ts: replies[2] ?? '', text: 'raised the memory limit to 6Gi' });
    await settled();
    expect(draftText()).toContain('6Gi');
    expect(draftText()).not.toContain('4Gi');
    await slack.delete(channel.id, replies[0] ?? '');
    await settled();
    expect(draftText()).not.toContain('xylophone');
    expect(JSON.stringify((await solutionOf(workspace, ts))?.content.steps)).not.toContain('xylophone');
    expect(await rowsWith(bot.store.db, 'xylophone')).toEqual([]);
    expect(workspace.ours(ts)).toHaveLength(1);
  });

  it('takes incident and draft away with the root, with and without replies', async () => {
    const { slack, bot, channel, ana, settled } = workspace;
    const { ts } = await discuss(workspace, 'the zeppelin gateway is down', [
      'restarted it',
      'that fixed it',
    ]);
    await settled();
    await resolveAndDraft(workspace, ts);
    await slack.delete(channel.id, ts);
    const alone = await slack.say({ channel: channel.id, user: ana.id, text: 'zeppelin proxy is down too' });
    await settled();
    await slack.delete(channel.id, alone.ts);
    await settled();
    expect(await statusOf(ts)).toBe('no incident');
    expect(await statusOf(alone.ts)).toBe('no incident');
    expect(await solutionOf(workspace, ts)).toBeNull();
    expect(await rowsWith(bot.store.db, 'zeppelin')).toEqual([]);
    expect(JSON.stringify(workspace.ours(ts))).not.toContain('zeppelin');
  });

  it('resolves by "@precedent resolved", and not by a mention that says otherwise', async () => {
    const { slack, channel, joon, settled } = workspace;
    const { ts } = await discuss(workspace, 'mail relay rejects everything', ['restarted postfix']);
    const mention = async (text: string) => {
      await slack.say({
        channel: channel.id,
        user: joon.id,
        text: `<@${slack.botUserId}> ${text}`,
        threadTs: ts,
      });
      await settled();
      return statusOf(ts);
    };
    for (const text of [
      'not resolved yet',
      'is this resolved?',
      'resolved?',
      'resolved yet?',
      'fixed in staging only, not prod',
    ]) {
      expect(await mention(text), text).toBe('open');
    }
    expect(await mention('resolved')).toBe('resolved');
  });

  it('opens again when the ✅ that ended it is taken off, and only then', async () => {
    const { slack, channel, ana, joon, settled } = workspace;
    const { ts } = await discuss(workspace, 'vpn drops every ten minutes', ['looking']);
    const check = (user: string, name = 'white_check_mark') => ({ channel: channel.id, ts, user, name });
    await slack.react(check(ana.id));
    await settled();
    await slack.react(check(joon.id));
    await slack.unreact(check(joon.id));
    await settled();
    expect(await statusOf(ts)).toBe('resolved');
    await slack.unreact(check(ana.id));
    await settled();
    expect(await statusOf(ts)).toBe('open');
    await slack.react(check(ana.id));
    await settled();
    expect(await statusOf(ts)).toBe('resolved');
  });

  it('opens no incident for a bare mention', async () => {
    const { slack, channel, ana, settled } = workspace;
    const before = await countIncidents(workspace);
    await slack.say({ channel: channel.id, user: ana.id, text: `<@${slack.botUserId}>` });
    await settled();
    expect(await countIncidents(workspace)).toBe(before);
    expect(slack.ephemerals(ana.id).at(-1)?.text).toMatch(/What I answer to/);
  });
});

describe('what must not be kept', () => {
  let workspace: TestWorkspace;
  const key = ['AK', 'IA', 'Q3EGXM2LKBXPT7OD'].join('');
  const github = ['gh', 'p_', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('');
  const planted = [key, github, '10.20.30.40', '10.20.30.41', 'ana.reyes@larkfield.example'];

  beforeAll(async () => {
    workspace = await startTestWorkspace();
  });
  afterAll(() => workspace.stop());

  async function storedTexts(ts: string): Promise<string[]> {
    const { bot } = workspace;
    const incident = await incidentAt(workspace, ts);
    const messages = await messagesOfIncident(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      incident?.id ?? '',
    );
    return messages.map((message) => message.text);
  }

  async function expectNothingPlanted(ts: string) {
    for (const value of planted) {
      expect(await rowsWith(workspace.bot.store.db, value)).toEqual([]);
      expect(JSON.stringify(workspace.ours(ts))).not.toContain(value);
    }
  }

  it('keeps no secret, address or person of a thread, and names each the same throughout', async () => {
    const { settled } = workspace;
    const { ts } = await discuss(
      workspace,
      `api 500s on 10.20.30.40, reported by ana.reyes@larkfield.example`,
      [
        `it ran with AWS_ACCESS_KEY_ID=${key} and the token ${github}`,
        'moved traffic from 10.20.30.40 to 10.20.30.41',
        'that fixed it, 10.20.30.41 is healthy',
      ],
    );
    await settled();
    await resolveAndDraft(workspace, ts);
    await expectNothingPlanted(ts);
    const [root = '', , moved = '', held = ''] = await storedTexts(ts);
    const [first] = /\[ip-\d\]/.exec(root) ?? [];
    const [second] = /\[ip-\d\]/.exec(held) ?? [];
    expect(first).toBeDefined();
    expect(second).not.toBe(first);
    expect(moved).toBe(`moved traffic from ${first} to ${second}`);
    expect(JSON.stringify(workspace.ours(ts))).toContain(`from ${first} to ${second}`);
  });

  it('gives two addresses that come in one breath two names', async () => {
    const { settled } = workspace;
    const { ts } = await discuss(workspace, 'cache misses on 10.20.30.40', [
      'primary moved to 10.20.30.41',
      'and 10.20.30.40 drained',
    ]);
    await settled();
    const names = (await storedTexts(ts)).map((text) => /\[ip-\d\]/.exec(text)?.[0]);
    expect(new Set(names).size).toBe(2);
    expect(names[2]).toBe(names[0]);
    await expectNothingPlanted(ts);
  });

  it('gives an address that an edit brings a name of its own', async () => {
    const { slack, channel, joon, settled } = workspace;
    const { ts, replies } = await discuss(workspace, 'broker unreachable at 10.20.30.40', ['checking hosts']);
    await settled();
    await slack.edit({ channel: channel.id, ts: replies[0] ?? '', text: 'broker answers from 10.20.30.41' });
    await settled();
    await slack.say({
      channel: channel.id,
      user: joon.id,
      text: 'broker third node is 10.20.30.42',
      threadTs: ts,
    });
    await settled();
    expect(await storedTexts(ts)).toContainEqual(expect.stringContaining('broker answers from [ip-2]'));
    expect(await storedTexts(ts)).toContainEqual(expect.stringContaining('broker third node is [ip-3]'));
  });

  it('keeps none of an alert’s attachment, not even a secret that its title is cut in', async () => {
    const { slack, channel, settled } = workspace;
    const filler = 'pool exhausted '.repeat(20).slice(0, 284);
    const posted = await slack.botSays({
      channel: channel.id,
      username: 'Alertmanager',
      attachments: [
        {
          color: 'danger',
          title: `[FIRING:1] ${filler} ${key}`,
          text: `instance 10.20.30.40 owner ana.reyes@larkfield.example token ${github}`,
          fields: [{ title: 'service', value: key }],
        },
      ],
    });
    await settled();
    expect(await statusOfAlert(posted.ts)).toBe('open');
    await expectNothingPlanted(posted.ts);
    expect(await rowsWith(workspace.bot.store.db, key.slice(0, 12))).toEqual([]);
  });

  const statusOfAlert = async (ts: string) => (await incidentAt(workspace, ts))?.status;
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAlert } from '../../src/intake/alerts/read-alert.ts';
import { weekBefore, weekOf } from '../../src/library/week.ts';
import { plantedValues } from '../../src/playground/sample-workspace/planted.ts';
import { sampleWorkspace } from '../../src/playground/sample-workspace/sample-workspace.ts';
import { type SeededWorkspace, seedWorkspace } from '../../src/playground/sample-workspace/seed-workspace.ts';
import type { SampleThread, SampleWorkspace } from '../../src/playground/sample-workspace/types.ts';
import type { SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { createRedactor } from '../../src/privacy/redact.ts';
import { socketApp } from './slack-sim-bolt-app.ts';

const now = new Date('2026-11-18T14:00:00Z');
const channels = new Map(sampleWorkspace.channels.map((channel) => [channel.name, channel]));
const incidents = sampleWorkspace.threads.filter(({ channel }) => channels.get(channel)?.watch);

function textsOf(thread: SampleThread): string[] {
  const posts = [thread.root, ...thread.replies];
  return posts.map(({ text, attachments }) => text + (attachments ? JSON.stringify(attachments) : ''));
}

function threadsMatching(pattern: RegExp): SampleThread[] {
  return incidents.filter((thread) => pattern.test(textsOf(thread).join('\n')));
}

describe('the sample workspace', () => {
  it('names only people, channels and apps that it has', () => {
    const people = new Set(sampleWorkspace.people.map(({ name }) => name));
    expect(people.size).toBe(6);
    for (const thread of sampleWorkspace.threads) {
      const channel = channels.get(thread.channel);
      const authors = [thread.root.by, ...thread.replies.map(({ by }) => by), thread.resolved?.by];
      for (const by of authors.filter((author) => author !== undefined)) {
        expect(by.startsWith('alert:') || (channel?.members ?? [...people]).includes(by), by).toBe(true);
      }
    }
  });

  it('tells every thread in order of time, with something said in each message', () => {
    for (const thread of sampleWorkspace.threads) {
      const minutes = thread.replies.map(({ afterMinutes }) => afterMinutes);
      expect(minutes, thread.root.text).toEqual(minutes.toSorted((a, b) => a - b));
      expect(minutes.every((minute) => minute > 0)).toBe(true);
      expect(thread.at).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
      expect(textsOf(thread).every((text) => text.trim() !== '')).toBe(true);
    }
  });

  it('has recurrences, failed attempts and troubles without an end', () => {
    expect(incidents.length).toBeGreaterThanOrEqual(16);
    expect(threadsMatching(/pool is exhausted/)).toHaveLength(3);
    expect(threadsMatching(/SQLSTATE 53300/)).toHaveLength(2);
    expect(threadsMatching(/OOMKilled/)).toHaveLength(2);
    expect(threadsMatching(/SerializationException/)).toHaveLength(2);
    expect(threadsMatching(/made (?:it|things) worse/).length).toBeGreaterThanOrEqual(3);
    expect(threadsMatching(/no change|did nothing|no difference|no effect/).length).toBeGreaterThanOrEqual(5);
    expect(incidents.filter(({ resolved }) => resolved === null)).toHaveLength(2);
  });

  it('gives the digest at least five incidents of the week before, whatever day it is', () => {
    for (let day = 0; day < 7; day++) {
      const today = new Date(now.getTime() + day * 86_400_000);
      const weeks = incidents.map(({ daysAgo }) => weekOf(new Date(today.getTime() - daysAgo * 86_400_000)));
      expect(weeks.filter((week) => week === weekBefore(today)).length).toBeGreaterThanOrEqual(5);
      expect(weeks).toContain(weekOf(today));
    }
  });

  it('shows redaction every planted value and nothing else', async () => {
    const redactor = createRedactor();
    const hidden: string[] = [];
    for (const text of sampleWorkspace.threads.flatMap(textsOf)) {
      const { found } = await redactor.redact(text);
      hidden.push(...found.map(({ start, end }) => text.slice(start, end)));
    }
    expect([...new Set(hidden)].sort()).toEqual([...plantedValues].sort());
  });

  it('posts alerts that are read as firing and as the end of the same alert', () => {
    for (const alert of sampleWorkspace.alerts) {
      const message = { type: 'message', ts: '1700000000.000100', bot_id: 'B1', username: alert.app };
      const firing = readAlert({ ...message, text: '', ...alert.firing });
      const resolved = readAlert({ ...message, text: '', ...alert.resolved });
      expect(firing, alert.name).toMatchObject({ state: 'firing' });
      expect(resolved, alert.name).toMatchObject({ state: 'resolved', key: firing?.key });
    }
  });
});

describe('laying the sample down', () => {
  let slack: SlackSim;
  let seeded: SeededWorkspace;

  beforeEach(async () => {
    slack = await startSlackSim({ now: () => now.getTime() });
    seeded = await seedWorkspace(slack, sampleWorkspace, now);
  });
  afterEach(() => slack.stop());

  const threadAbout = (pattern: RegExp) => {
    const thread = seeded.threads.find(({ sample }) => pattern.test(sample.root.text));
    if (thread === undefined) throw new Error(`No thread about ${pattern}.`);
    return thread;
  };

  it('puts every message of a thread where and when it was said', () => {
    const { sample, channelId, threadTs } = threadAbout(/1 in 5 requests/);
    const messages = slack.thread(channelId, threadTs);
    expect(channelId).toBe(seeded.channels.incidents);
    expect(messages).toHaveLength(sample.replies.length + 1);
    expect(messages.map(({ user }) => user)).toEqual(
      [sample.root, ...sample.replies].map(({ by }) => seeded.people[by]),
    );
    expect(Number(threadTs) * 1000).toBeCloseTo(Date.UTC(2026, 9, 8, 9, 12), -1);
    expect(Number(messages[1]?.ts) - Number(threadTs)).toBeCloseTo(60, 0);
    expect(messages.at(-2)?.text).toBe(`nice one <@${seeded.people.priya}> :tada:`);
  });

  it('lays every thread down in its channel, and none later than now', () => {
    const all = slack.channels().flatMap(({ id }) => slack.history(id));
    const posts = sampleWorkspace.threads.reduce((sum, { replies }) => sum + replies.length + 1, 0);
    expect(all).toHaveLength(posts);
    expect(all.every(({ ts }) => Number(ts) * 1000 < now.getTime())).toBe(true);
    expect(slack.history(seeded.channels.general ?? '').length).toBeGreaterThan(3);
    expect(seeded.threads).toHaveLength(incidents.length);
  });

  it('marks a resolved root with the ✅ of who resolved it, and no other root', () => {
    for (const { sample, channelId, threadTs, resolvedBy, resolvedAt } of seeded.threads) {
      const byPerson = sample.resolved !== null && !sample.resolved.by.startsWith('alert:');
      expect(slack.message(channelId, threadTs)?.reactions).toEqual(
        byPerson ? [{ name: 'white_check_mark', users: [resolvedBy] }] : undefined,
      );
      expect(resolvedBy === null).toBe(!byPerson);
      expect(resolvedAt === null).toBe(sample.resolved === null);
    }
  });

  it('posts alerts as an app does, with the attachment and without a user', () => {
    const alert = seeded.threads.find(({ sample }) => sample.resolved?.by === 'alert:Alertmanager');
    const [root, looked, end] = slack.thread(alert?.channelId ?? '', alert?.threadTs ?? '');
    expect(root).toMatchObject({
      subtype: 'bot_message',
      username: 'Alertmanager',
      attachments: [
        { title: '[FIRING:1] HighErrorRate checkout (prod checkout-api critical)', color: 'danger' },
      ],
    });
    expect(root).not.toHaveProperty('user');
    expect(looked?.user).toBe(seeded.people.tomasz);
    expect(end?.attachments).toMatchObject([{ color: 'good' }]);
  });

  it('lets the bot into the watched channels only, and strangers into no private one', () => {
    const membersOf = (name: string) => slack.channels().find((channel) => channel.name === name)?.members;
    expect(membersOf('incidents')).toContain(slack.botUserId);
    expect(membersOf('general')).not.toContain(slack.botUserId);
    expect(membersOf('sec-incidents')).toEqual([
      seeded.people.maya,
      seeded.people.priya,
      seeded.people.femi,
      slack.botUserId,
    ]);
  });

  it('moves a thread of today back when it would not be over yet', async () => {
    const early = new Date('2026-11-18T00:05:00Z');
    const again = await startSlackSim({ now: () => early.getTime() });
    const { threads } = await seedWorkspace(again, sampleWorkspace, early);
    const last = threads.at(-1);
    expect(last?.sample.daysAgo).toBe(0);
    expect(last?.resolvedAt?.getTime()).toBeLessThan(early.getTime());
    await again.stop();
  });

  it('tells the bot nothing of the past', async () => {
    const fresh = await startSlackSim({ now: () => now.getTime() });
    const { app } = socketApp(fresh);
    const heard: string[] = [];
    app.use(async ({ payload, next }) => {
      heard.push('text' in payload ? String(payload.text) : String(payload.type));
      await next();
    });
    await app.start();
    const { channels: ids, people } = await seedWorkspace(fresh, sampleWorkspace, now);
    await fresh.say({ channel: ids.incidents ?? '', user: people.maya ?? '', text: 'hello?' });
    await expect.poll(() => heard).toEqual(['hello?']);
    await app.stop();
    await fresh.stop();
  });

  it('refuses a sample that names a person it does not have', async () => {
    const [thread] = sampleWorkspace.threads;
    if (thread === undefined) throw new Error('The sample is empty.');
    const wrong: SampleWorkspace = {
      ...sampleWorkspace,
      threads: [{ ...thread, root: { by: 'nobody', text: 'boo' } }],
    };
    const fresh = await startSlackSim();
    await expect(seedWorkspace(fresh, wrong, now)).rejects.toThrow('"nobody"');
    await fresh.stop();
  });
});

describe('a silent reaction', () => {
  it('is shown, and the bot hears only of the loud ones', async () => {
    const slack = await startSlackSim();
    const { app } = socketApp(slack);
    const heard: unknown[] = [];
    app.event('reaction_added', async ({ event }) => void heard.push(event.reaction));
    await app.start();
    const ana = slack.addUser({ name: 'ana' });
    const channel = slack.addChannel({ name: 'incidents', members: [ana.id, slack.botUserId] });
    const { ts } = await slack.say({ channel: channel.id, user: ana.id, text: 'down', silent: true });
    const here = { channel: channel.id, ts, user: ana.id };
    await slack.react({ ...here, name: 'eyes', silent: true });
    await slack.react({ ...here, name: 'fire' });
    await expect.poll(() => heard).toEqual(['fire']);
    expect(slack.message(channel.id, ts)?.reactions?.map(({ name }) => name)).toEqual(['eyes', 'fire']);
    await app.stop();
    await slack.stop();
  });
});

import type { SlackSim } from '../slack-sim/slack-sim.ts';
import type { SampleThread, SampleWorkspace } from './types.ts';

export type SeededThread = {
  sample: SampleThread;
  channelId: string;
  threadTs: string;
  /** Null when nobody ended it, also when an alert ended by itself. */
  resolvedBy: string | null;
  resolvedAt: Date | null;
};

/** Ids by name; `threads` are those of the watched channels, oldest first. */
export type SeededWorkspace = {
  channels: Record<string, string>;
  people: Record<string, string>;
  threads: SeededThread[];
};

type Ids = Pick<SeededWorkspace, 'channels' | 'people'>;
type Placed = { sample: SampleThread; beganAt: number; threadTs: string };

/**
 * Creates the sample's people and channels and posts its threads, back-dated from `now` and silently: a past that
 * the bot did not hear. A thread that would not be over by now is moved back until it is. Throws on a name that
 * the sample does not have.
 */
export async function seedWorkspace(
  slack: SlackSim,
  sample: SampleWorkspace,
  now: Date,
): Promise<SeededWorkspace> {
  const ids = createRoster(slack, sample);
  const placed = sample.threads
    .map((thread): Placed => ({ sample: thread, beganAt: beganAt(thread, now), threadTs: '' }))
    .toSorted((a, b) => a.beganAt - b.beganAt);
  const posts = placed
    .flatMap((thread) => postsOf(thread).map((post) => ({ ...post, thread })))
    .toSorted((a, b) => a.at - b.at);
  for (const { thread, ...post } of posts) {
    const ts = await putPost(slack, ids, thread, post);
    if (thread.threadTs === '') thread.threadTs = ts;
  }
  const watched = new Set(sample.channels.filter(({ watch }) => watch !== null).map(({ name }) => name));
  const threads = placed.map((thread) => toSeededThread(ids, thread));
  for (const thread of threads) {
    if (thread.resolvedBy === null) continue;
    const { channelId: channel, threadTs: ts, resolvedBy: user } = thread;
    await slack.react({ channel, ts, user, name: 'white_check_mark', silent: true });
  }
  return { ...ids, threads: threads.filter((thread) => watched.has(thread.sample.channel)) };
}

function createRoster(slack: SlackSim, sample: SampleWorkspace): Ids {
  const people: Ids['people'] = {};
  for (const person of sample.people) people[person.name] = slack.addUser(person).id;
  const channels: Ids['channels'] = {};
  for (const { name, topic, isPrivate, watch, members } of sample.channels) {
    const present = (members ?? Object.keys(people)).map((member) => idOf(people, member));
    if (watch !== null) present.push(slack.botUserId);
    channels[name] = slack.addChannel({ name, topic, isPrivate: isPrivate ?? false, members: present }).id;
  }
  return { people, channels };
}

const minuteMs = 60_000;

function beganAt(thread: SampleThread, now: Date): number {
  const [hour = Number.NaN, minute = Number.NaN] = thread.at.split(':').map(Number);
  const day = now.getUTCDate() - thread.daysAgo;
  const meant = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), day, hour, minute);
  const lasted = Math.max(0, thread.replies.at(-1)?.afterMinutes ?? 0, thread.resolved?.afterMinutes ?? 0);
  return Math.min(meant, now.getTime() - (lasted + 1) * minuteMs);
}

type Post = { at: number; by: string; text: string; attachments?: unknown[] };

function postsOf({ sample, beganAt: start }: Placed): Post[] {
  return [
    { at: start, ...sample.root },
    ...sample.replies.map(({ afterMinutes, ...reply }) => ({
      at: start + afterMinutes * minuteMs,
      ...reply,
    })),
  ];
}

async function putPost(slack: SlackSim, ids: Ids, thread: Placed, post: Post): Promise<string> {
  const common = {
    channel: idOf(ids.channels, thread.sample.channel),
    text: withIds(post.text, ids),
    at: post.at,
    silent: true,
    ...(thread.threadTs === '' ? {} : { threadTs: thread.threadTs }),
  };
  const app = appOf(post.by);
  if (app === null) {
    return (await slack.say({ ...common, user: idOf(ids.people, post.by) })).ts;
  }
  const attachments = post.attachments ?? [];
  return (await slack.botSays({ ...common, username: app, attachments })).ts;
}

function toSeededThread(ids: Ids, { sample, beganAt: start, threadTs }: Placed): SeededThread {
  const { resolved } = sample;
  const byPerson = resolved !== null && appOf(resolved.by) === null;
  return {
    sample,
    channelId: idOf(ids.channels, sample.channel),
    threadTs,
    resolvedBy: byPerson ? idOf(ids.people, resolved.by) : null,
    resolvedAt: resolved === null ? null : new Date(start + resolved.afterMinutes * minuteMs),
  };
}

function appOf(by: string): string | null {
  return by.startsWith('alert:') ? by.slice('alert:'.length) : null;
}

/** "@maya" → `<@U…>`, "#incidents" → `<#C…|incidents>`; other words after those signs stay as they are. */
function withIds(text: string, { people, channels }: Ids): string {
  return text.replace(/(?<![\w.])([@#])([a-z][\w-]*)/g, (whole, sign: string, name: string) => {
    const id = sign === '@' ? people[name] : channels[name];
    if (id === undefined) return whole;
    return sign === '@' ? `<@${id}>` : `<#${id}|${name}>`;
  });
}

function idOf(ids: Record<string, string>, name: string): string {
  const id = ids[name];
  if (id === undefined) throw new Error(`The sample workspace has no "${name}".`);
  return id;
}

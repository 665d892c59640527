import { type Bot, startBot } from '../../src/app/start-bot.ts';
import { readConfig } from '../../src/config.ts';
import { createLog, type Log } from '../../src/log.ts';
import type { SimChannel, SimMessage, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { configFor } from '../../src/playground/start-workspace.ts';
import { freePort } from './free-port.ts';
import { openTestStore } from './open-test-store.ts';

export type TestWorkspace = {
  slack: SlackSim;
  bot: Bot;
  ana: SimUser;
  joon: SimUser;
  /** #incidents, watched. */
  channel: SimChannel;
  /** The bot's messages in a thread, or in the channel. */
  ours(threadTs?: string): SimMessage[];
  /** The bot's first message in a thread; rejects when none comes. */
  answerIn(threadTs: string, what: string): Promise<SimMessage>;
  /** Resolves when every event and job that is there has been handled. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

/** A pretended Slack, the real bot on a real database, and a watched channel with two people in it. */
export async function startTestWorkspace(
  options: {
    mode?: 'incidents' | 'alerts' | 'mixed';
    env?: Record<string, string>;
    now?: () => Date;
    log?: Log;
    /** Default: socket. */
    transport?: 'socket' | 'http';
  } = {},
): Promise<TestWorkspace> {
  const port = options.transport === 'http' ? await freePort() : null;
  const slack = await startSlackSim(
    port === null ? {} : { requestUrl: `http://127.0.0.1:${port}/slack/events` },
  );
  const config = configFor(readConfig(options.env ?? {}), slack);
  if (port !== null) {
    config.slack = { ...config.slack, appToken: null, signingSecret: slack.signingSecret, port };
  }
  const bot = await startBot(config, {
    log: options.log ?? createLog('silent'),
    openStore: openTestStore,
    ...(options.now === undefined ? {} : { now: options.now }),
  });
  const ana = slack.addUser({ name: 'ana', realName: 'Ana Reyes' });
  const joon = slack.addUser({ name: 'joon', realName: 'Joon Park' });
  const channel = slack.addChannel({ name: 'incidents', members: [slack.botUserId, ana.id, joon.id] });
  await slack.command({
    channel: channel.id,
    user: ana.id,
    text: `/precedent watch ${options.mode ?? 'incidents'}`,
  });
  const ours = (threadTs?: string) => {
    const messages = threadTs === undefined ? slack.history(channel.id) : slack.thread(channel.id, threadTs);
    return messages.filter((message) => message.bot_id === slack.botId);
  };
  await slack.waitFor(() => ours()[0], 'the first message after watch', 10_000);
  return {
    slack,
    bot,
    ana,
    joon,
    channel,
    ours,
    answerIn: (threadTs, what) => slack.waitFor(() => ours(threadTs)[0], what, 10_000),
    settled: async () => {
      // A job may post, and what it posts comes back as an event: quiet twice in a row.
      for (let quiet = 0; quiet < 2; quiet += 1) {
        await slack.waitFor(() => slack.eventsOutstanding() === 0, 'every event to be acknowledged', 20_000);
        await bot.idle();
      }
    },
    stop: async () => {
      await bot.stop();
      await slack.stop();
    },
  };
}

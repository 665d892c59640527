import { App, SocketModeReceiver } from '@slack/bolt';
import { readConfig } from '../src/config.ts';
import { percentile } from '../src/library/percentile.ts';
import { createLog } from '../src/log.ts';
import type { SlackSim } from '../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../src/playground/slack-sim/start-slack-sim.ts';
import { startWorkspace } from '../src/playground/start-workspace.ts';
import { boltLogger } from '../src/slack/connection/web-clients.ts';
import { seededRandom } from './seeded-random.ts';
import { fillLibrary } from './synthetic-library.ts';

const librarySize = 1_000;
const incidents = 100;
const watchedMessages = 2_000;

/** From event sent to answer posted with a thousand solutions; and how many events a second the inbox keeps beside a bare Bolt app. */
export async function benchAnswer(): Promise<void> {
  const log = createLog('error');
  const { slack, bot, stop } = await startWorkspace(readConfig({}), { log });
  try {
    const ana = slack.addUser({ name: 'ana' });
    const channel = slack.addChannel({ name: 'incidents', members: [slack.botUserId, ana.id] });
    await slack.command({ channel: channel.id, user: ana.id, text: '/precedent watch incidents' });
    await slack.waitFor(() => slack.history(channel.id)[0], 'the first message after watch', 20_000);
    const filling = performance.now();
    const problems = await fillLibrary(bot.ctx, channel.id, librarySize);
    const fillMs = (performance.now() - filling) / librarySize;
    console.log(
      `library: ${librarySize} solutions on the embedded database, ${fillMs.toFixed(1)} ms each to save and index`,
    );

    const random = seededRandom(11);
    const latencies: number[] = [];
    let silent = 0;
    for (let index = 0; index < incidents + 5; index += 1) {
      const problem = problems[Math.floor(random() * problems.length)];
      const took = await timeOfAnswer(
        slack,
        channel.id,
        ana.id,
        `${problem?.title} again. ${problem?.symptoms}`,
      );
      // The first five warm the caches of both sides.
      if (index >= 5 && took !== null) latencies.push(took);
      if (took === null) silent += 1;
    }
    console.log(
      `answer: ${latencies.length} incidents one after another, ${silent} not answered; event sent to answer posted: p50 ${percentile(latencies, 0.5).toFixed(0)} ms, p95 ${percentile(latencies, 0.95).toFixed(0)} ms, max ${percentile(latencies, 1).toFixed(0)} ms`,
    );

    // Replies of one incident: each is watched, redacted, kept, and acknowledged; handling goes on behind it.
    const root = await slack.say({
      channel: channel.id,
      user: ana.id,
      text: 'the office printer prints blank pages',
    });
    await bot.queue.idle();
    const started = performance.now();
    const kept = await eventsPerSecond(slack, channel.id, ana.id, root.ts);
    await bot.queue.idle();
    const handledSeconds = (performance.now() - started) / 1_000;
    const bare = await bareBolt();
    console.log(
      `intake: ${watchedMessages} watched messages; kept and acknowledged ${kept.toFixed(0)} a second (all handled after ${handledSeconds.toFixed(1)} s); a bare Bolt app that only acknowledges ${bare.toFixed(0)} a second; ratio ${(kept / bare).toFixed(2)}`,
    );
  } finally {
    await stop();
  }
}

async function timeOfAnswer(
  slack: SlackSim,
  channel: string,
  user: string,
  text: string,
): Promise<number | null> {
  const started = performance.now();
  const message = await slack.say({ channel, user, text });
  try {
    await slack.waitFor(
      () => slack.thread(channel, message.ts).some((reply) => reply.bot_id === slack.botId),
      'the answer',
      5_000,
    );
    return performance.now() - started;
  } catch {
    return null;
  }
}

/** Posts all messages at once and waits until the app has acknowledged every one. */
async function eventsPerSecond(
  slack: SlackSim,
  channel: string,
  user: string,
  threadTs: string,
): Promise<number> {
  const started = performance.now();
  for (let index = 0; index < watchedMessages; index += 1) {
    await slack.say({
      channel,
      user,
      text: `still looking, attempt ${index} shows HTTP 503 from node ${index % 9}`,
      threadTs,
    });
  }
  await slack.waitFor(() => slack.eventsOutstanding() === 0, 'all acknowledgements', 120_000);
  return watchedMessages / ((performance.now() - started) / 1_000);
}

/** The same messages at the same simulator, and an app without a listener. */
async function bareBolt(): Promise<number> {
  const slack = await startSlackSim();
  const logger = boltLogger(createLog('silent'));
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger,
    installerOptions: { clientOptions },
  });
  const app = new App({
    receiver,
    token: slack.botToken,
    botId: slack.botId,
    botUserId: slack.botUserId,
    tokenVerificationEnabled: false,
    convoStore: false,
    clientOptions,
    logger,
  });
  await app.start();
  try {
    const user = slack.addUser({ name: 'ana' });
    const channel = slack.addChannel({ name: 'incidents', members: [slack.botUserId, user.id] });
    const root = await slack.say({ channel: channel.id, user: user.id, text: 'warming up' });
    await slack.waitFor(() => slack.eventsOutstanding() === 0, 'the first acknowledgement', 10_000);
    return await eventsPerSecond(slack, channel.id, user.id, root.ts);
  } finally {
    await app.stop();
    await slack.stop();
  }
}

import { PrecedentError } from '../errors.ts';
import type { Effectiveness } from '../library/effectiveness.ts';
import { weekOf } from '../library/week.ts';
import { findIncidentByThread } from '../store/incidents/incidents.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { precedentsOf } from '../store/precedents/precedents.ts';
import { findSolution, findSolutionOfThread, type StoredSolution } from '../store/solutions/solutions.ts';
import type { SimMessage, SlackSim } from './slack-sim/slack-sim.ts';
import type { Workspace } from './start-workspace.ts';

export type LoopReport = {
  answered: { thread_ts: string; solution: string; confidence: number; source_thread_ts: string };
  captured: { solution: string; steps: number };
  effectiveness: { before: number; after: number };
  digest: { posted: boolean };
  transcript: { channel: string; user: string; text: string; thread_ts: string | null }[];
};

const patienceMs = 15_000;

/**
 * Plays the whole loop through Slack's own protocol: an incident is worked on and resolved, its draft saved, the
 * next of its kind answered, the answer marked, the digest posted. Throws 'unavailable' naming what did not happen.
 */
export async function playLoop({ slack, bot }: Workspace): Promise<LoopReport> {
  const ana = slack.addUser({ name: 'ana', realName: 'Ana Reyes' });
  const joon = slack.addUser({ name: 'joon', realName: 'Joon Park' });
  const channel = slack.addChannel({ name: 'incidents', members: [slack.botUserId, ana.id, joon.id] });
  const says = (user: string, text: string, threadTs?: string) =>
    slack.say({ channel: channel.id, user, text, ...(threadTs === undefined ? {} : { threadTs }) });

  await slack.command({ channel: channel.id, user: ana.id, text: '/precedent watch incidents' });
  await ours(slack, () => slack.history(channel.id), 'the first message after watch');

  const first = await says(
    ana.id,
    'checkout is down in prod: payments time out, `redis.clients.jedis.exceptions.JedisConnectionException: Could not get a resource from the pool`',
  );
  await says(joon.id, 'restarting redis now', first.ts);
  await says(joon.id, 'no change, that made it worse: the pool fills up again within a minute', first.ts);
  await says(
    ana.id,
    'raising the pool to 200: `kubectl set env deploy/checkout REDIS_POOL_MAX=200`',
    first.ts,
  );
  await says(
    joon.id,
    'that did it, payments are back to normal. Root cause: the new retry code holds connections',
    first.ts,
  );
  await slack.react({ channel: channel.id, ts: first.ts, user: ana.id, name: 'white_check_mark' });
  const draft = await ours(slack, () => slack.thread(channel.id, first.ts), 'the draft');
  await slack.press({ channel: channel.id, ts: draft.ts, user: joon.id, actionId: 'save_draft' });
  const captured = await savedSolution(bot, channel.id, first.ts);

  const second = await says(
    joon.id,
    'checkout payments failing again in prod, JedisConnectionException: Could not get a resource from the pool',
  );
  const answer = await ours(slack, () => slack.thread(channel.id, second.ts), 'the answer');
  const answered = await answerOf(bot, channel.id, second.ts);
  const before = await effectivenessOf(bot, captured.id);
  await slack.react({ channel: channel.id, ts: answer.ts, user: joon.id, name: 'white_check_mark' });
  const after = await until('the verdict in the score', async () => {
    const now = await effectivenessOf(bot, captured.id);
    return now.score === before.score ? null : now;
  });

  await bot.ctx.enqueue({
    name: 'digest',
    channelId: channel.id,
    week: weekOf(new Date()),
    asked: true,
  });
  const posted = await ours(
    slack,
    () => slack.history(channel.id).filter((message) => keyOf(message).startsWith('digest:')),
    'the digest',
  );
  return {
    answered: {
      thread_ts: second.ts,
      solution: answered.solutionId,
      confidence: Math.round(answered.confidence * 1_000) / 1_000,
      source_thread_ts: answered.source.threadTs,
    },
    captured: { solution: captured.id, steps: captured.content.steps.length },
    effectiveness: { before: before.score, after: after.score },
    digest: { posted: posted.ts !== '' },
    transcript: transcriptOf(slack, channel.id, channel.name),
  };
}

/** The first of the bot's messages among those given. */
function ours(slack: SlackSim, among: () => SimMessage[], what: string): Promise<SimMessage> {
  return slack.waitFor(() => among().find((message) => message.bot_id === slack.botId), what, patienceMs);
}

function keyOf(message: SimMessage): string {
  const key = message.metadata?.event_payload.key;
  return typeof key === 'string' ? key : '';
}

function savedSolution(bot: Workspace['bot'], channelId: string, threadTs: string): Promise<StoredSolution> {
  return until('the saved solution', async () => {
    const incident = await findIncidentByThread(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      channelId,
      threadTs,
    );
    if (incident === null) return null;
    const solution = await findSolutionOfThread(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      channelId,
      threadTs,
    );
    return solution?.status === 'active' ? solution : null;
  });
}

async function answerOf(bot: Workspace['bot'], channelId: string, threadTs: string) {
  return until('the precedent of the second incident', async () => {
    const incident = await findIncidentByThread(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      channelId,
      threadTs,
    );
    if (incident === null) return null;
    const [precedent] = await precedentsOf({ db: bot.store.db, workspaceId: bot.workspaceId }, incident.id);
    if (precedent === undefined) return null;
    const solution = await findSolution(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      precedent.solutionId,
      'operator',
    );
    return solution === null ? null : { ...precedent, source: solution.source };
  });
}

async function effectivenessOf(bot: Workspace['bot'], solutionId: string): Promise<Effectiveness> {
  const scores = await effectivenessOfSolutions({ db: bot.store.db, workspaceId: bot.workspaceId }, [
    solutionId,
  ]);
  const score = scores.get(solutionId);
  if (score === undefined) throw new PrecedentError('not_found', 'The captured solution has no score.');
  return score;
}

async function until<T>(what: string, probe: () => Promise<T | null>): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const value = await probe();
    if (value !== null) return value;
    if (Date.now() > deadline)
      throw new PrecedentError('unavailable', `The loop stopped: ${what} did not come.`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

function transcriptOf(slack: SlackSim, channelId: string, channelName: string): LoopReport['transcript'] {
  const names = new Map(slack.users().map((user) => [user.id, user.name]));
  return slack.history(channelId).map((message) => ({
    channel: channelName,
    user: message.bot_id === slack.botId ? 'precedent' : (names.get(message.user ?? '') ?? 'unknown'),
    text: message.text,
    thread_ts: message.thread_ts ?? null,
  }));
}

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from '../../src/app/start-bot.ts';
import { readConfig } from '../../src/config.ts';
import { weekOf } from '../../src/library/week.ts';
import { createLog } from '../../src/log.ts';
import type { SimChannel, SimMessage, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { configFor } from '../../src/playground/start-workspace.ts';
import { type Db, rowsOf } from '../../src/store/connection/db.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { effectivenessOfSolutions } from '../../src/store/precedents/feedback.ts';
import { listSolutions } from '../../src/store/solutions/solutions.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { rowsWith } from './read-database.ts';
import { hasButton } from './solve-in-thread.ts';

type Team = {
  slack: SlackSim;
  bot: Bot;
  channel: SimChannel;
  ana: SimUser;
  joon: SimUser;
  /** A person's message, a second after the last one: in both workspaces at the same time. */
  say: (user: SimUser, text: string, threadTs?: string) => Promise<SimMessage>;
};

let store: Store;
let north: Team;
let south: Team;

const begin = Date.now() - 60_000;

/** A workspace of its own on the shared database. Its clock goes as the other's does, so that even timestamps meet. */
async function startTeam(teamId: string): Promise<Team> {
  let now = begin;
  const slack = await startSlackSim({ teamId, teamName: teamId, now: () => now });
  const bot = await startBot(configFor(readConfig({}), slack), {
    log: createLog('silent'),
    openStore: async () => ({ ...store, close: async () => {} }),
  });
  const ana = slack.addUser({ name: 'ana', realName: 'Ana Reyes' });
  const joon = slack.addUser({ name: 'joon', realName: 'Joon Park' });
  const channel = slack.addChannel({ name: 'incidents', members: [slack.botUserId, ana.id, joon.id] });
  await slack.command({ channel: channel.id, user: ana.id, text: '/precedent watch incidents' });
  await slack.waitFor(() => ours({ slack, channel })[0], 'the first message after watch', 10_000);
  const say: Team['say'] = (user, text, threadTs) => {
    now += 1_000;
    const message = { channel: channel.id, user: user.id, text };
    return slack.say(threadTs === undefined ? message : { ...message, threadTs });
  };
  return { slack, bot, channel, ana, joon, say };
}

function ours({ slack, channel }: Pick<Team, 'slack' | 'channel'>, threadTs?: string): SimMessage[] {
  const messages = threadTs === undefined ? slack.history(channel.id) : slack.thread(channel.id, threadTs);
  return messages.filter((message) => message.bot_id === slack.botId);
}

async function settled(...teams: Team[]): Promise<void> {
  for (let quiet = 0; quiet < 2; quiet += 1) {
    for (const { slack, bot } of teams) {
      await slack.waitFor(() => slack.eventsOutstanding() === 0, 'every event to be acknowledged', 20_000);
      await bot.idle();
    }
  }
}

/** An incident that is worked on, resolved and saved. */
async function teach(team: Team, problem: string, fix: string): Promise<string> {
  const { slack, channel, ana, joon, say } = team;
  const root = await say(ana, problem);
  await say(joon, fix, root.ts);
  await say(ana, 'that fixed it', root.ts);
  await settled(team);
  await slack.react({ channel: channel.id, ts: root.ts, user: ana.id, name: 'white_check_mark' });
  const draft = await slack.waitFor(
    () => ours(team, root.ts).find((message) => hasButton(message, 'save_draft')),
    'the draft',
    10_000,
  );
  await slack.press({ channel: channel.id, ts: draft.ts, user: joon.id, actionId: 'save_draft' });
  await settled(team);
  return root.ts;
}

/** Everything that the bot said in a workspace, to all or to one. */
function saidIn({ slack, channel }: Team): string {
  const roots = slack.history(channel.id);
  const threads = roots.flatMap((root) => slack.thread(channel.id, root.ts));
  return JSON.stringify([
    ...[...roots, ...threads].filter((message) => message.bot_id === slack.botId),
    ...slack.ephemerals(),
  ]);
}

/** The tables that hold rows of workspaces, those that others refer to first. */
const tables = [
  'channels',
  'incidents',
  'messages',
  'solutions',
  'solution_versions',
  'solution_search',
  'solution_embeddings',
  'term_counts',
  'precedents',
  'feedback_marks',
  'outbox',
];

/**
 * A third workspace whose rows have the ids of one that is here and words that must never be seen: whoever reads
 * without asking for the workspace finds them.
 */
async function poisonFrom(db: Db, workspaceId: string): Promise<void> {
  for (const table of tables) {
    await db.execute(
      sql.raw(`insert into ${table} select (jsonb_populate_record(null::${table},
        replace(replace(to_jsonb(t)::text, '"${workspaceId}"', '"T0POISON"'), 'pool', 'POISON')::jsonb)).*
        from ${table} t where workspace_id = '${workspaceId}'`),
    );
  }
}

beforeAll(async () => {
  store = await openTestStore();
  north = await startTeam('T0NORTH');
  south = await startTeam('T0SOUTH');
});
afterAll(async () => {
  for (const { bot, slack } of [north, south]) {
    await bot.stop();
    await slack.stop();
  }
  await store.close();
});

describe('two workspaces with the same ids on one database', () => {
  const northProblem = 'checkout is down: JedisConnectionException, could not get a resource from the pool';
  const southProblem = 'checkout is down: JedisConnectionException, could not get a resource from the pool';

  it('have the same channel and people', () => {
    expect(north.channel.id).toBe(south.channel.id);
    expect(north.ana.id).toBe(south.ana.id);
  });

  it('draft and save what their own thread taught, at the same time', async () => {
    const [northTs, southTs] = await Promise.all([
      teach(north, northProblem, 'raised the redis pool to 200 with `north-ctl set pool=200`'),
      teach(south, southProblem, 'drained the broken replica with `south-ctl drain replica-7`'),
    ]);
    expect(northTs).toBe(southTs);
    const [northFix] = await listSolutions(north.bot.ctx, 'active', 'operator', 10);
    const [southFix] = await listSolutions(south.bot.ctx, 'active', 'operator', 10);
    expect(JSON.stringify(northFix?.content.steps)).toContain('north-ctl');
    expect(JSON.stringify(southFix?.content.steps)).toContain('south-ctl');
    expect(await listSolutions(north.bot.ctx, 'active', 'operator', 10)).toHaveLength(1);
    expect(await listSolutions(south.bot.ctx, 'active', 'operator', 10)).toHaveLength(1);
  });

  it('are answered from their own library, and judge their own fix', async () => {
    await poisonFrom(store.db, 'T0NORTH');
    const again =
      'checkout is failing again, JedisConnectionException: could not get a resource from the pool';
    const roots = await Promise.all([north, south].map((team) => team.say(team.joon, again)));
    const answers = await Promise.all(
      [north, south].map((team, index) =>
        team.slack.waitFor(() => ours(team, roots[index]?.ts)[0], 'the answer', 10_000),
      ),
    );
    expect(JSON.stringify(answers[0])).toContain('north-ctl');
    expect(JSON.stringify(answers[1])).toContain('south-ctl');
    await south.slack.react({
      channel: south.channel.id,
      ts: answers[1]?.ts ?? '',
      user: south.ana.id,
      name: 'x',
    });
    await settled(north, south);
    const scoreOf = async ({ bot }: Team) => {
      const [solution] = await listSolutions(bot.ctx, 'active', 'operator', 1);
      return (await effectivenessOfSolutions(bot.ctx, [solution?.id ?? ''])).get(solution?.id ?? '');
    };
    expect(await scoreOf(north)).toMatchObject({ worked: 1, failed: 0 });
    expect(await scoreOf(south)).toMatchObject({ worked: 1, failed: 1 });
  });

  it('get their own digest', async () => {
    for (const team of [north, south]) {
      await team.bot.ctx.enqueue({
        name: 'digest',
        channelId: team.channel.id,
        week: weekOf(new Date()),
        asked: true,
      });
    }
    await settled(north, south);
    const digests = rowsOf<{ workspace_id: string; key: string }>(
      await store.db.execute(
        sql`select workspace_id, key from outbox where kind = 'digest' and ts is not null order by 1`,
      ),
    );
    expect(digests.map((row) => row.workspace_id)).toEqual(['T0NORTH', 'T0SOUTH']);
    expect(digests[0]?.key).toBe(digests[1]?.key);
  });

  it('never read or show a row of another', async () => {
    await north.slack.command({
      channel: north.channel.id,
      user: north.ana.id,
      text: '/precedent JedisConnectionException could not get a resource from the pool',
    });
    await settled(north, south);
    expect(saidIn(north)).toContain('north-ctl');
    expect(saidIn(north)).not.toContain('south-ctl');
    expect(saidIn(south)).toContain('south-ctl');
    expect(saidIn(south)).not.toContain('north-ctl');
    expect(saidIn(north) + saidIn(south)).not.toContain('POISON');
    const northRows = await rowsWith(store.db, 'T0NORTH');
    expect(northRows.length).toBeGreaterThan(10);
    expect(northRows.filter((row) => row.includes('south-ctl') || row.includes('POISON'))).toEqual([]);
    const southRows = await rowsWith(store.db, 'T0SOUTH');
    expect(southRows.filter((row) => row.includes('north-ctl') || row.includes('POISON'))).toEqual([]);
  });
});

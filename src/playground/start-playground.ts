import type { Config } from '../config.ts';
import { PrecedentError } from '../errors.ts';
import { weekOf } from '../library/week.ts';
import type { Log } from '../log.ts';
import { importSampleThreads } from './import-sample-threads.ts';
import type { PlaygroundActions } from './page/playground-actions.ts';
import { sampleWorkspace } from './sample-workspace/sample-workspace.ts';
import { type SeededWorkspace, seedWorkspace } from './sample-workspace/seed-workspace.ts';
import { servePage } from './serve-page.ts';
import { startWorkspace, type Workspace } from './start-workspace.ts';

/** The sample workspace with its past, the bot that has learned from it, and the page to play in. */
export async function startPlayground(
  config: Config,
  given: { log: Log; port: number },
): Promise<Workspace & { url: string; seeded: SeededWorkspace }> {
  let seeded: SeededWorkspace | undefined;
  const workspace = await startWorkspace(config, {
    log: given.log,
    teamName: sampleWorkspace.teamName,
    prepare: async (slack) => {
      seeded = await seedWorkspace(slack, sampleWorkspace, new Date());
    },
  });
  try {
    if (seeded === undefined)
      throw new PrecedentError('unavailable', 'The sample workspace was not laid down.');
    await watchChannels(workspace, seeded);
    await importSampleThreads(workspace, seeded);
    const page = await servePage({
      slack: workspace.slack,
      port: given.port,
      actions: actionsOf(workspace, seeded),
    });
    return {
      ...workspace,
      seeded,
      url: page.url,
      stop: async () => {
        await page.stop();
        await workspace.stop();
      },
    };
  } catch (error) {
    await workspace.stop();
    throw error;
  }
}

/** As a person would: the command, typed in each channel. */
async function watchChannels({ slack }: Workspace, seeded: SeededWorkspace): Promise<void> {
  for (const { name, watch, members } of sampleWorkspace.channels) {
    const channel = seeded.channels[name];
    const typist = seeded.people[members?.[0] ?? sampleWorkspace.people[0]?.name ?? ''];
    if (watch === null || channel === undefined || typist === undefined) continue;
    await slack.command({ channel, user: typist, text: `/precedent watch ${watch}` });
    await slack.waitFor(
      () => slack.history(channel).some((message) => message.bot_id === slack.botId),
      `the bot's first message in #${name}`,
      15_000,
    );
  }
}

function actionsOf(workspace: Workspace, seeded: SeededWorkspace): PlaygroundActions {
  const { slack, bot } = workspace;
  const alertOf = (name: string) => {
    const alert = sampleWorkspace.alerts.find((candidate) => candidate.name === name);
    const channel = seeded.channels.alerts;
    if (alert === undefined || channel === undefined) {
      throw new PrecedentError('not_found', 'The sample has no such alert.');
    }
    return { alert, channel };
  };
  return {
    alerts: sampleWorkspace.alerts.map(({ name, label }) => ({ name, label })),
    fireAlert: async (name) => {
      const { alert, channel } = alertOf(name);
      await slack.botSays({ channel, username: alert.app, ...alert.firing });
    },
    resolveAlert: async (name) => {
      const { alert, channel } = alertOf(name);
      await slack.botSays({ channel, username: alert.app, ...alert.resolved });
    },
    runDigest: async (channelId) => {
      await bot.ctx.enqueue({
        name: 'digest',
        channelId,
        week: weekOf(new Date()),
        asked: true,
      });
    },
  };
}

import { type Bot, startBot } from '../app/start-bot.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { openStore } from '../store/connection/open.ts';
import type { SlackSim } from './slack-sim/slack-sim.ts';
import { startSlackSim } from './slack-sim/start-slack-sim.ts';

export type Workspace = { slack: SlackSim; bot: Bot; stop(): Promise<void> };

/** A pretended Slack with the real bot connected to it by Socket Mode, on a database in memory. */
export async function startWorkspace(
  config: Config,
  given: { log: Log; teamName?: string; prepare?: (slack: SlackSim) => Promise<void> },
): Promise<Workspace> {
  const slack = await startSlackSim(given.teamName === undefined ? {} : { teamName: given.teamName });
  try {
    await given.prepare?.(slack);
    const bot = await startBot(configFor(config, slack), {
      log: given.log,
      openStore: () => openStore({ memory: true }),
    });
    return {
      slack,
      bot,
      stop: async () => {
        await bot.stop();
        await slack.stop();
      },
    };
  } catch (error) {
    await slack.stop();
    throw error;
  }
}

/** The person's own tokens, database and ports stay out of it; their model, if any, may help. */
export function configFor(config: Config, slack: SlackSim): Config {
  return {
    ...config,
    slack: {
      botToken: slack.botToken,
      appToken: slack.appToken,
      signingSecret: null,
      apiUrl: slack.apiUrl,
      port: 0,
    },
    healthPort: 0,
  };
}

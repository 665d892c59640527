import { startBot } from '../app/start-bot.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Output } from './output.ts';

/** `precedent start`: the bot, until it is told to stop; then it drains what is in flight. */
export async function start(
  config: Config,
  io: { out: Output; log: Log; stopped: Promise<void> },
): Promise<void> {
  const bot = await startBot(config, { log: io.log });
  io.log.info(
    { workspace: bot.workspaceId, database: bot.store.kind, health: bot.healthUrl },
    'precedent is listening',
  );
  await io.stopped;
  io.log.info('stopping: finishing what is in flight');
  await bot.stop();
  io.log.info('stopped');
}

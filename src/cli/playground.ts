import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { playLoop } from '../playground/play-loop.ts';
import { startPlayground } from '../playground/start-playground.ts';
import { startWorkspace } from '../playground/start-workspace.ts';
import type { Output } from './output.ts';

/**
 * `precedent playground [--port N]`: a Slack workspace on this machine until Ctrl-C. With `--headless --json`:
 * the scripted loop, its report, and the end.
 */
export async function playground(
  config: Config,
  input: { headless: boolean; json: boolean; port: number },
  io: { out: Output; log: Log; stopped: Promise<void> },
): Promise<void> {
  if (input.headless) {
    const workspace = await startWorkspace(config, { log: io.log });
    try {
      const report = await playLoop(workspace);
      if (input.json) io.out.json(report);
      else for (const { user, text } of report.transcript) io.out.line(`${user}: ${text}`);
    } finally {
      await workspace.stop();
    }
    return;
  }
  io.out.note(
    'Starting the playground: a pretended Slack, the real bot, a database in memory. A few seconds…',
  );
  const running = await startPlayground(config, { log: io.log, port: input.port });
  io.out.line(`The playground is at ${running.url}\nPress Ctrl-C to stop; nothing is kept.`);
  await io.stopped;
  await running.stop();
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import type { StoreOptions } from '../../src/store/connection/open.ts';
import { openTestStore } from './open-test-store.ts';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export type Processes = {
  slack: SlackSim;
  /** The one database of all the processes; the embedded one can be opened while none of them runs. */
  where: StoreOptions;
  /** `precedent <command>` as a process of its own; its output is to be read when `piped`, else thrown away. */
  run(command: string, options?: { env?: Record<string, string>; piped?: boolean }): ChildProcess;
  /** `precedent start`, once it is connected to the simulator. */
  start(env?: Record<string, string>): Promise<ChildProcess>;
  /** Sends the signal; resolves with the exit code when the process and its sockets are gone. */
  kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null>;
  stop(): Promise<void>;
};

/** A pretended Slack and an empty database for the real program, which is started, killed and started again. */
export async function startProcesses(): Promise<Processes> {
  const slack = await startSlackSim();
  const folder = await mkdtemp(join(tmpdir(), 'precedent-process-'));
  const children = new Set<ChildProcess>();
  const store = await openTestStore();
  const databaseUrl = 'connectionString' in store.boss ? store.boss.connectionString : null;
  const where = databaseUrl === null ? { folder } : { databaseUrl };
  if (databaseUrl === null) await store.close();

  const run: Processes['run'] = (command, { env = {}, piped = false } = {}) => {
    const child = spawn(process.execPath, [program, command], {
      // What the developer's .env says must change no test.
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        ...('databaseUrl' in where ? { DATABASE_URL: where.databaseUrl } : { PRECEDENT_DATA: where.folder }),
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
        PRECEDENT_HEALTH_PORT: '0',
        LOG_LEVEL: 'error',
        ...env,
      },
      stdio: ['ignore', piped ? 'pipe' : 'ignore', piped ? 'pipe' : 'inherit'],
    });
    children.add(child);
    return child;
  };

  return {
    slack,
    where,
    run,
    start: async (env = {}) => {
      const before = slack.connections();
      const child = run('start', { env });
      await slack.waitFor(() => slack.connections() >= before + 2, 'the bot to connect', 30_000);
      return child;
    },
    kill: async (child, signal) => {
      const gone = once(child, 'close') as Promise<[code: number | null]>;
      child.kill(signal);
      const [code] = await gone;
      await slack.waitFor(() => slack.connections() === 0, 'the sockets to close', 10_000);
      return code;
    },
    stop: async () => {
      for (const child of children) child.kill('SIGKILL');
      await slack.stop();
      if (databaseUrl !== null) await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

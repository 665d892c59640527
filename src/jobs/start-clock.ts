import cron from 'node-cron';
import type { Log } from '../log.ts';
import { type ClockOptions, type Tick, type TickCtx, ticks } from './ticks.ts';

/** Starts every tick, for one workspace. One that fails is logged, and the next one tries again. */
export function startClock(ctx: TickCtx, options: ClockOptions): { stop(): Promise<void> } {
  const tasks = ticks.map(({ name, cron: pattern, inZone, run }) =>
    cron.schedule(
      typeof pattern === 'string' ? pattern : pattern(options),
      () => runTick(ctx, { name, run }),
      {
        name,
        ...(inZone === true ? { timezone: options.timeZone } : {}),
        missedExecutionTolerance: maxLateMs,
        logger: cronLogger(ctx.log, name),
      },
    ),
  );
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy();
    },
  };
}

async function runTick(ctx: TickCtx, { name, run }: Pick<Tick, 'name' | 'run'>): Promise<void> {
  try {
    await run(ctx);
  } catch (error) {
    ctx.log.warn({ err: error, tick: name }, 'a tick of the clock failed; the next one tries again');
  }
}

/** A busy process or a machine that slept is late, not absent: without this a digest more than a second late waits a week. */
const maxLateMs = 3_600_000;

/** The scheduler would write to the console itself. Its words hold a time and no more, and become one code. */
function cronLogger(log: Log, tick: string) {
  const logQuietly = () => log.debug({ tick }, 'the clock says something');
  return {
    info: logQuietly,
    debug: logQuietly,
    // One for each minute that a machine slept through.
    warn: () => log.debug({ tick }, 'a tick of the clock was missed'),
    error: (problem: string | Error) =>
      log.warn({ tick, ...(problem instanceof Error ? { err: problem } : {}) }, 'the clock met an error'),
  };
}

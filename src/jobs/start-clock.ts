import cron from 'node-cron';
import type { Embedder } from '../embed/embedder.ts';
import { endQuietIncidents } from '../intake/end-quiet-incidents.ts';
import { weekBefore } from '../library/week.ts';
import type { Log } from '../log.ts';
import { enqueueEmbedding } from '../solutions/embed-missing.ts';
import type { RendersReminders } from '../solutions/remind-of-drafts.ts';
import { remindOfDrafts } from '../solutions/remind-of-drafts.ts';
import { stalledBackfills } from '../store/channels/backfills.ts';
import { unrestrictedChannels, watchedChannels } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import { unsentKeys } from '../store/outbox/outbox.ts';

/** Ticks on every replica; what a tick starts has a natural key, so that it is done once. */
export function startClock(
  ctx: Ctx & { embedder: Embedder } & Ctx & RendersReminders,
  options: { digestCron: string; timeZone: string },
): { stop(): Promise<void> } {
  const tick = (name: string, work: () => Promise<unknown>) => async () => {
    try {
      await work();
    } catch (error) {
      ctx.log.warn({ err: error, tick: name }, 'a tick of the clock failed; the next one tries again');
    }
  };
  const inZone = { timezone: options.timeZone };
  const at = (name: string, pattern: string, work: () => Promise<unknown>, zone = {}) =>
    cron.schedule(pattern, tick(name, work), {
      name,
      ...zone,
      missedExecutionTolerance: lateMs,
      logger: cronLogger(ctx.log, name),
    });
  const tasks = [
    at('digest', options.digestCron, () => digestTick(ctx), inZone),
    at('quiet', '*/10 * * * *', () => endQuietIncidents(ctx, ctx.now())),
    at('remind', '*/10 * * * *', () => remindOfDrafts(ctx)),
    at('check', '17 4 * * *', () => verifyChannelsTick(ctx), inZone),
    at('refit', '41 4 * * *', () => refitTick(ctx), inZone),
    at('unsent', '*/5 * * * *', () => resend(ctx)),
    // What a service that was away for longer than a job is patient has left without an embedding.
    at('embed', '*/10 * * * *', () => enqueueEmbedding(ctx)),
    at('backfills', '*/5 * * * *', () => resumeBackfills(ctx)),
  ];
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy();
    },
  };
}

/** A busy process or a machine that slept is late, not absent: without this a digest more than a second late waits a week. */
const lateMs = 3_600_000;

/** The scheduler would write to the console itself. Its words hold a time and no more, and are told as one code. */
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

/** The week before, for each watched channel that wants it; the job's key (channel + week) makes it one. */
export async function digestTick(ctx: Ctx & { embedder: Embedder }): Promise<void> {
  const week = weekBefore(ctx.now());
  for (const channel of await watchedChannels(ctx)) {
    if (channel.digest) await ctx.enqueue({ name: 'digest', channelId: channel.channelId, week });
  }
}

/** A look at each channel whose fixes others see: no event need have told us that it was closed or shared. */
export async function verifyChannelsTick(ctx: Ctx & { embedder: Embedder }): Promise<void> {
  const day = ctx.now().toISOString().slice(0, 10);
  for (const { channelId } of await unrestrictedChannels(ctx)) {
    await ctx.enqueue({ name: 'verify-channel', channelId, day });
  }
}

/** The weights follow the team's verdicts, once a night. */
export async function refitTick(ctx: Ctx): Promise<void> {
  await ctx.enqueue({ name: 'refit-matching', day: ctx.now().toISOString().slice(0, 10) });
}

/** What should stand in Slack and does not, because Slack was away for longer than a job is patient. */
export async function resend(ctx: Ctx): Promise<void> {
  for (const key of await unsentKeys(ctx)) {
    await ctx.enqueue({ name: 'deliver', key });
  }
}

/** Longer than a step takes and than Slack ever lets one wait. */
const stalledMs = 15 * 60_000;

/** Goes on with reading a channel's past where its job gave up, because Slack or the database was away for long. */
export async function resumeBackfills(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now().getTime() - stalledMs);
  for (const { channelId, step } of await stalledBackfills(ctx, before)) {
    await ctx.enqueue({ name: 'backfill', channelId, step });
  }
}

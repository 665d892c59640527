import type { Job } from '../../library/job.ts';
import type { Refusal } from '../../outbox/message-gateway.ts';
import * as backfills from '../../store/channels/backfills.ts';
import { type Channel, findChannel } from '../../store/channels/channels.ts';
import type { Ctx } from '../../store/ctx.ts';
import { inTransaction } from '../../store/ctx.ts';
import { hasPendingBackfillCaptures } from '../../store/jobs/boss-jobs.ts';
import type { Normalizer } from '../messages/normalize-message.ts';
import { type RendersBackfills, upsertBackfillMessage } from './backfill-message.ts';
import type { ChannelHistory, Pause } from './channel-history.ts';
import { importPastThread, readPastThread } from './past-thread.ts';

type Backfill = backfills.Backfill;
type Raw = Record<string, unknown>;
/** Gone: stopped by a person, or brought further by somebody else. */
type StepResult = { run: Backfill } | Pause | Refusal | 'gone';

export type BackfillCtx = Ctx & RendersBackfills & { history: ChannelHistory; normalizer: Normalizer };

/** A step is a job: short enough that a lost one costs little, long enough that pages are not read twice too often. */
const stepMs = 45_000;
const progressEveryMs = 10_000;
const captureWaitSeconds = 1;

/**
 * Reads a part of a channel's past, newest first. Each thread is one transaction with the position after it, so a
 * kill at any point loses nothing and learns nothing twice. Nothing is posted but the one message about it.
 */
export async function stepBackfill(
  ctx: BackfillCtx,
  job: Pick<Extract<Job, { name: 'backfill' }>, 'channelId' | 'step'>,
): Promise<void> {
  const found = await backfills.findBackfill(ctx, job.channelId);
  if (found === null || found.state !== 'running' || found.step !== job.step) return;
  const channel = await findChannel(ctx, job.channelId);
  if (channel === null || !channel.watched) return endRun(ctx, found, 'stopped');
  const until = performance.now() + stepMs;
  let run = found;
  let progressAt = performance.now() + progressEveryMs;
  const onThread = async (after: Backfill) => {
    run = after;
    if (performance.now() < progressAt) return performance.now() < until;
    progressAt = performance.now() + progressEveryMs;
    await upsertBackfillMessage(ctx, run);
    return performance.now() < until;
  };
  for (;;) {
    const page = await ctx.history.channel({ ...run, latest: run.position });
    if ('refused' in page) return endRun(ctx, run, 'unreadable');
    if ('waitSeconds' in page) return scheduleNextStep(ctx, run, page.waitSeconds);
    const after = await readPage(ctx, channel, run, page, onThread);
    if (after === 'gone') return;
    if ('refused' in after) return endRun(ctx, run, 'unreadable');
    if ('waitSeconds' in after) return scheduleNextStep(ctx, run, after.waitSeconds);
    run = after.run;
    if (!page.hasMore || page.reachedTs === null) return finishRun(ctx, run);
    if (performance.now() >= until) return scheduleNextStep(ctx, run, 0);
  }
}

/** Its roots, newest first; `onThread` hears of each position that is kept, and says whether there is time for more. */
async function readPage(
  ctx: BackfillCtx,
  channel: Channel,
  from: Backfill,
  page: { messages: Raw[]; reachedTs: string | null },
  onThread: (run: Backfill) => Promise<boolean>,
): Promise<StepResult> {
  let run = from;
  let skippedMessages = 0;
  for (const raw of page.messages) {
    // A broadcast reply is read with its thread.
    if (!isRoot(raw)) continue;
    const thread = await readPastThread(ctx, channel, raw);
    if (thread === null) {
      skippedMessages += 1;
      continue;
    }
    if ('waitSeconds' in thread || 'refused' in thread) return thread;
    const after = await importPastThread(ctx, channel, run, thread, skippedMessages);
    if (after === null) return 'gone';
    run = after;
    skippedMessages = 0;
    if (!(await onThread(run))) return { waitSeconds: 0 };
  }
  if (page.reachedTs === null || page.reachedTs === run.position) return { run };
  const to = { position: page.reachedTs, messages: skippedMessages, at: ctx.now() };
  const after = await backfills.advanceBackfill(ctx.db, run, to);
  return after === null ? 'gone' : { run: after };
}

function isRoot(raw: Raw): boolean {
  return raw.thread_ts === undefined || raw.thread_ts === raw.ts;
}

/** The next step takes over, after what Slack asked for. */
async function scheduleNextStep(ctx: BackfillCtx, run: Backfill, afterSeconds: number): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const next = await backfills.nextStepOfBackfill(ctx.db, run, ctx.now());
    if (next === null) return;
    await ctx.enqueue({
      name: 'backfill',
      channelId: next.channelId,
      step: next.step,
      ...(afterSeconds > 0 ? { afterSeconds } : {}),
    });
    await upsertBackfillMessage(ctx, next);
  });
}

/** All is read. The last word counts what the channel's past taught, and waits until that is captured. */
async function finishRun(ctx: BackfillCtx, run: Backfill): Promise<void> {
  if (await hasPendingBackfillCaptures(ctx, run.channelId)) {
    return scheduleNextStep(ctx, run, captureWaitSeconds);
  }
  return endRun(ctx, run, 'done');
}

async function endRun(ctx: BackfillCtx, run: Backfill, state: Exclude<backfills.BackfillState, 'running'>) {
  await inTransaction(ctx, async (ctx) => {
    const ended = await backfills.endBackfill(ctx.db, run, { state, at: ctx.now() });
    if (ended !== null) await upsertBackfillMessage(ctx, ended);
  });
}

import type { Job } from '../../library/job.ts';
import type { History, Pause, Refusal } from '../../slack/gateway/gateway.ts';
import * as backfills from '../../store/channels/backfills.ts';
import { type Channel, findChannel } from '../../store/channels/channels.ts';
import { findIncidentByThread } from '../../store/incidents/incidents.ts';
import { countPendingPastCaptures } from '../../store/jobs/boss-jobs.ts';
import { wasIncident } from '../handle-message.ts';
import { importThread } from '../import-thread.ts';
import type { InboxMessage } from '../messages/inbox-event.ts';
import { isSpoken, readInto, type TakeDeps } from '../messages/normalize-event.ts';
import { type BackfillDeps, tellBackfill } from './backfill.ts';

export type StepDeps = BackfillDeps & { history: History; take: TakeDeps };

type Backfill = backfills.Backfill;
type Raw = Record<string, unknown>;
/** Gone: stopped by a person, or brought further by somebody else. */
type After = { run: Backfill } | Pause | Refusal | 'gone';

/** A step is a job: short enough that a lost one costs little, long enough that pages are not read twice too often. */
const stepMs = 45_000;
const tellEveryMs = 10_000;
const captureWaitSeconds = 1;

/**
 * Reads a part of a channel's past, newest first. Each thread is one transaction with the position after it, so a
 * kill at any point loses nothing and learns nothing twice. Nothing is posted but the one message about it.
 */
export async function stepBackfill(
  deps: StepDeps,
  job: Pick<Extract<Job, { name: 'backfill' }>, 'channelId' | 'step'>,
): Promise<void> {
  const found = await backfills.findBackfill(deps.db, deps.workspaceId, job.channelId);
  if (found === null || found.state !== 'running' || found.step !== job.step) return;
  const channel = await findChannel(deps.db, deps.workspaceId, job.channelId);
  if (channel === null || !channel.watched) return end(deps, found, 'stopped');
  const until = performance.now() + stepMs;
  let run = found;
  let tellAt = performance.now() + tellEveryMs;
  const onThread = async (after: Backfill) => {
    run = after;
    if (performance.now() < tellAt) return performance.now() < until;
    tellAt = performance.now() + tellEveryMs;
    await tellBackfill(deps, run);
    return performance.now() < until;
  };
  for (;;) {
    const page = await deps.history.channel({ ...run, latest: run.position });
    if ('refused' in page) return end(deps, run, 'unreadable');
    if ('waitSeconds' in page) return handOn(deps, run, page.waitSeconds);
    const after = await readPage(deps, channel, run, page, onThread);
    if (after === 'gone') return;
    if ('refused' in after) return end(deps, run, 'unreadable');
    if ('waitSeconds' in after) return handOn(deps, run, after.waitSeconds);
    run = after.run;
    if (!page.hasMore || page.reachedTs === null) return finish(deps, run);
    if (performance.now() >= until) return handOn(deps, run, 0);
  }
}

/** Its roots, newest first; `onThread` hears of each position that is kept, and says whether there is time for more. */
async function readPage(
  deps: StepDeps,
  channel: Channel,
  from: Backfill,
  page: { messages: Raw[]; reachedTs: string | null },
  onThread: (run: Backfill) => Promise<boolean>,
): Promise<After> {
  let run = from;
  let passed = 0;
  for (const raw of page.messages) {
    // A broadcast reply is read with its thread.
    if (!isRoot(raw)) continue;
    const thread = await readThread(deps, channel, raw);
    if (thread === null) {
      passed += 1;
      continue;
    }
    if ('waitSeconds' in thread || 'refused' in thread) return thread;
    const after = await learn(deps, channel, run, thread, passed);
    if (after === null) return 'gone';
    run = after;
    passed = 0;
    if (!(await onThread(run))) return { waitSeconds: 0 };
  }
  if (page.reachedTs === null || page.reachedTs === run.position) return { run };
  const to = { position: page.reachedTs, messages: passed, at: deps.now() };
  const after = await backfills.advanceBackfill(deps.db, run, to);
  return after === null ? 'gone' : { run: after };
}

function isRoot(raw: Raw): boolean {
  return raw.thread_ts === undefined || raw.thread_ts === raw.ts;
}

/** The thread as Slack has it, or null when its root is no incident here, has no replies, or is known already. */
async function readThread(
  deps: StepDeps,
  channel: Channel,
  root: Raw,
): Promise<{ root: Raw; messages: Raw[] } | Pause | Refusal | null> {
  const rootTs = String(root.ts);
  const { channelId } = channel;
  if (!isSpoken(root) || !(Number(root.reply_count) > 0)) return null;
  if (!wasIncident(channel.mode, await readInto(deps.take, channelId, root))) return null;
  if ((await findIncidentByThread(deps.db, deps.workspaceId, channelId, rootTs)) !== null) return null;
  const thread = await deps.history.thread({ channelId, rootTs });
  // Deleted since the page was read.
  if ('refused' in thread && /^(?:thread|message)_not_found$/.test(thread.refused)) return null;
  return 'messages' in thread ? { root, messages: thread.messages.filter(isSpoken) } : thread;
}

async function learn(
  deps: StepDeps,
  channel: Channel,
  run: Backfill,
  thread: { root: Raw; messages: Raw[] },
  passed: number,
): Promise<Backfill | null> {
  const messages: InboxMessage[] = [];
  for (const raw of thread.messages) messages.push(await readInto(deps.take, channel.channelId, raw));
  const { reactions } = thread.root;
  const rootReactions = Array.isArray(reactions)
    ? reactions.map((reaction: { name?: unknown } | null) => String(reaction?.name))
    : [];
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const after = await backfills.advanceBackfill(tx, run, {
      position: String(thread.root.ts),
      messages: passed + messages.length,
      at,
    });
    if (after === null) return null;
    await importThread(
      {
        db: tx,
        workspaceId: deps.workspaceId,
        enqueue: (inner, job) => deps.enqueue(inner, job.name === 'capture' ? { ...job, past: true } : job),
      },
      { messages, rootReactions },
      { quietBefore: new Date(at.getTime() - channel.quietHours * 3_600_000) },
    );
    return after;
  });
}

/** The next step takes over, after what Slack asked for. */
async function handOn(deps: StepDeps, run: Backfill, afterSeconds: number): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const next = await backfills.nextStepOfBackfill(tx, run, deps.now());
    if (next === null) return;
    await deps.enqueue(tx, {
      name: 'backfill',
      channelId: next.channelId,
      step: next.step,
      ...(afterSeconds > 0 ? { afterSeconds } : {}),
    });
    await tellBackfill({ ...deps, db: tx }, next);
  });
}

/** All is read; what it taught is being captured, and the last word has to count it. */
async function finish(deps: StepDeps, run: Backfill): Promise<void> {
  if ((await countPendingPastCaptures(deps.db)) > 0) return handOn(deps, run, captureWaitSeconds);
  return end(deps, run, 'done');
}

async function end(deps: StepDeps, run: Backfill, state: Exclude<backfills.BackfillState, 'running'>) {
  await deps.db.transaction(async (tx) => {
    const ended = await backfills.endBackfill(tx, run, { state, at: deps.now() });
    if (ended !== null) await tellBackfill({ ...deps, db: tx }, ended);
  });
}

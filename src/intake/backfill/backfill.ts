import type { Enqueue } from '../../library/job.ts';
import { timeOfTs } from '../../library/message.ts';
import * as backfills from '../../store/channels/backfills.ts';
import { holdWatched } from '../../store/channels/channels.ts';
import type { Db } from '../../store/connection/db.ts';
import { type Body, writeOutbox } from '../../store/outbox/outbox.ts';

export type ToldBackfill = {
  channelId: string;
  state: backfills.BackfillState;
  messages: number;
  backTo: Date | null;
  incidents: number;
  withFix: number;
};

export type BackfillDeps = {
  db: Db;
  workspaceId: string;
  enqueue: Enqueue<Db>;
  now: () => Date;
  render: { backfill: (told: ToldBackfill) => Body };
};

const dayMs = 86_400_000;

/**
 * Begins to read the channel's last `days` (null: all there is), told in one message in `threadTs`, the offer of it,
 * which is taken once. Else says why not: no longer watched, or how it stands with the reading that was begun before.
 */
export async function startBackfill(
  deps: BackfillDeps,
  input: { channelId: string; userId: string; days: number | null; threadTs: string | null },
): Promise<'started' | 'unwatched' | backfills.BackfillState> {
  const at = deps.now();
  const { workspaceId } = deps;
  const { channelId, userId, days, threadTs } = input;
  return deps.db.transaction(async (tx) => {
    if (!(await holdWatched(tx, workspaceId, channelId))) return 'unwatched';
    const run = await backfills.startBackfill(
      tx,
      {
        workspaceId,
        channelId,
        latest: tsOf(at.getTime()),
        oldest: days === null ? '0' : tsOf(at.getTime() - days * dayMs),
        outboxKey: `backfill:${channelId}:${at.getTime()}`,
        threadTs,
      },
      { userId, at },
    );
    if (run === null) {
      return (await backfills.findBackfill(tx, workspaceId, channelId))?.state ?? 'stopped';
    }
    await deps.enqueue(tx, { name: 'backfill', channelId, step: run.step });
    await tellBackfill({ ...deps, db: tx }, run);
    return 'started';
  });
}

/** A person has seen enough; what was learned stays. False when none was running. */
export async function stopBackfill(deps: BackfillDeps, channelId: string): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    const run = await backfills.stopBackfill(tx, deps.workspaceId, channelId, deps.now());
    if (run === null) return false;
    await tellBackfill({ ...deps, db: tx }, run);
    return true;
  });
}

/** Brings the one message about it up to date, and has it sent when it changed. */
export async function tellBackfill(deps: BackfillDeps, run: backfills.Backfill): Promise<void> {
  const changed = await writeOutbox(
    deps.db,
    {
      workspaceId: deps.workspaceId,
      key: run.outboxKey,
      kind: 'notice',
      channelId: run.channelId,
      threadTs: run.threadTs,
      incidentId: null,
      solutionId: null,
      body: deps.render.backfill({
        channelId: run.channelId,
        state: run.state,
        messages: run.messages,
        backTo: run.messages === 0 ? null : timeOfTs(run.position),
        ...(await backfills.countLearned(deps.db, run)),
      }),
    },
    deps.now(),
  );
  if (changed) await deps.enqueue(deps.db, { name: 'deliver', key: run.outboxKey });
}

function tsOf(ms: number): string {
  return (ms / 1000).toFixed(6);
}

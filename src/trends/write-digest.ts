import type { WeeklyDigest } from '../library/digest.ts';
import type { Enqueue } from '../library/job.ts';
import type { Db } from '../store/connection/db.ts';
import { type Body, lockOutbox, readOutbox, writeOutbox } from '../store/outbox/outbox.ts';
import { type TrendDeps, weeklyDigest } from './weekly-digest.ts';

export type DigestDeps = TrendDeps & {
  enqueue: Enqueue<Db>;
  now: () => Date;
  render: { digest: (digest: WeeklyDigest) => Body };
};

/**
 * Writes a channel's digest of a week, once: the second call finds it written and leaves it. A week without an
 * incident is passed over in silence, unless a person asked. Says whether a digest stands or will.
 */
export async function writeDigest(
  deps: DigestDeps,
  input: { channelId: string; week: string; asked: boolean },
): Promise<boolean> {
  const key = `digest:${input.channelId}:${input.week}`;
  if ((await readOutbox(deps.db, deps.workspaceId, key)) !== null && !input.asked) return true;
  return deps.db.transaction(async (tx) => {
    await lockOutbox(tx, deps.workspaceId, key);
    const digest = await weeklyDigest({ ...deps, db: tx }, input);
    if (digest.opened === 0 && !input.asked) return false;
    const changed = await writeOutbox(
      tx,
      {
        workspaceId: deps.workspaceId,
        key,
        kind: 'digest',
        channelId: input.channelId,
        threadTs: null,
        incidentId: null,
        solutionId: null,
        body: deps.render.digest(digest),
      },
      deps.now(),
    );
    if (changed) await deps.enqueue(tx, { name: 'deliver', key });
    return true;
  });
}

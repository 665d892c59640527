import * as backfills from '../../store/channels/backfills.ts';
import { lockWatchedChannel } from '../../store/channels/channels.ts';
import type { Ctx } from '../../store/ctx.ts';
import { inTransaction } from '../../store/ctx.ts';
import { type RendersBackfills, upsertBackfillMessage } from './backfill-message.ts';

const dayMs = 86_400_000;

/**
 * Begins to read the channel's last `days` (null: all there is), told in one message in `threadTs`, the offer of it,
 * which is taken once. Else says why not: no longer watched, or how it stands with the reading that was begun before.
 */
export async function startBackfill(
  ctx: Ctx & RendersBackfills,
  input: { channelId: string; userId: string; days: number | null; threadTs: string | null },
): Promise<'started' | 'unwatched' | backfills.BackfillState> {
  const at = ctx.now();
  const { workspaceId } = ctx;
  const { channelId, userId, days, threadTs } = input;
  return inTransaction(ctx, async (ctx) => {
    if (!(await lockWatchedChannel(ctx, channelId))) return 'unwatched';
    const run = await backfills.startBackfill(
      ctx.db,
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
      return (await backfills.findBackfill(ctx, channelId))?.state ?? 'stopped';
    }
    await ctx.enqueue({ name: 'backfill', channelId, step: run.step });
    await upsertBackfillMessage(ctx, run);
    return 'started';
  });
}

/** A person has seen enough; what was learned stays. False when none was running. */
export async function stopBackfill(ctx: Ctx & RendersBackfills, channelId: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const run = await backfills.stopBackfill(ctx, channelId, ctx.now());
    if (run === null) return false;
    await upsertBackfillMessage(ctx, run);
    return true;
  });
}

function tsOf(ms: number): string {
  return (ms / 1000).toFixed(6);
}

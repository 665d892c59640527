import { stalledBackfills } from '../../store/channels/backfills.ts';
import type { Ctx } from '../../store/ctx.ts';

/** Longer than a step takes and than Slack ever lets one wait. */
const stalledMs = 15 * 60_000;

/** Goes on with backfills whose job gave up, because Slack or the database was away for long. */
export async function resumeBackfills(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now().getTime() - stalledMs);
  for (const { channelId, step } of await stalledBackfills(ctx, before)) {
    await ctx.enqueue({ name: 'backfill', channelId, step });
  }
}

import type { WeeklyDigest } from '../library/digest.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { type Body, lockOutbox, readOutbox, writeOutbox } from '../store/outbox/outbox.ts';
import { weeklyDigest } from './weekly-digest.ts';

export type RendersDigests = { render: { digest: (digest: WeeklyDigest) => Body } };

/**
 * Writes a channel's digest of a week, once: the second call finds it written and leaves it. A week without an
 * incident is passed over in silence, unless a person asked. Says whether a digest stands or will.
 */
export async function writeDigest(
  ctx: Ctx & RendersDigests & { workspaceUrl: string },
  input: { channelId: string; week: string; asked: boolean },
): Promise<boolean> {
  const key = `digest:${input.channelId}:${input.week}`;
  if ((await readOutbox(ctx, key)) !== null && !input.asked) return true;
  return inTransaction(ctx, async (ctx) => {
    await lockOutbox(ctx, key);
    const digest = await weeklyDigest(ctx, input);
    if (digest.opened === 0 && !input.asked) return false;
    const changed = await writeOutbox(
      ctx.db,
      {
        workspaceId: ctx.workspaceId,
        key,
        kind: 'digest',
        channelId: input.channelId,
        threadTs: null,
        incidentId: null,
        solutionId: null,
        body: ctx.render.digest(digest),
      },
      ctx.now(),
    );
    if (changed) await ctx.enqueue({ name: 'deliver', key });
    return true;
  });
}

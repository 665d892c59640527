import type { WeeklyDigest } from '../library/digest.ts';
import { upsertMessage } from '../outbox/upsert-message.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import type { Mention } from '../store/outbox/mentions.ts';
import { type Body, lockOutbox, readOutbox } from '../store/outbox/outbox.ts';
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
    await upsertMessage(ctx, {
      key,
      kind: 'digest',
      channelId: input.channelId,
      threadTs: null,
      incidentId: null,
      solutionId: null,
      body: ctx.render.digest(digest),
      mentions: mentionsOf(digest),
    });
    return true;
  });
}

/** What it lists, by id. */
function mentionsOf({ recurring, withoutFix, worked }: WeeklyDigest): Mention[] {
  const incidentIds = [...recurring, ...withoutFix].flatMap((group) => group.incidentIds);
  const solutionIds = [...recurring, ...worked].flatMap(({ solutionId }) => solutionId ?? []);
  return [
    ...incidentIds.map((id): Mention => ({ kind: 'incident', id })),
    ...solutionIds.map((id): Mention => ({ kind: 'solution', id })),
  ];
}

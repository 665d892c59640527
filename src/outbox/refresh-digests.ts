import type { Ctx } from '../store/ctx.ts';
import {
  digestsElsewhereFrom,
  digestsMentioning,
  type StandingDigest,
} from '../store/outbox/messages-mentioning.ts';

/** Incidents or solutions changed or went: the digests that list one of them are written anew. */
export async function refreshDigests(
  ctx: Ctx,
  mentioned: { incidentIds: string[]; solutionIds: string[] },
): Promise<void> {
  await refresh(ctx, await digestsMentioning(ctx, mentioned));
}

/** What this channel taught is for itself from now on: the digests of other channels that list it are written anew. */
export async function refreshDigestsElsewhere(ctx: Ctx, channelId: string): Promise<void> {
  await refresh(ctx, await digestsElsewhereFrom(ctx, channelId));
}

async function refresh(ctx: Ctx, digests: StandingDigest[]): Promise<void> {
  for (const digest of digests) await ctx.enqueue({ name: 'digest', ...digest, asked: true });
}

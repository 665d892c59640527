import { PrecedentError } from '../errors.ts';
import type { Directory } from '../privacy/directory.ts';
import { insertChannelIfAbsent } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import { findSolutionOfThread } from '../store/solutions/solutions.ts';
import { captureOnRequest } from './capture-on-request.ts';
import { isAuthoredMessage, type Normalizer, normalizeMessage } from './messages/normalize-message.ts';

export type ReadsThreads = {
  /** A thread as Slack has it, root first, without our own messages; null when the bot cannot read it. */
  readThread(channelId: string, rootTs: string): Promise<Record<string, unknown>[] | null>;
};

/**
 * A person wants a draft of this thread, watched or not. Says 'drafted', or how it stands with the one that it has
 * already; a waiting one follows what was said since. Throws forbidden for a thread that the bot cannot read, not_found
 * for one without its root.
 */
export async function draftFromThread(
  ctx: Ctx & { gateway: Directory & ReadsThreads; normalizer: Normalizer; botUserId: string },
  input: { channelId: string; rootTs: string; userId: string },
): Promise<'drafted' | 'saved' | 'waiting' | 'discarded'> {
  const { channelId, rootTs, userId } = input;
  const thread = await ctx.gateway.readThread(channelId, rootTs);
  if (thread === null) {
    throw new PrecedentError(
      'forbidden',
      `I cannot read this thread. Invite me with /invite <@${ctx.botUserId}>, then try again.`,
    );
  }
  const authored = thread.filter(isAuthoredMessage);
  if (!authored.some(({ ts }) => ts === rootTs)) {
    throw new PrecedentError(
      'not_found',
      'The first message of this thread is deleted, or my own: I cannot tell what the problem was, so I drafted nothing.',
    );
  }
  // Without it a channel that nobody watches would count as private, and its fix would never be found elsewhere.
  const info = await ctx.gateway.channelInfo(channelId);
  if (info !== null) {
    const { name, isPrivate, isExtShared } = info;
    await insertChannelIfAbsent(ctx.db, {
      workspaceId: ctx.workspaceId,
      channelId,
      name,
      isPrivate,
      isExtShared,
    });
  }
  const messages = [];
  for (const raw of authored) messages.push(await normalizeMessage(ctx.normalizer, channelId, raw));
  if (await captureOnRequest(ctx, { messages, by: userId, at: ctx.now() })) return 'drafted';
  const solution = await findSolutionOfThread(ctx, channelId, rootTs);
  if (solution?.status === 'active' || (solution?.mergedInto ?? null) !== null) return 'saved';
  return solution?.status === 'draft' ? 'waiting' : 'discarded';
}

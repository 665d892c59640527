import { changeChannel, unwatchChannel } from '../store/channels/channels.ts';
import { moveChannel } from '../store/channels/move-channel.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import type { InboxEvent } from './messages/inbox-event.ts';
import { restrictChannel } from './restrict-channel.ts';

/** What Slack says of a channel itself: its name, its id, who may see it, whether it is still there. */
export async function applyChannelChange(
  ctx: Ctx,
  { channelId, change }: Pick<Extract<InboxEvent, { kind: 'channel' }>, 'channelId' | 'change'>,
): Promise<void> {
  switch (change.what) {
    case 'renamed':
      await changeChannel(ctx, channelId, { name: change.name });
      return;
    case 'moved':
      return applyMove(ctx, channelId, change.to);
    case 'shared':
      if (change.isExtShared) return restrictChannel(ctx, channelId, { isExtShared: true });
      // The other company left. What the channel taught stays its own: their words are in it.
      await changeChannel(ctx, channelId, { isExtShared: false });
      return;
    case 'private':
      return restrictChannel(ctx, channelId, { isPrivate: true });
    case 'deleted':
      await restrictChannel(ctx, channelId, { isPrivate: true });
      await unwatchChannel(ctx, channelId);
      return;
    case 'gone':
      await unwatchChannel(ctx, channelId);
      return;
  }
}

async function applyMove(ctx: Ctx, from: string, to: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (!(await moveChannel(ctx, from, to))) return;
    // Slack gives a private channel another id when it is shared, and may have said so of the new id before we knew it.
    const day = ctx.now().toISOString().slice(0, 10);
    await ctx.enqueue({ name: 'verify-channel', channelId: to, day });
  });
}

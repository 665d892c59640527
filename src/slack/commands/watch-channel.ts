import { PrecedentError } from '../../errors.ts';
import { stopBackfill } from '../../intake/backfill/backfill.ts';
import { restrictChannel } from '../../intake/restrict-channel.ts';
import { upsertMessage } from '../../outbox/upsert-message.ts';
import { visibilityOf } from '../../privacy/visibility.ts';
import {
  type ChannelMode,
  findChannel,
  unwatchChannel,
  watchChannel,
} from '../../store/channels/channels.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { welcomeBody } from '../views/welcome.ts';

/** Starts to watch and says so once in the channel. Returns a sentence for the person when nothing is said there. */
export async function watch(
  ctx: SlackCtx,
  input: { channelId: string; userId: string; mode: ChannelMode },
): Promise<string | null> {
  const info = await ctx.gateway.channelInfo(input.channelId);
  if (info?.isDirect === true) {
    throw new PrecedentError(
      'usage',
      'I can watch channels, not direct messages. Type this in the channel where your incidents are.',
    );
  }
  if (info === null || !info.isMember) {
    throw new PrecedentError(
      'forbidden',
      `I am not in this channel. Invite me with /invite <@${ctx.botUserId}>, then type /precedent watch again.`,
    );
  }
  const at = ctx.now();
  const { wasWatched } = await watchChannel(
    ctx.db,
    {
      workspaceId: ctx.workspaceId,
      channelId: info.channelId,
      name: info.name,
      isPrivate: info.isPrivate,
      isExtShared: info.isExtShared,
      mode: input.mode,
    },
    { userId: input.userId, at },
  );
  ctx.watch.forget(input.channelId);
  // It may have been closed or shared while nobody watched.
  if (visibilityOf(info) === 'channel') {
    await restrictChannel(ctx, info.channelId, {});
  }
  if (wasWatched) return `I watch this channel already; from now on in mode \`${input.mode}\`.`;
  const channel = await findChannel(ctx, input.channelId);
  await upsertMessage(ctx, {
    key: `welcome:${input.channelId}:${at.getTime()}`,
    kind: 'welcome',
    channelId: input.channelId,
    threadTs: null,
    incidentId: null,
    solutionId: null,
    body: welcomeBody({
      mode: input.mode,
      channelName: info.name,
      quietHours: channel?.quietHours ?? 24,
      autoSave: channel?.autoSave ?? false,
      offer: 'offered',
    }),
    mentions: [],
  });
  return null;
}

export async function unwatch(ctx: SlackCtx, channelId: string): Promise<string> {
  const wasWatched = await unwatchChannel(ctx, channelId);
  ctx.watch.forget(channelId);
  await stopBackfill(ctx, channelId);
  return wasWatched
    ? 'I no longer watch this channel. What it taught stays in the library; `/precedent watch` starts again.'
    : 'I do not watch this channel.';
}

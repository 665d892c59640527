import { PrecedentError } from '../../errors.ts';
import { stopBackfill } from '../../intake/backfill/backfill.ts';
import { closeChannel } from '../../intake/restrict-channel.ts';
import { visibilityOf } from '../../privacy/visibility.ts';
import {
  type ChannelMode,
  findChannel,
  unwatchChannel,
  watchChannel,
} from '../../store/channels/channels.ts';
import { writeOutbox } from '../../store/outbox/outbox.ts';
import type { SlackDeps } from '../slack-ctx.ts';
import { welcomeBody } from '../views/welcome.ts';

/** Starts to watch and says so once in the channel. Returns a sentence for the person when nothing is said there. */
export async function watch(
  deps: SlackDeps,
  input: { channelId: string; userId: string; mode: ChannelMode },
): Promise<string | null> {
  const info = await deps.gateway.channelInfo(input.channelId);
  if (info?.isDirect === true) {
    throw new PrecedentError(
      'usage',
      'I can watch channels, not direct messages. Type this in the channel where your incidents are.',
    );
  }
  if (info === null || !info.isMember) {
    throw new PrecedentError(
      'forbidden',
      `I am not in this channel. Invite me with /invite <@${deps.botUserId}>, then type /precedent watch again.`,
    );
  }
  const at = deps.now();
  const { wasWatched } = await watchChannel(
    deps.db,
    {
      workspaceId: deps.workspaceId,
      channelId: info.channelId,
      name: info.name,
      isPrivate: info.isPrivate,
      isExtShared: info.isExtShared,
      mode: input.mode,
    },
    { userId: input.userId, at },
  );
  deps.watch.forget(input.channelId);
  // It may have been closed or shared while nobody watched.
  if (visibilityOf(info) === 'channel') {
    await closeChannel(deps, info.channelId, {});
  }
  if (wasWatched) return `I watch this channel already; from now on in mode \`${input.mode}\`.`;
  const channel = await findChannel(deps.db, deps.workspaceId, input.channelId);
  const key = `welcome:${input.channelId}:${at.getTime()}`;
  await deps.db.transaction(async (tx) => {
    await writeOutbox(
      tx,
      {
        workspaceId: deps.workspaceId,
        key,
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
          past: 'offered',
        }),
      },
      at,
    );
    await deps.enqueue(tx, { name: 'deliver', key });
  });
  return null;
}

export async function unwatch(deps: SlackDeps, channelId: string): Promise<string> {
  const was = await unwatchChannel(deps.db, deps.workspaceId, channelId);
  deps.watch.forget(channelId);
  await stopBackfill(deps, channelId);
  return was
    ? 'I no longer watch this channel. What it taught stays in the library; `/precedent watch` starts again.'
    : 'I do not watch this channel.';
}

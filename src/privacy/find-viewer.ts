import type { Viewer } from '../library/viewer.ts';
import { watchedChannels } from '../store/channels/channels.ts';
import type { Scope } from '../store/ctx.ts';
import type { Directory } from './directory.ts';
import { viewerOfPerson } from './visibility.ts';

/**
 * What one person may see of the library, asking in a channel (null: in the App Home). The channel must be the one
 * that Slack names in its signed payload, never one that a button or a form carries. Unknown means no.
 */
export async function findViewer(
  ctx: Scope & { gateway: Directory },
  asker: { userId: string; channelId: string | null },
): Promise<Viewer> {
  const [person, place, watched] = await Promise.all([
    ctx.gateway.personInfo(asker.userId),
    asker.channelId === null ? null : ctx.gateway.channelInfo(asker.channelId),
    watchedChannels(ctx),
  ]);
  const isDirect = asker.channelId?.startsWith('D') === true || place?.isDirect === true;
  // Slack would not say what kind of channel it is: it may be shared with another company.
  if (asker.channelId !== null && place === null && !isDirect)
    return { workspaceWide: false, channelIds: [] };
  const restricted = watched.filter((channel) => channel.isPrivate || channel.isExtShared);
  const member = await Promise.all(
    restricted.map((channel) => ctx.gateway.isMember(channel.channelId, asker.userId)),
  );
  return viewerOfPerson({
    place: isDirect ? null : place,
    isGuest: person === null || person.isGuest,
    privateChannelIds: restricted.filter((_, index) => member[index]).map((channel) => channel.channelId),
  });
}

import type { Viewer } from '../library/viewer.ts';

/** What we know of the channel where something would be shown; null when Slack did not say. */
export type Place = { channelId: string; isExtShared: boolean } | null;

/** For what stands in a channel, readable by all its members: the workspace's own and the channel's own. */
export function viewerOfChannel(place: Place): Viewer {
  if (place === null) return { workspaceWide: false, channelIds: [] };
  return { workspaceWide: !place.isExtShared, channelIds: [place.channelId] };
}

/**
 * For what one person alone sees: as the channel they ask in, and the solutions of their private channels besides.
 * A guest sees no more than the channel they ask in.
 */
export function viewerOfPerson(person: {
  place: Place;
  isGuest: boolean;
  privateChannelIds: string[];
}): Viewer {
  if (person.isGuest || person.place?.isExtShared === true) {
    return { workspaceWide: false, channelIds: person.place === null ? [] : [person.place.channelId] };
  }
  const own = person.place === null ? [] : [person.place.channelId];
  return { workspaceWide: true, channelIds: [...new Set([...own, ...person.privateChannelIds])] };
}

/** Who may see the solutions of a channel. */
export function visibilityOf(channel: { isPrivate: boolean; isExtShared: boolean }): 'workspace' | 'channel' {
  return channel.isPrivate || channel.isExtShared ? 'channel' : 'workspace';
}

/** Whether the viewer may hear of a channel: that it is watched, and what happens in it. */
export function seesChannel(
  viewer: Viewer,
  channel: { channelId: string; isPrivate: boolean; isExtShared: boolean },
): boolean {
  if (viewer === 'operator' || viewer.channelIds.includes(channel.channelId)) return true;
  return viewer.workspaceWide && visibilityOf(channel) === 'workspace';
}

import { findChannel } from '../store/channels.ts';
import type { Db } from '../store/db.ts';

/** Which channels are watched, asked for every event and therefore remembered for a moment. */
export type ChannelWatch = {
  isWatched(channelId: string): Promise<boolean>;
  /** A change made here counts at once; one made by another replica within seconds. */
  forget(channelId: string): void;
};

const rememberWatchedMs = 10_000;
/** A new watch must not miss the incident that made somebody type it. */
const rememberUnwatchedMs = 1_000;
const mostRemembered = 10_000;

export function createChannelWatch(db: Db, workspaceId: string, now: () => number = Date.now): ChannelWatch {
  const known = new Map<string, { watched: boolean; until: number }>();
  return {
    isWatched: async (channelId) => {
      const remembered = known.get(channelId);
      if (remembered !== undefined && remembered.until > now()) return remembered.watched;
      const watched = (await findChannel(db, workspaceId, channelId))?.watched === true;
      if (known.size >= mostRemembered) known.clear();
      known.set(channelId, { watched, until: now() + (watched ? rememberWatchedMs : rememberUnwatchedMs) });
      return watched;
    },
    forget: (channelId) => known.delete(channelId),
  };
}

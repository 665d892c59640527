import { findChannel } from '../store/channels/channels.ts';
import type { Db } from '../store/connection/db.ts';

/** Which channels are watched, asked for every event and therefore remembered for a moment. */
export type ChannelWatch = {
  isWatched(channelId: string): Promise<boolean>;
  /** Watched now or at any time before, or known from an import. */
  isKnown(channelId: string): Promise<boolean>;
  /** A change made here counts at once; one made by another replica within seconds. */
  forget(channelId: string): void;
};

const rememberWatchedMs = 10_000;
/** A new watch must not miss the incident that made somebody type it. */
const rememberUnwatchedMs = 1_000;
const maxRemembered = 10_000;

export function createChannelWatch(db: Db, workspaceId: string, now: () => number = Date.now): ChannelWatch {
  const remembered = new Map<string, { watched: boolean; known: boolean; until: number }>();
  const lookUp = async (channelId: string) => {
    const last = remembered.get(channelId);
    if (last !== undefined && last.until > now()) return last;
    const channel = await findChannel({ db, workspaceId }, channelId);
    const watched = channel?.watched === true;
    const until = now() + (watched ? rememberWatchedMs : rememberUnwatchedMs);
    const found = { watched, known: channel !== null, until };
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(channelId, found);
    return found;
  };
  return {
    isWatched: async (channelId) => (await lookUp(channelId)).watched,
    isKnown: async (channelId) => (await lookUp(channelId)).known,
    forget: (channelId) => remembered.delete(channelId),
  };
}

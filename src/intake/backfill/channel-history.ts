import type { Refusal } from '../../outbox/message-gateway.ts';

/** Slack wants to hear nothing of this kind for so long. */
export type Pause = { waitSeconds: number };

/** A channel's past, at a pace that leaves Slack's limits room for what people wait for. Our own words are left out. */
export type ChannelHistory = {
  /** Messages strictly between, newest first: no replies but broadcast ones. `reachedTs` is the oldest, null when there was none. */
  channel(range: {
    channelId: string;
    latest: string;
    oldest: string;
  }): Promise<
    { messages: Record<string, unknown>[]; reachedTs: string | null; hasMore: boolean } | Pause | Refusal
  >;
  /** A whole thread, root first. After a pause it is asked for again, and goes on where it was. */
  thread(place: {
    channelId: string;
    rootTs: string;
  }): Promise<{ messages: Record<string, unknown>[] } | Pause | Refusal>;
};

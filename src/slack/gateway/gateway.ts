import type { Body } from '../../store/outbox/outbox.ts';

export type ChannelInfo = {
  channelId: string;
  name: string;
  isPrivate: boolean;
  isExtShared: boolean;
  isArchived: boolean;
  isDirect: boolean;
  /** Whether the bot is in it. */
  isMember: boolean;
};

export type PersonInfo = { userId: string; isGuest: boolean; isBot: boolean };

/** Slack refused for good: trying again is no use. Anything else that fails is thrown and tried again. */
export type Refusal = { refused: string };

/**
 * All that the bot says in Slack goes through here, and all that it asks of it. What stands in a channel names people
 * without mentioning them: nobody is notified because a draft tells what they did.
 */
export type Gateway = {
  /** `key` travels in the message's metadata, so that `findPosted` can tell a lost answer from a lost call. */
  post(message: {
    channelId: string;
    threadTs: string | null;
    key: string;
    body: Body;
  }): Promise<{ ts: string } | Refusal>;
  update(message: {
    channelId: string;
    ts: string;
    key: string;
    body: Body;
  }): Promise<{ ts: string } | Refusal>;
  /** Takes a message of ours away; nothing happens when it is gone already. */
  remove(message: { channelId: string; ts: string }): Promise<void>;
  /** The ts of a message of ours with this key posted at or after `sinceTs`, null when there is none. */
  findPosted(message: {
    channelId: string;
    threadTs: string | null;
    key: string;
    since: Date;
  }): Promise<string | null>;
  /** Only this person sees it. */
  whisper(message: { channelId: string; userId: string; threadTs: string | null; body: Body }): Promise<void>;
  /** As `whisper`, to whoever asked, also where the bot is not: good for five times within 30 minutes. */
  respond(responseUrl: string, body: Body): Promise<void>;
  /** A thread as Slack has it, root first, at most 1,000 messages, without our own; null when the bot cannot read it. */
  readThread(channelId: string, rootTs: string): Promise<Record<string, unknown>[] | null>;
  openModal(triggerId: string, view: Record<string, unknown>): Promise<void>;
  /** On top of the modal in which somebody pressed a button. */
  pushModal(triggerId: string, view: Record<string, unknown>): Promise<void>;
  updateModal(viewId: string, view: Record<string, unknown>): Promise<void>;
  publishHome(userId: string, view: Record<string, unknown>): Promise<void>;
  /** Null when the bot cannot see it. */
  channelInfo(channelId: string): Promise<ChannelInfo | null>;
  /** As `channelInfo`, but null only when Slack says that there is no such channel for the bot; all else is thrown. */
  lookAtChannel(channelId: string): Promise<ChannelInfo | null>;
  personInfo(userId: string): Promise<PersonInfo | null>;
  /** False when Slack would not tell. */
  isMember(channelId: string, userId: string): Promise<boolean>;
};

/** Slack wants to hear nothing of this kind for so long. */
export type Pause = { waitSeconds: number };

/** A channel's past, at a pace that leaves Slack's limits room for what people wait for. Our own words are left out. */
export type History = {
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

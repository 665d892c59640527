import type { Body } from '../store/outbox/outbox.ts';

/** Slack refused for good: trying again is no use. Anything else that fails is thrown and tried again. */
export type Refusal = { refused: string };

/**
 * How the outbox reaches Slack. What stands in a channel names people without mentioning them: nobody is notified
 * because a draft tells what they did.
 */
export type MessageGateway = {
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
  /** The ts of a message of ours with this key posted at or after `since`, null when there is none. */
  findPosted(message: {
    channelId: string;
    threadTs: string | null;
    key: string;
    since: Date;
  }): Promise<string | null>;
};

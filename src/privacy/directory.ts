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

/** What Slack says of channels and people; who may see what depends on it. */
export type Directory = {
  /** Null when the bot cannot see it. */
  channelInfo(channelId: string): Promise<ChannelInfo | null>;
  /** As `channelInfo`, but null only when Slack says that there is no such channel for the bot; all else is thrown. */
  fetchChannelOrThrow(channelId: string): Promise<ChannelInfo | null>;
  personInfo(userId: string): Promise<PersonInfo | null>;
  /** As remembered for some minutes, and kept by Slack's events. False when Slack would not say. */
  isMember(channelId: string, userId: string): Promise<boolean>;
  /** Asks Slack, whatever is remembered. False when it would not say. */
  isMemberNow(channelId: string, userId: string): Promise<boolean>;
};

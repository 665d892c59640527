/** How long an answer of Slack's counts. Slack's events keep it up to date, but another replica may receive them. */
const rememberMs = 3 * 60_000;
/** Ids of members over all channels: some 30 MB. */
const maxRememberedIds = 200_000;

/** Who is in which channel. */
export type Memberships = {
  isMember(channelId: string, userId: string): Promise<boolean>;
  /** Asks Slack, whatever is remembered. */
  isMemberNow(channelId: string, userId: string): Promise<boolean>;
  /**
   * Slack says that somebody came: who is in the channel is asked anew. They are not added by this word alone, which
   * can be late, and overtaken by their leaving.
   */
  joined(channelId: string): void;
  /** Slack says that somebody left: they are no member from this moment. */
  left(channelId: string, userId: string): void;
  /** The bot left: nobody says any more who comes and goes. */
  forget(channelId: string): void;
};

type Members = Set<string> | null;
/** An answer that is on its way, and what happened since it was asked for. */
type Reading = { members: Promise<Members>; left: Set<string>; isOutdated: boolean };

/**
 * Remembers what `fetchMembers` answers; null from it ("would not say") means no, and is not remembered. Who leaves
 * while an answer is on its way is taken out of it.
 */
export function createMemberships(
  fetchMembers: (channelId: string) => Promise<Members>,
  now: () => number = Date.now,
): Memberships {
  const remembered = new Map<string, { members: Set<string>; until: number }>();
  const underWay = new Map<string, Set<Reading>>();

  const ask = (channelId: string): Promise<Members> => {
    const reading: Reading = { members: Promise.resolve(null), left: new Set(), isOutdated: false };
    const readings = underWay.get(channelId) ?? new Set();
    underWay.set(channelId, readings.add(reading));
    reading.members = read(channelId, reading).finally(() => {
      readings.delete(reading);
      if (readings.size === 0) underWay.delete(channelId);
    });
    return reading.members;
  };

  const read = async (channelId: string, reading: Reading): Promise<Members> => {
    const answer = await fetchMembers(channelId);
    if (answer === null) return null;
    const members = answer.difference(reading.left);
    if (!reading.isOutdated) remember(channelId, members);
    return members;
  };

  const remember = (channelId: string, members: Set<string>) => {
    // Taken out and put back: a Map forgets its oldest first.
    remembered.delete(channelId);
    remembered.set(channelId, { members, until: now() + rememberMs });
    let ids = 0;
    for (const entry of remembered.values()) ids += entry.members.size;
    for (const [oldest, entry] of remembered) {
      if (ids <= maxRememberedIds) return;
      remembered.delete(oldest);
      ids -= entry.members.size;
    }
  };

  const forget = (channelId: string) => {
    remembered.delete(channelId);
    for (const reading of underWay.get(channelId) ?? []) reading.isOutdated = true;
  };

  return {
    isMember: async (channelId, userId) => {
      const known = remembered.get(channelId);
      if (known !== undefined && known.until > now()) return known.members.has(userId);
      const [pending] = [...(underWay.get(channelId) ?? [])].filter((reading) => !reading.isOutdated);
      return (await (pending?.members ?? ask(channelId)))?.has(userId) === true;
    },
    isMemberNow: async (channelId, userId) => (await ask(channelId))?.has(userId) === true,
    joined: forget,
    left: (channelId, userId) => {
      remembered.get(channelId)?.members.delete(userId);
      for (const reading of underWay.get(channelId) ?? []) reading.left.add(userId);
    },
    forget,
  };
}

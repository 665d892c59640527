/** How long an answer of Slack's counts. Slack's events keep it up to date, but another replica may receive them. */
const rememberMs = 3 * 60_000;
/** Ids of members over all channels: some 30 MB. */
const maxRememberedIds = 200_000;

/** Who is in which channel. */
export type Memberships = {
  isMember(channelId: string, userId: string): Promise<boolean>;
  /** Asks Slack, whatever is remembered. */
  isMemberNow(channelId: string, userId: string): Promise<boolean>;
  /** Slack says that somebody came. */
  joined(channelId: string, userId: string): void;
  /** Slack says that somebody left: they are no member from this moment. */
  left(channelId: string, userId: string): void;
  /** The bot left: nobody says any more who comes and goes. */
  forget(channelId: string): void;
};

type Change = (members: Set<string>) => void;
type Members = Set<string> | null;
type Reading = { members: Promise<Members>; changes: Change[] };

/**
 * Remembers what `fetchMembers` answers; null from it ("would not say") means no, and is not remembered. What happens
 * while an answer is on its way changes the answer.
 */
export function createMemberships(
  fetchMembers: (channelId: string) => Promise<Members>,
  now: () => number = Date.now,
): Memberships {
  const remembered = new Map<string, { members: Set<string>; until: number }>();
  const underWay = new Map<string, Reading[]>();

  const read = async (channelId: string, changes: Change[]): Promise<Members> => {
    const members = await fetchMembers(channelId);
    if (members === null) return null;
    for (const change of changes) change(members);
    remember(channelId, members);
    return members;
  };

  const ask = (channelId: string): Promise<Members> => {
    const changes: Change[] = [];
    const reading = { members: read(channelId, changes), changes };
    underWay.set(channelId, [...(underWay.get(channelId) ?? []), reading]);
    const end = () => {
      const others = (underWay.get(channelId) ?? []).filter((each) => each !== reading);
      if (others.length === 0) underWay.delete(channelId);
      else underWay.set(channelId, others);
    };
    reading.members.then(end, end);
    return reading.members;
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

  const apply = (channelId: string, change: Change) => {
    const known = remembered.get(channelId);
    if (known !== undefined) change(known.members);
    for (const { changes } of underWay.get(channelId) ?? []) changes.push(change);
  };

  return {
    isMember: async (channelId, userId) => {
      const known = remembered.get(channelId);
      if (known !== undefined && known.until > now()) return known.members.has(userId);
      const members = await (underWay.get(channelId)?.at(-1)?.members ?? ask(channelId));
      return members?.has(userId) === true;
    },
    isMemberNow: async (channelId, userId) => (await ask(channelId))?.has(userId) === true,
    joined: (channelId, userId) => apply(channelId, (members) => void members.add(userId)),
    left: (channelId, userId) => apply(channelId, (members) => void members.delete(userId)),
    forget: (channelId) => {
      remembered.delete(channelId);
      apply(channelId, (members) => members.clear());
    },
  };
}

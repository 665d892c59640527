/** Slack's tiers as calls per minute. */
const tier2 = 20;
const tier3 = 50;
const tier4 = 100;

const perMinute: Record<string, number> = {
  'conversations.list': tier2,
  'users.list': tier2,
  'bookmarks.add': tier2,
  'conversations.history': tier3,
  'conversations.replies': tier3,
  'conversations.info': tier3,
  'conversations.join': tier3,
  'conversations.open': tier3,
  'users.conversations': tier3,
  'chat.update': tier3,
  'chat.delete': tier3,
  'reactions.add': tier3,
  'reactions.remove': tier2,
  'reactions.get': tier3,
  'team.info': tier3,
  'chat.postEphemeral': tier4,
  'conversations.members': tier4,
  'users.info': tier4,
  'views.open': tier4,
  'views.push': tier4,
  'views.update': tier4,
  'views.publish': tier4,
};

const outsideMarketplace = { 'conversations.history': 1, 'conversations.replies': 1 };

const windowMs = 60_000;
/** One message per second and channel, with a small burst forgiven. */
const postBurst = 3;
const postEveryMs = 1000;

export type RateLimits = {
  /** Seconds to wait when the call is over its limit, undefined when it may go on (and is counted). */
  check(method: string, body: Record<string, unknown>): number | undefined;
};

/** `outsideMarketplace`: Slack's limits for apps that are distributed but not listed. */
export function createRateLimits(
  options: { outsideMarketplace?: boolean; clock?: () => number } = {},
): RateLimits {
  const clock = options.clock ?? (() => performance.now());
  const limits = options.outsideMarketplace === true ? { ...perMinute, ...outsideMarketplace } : perMinute;
  const calls = new Map<string, number[]>();
  const buckets = new Map<string, { tokens: number; at: number }>();

  function checkPost(channel: string): number | undefined {
    const now = clock();
    const bucket = buckets.get(channel) ?? { tokens: postBurst, at: now };
    const tokens = Math.min(postBurst, bucket.tokens + (now - bucket.at) / postEveryMs);
    buckets.set(channel, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    return tokens >= 1 ? undefined : 1;
  }

  return {
    check(method, body) {
      if (method === 'chat.postMessage') return checkPost(String(body.channel ?? ''));
      const limit = limits[method];
      if (limit === undefined) return undefined;
      const now = clock();
      const recent = (calls.get(method) ?? []).filter((at) => at > now - windowMs);
      calls.set(method, recent);
      const [first] = recent;
      if (recent.length >= limit && first !== undefined) {
        return Math.max(1, Math.ceil((first + windowMs - now) / 1000));
      }
      recent.push(now);
      return undefined;
    },
  };
}

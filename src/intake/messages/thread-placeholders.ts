/**
 * What stands for what in each thread. The database knows it once a message is handled; until then, and for the
 * messages that come meanwhile, this memory does: otherwise two addresses in two quick messages would share a name.
 */
export type ThreadPlaceholders = {
  /** {hash: placeholder}, empty for a thread that has none. */
  of(channelId: string, threadTs: string): Promise<Record<string, string>>;
  learn(channelId: string, threadTs: string, placeholders: Record<string, string>): void;
  /** One message of a thread at a time: from asking what is known until its own are learned. */
  inTurn<T>(channelId: string, threadTs: string, work: () => Promise<T>): Promise<T>;
};

const mostThreads = 2_000;

export function createThreadPlaceholders(
  load: (channelId: string, threadTs: string) => Promise<Record<string, string>>,
): ThreadPlaceholders {
  const learned = new Map<string, Record<string, string>>();
  const turns = new Map<string, Promise<unknown>>();
  const keyOf = (channelId: string, threadTs: string) => `${channelId} ${threadTs}`;
  return {
    of: async (channelId, threadTs) => {
      const stored = await load(channelId, threadTs);
      const taken = new Set(Object.values(stored));
      // Another replica may have named another value so meanwhile: what is stored stands.
      const own = Object.entries(learned.get(keyOf(channelId, threadTs)) ?? {});
      return { ...Object.fromEntries(own.filter(([, placeholder]) => !taken.has(placeholder))), ...stored };
    },
    inTurn: async (channelId, threadTs, work) => {
      const key = keyOf(channelId, threadTs);
      const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
      turns.set(key, turn);
      try {
        return await turn;
      } finally {
        if (turns.get(key) === turn) turns.delete(key);
      }
    },
    learn: (channelId, threadTs, placeholders) => {
      const key = keyOf(channelId, threadTs);
      const known = { ...learned.get(key), ...placeholders };
      // Taken out and put back: a Map forgets its oldest first.
      learned.delete(key);
      learned.set(key, known);
      const [oldest] = learned.keys();
      if (learned.size > mostThreads && oldest !== undefined) learned.delete(oldest);
    },
  };
}

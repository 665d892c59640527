/**
 * What stands for what in each thread. The database knows it once a message is handled; until then, and for the
 * messages that come meanwhile, this memory does: otherwise two addresses in two quick messages would share a name.
 */
export type ThreadPlaceholders = {
  /** {hash: placeholder}, empty for a thread that has none. */
  get(channelId: string, threadTs: string): Promise<Record<string, string>>;
  add(channelId: string, threadTs: string, placeholders: Record<string, string>): void;
  /** One message of a thread at a time: from asking what is known until its own are learned. */
  runExclusive<T>(channelId: string, threadTs: string, work: () => Promise<T>): Promise<T>;
};

const maxThreads = 2_000;

export function createThreadPlaceholders(
  load: (channelId: string, threadTs: string) => Promise<Record<string, string>>,
): ThreadPlaceholders {
  const recent = new Map<string, Record<string, string>>();
  const pendingByThread = new Map<string, Promise<unknown>>();
  const keyOf = (channelId: string, threadTs: string) => `${channelId} ${threadTs}`;
  return {
    get: async (channelId, threadTs) => {
      const stored = await load(channelId, threadTs);
      const used = new Set(Object.values(stored));
      // Another replica may have named another value so meanwhile: what is stored stands.
      const own = Object.entries(recent.get(keyOf(channelId, threadTs)) ?? {});
      return { ...Object.fromEntries(own.filter(([, placeholder]) => !used.has(placeholder))), ...stored };
    },
    runExclusive: async (channelId, threadTs, work) => {
      const key = keyOf(channelId, threadTs);
      const pending = (pendingByThread.get(key) ?? Promise.resolve()).then(work, work);
      pendingByThread.set(key, pending);
      try {
        return await pending;
      } finally {
        if (pendingByThread.get(key) === pending) pendingByThread.delete(key);
      }
    },
    add: (channelId, threadTs, placeholders) => {
      const key = keyOf(channelId, threadTs);
      const known = { ...recent.get(key), ...placeholders };
      // Taken out and put back: a Map forgets its oldest first.
      recent.delete(key);
      recent.set(key, known);
      const [oldest] = recent.keys();
      if (recent.size > maxThreads && oldest !== undefined) recent.delete(oldest);
    },
  };
}

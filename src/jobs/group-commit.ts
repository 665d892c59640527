export type GroupCommit<Item> = {
  /** Resolves when the item is written, rejects when its group could not be. */
  add(item: Item): Promise<void>;
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>;
};

const maxGroupSize = 200;

/**
 * Writes what comes while a write is under way together with the next one, in the order it came. One alone is
 * written at once; a burst costs a round trip for each group and not for each item.
 */
export function groupCommit<Item>(write: (items: Item[]) => Promise<void>): GroupCommit<Item> {
  let waiting: { item: Item; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let writing: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, maxGroupSize);
      waiting = waiting.slice(maxGroupSize);
      try {
        await write(group.map((entry) => entry.item));
        for (const entry of group) entry.resolve();
      } catch (error) {
        for (const entry of group) entry.reject(error);
      }
    }
    // In the same turn as the last look at what waits: whoever adds after it begins anew.
    writing = undefined;
  }

  return {
    add: (item) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        writing ??= drain();
      }),
    settled: async () => {
      await writing;
    },
  };
}

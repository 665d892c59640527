/** A title's terms, and the service it is about. */
export type TitleTerms = { terms: ReadonlySet<string>; service: string | null };

export type SimilarTitles = {
  /** The first group before `limit` with a title like this one; `limit` without one. */
  firstGroupLike: (title: TitleTerms, limit: number) => number;
  /** Puts a title into a group: no later one than `firstGroupLike` gives. */
  add: (title: TitleTerms, group: number) => void;
};

/** Half of the words of the two titles together: below it, "checkout down" and "search down" would be one. */
const minTitleOverlap = 0.5;

/** Titles of the same terms and service are one entry, with the first group that has one. */
type Entry = { terms: ReadonlySet<string>; group: number };
type Bucket = { size: number; position: number; entries: Entry[] };

/**
 * An index of titles by their words, for finding those that share half of them. Two such titles share one of their
 * rarest words, and in time to share enough of the rest (prefix and positional filter; Xiao et al., "Efficient
 * similarity joins for near-duplicate detection", 2008). `all`: every title that will be asked, for how rare a word is.
 */
export function similarTitles(all: readonly TitleTerms[]): SimilarTitles {
  const rank = rarestFirst(all);
  const byKey = new Map<string, Entry>();
  /** Word → service → where it stands in titles of which length. */
  const index = new Map<string, Map<string | null, Map<string, Bucket>>>();

  const ordered = ({ terms }: TitleTerms) =>
    [...terms].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const keyOf = (words: readonly string[], service: string | null) => JSON.stringify([service, words]);

  const firstGroupLike: SimilarTitles['firstGroupLike'] = (title, limit) => {
    const words = ordered(title);
    let first = Math.min(limit, byKey.get(keyOf(words, title.service))?.group ?? limit);
    for (const [position, word] of prefixOf(words).entries()) {
      for (const bucket of bucketsFor(index.get(word), title.service)) {
        if (!canOverlap({ size: words.length, position }, bucket)) continue;
        for (const entry of bucket.entries) {
          if (entry.group < first && isSimilar(title.terms, entry.terms)) first = entry.group;
        }
      }
    }
    return first;
  };

  const add: SimilarTitles['add'] = (title, group) => {
    const words = ordered(title);
    if (words.length === 0) return;
    const key = keyOf(words, title.service);
    const known = byKey.get(key);
    if (known !== undefined) {
      known.group = group;
      return;
    }
    const entry = { terms: title.terms, group };
    byKey.set(key, entry);
    for (const [position, word] of prefixOf(words).entries()) {
      const services = index.get(word) ?? new Map<string | null, Map<string, Bucket>>();
      index.set(word, services);
      const buckets = services.get(title.service) ?? new Map<string, Bucket>();
      services.set(title.service, buckets);
      const place = `${words.length} ${position}`;
      const bucket = buckets.get(place) ?? { size: words.length, position, entries: [] };
      buckets.set(place, bucket);
      bucket.entries.push(entry);
    }
  };
  return { firstGroupLike, add };
}

/** Term → its place among all terms, the rarest first. */
function rarestFirst(all: readonly TitleTerms[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of all) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(sorted.map(([term], place) => [term, place]));
}

/** So many of the rarest words that whoever shares none of them shares less than half of all. */
function prefixOf(words: readonly string[]): readonly string[] {
  return words.slice(0, words.length - Math.ceil(words.length * minTitleOverlap) + 1);
}

/** Titles of the same service, or where one names none. */
function* bucketsFor(
  services: Map<string | null, Map<string, Bucket>> | undefined,
  service: string | null,
): Iterable<Bucket> {
  if (services === undefined) return;
  if (service === null) {
    for (const buckets of services.values()) yield* buckets.values();
    return;
  }
  yield* services.get(service)?.values() ?? [];
  yield* services.get(null)?.values() ?? [];
}

/** Whether two titles, the words up to these two places not shared, may still share half. */
function canOverlap(a: { size: number; position: number }, b: { size: number; position: number }): boolean {
  const shared = Math.min(a.size - a.position, b.size - b.position);
  return shared >= minTitleOverlap * (a.size + b.size - shared);
}

function isSimilar(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const term of few) if (many.has(term)) shared += 1;
  return shared >= minTitleOverlap * (a.size + b.size - shared);
}

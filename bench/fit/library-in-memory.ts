import type { MatchEvidence, Query } from '../../src/match/signals.ts';
import { idfOf } from '../../src/text/idf.ts';
import type { SearchDocument } from '../../src/text/search-document.ts';

export type Entry = { id: string; query: Query; document: SearchDocument };
export type Candidate = { id: string; document: SearchDocument } & MatchEvidence;

/** The index's candidates without a database: the best by BM25 over the same weights, and the idf of the same counts. */
export type LibraryInMemory = {
  size: number;
  idf: (id: number) => number;
  candidates: (query: Query, limit: number, except: string) => Candidate[];
};

export function libraryInMemory(entries: Entry[]): LibraryInMemory {
  const postings = new Map<number, { entry: Entry; weight: number }[]>();
  for (const entry of entries) {
    for (const [id, weight] of entry.document.terms) {
      const list = postings.get(id);
      if (list === undefined) postings.set(id, [{ entry, weight }]);
      else list.push({ entry, weight });
    }
  }
  const idfCache = new Map<number, number>();
  const idf = (id: number) => {
    let value = idfCache.get(id);
    if (value === undefined) {
      value = idfOf(id, postings.get(id)?.length ?? 0, entries.length);
      idfCache.set(id, value);
    }
    return value;
  };
  return {
    size: entries.length,
    idf,
    candidates: (query, limit, except) => {
      const scores = new Map<Entry, number>();
      for (const [id, weight] of query.terms) {
        for (const posting of postings.get(id) ?? []) {
          scores.set(posting.entry, (scores.get(posting.entry) ?? 0) + weight * idf(id) * posting.weight);
        }
      }
      return [...scores]
        .filter(([{ id }]) => id !== except)
        .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(([{ id, document }]) => ({ id, document, ...noEvidence }));
    },
  };
}

/** A dataset knows neither meaning nor verdicts, and nothing in it is recent. */
const noEvidence: MatchEvidence = { meaning: 0, effective: 0, ageDays: 3_650 };

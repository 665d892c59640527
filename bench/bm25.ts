const k1 = 1.2;
const b = 0.75;

/**
 * The baseline of every search number: BM25 (Robertson & Zaragoza, 2009; k1 1.2, b 0.75) over lower-cased `[a-z0-9]+`
 * words, without stemming or stop words. Returns a query's ranking of the documents' ids; equal scores stay in order.
 */
export function plainBm25(documents: { id: string; text: string }[]): (query: string) => string[] {
  const postings = new Map<string, { at: number; count: number }[]>();
  const lengths = documents.map(({ text }, at) => {
    const words = wordsOf(text);
    for (const [word, count] of countsOf(words)) {
      const list = postings.get(word);
      if (list === undefined) postings.set(word, [{ at, count }]);
      else list.push({ at, count });
    }
    return words.length;
  });
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / documents.length;
  return (query) => {
    const scores = new Map<number, number>();
    for (const [word, times] of countsOf(wordsOf(query))) {
      const list = postings.get(word) ?? [];
      const idf = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
      for (const { at, count } of list) {
        const norm = k1 * (1 - b + (b * (lengths[at] ?? 0)) / meanLength);
        scores.set(at, (scores.get(at) ?? 0) + (times * idf * count * (k1 + 1)) / (count + norm));
      }
    }
    return [...scores]
      .sort(([a, scoreA], [c, scoreC]) => scoreC - scoreA || a - c)
      .map(([at]) => documents[at]?.id ?? '');
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function countsOf(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

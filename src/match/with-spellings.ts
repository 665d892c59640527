import type { TermCounts } from '../store/search/term-counts.ts';
import { termId } from '../text/search-document.ts';
import type { SearchFeatures } from '../text/search-features.ts';
import { spellingsOf } from '../text/spelling.ts';
import { termsOf } from '../text/words.ts';
import type { Query } from './signals.ts';

/** A word that nobody has written before may be a slip; more of them than these are another language. */
const maxSlips = 4;
const slipWeight = 0.8;

/** A query in which a word that the library has never seen is also looked for as the word it may have been meant to be. */
export async function withSpellings(
  query: Query,
  features: Pick<SearchFeatures, 'text' | 'allTerms'>,
  counts: TermCounts,
): Promise<Query> {
  const words = features.text.toLowerCase().match(/(?<![\w-])[a-z]{5,16}(?![\w-])/g) ?? [];
  const related = new Map(query.related);
  let slips = 0;
  for (const word of new Set(words)) {
    const [term] = termsOf(word);
    if (term === undefined || !features.allTerms.has(term) || slips === maxSlips) continue;
    const own = termId(term);
    if (counts.countOf(own) > 0 || query.related.has(own)) continue;
    slips += 1;
    const ids = [...spellingsOf(word)].map(termId);
    await counts.load(ids);
    const [meant] = ids
      .filter((id) => counts.countOf(id) > 0)
      .sort((a, b) => counts.countOf(b) - counts.countOf(a));
    if (meant !== undefined) related.set(own, [{ id: meant, weight: slipWeight }]);
  }
  return { ...query, related };
}

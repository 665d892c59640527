import { thesaurus } from './thesaurus.ts';
import { termsOf } from './words.ts';

/** A term that may stand for another, and how much it counts beside the word itself, which counts 1. */
export type RelatedTerm = { term: string; weight: number };

/** A name for the same thing is nearly as good as the word; a broader or narrower word is a guess. */
const weights = { same: 0.85, broader: 0.6, narrower: 0.35 } as const;

type Entry = { phrase: string[]; others: string[][]; weight: number };

/** Of each phrase of the thesaurus, by its first term; read once, when first asked. */
let entriesByFirstTerm: Map<string, Entry[]> | null = null;

function entriesOf(firstTerm: string): Entry[] {
  entriesByFirstTerm ??= readThesaurus(thesaurus);
  return entriesByFirstTerm.get(firstTerm) ?? [];
}

function readThesaurus(text: string): Map<string, Entry[]> {
  const entries: Entry[] = [];
  for (const line of text.trim().split('\n')) {
    const [kind, words = ''] = line.split(/: (.*)/s);
    const phrases = words
      .split(' | ')
      .map(termsOf)
      .filter((phrase) => phrase.length > 0);
    if (kind === 'SAME') {
      for (const phrase of phrases) {
        entries.push({ phrase, others: phrases.filter((other) => other !== phrase), weight: weights.same });
      }
      continue;
    }
    const [broad, ...narrow] = phrases;
    if (broad === undefined) continue;
    entries.push({ phrase: broad, others: narrow, weight: weights.narrower });
    for (const phrase of narrow) entries.push({ phrase, others: [broad], weight: weights.broader });
  }
  const byFirst = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = entry.phrase[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  return byFirst;
}

/**
 * For each term of a text the terms that the thesaurus knows to stand for it, or for the phrase that begins with it; a
 * term that the text has itself is none of them. The words of a phrase share its weight.
 */
export function relatedTermsOf(text: string): Map<string, RelatedTerm[]> {
  const terms = termsOf(text);
  const own = new Set(terms);
  const best = new Map<string, { of: string; weight: number }>();
  for (const [at, first] of terms.entries()) {
    for (const { phrase, others, weight } of entriesOf(first)) {
      if (!phrase.every((term, offset) => terms[at + offset] === term)) continue;
      for (const other of others) {
        for (const term of other) {
          const share = weight / Math.sqrt(other.length);
          if (!own.has(term) && (best.get(term)?.weight ?? 0) < share)
            best.set(term, { of: first, weight: share });
        }
      }
    }
  }
  const related = new Map<string, RelatedTerm[]>();
  for (const [term, { of, weight }] of best) related.set(of, [...(related.get(of) ?? []), { term, weight }]);
  return related;
}

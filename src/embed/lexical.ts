import { createHash } from 'node:crypto';
import { termsOf } from '../text/words.ts';
import type { Embedder } from './embedder.ts';

const dimensions = 384;

/**
 * The built-in embedder: signed feature hashing (Weinberger et al., 2009) of stemmed words, their neighbours,
 * and the three-letter pieces of each word, so that "healthcheck" and "health-check" are near. No download.
 */
export const lexicalEmbedder: Embedder = {
  model: 'lexical-2',
  dimensions,
  lexicalOnly: true,
  embed: async (texts) => texts.map(embedOne),
};

function embedOne(text: string): number[] {
  const weights = new Map<string, number>();
  const add = (feature: string, weight: number) => weights.set(feature, (weights.get(feature) ?? 0) + weight);
  const [title = '', ...rest] = text.split('\n');
  for (const [part, weight] of [
    [title, 2],
    [rest.join('\n'), 1],
  ] as const) {
    const terms = termsOf(part);
    for (const [index, term] of terms.entries()) {
      add(`w ${term}`, weight);
      const next = terms[index + 1];
      if (next !== undefined) add(`p ${term} ${next}`, weight * 0.5);
      for (const piece of piecesOf(term)) add(`c ${piece}`, weight * 0.25);
    }
  }
  const vector = new Array<number>(dimensions).fill(0);
  for (const [feature, weight] of weights) {
    const digest = createHash('sha1').update(feature).digest();
    const at = digest.readUInt32BE(0) % dimensions;
    const sign = (digest[4] ?? 0) & 1 ? 1 : -1;
    vector[at] = (vector[at] ?? 0) + sign * Math.log1p(weight);
  }
  const length = Math.hypot(...vector);
  // A text without a word has no direction; a fixed one keeps the cosine defined and far from all others.
  if (length === 0) return vector.map((_, index) => (index === 0 ? 1 : 0));
  return vector.map((value) => Number((value / length).toFixed(5)));
}

function piecesOf(term: string): string[] {
  if (term.length < 4) return [];
  const padded = `^${term}$`;
  return Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3));
}

import { objectOpeners } from '../../lexicon/noun-context.ts';
import type { Token } from '../action-reading.ts';

/** "Increased document size was a factor": the word describes what the sentence is about, and is no verb of it. */
export function describesSubject(tokens: readonly Token[], index: number): boolean {
  const [next, ...rest] = tokens.slice(index + 1).map((token) => token.word);
  if (next === undefined || objectOpeners.has(next)) return false;
  const end = rest.findIndex((word) => clauseEnds.test(word));
  return rest.slice(0, end < 0 ? rest.length : end).some((word) => /^(?:is|are|was|were)$/.test(word));
}

const clauseEnds =
  /^(?:[,;:()]|and|but|so|as|that|which|who|where|because|since|if|when|while|until|after|before|it|this|there|they|we|i|what|how)$/;

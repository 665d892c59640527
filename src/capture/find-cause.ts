import type { SentenceReading } from './read-thread.ts';
import { causeCues, notCause } from './rules/cause-cues.ts';

const explicit = 5;

/**
 * What the thread says was the cause: the sentence with the strongest claim (of two explicit ones the later, since
 * people learn; of two hints the earlier). At most 500 characters; null when nobody says.
 */
export function findCause(sentences: readonly SentenceReading[]): string | null {
  let best: { text: string; weight: number } | null = null;
  for (const sentence of sentences) {
    const weight = weightOf(sentence);
    if (weight === 0) continue;
    const wins = best === null || weight > best.weight || (weight === best.weight && weight >= explicit);
    if (wins) best = { text: sentence.text, weight };
  }
  return best === null ? null : best.text.replace(/\s+/g, ' ').slice(0, 500).trim();
}

function weightOf(sentence: SentenceReading): number {
  if (sentence.noise || sentence.message.isBot || sentence.text.length < 12) return 0;
  if (notCause.some((rule) => rule.pattern.test(sentence.text))) return 0;
  return Math.max(0, ...causeCues.filter((cue) => cue.pattern.test(sentence.text)).map((cue) => cue.weight));
}

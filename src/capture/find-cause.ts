import type { SentenceReading, ThreadReading } from './read-thread.ts';
import { causeCues, causeFollows, causeOpening, noExplanation, notCause } from './rules/cause-cues.ts';

const explicit = 5;
/** In a chat the first message tells the trouble: what it says counts only when it claims to know why. */
const claimed = 6;
/** Weight of what follows "that was it." */
const following = 7;
/** "Looks like it": a guess that names nothing. */
const guess = 2;

/**
 * What the thread says was the cause: the sentence with the strongest claim (of two explicit ones the later, since
 * people learn; of two hints the earlier). At most 500 characters; null when nobody says.
 */
export function findCause({ sentences, style }: ThreadReading): string | null {
  const leastInRoot = style === 'chat' ? claimed : 1;
  let best: { text: string; weight: number } | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const weight = weightOf(sentence, sentences[index - 1], leastInRoot);
    if (weight === 0) continue;
    const wins = best === null || weight > best.weight || (weight === best.weight && weight >= explicit);
    if (wins) best = { text: sentence.text, weight };
  }
  if (best === null) return null;
  const text = best.text.replace(/\s+/g, ' ').replace(causeOpening, '').trim();
  return (text.length < 3 ? best.text : text).slice(0, 500).trim();
}

function weightOf(
  sentence: SentenceReading,
  before: SentenceReading | undefined,
  leastInRoot: number,
): number {
  if (sentence.noise || sentence.isCode || sentence.message.isBot || sentence.text.length < 12) return 0;
  if (notCause.some((rule) => rule.pattern.test(sentence.text))) return 0;
  const text = sentence.isRoot && leastInRoot > 1 ? withoutQuotes(sentence.text) : sentence.text;
  const told = Math.max(0, ...causeCues.filter((cue) => cue.pattern.test(text)).map((cue) => cue.weight));
  if (sentence.isRoot && told < leastInRoot) return 0;
  if (told <= guess && text.split(/\s+/).length < 5) return 0;
  if (sentence.outcome !== null && sentence.outcome.meaning !== 'worked' && told < explicit) return 0;
  return Math.max(told, explains(sentence, before) ? following : 0);
}

/** "That was it. The retry path never gives its connection back": the second sentence of the same message. */
function explains(sentence: SentenceReading, before: SentenceReading | undefined): boolean {
  return (
    before?.message === sentence.message &&
    causeFollows.test(before.text) &&
    sentence.action === null &&
    sentence.outcome === null &&
    !noExplanation.test(sentence.text)
  );
}

/** An error's own words claim nothing. */
function withoutQuotes(text: string): string {
  return text.replace(/`[^`\n]{0,600}`|"[^"\n]{0,600}"/g, '…');
}

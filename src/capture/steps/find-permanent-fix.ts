import { nonPermanentCues, permanentCues } from '../patterns/fix-cues.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';

const maxTextChars = 600;

/** What is to keep the problem from coming back, at most 600 characters; `cue` names the rule that found it. */
export type PermanentFix = { text: string; sentence: SentenceReading; cue: string };

export function findPermanentFix(sentences: readonly SentenceReading[]): PermanentFix | null {
  const collected = sentences.filter(
    (each) =>
      !each.isRoot &&
      each.noiseCue === null &&
      !each.isCode &&
      !each.message.isBot &&
      !each.text.endsWith('?') &&
      !nonPermanentCues.some((rule) => rule.pattern.test(each.text)),
  );
  const endSentence =
    sentences.findLast((each) => each.outcome?.meaning === 'worked') ??
    sentences.findLast((each) => each.outcome?.meaning === 'partial');
  const later =
    endSentence === undefined
      ? []
      : collected.filter((each) => sentences.indexOf(each) >= sentences.indexOf(endSentence));
  for (const cue of permanentCues) {
    const found = (cue.afterEnd === true ? later : collected).find((each) => cue.pattern.test(each.text));
    if (found === undefined) continue;
    const text = withTicket(found, sentences).replace(/\s+/g, ' ').slice(0, maxTextChars);
    return { text, sentence: found, cue: cue.cue };
  }
  return null;
}

/** The plan, and the ticket's key that follows it as a sentence of its own. */
function withTicket(found: SentenceReading, sentences: readonly SentenceReading[]): string {
  const next = sentences[sentences.indexOf(found) + 1];
  return next?.message === found.message && /^\W*[A-Z][A-Z0-9]+-\d+\W*$/.test(next.text)
    ? `${found.text} ${next.text}`
    : found.text;
}

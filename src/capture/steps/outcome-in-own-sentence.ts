import type { OutcomeMeaning } from '../patterns/outcome-cues.ts';
import { readOutcomeOfStep } from '../sentences/read-outcome.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';

const namesResolution =
  /(?<!\bto )\b(?:resolved|fixed|mitigated|solved|repaired|restored|remediated|addressed|fix|repair|resolution)\b/i;

/** What the words around an action say came of it ("restarted it, no change"); `isNamedFix`: they call it the fix. */
export function outcomeInOwnSentence(
  { action, text }: SentenceReading,
  isNamedFix: boolean,
): OutcomeMeaning | null {
  if (action === null) return isNamedFix && namesResolution.test(text) ? 'worked' : null;
  const rest = text.slice(action.at).replace(/^\S+/, '');
  const before = text.slice(0, action.at);
  const outcomeAfter = readOutcomeOfStep(rest);
  if (outcomeAfter !== null) return outcomeAfter;
  if (/\bafter\b/i.test(before)) return readOutcomeOfStep(before);
  return isNamedFix && namesResolution.test(text) ? 'worked' : null;
}

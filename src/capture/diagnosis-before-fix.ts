import type { Step } from '../library/step.ts';
import type { SentenceReading, ThreadReading } from './read-thread.ts';
import { noExplanation, notCause } from './rules/cause-cues.ts';

/** So many messages before the fix. */
const mostBack = 4;
const leastWords = 5;

/**
 * Where nobody names a cause: what somebody stated last before the act that worked ("every insert queues behind that
 * lock"), because people find it, say it and mend it. At most two sentences of one message; null without one.
 */
export function diagnosisBeforeFix({ sentences }: ThreadReading, steps: readonly Step[]): string | null {
  const fixedBy = steps.find((step) => step.outcome === 'worked')?.evidence[0]?.ts;
  const fix = sentences.findIndex((each) => each.message.ts === fixedBy && each.action !== null);
  if (fix < 0) return null;
  const acts = new Set(steps.map((step) => step.evidence[0]?.ts));
  const messages = [...new Set(sentences.slice(0, fix + 1).map((each) => each.message))].slice(-mostBack - 1);
  for (const message of messages.reverse()) {
    const told = sentences
      .slice(0, fix)
      .filter((each) => each.message === message && states(each, acts))
      .slice(-2);
    if (told.length > 0) return told.map((each) => each.text).join(' ');
  }
  return null;
}

/** Whether a sentence only states how something is. */
function states(sentence: SentenceReading, acts: ReadonlySet<string | undefined>): boolean {
  const { text, noise, isCode, isRoot, action, command, outcome, message } = sentence;
  if (noise || isCode || isRoot || message.isBot || command !== null || outcome !== null) return false;
  if (action !== null && (action.stance !== 'done' || acts.has(message.ts))) return false;
  if (/\?\s*$/.test(text) || text.split(/\s+/).length < leastWords || !verbOfState.test(text)) return false;
  return (
    !noExplanation.test(text) && !notCause.some((rule) => rule.pattern.test(text)) && !ofPeople.test(text)
  );
}

const verbOfState =
  /\b(?:is|are|was|were|isn'?t|aren'?t|wasn'?t|has|had|have|it'?s|that'?s|there'?s|they'?re|does|doesn'?t|never|nobody|still|only|says?|sets?|uses?|got|gets?|went|goes|came|comes|contains?|holds?|points?|needs?|keeps?|sits?|sitting)\b/i;

/** What people do and feel, and how far they are, explains nothing. */
const ofPeople =
  /^\W*(?:\w+[,.] )?(?:i|i'?m|i'?ll|i'?ve|we|we'?re|we'?ll|let|you|u|status|impact|eta|no|not)\b|\b(?:on it|looking|checking|investigating|waiting|asking|paging|calling|eta)\b/i;

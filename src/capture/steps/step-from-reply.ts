import type { DraftedSolution } from '../../library/draft.ts';
import { compareTs, type Message } from '../../library/message.ts';
import type { Step } from '../../library/step.ts';
import { plainText } from '../../text/plain-text.ts';
import { hasPromptInjection } from '../../text/prompt-injection-cues.ts';
import { noiseLines } from '../patterns/noise-cues.ts';
import { nonAnswerCues } from '../patterns/non-answer-cues.ts';
import { immediateFix } from './immediate-fix.ts';
import { isoOf } from './pending-step.ts';

const maxTextChars = 240;
const maxQuoteChars = 300;

/**
 * A draft without a step, with the first line by which somebody answered our question what fixed it (posted at
 * `askedTs`): their word is the step and its proof. The draft as it is when nobody has.
 */
export function withStepFromReply(
  draft: DraftedSolution,
  replies: readonly Message[],
  askedTs: string,
): DraftedSolution {
  const later = replies.filter((reply) => compareTs(reply.ts, askedTs) > 0);
  const answer = later.toSorted((a, b) => compareTs(a.ts, b.ts)).find((reply) => isAnswer(reply));
  if (answer === undefined) return draft;
  const steps = [stepFromReply(answer)];
  const fix = { ...draft.content.fix, immediate: immediateFix(steps) };
  return { ...draft, content: { ...draft.content, steps, fix }, proven: true };
}

function isAnswer({ text, isBot }: Message): boolean {
  const words = plainText(text).trim();
  if (isBot || words.split(/\s+/).length < 2 || hasPromptInjection(text)) return false;
  return ![...nonAnswerCues, ...noiseLines].some((rule) => rule.pattern.test(words));
}

function stepFromReply({ ts, userId, text }: Message): Step {
  const line = plainText(text).replace(/\s+/g, ' ').trim();
  const capitalized = line.slice(0, 1).toUpperCase() + line.slice(1);
  return {
    text:
      capitalized.length > maxTextChars
        ? `${capitalized.slice(0, maxTextChars - 1).trimEnd()}…`
        : capitalized,
    command: /`([^`\n]+)`/.exec(text)?.[1]?.trim() ?? null,
    outcome: 'worked',
    by: userId,
    at: isoOf(ts),
    evidence: [{ ts, quote: text.slice(0, maxQuoteChars) }],
  };
}

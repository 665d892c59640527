import type { DraftedSolution } from '../../library/draft.ts';
import { compareTs, type ThreadMessage } from '../../library/message.ts';
import type { Step } from '../../library/step.ts';
import { speaksToModel } from '../../text/instruction-cues.ts';
import { plainText } from '../../text/plain-text.ts';
import { noAnswers } from '../patterns/no-answer-cues.ts';
import { noiseLines } from '../patterns/noise-cues.ts';
import { immediateFix } from './find-fix.ts';
import { isoOf } from './pending-step.ts';

const mostText = 240;
const mostQuote = 300;

/**
 * A draft without a step, with the first line by which somebody answered our question what fixed it (posted at
 * `askedTs`): their word is the step and its proof. The draft as it is when nobody has.
 */
export function withAnswer(
  draft: DraftedSolution,
  replies: readonly ThreadMessage[],
  askedTs: string,
): DraftedSolution {
  const later = replies.filter((reply) => compareTs(reply.ts, askedTs) > 0);
  const answer = later.toSorted((a, b) => compareTs(a.ts, b.ts)).find((reply) => isAnswer(reply));
  if (answer === undefined) return draft;
  const steps = [stepOf(answer)];
  const fix = { ...draft.content.fix, immediate: immediateFix(steps) };
  return { ...draft, content: { ...draft.content, steps, fix }, proven: true };
}

function isAnswer({ text, isBot }: ThreadMessage): boolean {
  const words = plainText(text).trim();
  if (isBot || words.split(/\s+/).length < 2 || speaksToModel(text)) return false;
  return ![...noAnswers, ...noiseLines].some((rule) => rule.pattern.test(words));
}

function stepOf({ ts, userId, text }: ThreadMessage): Step {
  const line = plainText(text).replace(/\s+/g, ' ').trim();
  const told = line.slice(0, 1).toUpperCase() + line.slice(1);
  return {
    text: told.length > mostText ? `${told.slice(0, mostText - 1).trimEnd()}…` : told,
    command: /`([^`\n]+)`/.exec(text)?.[1]?.trim() ?? null,
    outcome: 'worked',
    by: userId,
    at: isoOf(ts),
    evidence: [{ ts, quote: text.slice(0, mostQuote) }],
  };
}

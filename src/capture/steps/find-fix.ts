import type { SolutionContent } from '../../library/solution.ts';
import type { Step } from '../../library/step.ts';
import { commandLines } from '../actions/read-command.ts';
import { nonPermanentCues, permanentCues } from '../patterns/fix-cues.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';

const maxTextChars = 600;
const maxFixChars = 1_200;

/** What ended the trouble (the steps that worked, else those that helped) and what is to keep it from coming back. */
export function findFix(
  steps: readonly Step[],
  sentences: readonly SentenceReading[],
): SolutionContent['fix'] {
  return { immediate: immediateFix(steps), permanent: findPermanentFix(sentences) };
}

/** The steps that worked, else those that helped, each with its commands; null without one. At most 1,200 characters. */
export function immediateFix(steps: readonly Step[]): string | null {
  const worked = steps.filter((step) => step.outcome === 'worked');
  return joinSteps(worked.length > 0 ? worked : steps.filter((step) => step.outcome === 'partial'));
}

/** Whole acts with their commands, as many as fit. */
function joinSteps(steps: readonly Step[]): string | null {
  const collected: string[] = [];
  for (const step of steps) {
    const action = actionWithCommand(step);
    if (collected.length > 0 && [...collected, action].join('; ').length > maxFixChars) break;
    collected.push(action);
  }
  const text = collected.join('; ');
  if (text === '') return null;
  return text.length > maxFixChars ? `${text.slice(0, maxFixChars - 1).trimEnd()}…` : text;
}

function actionWithCommand({ text, command }: Step): string {
  const words = text.replace(/[.:;,\s]+$/, '');
  const lines = commandLines(command ?? '').filter((line) => !text.includes(line));
  return lines.length === 0 ? words : `${words}: ${lines.map((line) => `\`${line}\``).join(', ')}`;
}

function findPermanentFix(sentences: readonly SentenceReading[]): string | null {
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
    if (found !== undefined) return withTicket(found, sentences).replace(/\s+/g, ' ').slice(0, maxTextChars);
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

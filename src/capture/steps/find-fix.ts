import type { SolutionContent } from '../../library/solution.ts';
import type { Step } from '../../library/step.ts';
import { commandLines } from '../actions/read-command.ts';
import { notPermanent, permanentCues } from '../patterns/fix-cues.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';

const mostText = 600;
const mostFix = 1_200;

/** What ended the trouble (the steps that worked, else those that helped) and what is to keep it from coming back. */
export function findFix(
  steps: readonly Step[],
  sentences: readonly SentenceReading[],
): SolutionContent['fix'] {
  return { immediate: immediateFix(steps), permanent: permanentIn(sentences) };
}

/** The steps that worked, else those that helped, each with its commands; null without one. At most 1,200 characters. */
export function immediateFix(steps: readonly Step[]): string | null {
  const worked = steps.filter((step) => step.outcome === 'worked');
  return joined(worked.length > 0 ? worked : steps.filter((step) => step.outcome === 'partial'));
}

/** Whole acts with their commands, as many as fit. */
function joined(steps: readonly Step[]): string | null {
  const told: string[] = [];
  for (const step of steps) {
    const act = actWithCommand(step);
    if (told.length > 0 && [...told, act].join('; ').length > mostFix) break;
    told.push(act);
  }
  const text = told.join('; ');
  if (text === '') return null;
  return text.length > mostFix ? `${text.slice(0, mostFix - 1).trimEnd()}…` : text;
}

function actWithCommand({ text, command }: Step): string {
  const words = text.replace(/[.:;,\s]+$/, '');
  const lines = commandLines(command ?? '').filter((line) => !text.includes(line));
  return lines.length === 0 ? words : `${words}: ${lines.map((line) => `\`${line}\``).join(', ')}`;
}

function permanentIn(sentences: readonly SentenceReading[]): string | null {
  const told = sentences.filter(
    (each) =>
      !each.isRoot &&
      !each.noise &&
      !each.isCode &&
      !each.message.isBot &&
      !each.text.endsWith('?') &&
      !notPermanent.some((rule) => rule.pattern.test(each.text)),
  );
  const end =
    sentences.findLast((each) => each.outcome?.meaning === 'worked') ??
    sentences.findLast((each) => each.outcome?.meaning === 'partial');
  const later =
    end === undefined ? [] : told.filter((each) => sentences.indexOf(each) >= sentences.indexOf(end));
  for (const cue of permanentCues) {
    const found = (cue.afterEnd === true ? later : told).find((each) => cue.pattern.test(each.text));
    if (found !== undefined) return withTicket(found, sentences).replace(/\s+/g, ' ').slice(0, mostText);
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

import { isSameStep, stepActionOf } from '../../library/same-step.ts';
import { type SolutionContent, stepsThatFailed, stepsThatWorked } from '../../library/solution.ts';
import type { Step } from '../../library/step.ts';
import type { PrecedentView } from '../../match/describe-precedents.ts';
import { contradictionLines } from './contradiction-words.ts';
import { escapeMrkdwn } from './escape.ts';
import { context, optional, type Part, section } from './limits.ts';
import { containsCommand, proseWithCommand, stepLine } from './step-words.ts';
import {
  confidenceWords,
  dateWords,
  durationWords,
  effectivenessWords,
  link,
  oneLine,
  timesWords,
  titleWords,
} from './wording.ts';

/** The fix may be long, yet a phone shows what it is first. */
const maxLeadChars = 1_200;
const maxSteps = 6;
const maxFailures = 4;

/**
 * One precedent in full, the fix first. The first block is the point; what follows may go when there is no room. What
 * failed in `others` that are as good as sure is warned of, too: the next person would try it first.
 */
export function precedentParts(view: PrecedentView, others: PrecedentView[] = []): Part[] {
  const parts: Part[] = [section(`${leadLines(view)}\n${summaryLine(view)}`)];
  const { permanent } = view.content.fix;
  const steps = remainingSteps(view.content);
  const failed = failuresOf(view, others);
  const mixed = contradictionLines(view.contradictions);
  if (mixed !== '') parts.push(section(`:warning: *It went both ways*\n${mixed}`));
  if (failed.length > 0) parts.push(section(`:warning: *What not to do*\n${failureLines(failed)}`));
  if (steps.length > 0) parts.push(optional(section(`*What worked then*\n${workedLines(steps)}`)));
  if (permanent !== null && permanent.trim() !== '') {
    parts.push(optional(section(`*For good:* ${escapeMrkdwn(permanent.trim(), 600)}`)));
  }
  if (view.content.rootCause !== null && view.content.rootCause.trim() !== '') {
    parts.push(optional(section(`*Cause then:* ${escapeMrkdwn(view.content.rootCause.trim(), 500)}`)));
  }
  parts.push(context(sourceLine(view)));
  return parts;
}

/** One precedent in one line of mrkdwn. */
export function precedentLine(view: PrecedentView): string {
  const words = [
    `*${titleWords(view.title, 150)}*`,
    confidenceWords(view.confidence),
    effectivenessWords(view.effectiveness),
    threadLink(view),
  ];
  return words.join(' · ');
}

/** The fix in a sentence without markup, for notifications; null when no one knows one. */
export function fixInWords(content: SolutionContent): string | null {
  const { immediate, permanent } = content.fix;
  const step = stepsThatWorked(content).at(-1);
  const words = [immediate, step?.text, step?.command, permanent];
  return words.find((text) => text !== null && text !== undefined && text.trim() !== '')?.trim() ?? null;
}

function leadLines(view: PrecedentView): string {
  const { immediate, permanent } = view.content.fix;
  const { worked, partial, failed } = view.effectiveness;
  const lead = failed > worked + partial ? ':warning: *Tried again, mostly without success:*' : '*Fix:*';
  if (immediate !== null && immediate.trim() !== '') {
    return `${lead} ${proseWithCommand(immediate, commandIn(immediate, view.content), maxLeadChars)}`;
  }
  const step = stepsThatWorked(view.content).at(-1);
  if (step !== undefined) return `${lead} ${proseWithCommand(step.text, step.command, maxLeadChars)}`;
  if (permanent !== null && permanent.trim() !== '')
    return '*No quick fix is known*, only one for good (below)';
  return '*Seen before, and no fix is known*';
}

function summaryLine(view: PrecedentView): string {
  const minutes = view.timeToResolutionMinutes;
  const words = [
    `*${titleWords(view.title, 200)}*`,
    confidenceWords(view.confidence),
    ...seenWords(view),
    effectivenessWords(view.effectiveness),
    ...(minutes === null ? [] : [`took ${durationWords(minutes)}`]),
  ];
  return words.join(' · ');
}

/** "seen 3 times, last on 3 Mar 2026", from the second time on. */
function seenWords({ seen, lastOccurredAt }: PrecedentView): string[] {
  return seen < 2 ? [] : [`seen ${timesWords(seen)}, last on ${dateWords(lastOccurredAt)}`];
}

/** The steps that the lead has not said already. */
function remainingSteps(content: SolutionContent): Step[] {
  const worked = stepsThatWorked(content);
  const [only] = worked;
  if (worked.length !== 1 || only === undefined) return worked;
  const { immediate } = content.fix;
  if (immediate === null || immediate.trim() === '') return [];
  const isInLead =
    plain(immediate).includes(plain(only.command ?? only.text)) || plain(immediate) === plain(only.text);
  return isInLead ? [] : worked;
}

function workedLines(steps: Step[]): string {
  const lines = steps.slice(0, maxSteps).map((step, index) => {
    const partly = step.outcome === 'partial' ? ' (partly)' : '';
    return `${index + 1}. ${proseWithCommand(step.text, step.command, 450)}${partly}`;
  });
  return [...lines, ...more(steps.length - maxSteps)].join('\n');
}

/** From this confidence on, another precedent's failures count for this problem. */
const likelyFrom = 0.6;

/** Each action once, in whatever words: what the first precedent says of it, with whatever outcome, stands there. */
function failuresOf(view: PrecedentView, others: PrecedentView[]): Step[] {
  const mentioned = view.content.steps.map(stepActionOf);
  const failed = [...stepsThatFailed(view.content)];
  for (const other of others.filter(({ confidence }) => confidence >= likelyFrom)) {
    for (const step of stepsThatFailed(other.content)) {
      const action = stepActionOf(step);
      if (mentioned.some((known) => isSameStep(known, action))) continue;
      mentioned.push(action);
      failed.push(step);
    }
  }
  return failed;
}

function failureLines(steps: Step[]): string {
  const worstFirst = steps.toSorted(
    (a, b) => Number(b.outcome === 'made_worse') - Number(a.outcome === 'made_worse'),
  );
  const lines = worstFirst
    .slice(0, maxFailures)
    .map(
      (step) => `• ${stepLine(step, 200)} – ${step.outcome === 'made_worse' ? 'made it worse' : 'no effect'}`,
    );
  return [...lines, ...more(steps.length - maxFailures)].join('\n');
}

function more(count: number): string[] {
  return count > 0 ? [`…and ${count} more in the thread`] : [];
}

function sourceLine(view: PrecedentView): string {
  const why = view.why.slice(0, 4).map((reason) => oneLine(reason, 140));
  const matched = why.length > 0 ? ` · Matched: ${why.join(', ')}` : '';
  return `From ${threadLink(view)}${matched}`;
}

function threadLink(view: PrecedentView): string {
  return link(view.permalink, `the thread of ${dateWords(view.occurredAt)}`);
}

function commandIn(text: string, content: SolutionContent): string | null {
  const commands = stepsThatWorked(content).flatMap((step) =>
    step.command === null ? [] : [step.command.trim()],
  );
  return commands.find((command) => containsCommand(text, command)) ?? null;
}

function plain(text: string): string {
  return text
    .replace(/[`\s]+/g, ' ')
    .trim()
    .replace(/\.$/, '')
    .toLowerCase();
}

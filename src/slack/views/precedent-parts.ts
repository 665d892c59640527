import { isSameStep, stepActionOf } from '../../library/same-step.ts';
import { type SolutionContent, stepsThatFailed, stepsThatWorked } from '../../library/solution.ts';
import type { Step } from '../../library/step.ts';
import type { PrecedentView } from '../../match/describe-precedents.ts';
import { destructiveWordsOf } from '../../text/destructive-commands.ts';
import { contradictionLines } from './contradiction-words.ts';
import { escapeMrkdwn } from './escape.ts';
import { commandsOf, fixInWords, fixLines, safeFixInWords, valueLines } from './fix-words.ts';
import { context, optional, type Part, section } from './limits.ts';
import { proseWithCommand, stepLine } from './step-words.ts';
import {
  confidencePercent,
  confidenceWords,
  dateWords,
  dayWords,
  durationWords,
  effectivenessWords,
  link,
  oneLine,
  timesWords,
  titleWords,
} from './wording.ts';

const maxFailures = 6;

/**
 * One precedent on one screen of a phone: what it is the same as, the fix, at most one warning, how it did. Everything
 * else is behind Show more. What failed in `others` that are as good as sure is warned of, too.
 */
export function precedentParts(view: PrecedentView, others: PrecedentView[] = []): Part[] {
  const lines = view.isPastIncident ? pastIncidentLines(view) : solutionLines(view);
  const warning = warningLine(view, others);
  const parts: Part[] = [
    section([headline(view), ...lines, ...(warning === null ? [] : [warning])].join('\n')),
  ];
  const record = recordWords(view);
  if (record !== '') parts.push(context(record));
  return parts;
}

/** One precedent in one line of mrkdwn. */
export function precedentLine(view: PrecedentView): string {
  const fix = view.isPastIncident ? 'no fix was written down' : safeFixInWords(view.content, 120);
  const words = [
    `${confidenceWords(confidenceOf(view))} ${link(view.permalink, titleWords(view.title, 120))}`,
    ...otherServiceWords(view),
    ...(fix === null ? [] : [fix]),
  ];
  return words.join(' · ');
}

/** All that is known of a precedent, for who asked for more. */
export function precedentDetails(view: PrecedentView): Part[] {
  const { content } = view;
  const parts: Part[] = [
    section([headline(view), ...(view.isPastIncident ? pastIncidentLines(view) : wholeFix(view))].join('\n')),
  ];
  const worked = view.isPastIncident ? [] : stepsThatWorked(content);
  if (worked.length > 0) parts.push(section(`*What worked then, in order*\n${workedLines(worked)}`));
  for (const danger of dangersOf(view)) parts.push(context(danger));
  const mixed = contradictionLines(view.contradictions);
  if (mixed !== '') parts.push(section(`:warning: *It went both ways*\n${mixed}`));
  const failed = stepsThatFailed(content);
  if (failed.length > 0) parts.push(section(`*What did not help*\n${failureLines(failed)}`));
  const { permanent } = content.fix;
  if (permanent !== null && permanent.trim() !== '')
    parts.push(optional(section(`*For good:* ${escapeMrkdwn(permanent.trim(), 1_500)}`)));
  if (content.rootCause !== null && content.rootCause.trim() !== '')
    parts.push(optional(section(`*Cause then:* ${escapeMrkdwn(content.rootCause.trim(), 1_500)}`)));
  const why = view.why.slice(0, 6).map((reason) => oneLine(reason, 160));
  parts.push(context(`*Why this?* ${[`${confidencePercent(view.confidence)} sure`, ...why].join(' · ')}`));
  return parts;
}

/** A precedent of another service is never more than possible, however alike it reads. */
export function confidenceOf(view: PrecedentView): number {
  return isOtherService(view) ? Math.min(view.confidence, 0.5) : view.confidence;
}

/** "Probably the same as <link> · 29 Oct, same service": first of all, whether it is ours at all. */
function headline(view: PrecedentView): string {
  const words = [
    `*${confidenceWords(confidenceOf(view))}* ${link(view.permalink, titleWords(view.title, 150))}`,
    dateWords(view.occurredAt),
    ...otherServiceWords(view),
    ...(view.service.ours !== null && view.service.ours === view.service.theirs ? ['same service'] : []),
    ...(view.seen > 1 ? [`seen ${timesWords(view.seen)}, last ${dayWords(view.lastOccurredAt)}`] : []),
  ];
  return words.join(' · ');
}

function isOtherService({ service: { ours, theirs } }: PrecedentView): boolean {
  return ours !== null && theirs !== null && ours !== theirs;
}

function otherServiceWords(view: PrecedentView): string[] {
  if (!isOtherService(view)) return [];
  const { ours, theirs } = view.service;
  return [`:warning: *other service: ${oneLine(theirs ?? '', 60)}, yours is ${oneLine(ours ?? '', 60)}*`];
}

function solutionLines(view: PrecedentView): string[] {
  // Of another service nobody copies a command by mistake.
  const lines = fixLines(view, { showCommands: !isOtherService(view) });
  if (lines.length > 0) return lines;
  return ['*Seen before, and no fix is known.*'];
}

function pastIncidentLines({ content }: PrecedentView): string[] {
  const tried = content.steps.filter((step) => step.outcome !== 'informational').slice(0, 3);
  const words = tried.map((step) => `${oneLine(step.text, 100)}${outcomeWords(step)}`);
  return ['No fix was written down.', ...(words.length > 0 ? [`Tried: ${words.join('; ')}.`] : [])];
}

function outcomeWords({ outcome }: Step): string {
  if (outcome === 'made_worse') return ' (made it worse)';
  return outcome === 'no_effect' ? ' (no effect)' : '';
}

function wholeFix({ content }: PrecedentView): string[] {
  const words = fixInWords(content);
  if (words === null) return ['*Seen before, and no fix is known.*'];
  const command = commandsOf(content).find((each) => words.includes(each)) ?? null;
  const whole = proseWithCommand(words, command, 2_400);
  return [`*Fix:* ${whole.endsWith('…') ? 'it is long: read it in the thread.' : whole}`];
}

function dangersOf(view: PrecedentView): string[] {
  const commands = view.isPastIncident ? [] : commandsOf(view.content);
  const day = dateWords(view.occurredAt);
  const dangers = commands.flatMap((command) => {
    const danger = destructiveWordsOf(command);
    return danger === null ? [] : [`:warning: \`${commandName(command)}\` ${danger}. It was run on ${day}.`];
  });
  return [...dangers.slice(0, 4), ...valueLines(commands.join('\n'), day)];
}

function commandName(command: string): string {
  return escapeMrkdwn(command.split(/\s+/).slice(0, 2).join(' ').replaceAll('`', ''), 40);
}

/** The one thing that would hurt; what only did nothing is behind Show more. */
function warningLine(view: PrecedentView, others: PrecedentView[]): string | null {
  // What helped elsewhere is no plain warning.
  const [mixed] = contradictionLines(view.contradictions).split('\n');
  if (mixed !== undefined && mixed !== '') return `:warning: It went both ways: ${mixed.replace(/^• /, '')}`;
  const [worst] = failuresOf(view, others).filter(({ outcome }) => outcome === 'made_worse');
  return worst === undefined
    ? null
    : `:warning: Do not: ${stepLine({ text: worst.text, command: null }, 200)} (it made it worse)`;
}

function recordWords(view: PrecedentView): string {
  if (view.isPastIncident) return '';
  const minutes = view.timeToResolutionMinutes;
  const words = [
    effectivenessWords(view.effectiveness),
    ...(minutes === null ? [] : [`usually ${durationWords(minutes)}`]),
  ];
  return words.join(' · ');
}

function workedLines(steps: Step[]): string {
  return steps
    .slice(0, 12)
    .map((step, index) => {
      const partly = step.outcome === 'partial' ? ' (partly)' : '';
      return `${index + 1}. ${wholeStep(step)}${partly}`;
    })
    .join('\n');
}

/** A command is whole, or it is in the thread. */
function wholeStep({ text, command }: Step): string {
  const whole = proseWithCommand(text, command, 1_000);
  return whole.includes('…') && !text.includes('…')
    ? `${oneLine(text, 200)} (the command is in the thread)`
    : whole;
}

/** From this confidence on, another precedent's failures count for this problem. */
const likelyFrom = 0.6;

/** Each action once, in whatever words: what the first precedent says of it, with whatever outcome, stands there. */
function failuresOf(view: PrecedentView, others: PrecedentView[]): Step[] {
  const mentioned = view.content.steps.map(stepActionOf);
  const failed = [...stepsThatFailed(view.content)];
  for (const other of others.filter((each) => confidenceOf(each) >= likelyFrom)) {
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
      (step) =>
        `• ${stepLine({ text: step.text, command: null }, 200)} – ${step.outcome === 'made_worse' ? 'made it worse' : 'no effect'}`,
    );
  const more = steps.length - maxFailures;
  return [...lines, ...(more > 0 ? [`…and ${more} more in the thread`] : [])].join('\n');
}

/** Whether there is a fix to judge. */
export function hasFixToJudge({ isPastIncident }: PrecedentView, content: SolutionContent): boolean {
  return !isPastIncident && fixInWords(content) !== null;
}

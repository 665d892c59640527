import type { Contradiction, StepOccurrence } from '../../library/contradictions.ts';
import type { StepOutcome } from '../../library/step.ts';
import { escapeMrkdwn, quoteCodeInline } from './escape.ts';
import { stepLine } from './step-words.ts';
import { dateWords } from './wording.ts';

const maxLines = 3;

const outcomeWords: Readonly<Record<StepOutcome, string>> = {
  worked: 'worked',
  partial: 'helped in part',
  no_effect: 'had no effect',
  made_worse: 'made it worse',
  informational: 'was looked at',
  unknown: 'was tried',
};

/** Each step that went both ways, with the conditions that differ; '' for none. */
export function contradictionLines(contradictions: readonly Contradiction[]): string {
  return contradictions.slice(0, maxLines).map(contradictionLine).join('\n');
}

function contradictionLine({ step, here, there }: Contradiction): string {
  return `• ${stepLine(step, 200)} – ${occurrenceWords(here, there)}; ${occurrenceWords(there, here)}`;
}

/** "worked on 2 May 2026 in staging with `checkout`": of the conditions only those that are not the same in the other. */
function occurrenceWords(occurrence: StepOccurrence, other: StepOccurrence): string {
  const { environment, service } = occurrence;
  return [
    `${outcomeWords[occurrence.outcome]} on ${dateWords(occurrence.at)}`,
    ...(environment === null || environment === other.environment
      ? []
      : [`in ${escapeMrkdwn(environment, 60)}`]),
    ...(service === null || service === other.service ? [] : [`with ${quoteCodeInline(service, 60)}`]),
  ].join(' ');
}

import type { ActionReading, Style } from '../actions/action-reading.ts';
import type { CommandReading } from '../actions/read-command.ts';
import { remainderCue } from '../patterns/outcome-limits.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';
import { contentWords, type PendingStep } from './pending-step.ts';
import { type Candidate, candidateOf, rejections } from './rejections.ts';
import { stepText } from './step-text.ts';

/** The step of a sentence, or the name of the first rejection (rejections.ts) that holds for it. */
export type StepDecision = { step: PendingStep } | { rejected: string };

/**
 * The first message is the symptom: a step in it counts only when it says what came of it. `endedWell`: something
 * before this sentence already worked, so plans are plans for later.
 */
export function stepFromSentence(sentence: SentenceReading, style: Style, endedWell: boolean): StepDecision {
  const candidate = candidateOf(sentence, style, endedWell);
  const rejection = rejections.find(({ when }) => when(candidate));
  return rejection === undefined ? { step: toPendingStep(candidate) } : { rejected: rejection.name };
}

function toPendingStep(candidate: Candidate): PendingStep {
  const { sentence } = candidate;
  const { action, command, text } = sentence;
  const modality = candidate.modality();
  const ownOutcome = candidate.ownOutcome();
  const outcome = modality === 'suggested' ? null : ownOutcome;
  return {
    modality,
    verb: action?.verb ?? 'run',
    underway: action?.form === 'gerund' || modality === 'planned',
    isNominal: action?.form === 'noun',
    isResultingState: action?.form === 'state',
    isDiagnostic: isDiagnosticOnly(action, command),
    words: contentWords(text),
    by: sentence.message.userId,
    firstMention: sentence,
    text: stepText(sentence),
    command: command?.command ?? null,
    isCommandOnly: action === null,
    leavesRemainder: ownOutcome === 'partial' && remainderCue.test(text),
    outcome,
    outcomeReason: outcome === null ? null : 'the sentence that reports it says so',
    outcomeShownBy: outcome === null ? null : sentence,
    evidence: [sentence],
    isNamedFix: candidate.isNamedFix(),
  };
}

/** "Ran `kubectl describe`" is as good as the command alone. */
function isDiagnosticOnly(action: ActionReading | null, command: CommandReading | null): boolean {
  const isRun = action === null || (action.verb === 'run' && command !== null);
  return isRun ? (command?.readOnly ?? false) : action.isDiagnostic;
}

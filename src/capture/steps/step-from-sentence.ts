import { decodeEntities } from '../../text/plain-text.ts';
import type { ActionReading, Style } from '../actions/action-reading.ts';
import { isThirdPartyAction } from '../actions/is-third-party-action.ts';
import { type CommandReading, commandLines } from '../actions/read-command.ts';
import { immediateCues, isPlanForLater, namedPermanentFix } from '../patterns/fix-cues.ts';
import {
  announcesAction,
  deferralCue,
  plannedCues,
  prohibition,
  questionStarts,
  requestOrAdvice,
  requestPrefixes,
} from '../patterns/modality-cues.ts';
import type { OutcomeMeaning } from '../patterns/outcome-cues.ts';
import { remainderCue } from '../patterns/outcome-limits.ts';
import { processCues } from '../patterns/process-cues.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';
import { contentWords, type PendingStep } from './pending-step.ts';
import { readOutcomeOfStep } from './read-outcome.ts';

/**
 * The step that a sentence tells of, or null. The first message is the symptom: a step in it counts only when it says
 * what came of it. `endedWell`: something before this sentence already worked, so plans are plans for later.
 */
export function stepFromSentence(
  sentence: SentenceReading,
  style: Style,
  endedWell: boolean,
): PendingStep | null {
  const { action, command, text } = sentence;
  if (sentence.noise || (action === null && (command === null || sentence.message.isBot))) return null;
  const isNamedFix = immediateCues.some((cue) => cue.pattern.test(text));
  if (command === null && !isNamedFix && processCues.some((rule) => rule.pattern.test(text))) return null;
  if (namedPermanentFix.some((cue) => cue.pattern.test(text))) return null;
  if (action !== null && action.form !== 'past' && isDeferred(text.slice(action.at))) return null;
  if (action !== null && !isNamedFix && isThirdPartyAction(text, action)) return null;
  const ownOutcome = outcomeInOwnSentence(sentence, isNamedFix);
  if (sentence.mentionsHarm && !isNamedFix && !(ownOutcome === 'worked' && teamSubject.test(text)))
    return null;
  if (sentence.isRoot && (ownOutcome === null || ownOutcome === 'worked' || isProblemItself(sentence)))
    return null;
  if (startsAfter.test(text) && ownOutcome === null) return null;
  if (endedWell && command === null && isCleanup(text, action, ownOutcome)) return null;
  if (
    action?.isDiagnostic === true &&
    command === null &&
    (action.form === 'gerund' || text.split(/\s+/).length < 3)
  )
    return null;
  const modality = modalityIn(sentence, style);
  const isPerformed = modality === 'performed' && action?.form !== 'gerund';
  if (!isPerformed && !isNamedFix && isPlanForLater(text, endedWell)) return null;
  if (action === null && command?.readOnly === true && modality !== 'performed') return null;
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
    text:
      action === null &&
      command?.readOnly !== true &&
      sentence.precedingSentence !== null &&
      announcesAction.test(sentence.precedingSentence)
        ? stepText(sentence.precedingSentence, null)
        : stepText(text, command?.command ?? null),
    command: command?.command ?? null,
    isCommandOnly: action === null,
    leavesRemainder: ownOutcome === 'partial' && remainderCue.test(text),
    outcome: modality === 'suggested' ? null : ownOutcome,
    evidence: [sentence],
    isNamedFix,
  };
}

/** "Ran `kubectl describe`" is as good as the command alone. */
function isDiagnosticOnly(action: ActionReading | null, command: CommandReading | null): boolean {
  const isRun = action === null || (action.verb === 'run' && command !== null);
  return isRun ? (command?.readOnly ?? false) : action.isDiagnostic;
}

/** "Put it back, argue later": what waits is another thing than the act, unless the time stands alone. */
function isDeferred(fromAction: string): boolean {
  const [clause = '', ...rest] = fromAction.split(/[,;]/);
  const times = rest.map((part) => part.trim().replace(/^(?:but|and|just) /, ''));
  return deferralCue.test(clause) || times.some((part) => part.search(deferralCue) === 0);
}

/** Once it is over: a limit back as it was, a node let in again. */
const restoresNormal =
  /\b(?:put|set|turned|switched|scaled|brought|removed|disabled|lifted|enabled|re-?enabled|unpaused|uncordoned)\b[^\n]{0,60}\b(?:back|again|to normal)\b|^\W*un\w+ed\W*$/i;
const backToNormal = /\b(?:put|set|turn(?:ed)?|switched|scaled|brought) [^\n,;]{1,50} back to normal\b/i;
/** "As an experiment", "to see": tried for something, and not to have it as it was. */
const trialCue = /\bas an? (?:experiment|test|trial)\b|\bto (?:try|test|see|check)\b/i;

function isCleanup(text: string, action: ActionReading | null, ownOutcome: OutcomeMeaning | null): boolean {
  if (ownOutcome !== null) return backToNormal.test(text);
  if (action?.form === 'state') return /(?<!\bnot )\bback\b/i.test(text);
  return action !== null && restoresNormal.test(text) && !trialCue.test(text);
}

const teamSubject = /\b(?:we|i|they|team)\b/i;
const startsAfter = /^(?:\w+ )?(?:after|following)\b/i;
const namesResolution =
  /(?<!\bto )\b(?:resolved|fixed|mitigated|solved|repaired|restored|remediated|addressed|fix|repair|resolution)\b/i;

/** "The upgrade fails at the last node": what is wrong, and not what was tried against it. */
function isProblemItself({ action, text }: SentenceReading): boolean {
  return (
    action?.form === 'noun' &&
    /^\S+[^.,\n]{0,60}? (?:fail(?:s|ed|ing)?|(?:is |are |got |gets )?stuck|hangs?|hung|broke)\b/i.test(
      text.slice(action.at),
    )
  );
}

function outcomeInOwnSentence(sentence: SentenceReading, isNamedFix: boolean): OutcomeMeaning | null {
  const { action, text } = sentence;
  if (action === null) return isNamedFix && namesResolution.test(text) ? 'worked' : null;
  const rest = text.slice(action.at).replace(/^\S+/, '');
  const before = text.slice(0, action.at);
  const outcomeAfter = readOutcomeOfStep(rest);
  if (outcomeAfter !== null) return outcomeAfter;
  if (/\bafter\b/i.test(before)) return readOutcomeOfStep(before);
  return isNamedFix && namesResolution.test(text) ? 'worked' : null;
}

function modalityIn(sentence: SentenceReading, style: Style): PendingStep['modality'] {
  const { action, text, precedingSentence } = sentence;
  if (
    precedingSentence !== null &&
    (/\?\s*$/.test(precedingSentence) ||
      requestOrAdvice.test(precedingSentence) ||
      prohibition.test(precedingSentence))
  )
    return 'suggested';
  const isQuestion =
    /\?\s*$/.test(text) || (style === 'chat' && action?.verb !== 'repeat' && questionStarts.test(text));
  if (isQuestion) return 'suggested';
  if (action === null) {
    if (/^(?:`|\$|#)/.test(text) && style === 'report') return 'performed';
    if (requestOrAdvice.test(text)) return 'suggested';
    return plannedCues.test(text) ? 'planned' : 'performed';
  }
  if (action.modality === 'suggested')
    return style === 'report' && !requestOrAdvice.test(text) && !possibilityCue.test(text.slice(0, action.at))
      ? 'performed'
      : 'suggested';
  if (style === 'chat' && requestOrAdvice.test(text.slice(0, action.at)) && action.modality === 'performed')
    return 'suggested';
  return action.modality;
}

/** "We might set it to 1": thought of, in a report as well. */
const possibilityCue =
  /\b(?:might|could|should|may|would|can|will be|(?:discussion|discuss\w*|talk\w*|debate\w*) (?:about|of|on))\b/i;

function isOnlyCommand(text: string, command: string): boolean {
  const first = command.split('\n')[0] ?? command;
  return (
    text.includes('\n') ||
    decodeEntities(text)
      .replace(/^\S*[$#%>]\s+|`/g, '')
      .startsWith(first)
  );
}

const maxTextChars = 240;
/** "…, that fixed it": the outcome is kept as such. */
const outcomeTail =
  /[,;]? (?:and |- )?(?:that|which|this) (?:fixed|did|solved|resolved|worked|helped|sorted|seems to have (?:fixed|worked|helped))\b[^,;]{0,30}$/i;

function stepText(text: string, command: string | null): string {
  if (command !== null && isOnlyCommand(text, command)) {
    const commands = commandLines(command).map((line) => `\`${line}\``);
    return `Ran ${commands.join(', ')}`;
  }
  const oneLine = text.replace(/\s+/g, ' ').trim();
  const bare = oneLine
    .replace(requestPrefixes, '')
    .replace(outcomeTail, '')
    .replace(/\s*\?+$/, '')
    .trim();
  const kept = bare.length < 3 ? oneLine : bare;
  const capitalized = kept.slice(0, 1).toUpperCase() + kept.slice(1);
  return capitalized.length > maxTextChars
    ? `${capitalized.slice(0, maxTextChars - 1).trimEnd()}…`
    : capitalized;
}

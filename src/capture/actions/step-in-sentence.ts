import { withoutEntities } from '../../text/plain-text.ts';
import { immediateCues, isPlanForLater, lastingFix } from '../patterns/fix-cues.ts';
import {
  askingOpeners,
  asksOrAdvises,
  forbids,
  forLater,
  intentCues,
  leadsToAct,
  questionStarts,
} from '../patterns/modality-cues.ts';
import type { OutcomeMeaning } from '../patterns/outcome-cues.ts';
import { somethingLeft } from '../patterns/outcome-limits.ts';
import { paperwork } from '../patterns/process-cues.ts';
import type { SentenceReading } from '../sentences/read-sentences.ts';
import { contentWords, type OpenStep } from '../steps/pending-step.ts';
import { readOutcomeOfStep } from '../steps/read-outcome.ts';
import type { ActionReading, Style } from './action-reading.ts';
import { isNotOurAct } from './is-third-party-action.ts';
import { type CommandReading, commandLines } from './read-command.ts';

/**
 * The step that a sentence tells of, or null. The first message is the symptom: a step in it counts only when it says
 * what came of it. `endedWell`: something before this sentence already worked, so plans are plans for later.
 */
export function stepInSentence(sentence: SentenceReading, style: Style, endedWell: boolean): OpenStep | null {
  const { action, command, text } = sentence;
  if (sentence.noise || (action === null && (command === null || sentence.message.isBot))) return null;
  const named = immediateCues.some((cue) => cue.pattern.test(text));
  if (command === null && !named && paperwork.some((rule) => rule.pattern.test(text))) return null;
  if (lastingFix.some((cue) => cue.pattern.test(text))) return null;
  if (action !== null && action.form !== 'past' && waits(text.slice(action.at))) return null;
  if (action !== null && !named && isNotOurAct(text, action)) return null;
  const own = outcomeOfOwn(sentence, named);
  if (sentence.harm && !named && !(own === 'worked' && weAct.test(text))) return null;
  if (sentence.isRoot && (own === null || own === 'worked' || isTroubleItself(sentence))) return null;
  if (startsAfter.test(text) && own === null) return null;
  if (endedWell && command === null && tidiesUp(text, action, own)) return null;
  if (action?.look === true && command === null && (action.form === 'gerund' || text.split(/\s+/).length < 3))
    return null;
  const stance = stanceIn(sentence, style);
  const isNews = stance === 'done' && action?.form !== 'gerund';
  if (!isNews && !named && isPlanForLater(text, endedWell)) return null;
  if (action === null && command?.readOnly === true && stance !== 'done') return null;
  return {
    stance,
    verb: action?.verb ?? 'run',
    underway: action?.form === 'gerund' || stance === 'intent',
    asThing: action?.form === 'noun',
    asState: action?.form === 'state',
    look: onlyLooks(action, command),
    words: contentWords(text),
    by: sentence.message.userId,
    first: sentence,
    text:
      action === null &&
      command?.readOnly !== true &&
      sentence.lead !== null &&
      leadsToAct.test(sentence.lead)
        ? stepText(sentence.lead, null)
        : stepText(text, command?.command ?? null),
    command: command?.command ?? null,
    bare: action === null,
    leaves: own === 'partial' && somethingLeft.test(text),
    outcome: stance === 'proposal' ? null : own,
    evidence: [sentence],
    named,
  };
}

/** "Ran `kubectl describe`" is as good as the command alone. */
function onlyLooks(action: ActionReading | null, command: CommandReading | null): boolean {
  const isRun = action === null || (action.verb === 'run' && command !== null);
  return isRun ? (command?.readOnly ?? false) : action.look;
}

/** "Put it back, argue later": what waits is another thing than the act, unless the time stands alone. */
function waits(told: string): boolean {
  const [clause = '', ...rest] = told.split(/[,;]/);
  const times = rest.map((part) => part.trim().replace(/^(?:but|and|just) /, ''));
  return forLater.test(clause) || times.some((part) => part.search(forLater) === 0);
}

/** Once it is over: a limit back as it was, a node let in again. */
const putsBackToNormal =
  /\b(?:put|set|turned|switched|scaled|brought|removed|disabled|lifted|enabled|re-?enabled|unpaused|uncordoned)\b[^\n]{0,60}\b(?:back|again|to normal)\b|^\W*un\w+ed\W*$/i;
const normalAgain = /\b(?:put|set|turn(?:ed)?|switched|scaled|brought) [^\n,;]{1,50} back to normal\b/i;
/** "As an experiment", "to see": tried for something, and not to have it as it was. */
const asTrial = /\bas an? (?:experiment|test|trial)\b|\bto (?:try|test|see|check)\b/i;

function tidiesUp(text: string, action: ActionReading | null, own: OutcomeMeaning | null): boolean {
  if (own !== null) return normalAgain.test(text);
  if (action?.form === 'state') return /(?<!\bnot )\bback\b/i.test(text);
  return action !== null && putsBackToNormal.test(text) && !asTrial.test(text);
}

const weAct = /\b(?:we|i|they|team)\b/i;
const startsAfter = /^(?:\w+ )?(?:after|following)\b/i;
const namesTheEnd =
  /(?<!\bto )\b(?:resolved|fixed|mitigated|solved|repaired|restored|remediated|addressed|fix|repair|resolution)\b/i;

/** "The upgrade fails at the last node": what is wrong, and not what was tried against it. */
function isTroubleItself({ action, text }: SentenceReading): boolean {
  return (
    action?.form === 'noun' &&
    /^\S+[^.,\n]{0,60}? (?:fail(?:s|ed|ing)?|(?:is |are |got |gets )?stuck|hangs?|hung|broke)\b/i.test(
      text.slice(action.at),
    )
  );
}

function outcomeOfOwn(sentence: SentenceReading, named: boolean): OutcomeMeaning | null {
  const { action, text } = sentence;
  if (action === null) return named && namesTheEnd.test(text) ? 'worked' : null;
  const rest = text.slice(action.at).replace(/^\S+/, '');
  const before = text.slice(0, action.at);
  const afterIt = readOutcomeOfStep(rest);
  if (afterIt !== null) return afterIt;
  if (/\bafter\b/i.test(before)) return readOutcomeOfStep(before);
  return named && namesTheEnd.test(text) ? 'worked' : null;
}

function stanceIn(sentence: SentenceReading, style: Style): OpenStep['stance'] {
  const { action, text, lead } = sentence;
  if (lead !== null && (/\?\s*$/.test(lead) || asksOrAdvises.test(lead) || forbids.test(lead)))
    return 'proposal';
  const asks =
    /\?\s*$/.test(text) || (style === 'chat' && action?.verb !== 'repeat' && questionStarts.test(text));
  if (asks) return 'proposal';
  if (action === null) {
    if (/^(?:`|\$|#)/.test(text) && style === 'report') return 'done';
    if (asksOrAdvises.test(text)) return 'proposal';
    return intentCues.test(text) ? 'intent' : 'done';
  }
  if (action.stance === 'proposal')
    return style === 'report' && !asksOrAdvises.test(text) && !mayBe.test(text.slice(0, action.at))
      ? 'done'
      : 'proposal';
  if (style === 'chat' && asksOrAdvises.test(text.slice(0, action.at)) && action.stance === 'done')
    return 'proposal';
  return action.stance;
}

/** "We might set it to 1": thought of, in a report as well. */
const mayBe =
  /\b(?:might|could|should|may|would|can|will be|(?:discussion|discuss\w*|talk\w*|debate\w*) (?:about|of|on))\b/i;

function isOnlyCommand(text: string, command: string): boolean {
  const first = command.split('\n')[0] ?? command;
  return (
    text.includes('\n') ||
    withoutEntities(text)
      .replace(/^\S*[$#%>]\s+|`/g, '')
      .startsWith(first)
  );
}

const mostText = 240;
/** "…, that fixed it": the outcome is kept as such. */
const verdictTail =
  /[,;]? (?:and |- )?(?:that|which|this) (?:fixed|did|solved|resolved|worked|helped|sorted|seems to have (?:fixed|worked|helped))\b[^,;]{0,30}$/i;

function stepText(text: string, command: string | null): string {
  if (command !== null && isOnlyCommand(text, command)) {
    const ran = commandLines(command).map((line) => `\`${line}\``);
    return `Ran ${ran.join(', ')}`;
  }
  const oneLine = text.replace(/\s+/g, ' ').trim();
  const bare = oneLine
    .replace(askingOpeners, '')
    .replace(verdictTail, '')
    .replace(/\s*\?+$/, '')
    .trim();
  const kept = bare.length < 3 ? oneLine : bare;
  const capital = kept.slice(0, 1).toUpperCase() + kept.slice(1);
  return capital.length > mostText ? `${capital.slice(0, mostText - 1).trimEnd()}…` : capital;
}

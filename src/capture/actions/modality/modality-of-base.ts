import { implicatives } from '../../lexicon/auxiliaries.ts';
import { modals, plannedModals, prospectives, suggestionCues } from '../../lexicon/modals.ts';
import { pluralAgents } from '../../lexicon/people.ts';
import { leadIns } from '../../lexicon/sentence-openers.ts';
import { invariantPastVerbs } from '../../lexicon/verb-classes.ts';
import type { Modality } from '../action-reading.ts';
import { isAgent, isNounUse, isPerson, opensSentence, type VerbContext } from './verb-context.ts';

/** "I'll restart it", "had to restart it", "restart it": what was done, is meant or is asked for. */
export function modalityOfBase(context: VerbContext): Modality | null {
  const { words, sentence, namesFix, style } = context;
  const [previous, beforeThat] = words;
  if (previous === undefined) return modalityOfImperative(context);
  if (previous === 'to') return modalityOfInfinitive(context);
  if (previous === 'he' || previous === 'she' || previous === 'tried') return 'performed';
  if (style === 'report' && pluralAgents.has(previous)) return 'performed';
  // "I restart it now": the present of those who write no other.
  if (previous === 'i' && style === 'chat' && !habitCue.test(sentence)) return 'performed';
  if (previous === 'did' || (beforeThat === 'did' && !isAgent(previous))) return 'performed';
  if (previous === ':' && namesFix) return 'performed';
  if (previous === 'me') return beforeThat === 'let' ? 'planned' : null;
  const hasSystemSubject =
    previous === 'will' && beforeThat !== undefined && !isPerson(beforeThat) && !leadIns.has(beforeThat);
  if (hasSystemSubject) return null;
  if (modals.has(previous)) return plannedModals.has(previous) ? 'planned' : 'suggested';
  if (opensSentence(words)) return modalityOfImperative(context);
  return style === 'chat' && suggestionCues.has(previous) ? 'suggested' : null;
}

/** What opens a sentence: in a report the record of an action, in a chat advice. */
function modalityOfImperative({ hit, next, sentence, style }: VerbContext): Modality | null {
  if (style === 'chat' && withOutcome.test(sentence)) return 'performed';
  if (isNounUse(next)) return null;
  if (style === 'report') return nounSubjectCue.test(sentence) ? null : 'performed';
  if (!invariantPastVerbs.has(hit.verb)) return 'suggested';
  const isReport = /^(?:it|them|that|this|back|`)$/.test(next ?? '') || /^\W*and\b/i.test(sentence);
  return isReport || toValue.test(sentence) ? 'planned' : 'suggested';
}

function modalityOfInfinitive({ hit, words, namesFix, style }: VerbContext): Modality | null {
  const [, before, third, fourth] = words;
  if (before === undefined) return null;
  if (third === 'no' || (before === 'possible' && third === 'not')) return null;
  const hasPersonSubject = isPerson(third) || isPerson(fourth);
  if (before === 'trying' || before === 'attempting')
    return opensSentence(words.slice(2)) || hasPersonSubject ? 'performed' : null;
  if (before === 'made' && words.includes('decision')) return 'performed';
  if (implicatives.has(before)) return isThingSubject(third, fourth) ? null : 'performed';
  if (before === 'try' && third === 'did') return 'performed';
  if (before === 'with' && third === 'worked') return 'performed';
  if (opensSentence(words.slice(2)) && (before === 'going' || before === 'about')) return 'planned';
  if (before === 'able' && third === 'be') return null;
  if (prospectives.has(before))
    return hasPersonSubject && !(style === 'report' && third === 'still') && !isOnlyPossible(third)
      ? 'planned'
      : 'suggested';
  if (namesFix && /^(?:was|is|were|step|required)$/.test(before)) return 'performed';
  if (before === 'was' && /^(?:action|step|move|attempt|measure)$/.test(third ?? '')) return 'performed';
  const isRun = words.some((word) => word === 'run' || word === 'rerun');
  return style === 'report' && hit.restorative && isRun ? 'performed' : null;
}

/** "We might need to". */
function isOnlyPossible(word: string | undefined): boolean {
  return word !== undefined && modals.has(word) && !plannedModals.has(word);
}
/** "Retry all again: 63 of 63 sent". */
const withOutcome =
  /^[^:,.?]{3,50}: (?:(?:all |now )?\d+ ?(?:of|out of|\/) ?\d+|(?:the )?same|all (?:green|good|fine)|green|fine|works|nothing|no (?:change|luck|difference|effect)|still)\b/i;

/** "Set mtu 1412 on wg0". */
const toValue = /^[^,.;]{3,60} [1-9][\d.]*[a-z]{0,3}(?=$|[\s,;])/i;

/** "Launch success is at 0 %": what looks like an order is a name. */
const nounSubjectCue =
  /^[^,;`]*\b(?:is|are|was|were|has|begins?|began|drops?|dropped|rises?|rose|returns?|returned|fails?|failed)\b/i;

const habitCue =
  /\b(?:usually|always|normally|every|each|often|sometimes|when|if|how|where|why|do|would|could|should|can|whenever|before)\b|\?/i;

/** Systems try things, too: "the job has tried to …". */
function isThingSubject(subject: string | undefined, before: string | undefined): boolean {
  if (subject === undefined || isAgent(subject)) return false;
  return /^(?:it|that|which|this)$/.test(subject) || /^(?:the|this|that|a|an|one|its)$/.test(before ?? '');
}

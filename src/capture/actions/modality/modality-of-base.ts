import {
  doneTo,
  intentModals,
  leadIns,
  modals,
  notYetTo,
  pluralAgents,
  proposers,
  sameInPast,
} from '../../patterns/action-frames.ts';
import type { Stance } from '../action-reading.ts';
import { isAgent, isNounUse, isPerson, opensSentence, type VerbPlace } from './verb-place.ts';

/** "I'll restart it", "had to restart it", "restart it": what was done, is meant or is asked for. */
export function stanceOfBase(place: VerbPlace): Stance | null {
  const { words, sentence, endsIt, style } = place;
  const [previous, beforeThat] = words;
  if (previous === undefined) return stanceOfOrder(place);
  if (previous === 'to') return stanceAfterTo(place);
  if (previous === 'he' || previous === 'she' || previous === 'tried') return 'done';
  if (style === 'report' && pluralAgents.has(previous)) return 'done';
  // "I restart it now": the present of those who write no other.
  if (previous === 'i' && style === 'chat' && !habits.test(sentence)) return 'done';
  if (previous === 'did' || (beforeThat === 'did' && !isAgent(previous))) return 'done';
  if (previous === ':' && endsIt) return 'done';
  if (previous === 'me') return beforeThat === 'let' ? 'intent' : null;
  const isSystems =
    previous === 'will' && beforeThat !== undefined && !isPerson(beforeThat) && !leadIns.has(beforeThat);
  if (isSystems) return null;
  if (modals.has(previous)) return intentModals.has(previous) ? 'intent' : 'proposal';
  if (opensSentence(words)) return stanceOfOrder(place);
  return style === 'chat' && proposers.has(previous) ? 'proposal' : null;
}

/** What opens a sentence: in a report the record of an act, in a chat advice. */
function stanceOfOrder({ hit, next, sentence, style }: VerbPlace): Stance | null {
  if (style === 'chat' && withResult.test(sentence)) return 'done';
  if (isNounUse(next)) return null;
  if (style === 'report') return isSubject.test(sentence) ? null : 'done';
  if (!sameInPast.has(hit.verb)) return 'proposal';
  const isNews = /^(?:it|them|that|this|back|`)$/.test(next ?? '') || /^\W*and\b/i.test(sentence);
  return isNews || toValue.test(sentence) ? 'intent' : 'proposal';
}

function stanceAfterTo({ hit, words, endsIt, style }: VerbPlace): Stance | null {
  const [, before, third, fourth] = words;
  if (before === undefined) return null;
  if (third === 'no' || (before === 'possible' && third === 'not')) return null;
  const byPerson = isPerson(third) || isPerson(fourth);
  if (before === 'trying' || before === 'attempting')
    return opensSentence(words.slice(2)) || byPerson ? 'done' : null;
  if (before === 'made' && words.includes('decision')) return 'done';
  if (doneTo.has(before)) return isThing(third, fourth) ? null : 'done';
  if (before === 'try' && third === 'did') return 'done';
  if (before === 'with' && third === 'worked') return 'done';
  if (opensSentence(words.slice(2)) && (before === 'going' || before === 'about')) return 'intent';
  if (before === 'able' && third === 'be') return null;
  if (notYetTo.has(before))
    return byPerson && !(style === 'report' && third === 'still') && !isOnlyPossible(third)
      ? 'intent'
      : 'proposal';
  if (endsIt && /^(?:was|is|were|step|required)$/.test(before)) return 'done';
  if (before === 'was' && /^(?:action|step|move|attempt|measure)$/.test(third ?? '')) return 'done';
  const isRun = words.some((word) => word === 'run' || word === 'rerun');
  return style === 'report' && hit.restorative && isRun ? 'done' : null;
}

/** "We might need to". */
function isOnlyPossible(word: string | undefined): boolean {
  return word !== undefined && modals.has(word) && !intentModals.has(word);
}
/** "Retry all again: 63 of 63 sent". */
const withResult =
  /^[^:,.?]{3,50}: (?:(?:all |now )?\d+ ?(?:of|out of|\/) ?\d+|(?:the )?same|all (?:green|good|fine)|green|fine|works|nothing|no (?:change|luck|difference|effect)|still)\b/i;

/** "Set mtu 1412 on wg0". */
const toValue = /^[^,.;]{3,60} [1-9][\d.]*[a-z]{0,3}(?=$|[\s,;])/i;

/** "Launch success is at 0 %": what looks like an order is a name. */
const isSubject =
  /^[^,;`]*\b(?:is|are|was|were|has|begins?|began|drops?|dropped|rises?|rose|returns?|returned|fails?|failed)\b/i;

const habits =
  /\b(?:usually|always|normally|every|each|often|sometimes|when|if|how|where|why|do|would|could|should|can|whenever|before)\b|\?/i;

/** Systems try things, too: "the job has tried to …". */
function isThing(subject: string | undefined, before: string | undefined): boolean {
  if (subject === undefined || isAgent(subject)) return false;
  return /^(?:it|that|which|this)$/.test(subject) || /^(?:the|this|that|a|an|one|its)$/.test(before ?? '');
}

import { suggestionCues } from '../../lexicon/modals.ts';
import type { Modality } from '../action-reading.ts';
import { verbForms } from '../verb-forms.ts';
import { isAgent, isNounUse, isPerson, opensSentence, type VerbContext } from './verb-context.ts';

/** "Restarting it now", "after restarting it", "try restarting it". */
export function modalityOfGerund(context: VerbContext): Modality | null {
  const { words, namesFix, style } = context;
  const [previous, beforeThat] = words;
  if (opensSentence(words)) return isUnderway(context) ? 'performed' : null;
  if (previous === undefined) return null;
  if (previous === 'by')
    return namesFix || words.some((word) => resolvingVerb.test(word)) ? 'performed' : null;
  if (previous === 'after' || aspectualVerbs.has(previous)) return 'performed';
  if (previous === 'trying')
    return opensSentence(words.slice(1)) || isPerson(beforeThat) ? 'performed' : null;
  if (/^(?:i'm|im|we're|they're)$/.test(previous)) return 'performed';
  if (/^(?:am|are|is|been|was|were)$/.test(previous) && isPerson(beforeThat)) return 'performed';
  // "A large and increasing volume" describes.
  if (previous === 'and' && !words.some((word) => verbForms.has(word) || isAgent(word))) return null;
  if (suggestionCues.has(previous)) return 'suggested';
  if (previous === ',' || previous === 'and') return style === 'chat' || namesFix ? 'performed' : null;
  return null;
}

/** "Finishes resolving it by restarting …". */
const resolvingVerb = /^(?:fix|resolv|solv|mitigat|restor|repair)/;

const aspectualVerbs: ReadonlySet<string> = new Set(
  'tried attempted attempting finished finishes started done began'.split(' '),
);

/** What opens a sentence: in a chat news; in a report only with its outcome, or as a whole action without a claim about it. */
function isUnderway({ next, sentence, style }: VerbContext): boolean {
  if (outcomeWords.test(sentence)) return true;
  if (style === 'chat') return !opinion.test(sentence);
  return !isNounUse(next) && next !== undefined && !predicateCue.test(firstClause(sentence));
}

/** "Rebooting db2, it had an update pending": a claim that a comma parts from the doing is another thought. */
function firstClause(sentence: string): string {
  return /^\W*[^,;.]{0,200}/.exec(sentence)?.[0] ?? '';
}

/** "Changing file systems is highly destructive". */
const opinion =
  /^\W*\w+ing\b[^,;.]{0,80}\b(?:is|are|isn'?t|aren'?t|would|can be|could|might|won'?t|wouldn'?t|can'?t|does(?:n'?t| not) (?!help|work|fix|change|do|make|bring|solve|resolve))\b/i;

const outcomeWords =
  /\b(?:restored|fixed|resolved|solved|brought|recovered|cleared|unblocked|exhibited|helped|worked|did(?:n't| not) (?:help|work|fix|resolve))\b/i;

/** A sentence with a verb of its own says something about the doing ("Deploying this caused …"), and not that it was done. */
const predicateCue =
  /\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|caus\w+|trigger\w+|result\w+|means?|meant|seems?|did|does|do|won['’]?t|can['’]?t|(?:does|did)n['’]?t|fails?|failed|makes?|made|takes?|took|requires?|needs?|shows?|showed)\b/i;

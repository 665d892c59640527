import { implicatives, lightVerbs } from '../../lexicon/auxiliaries.ts';
import { modals, plannedModals, prospectives, suggestionCues } from '../../lexicon/modals.ts';
import { nounOpeners } from '../../lexicon/noun-context.ts';
import { outcomeVerbs } from '../../lexicon/outcome-words.ts';
import { leadIns } from '../../lexicon/sentence-openers.ts';
import type { Modality, Style } from '../action-reading.ts';
import type { VerbContext } from './verb-context.ts';

/** "A rolling restart of …", "rollback didn't help", "did a failover", "after a restart of …". */
export function modalityOfNoun({ tokens, index, words, style }: VerbContext): Modality | null {
  const after = words.indexOf('after');
  const [follows] = tokens.slice(index + 1).map((token) => token.word);
  if (after >= 0 && (follows === 'is' || follows === 'are')) return null;
  if (after >= 0 && words.slice(0, after).every((word) => nounOpeners.has(word))) return 'performed';
  const light = words.slice(0, 5).findIndex((word) => lightVerbs.has(word));
  // "Rotating the key triggered a replacement": what came of it.
  if (words[light] === 'triggered' && /^[a-z]{3,}ing$/.test(words.at(-1) ?? '')) return null;
  const isNounPhraseWord = (word: string) => word !== 'to' && /^[a-z`]/.test(word) && !modals.has(word);
  if (light >= 0 && words.slice(0, light).every(isNounPhraseWord))
    return modalityOfLightVerb(words.slice(light), style);
  const next = tokens.slice(index + 1, index + 5).map((token) => token.word);
  const isSubject = words.slice(0, 3).some((word) => word === 'the' || word === 'a' || word === 'that');
  if (isSubject && next[0] !== undefined && outcomeVerbs.has(next[0])) return 'performed';
  if (style === 'report' && isCompleted.test(next[0] ?? '') && words.length <= 4 && words.every(isPlainName))
    return 'performed';
  if (!words.every((word) => nounOpeners.has(word) || leadIns.has(word))) return null;
  if (next.some((word) => outcomeVerbs.has(word) || isCarriedOut.test(word))) return 'performed';
  return style === 'report' && (next[0] === 'to' || next[0] === 'of' || next[0] === undefined)
    ? 'performed'
    : null;
}

/** "Kibana upgrade complete": what people carried out, and no job by the clock. */
const isCompleted = /^(?:complete|completed|finished|successful|succeeded)$/;
const isPlainName = (word: string) =>
  /^[a-z][\w/-]*$/.test(word) &&
  !modals.has(word) &&
  !/^(?:auto\w*|scheduled|planned|daily|nightly|weekly|regular|the|last|previous|this|that|after|when|since|until|before|not|no)$/.test(
    word,
  );

const isCarriedOut =
  /^(?:done|complete|completed|finished|underway|started|was|going|attempted|initiated|triggered|performed|executed)$/;

function modalityOfLightVerb(
  [light, preceding, secondPreceding]: readonly string[],
  style: Style,
): Modality | null {
  if (light === undefined || /^(?:does|made|making)$/.test(light)) return null;
  if (!/^(?:do|make|run|perform|start|trigger|force|execute|issue|try|attempt|request|initiate)$/.test(light))
    return 'performed';
  if (preceding === undefined) return style === 'report' ? 'performed' : 'suggested';
  if (preceding === 'did' || preceding === ':' || (preceding === 'i' && style === 'chat')) return 'performed';
  if (preceding === 'me') return 'planned';
  if (modals.has(preceding)) return plannedModals.has(preceding) ? 'planned' : 'suggested';
  if (preceding === 'to') {
    if (secondPreceding === 'was' || secondPreceding === 'is' || implicatives.has(secondPreceding ?? ''))
      return 'performed';
    return prospectives.has(secondPreceding ?? '') ? 'planned' : null;
  }
  return suggestionCues.has(preceding) ? 'suggested' : null;
}

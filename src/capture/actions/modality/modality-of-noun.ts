import {
  doneTo,
  intentModals,
  leadIns,
  lightVerbs,
  modals,
  notYetTo,
  nounOpeners,
  outcomeVerbs,
  proposers,
} from '../../patterns/action-frames.ts';
import type { Stance, Style } from '../action-reading.ts';
import type { VerbPlace } from './verb-place.ts';

/** "A rolling restart of …", "rollback didn't help", "did a failover", "after a restart of …". */
export function stanceOfNoun({ tokens, index, words, style }: VerbPlace): Stance | null {
  const after = words.indexOf('after');
  const [follows] = tokens.slice(index + 1).map((token) => token.word);
  if (after >= 0 && (follows === 'is' || follows === 'are')) return null;
  if (after >= 0 && words.slice(0, after).every((word) => nounOpeners.has(word))) return 'done';
  const light = words.slice(0, 5).findIndex((word) => lightVerbs.has(word));
  // "Rotating the key triggered a replacement": what came of it.
  if (words[light] === 'triggered' && /^[a-z]{3,}ing$/.test(words.at(-1) ?? '')) return null;
  const belongs = (word: string) => word !== 'to' && /^[a-z`]/.test(word) && !modals.has(word);
  if (light >= 0 && words.slice(0, light).every(belongs)) return stanceOfLightVerb(words.slice(light), style);
  const next = tokens.slice(index + 1, index + 5).map((token) => token.word);
  const isSubject = words.slice(0, 3).some((word) => word === 'the' || word === 'a' || word === 'that');
  if (isSubject && next[0] !== undefined && outcomeVerbs.has(next[0])) return 'done';
  if (style === 'report' && isOver.test(next[0] ?? '') && words.length <= 4 && words.every(isPlainName))
    return 'done';
  if (!words.every((word) => nounOpeners.has(word) || leadIns.has(word))) return null;
  if (next.some((word) => outcomeVerbs.has(word) || isCarriedOut.test(word))) return 'done';
  return style === 'report' && (next[0] === 'to' || next[0] === 'of' || next[0] === undefined)
    ? 'done'
    : null;
}

/** "Kibana upgrade complete": what people carried out, and no job by the clock. */
const isOver = /^(?:complete|completed|finished|successful|succeeded)$/;
const isPlainName = (word: string) =>
  /^[a-z][\w/-]*$/.test(word) &&
  !modals.has(word) &&
  !/^(?:auto\w*|scheduled|planned|daily|nightly|weekly|regular|the|last|previous|this|that|after|when|since|until|before|not|no)$/.test(
    word,
  );

const isCarriedOut =
  /^(?:done|complete|completed|finished|underway|started|was|going|attempted|initiated|triggered|performed|executed)$/;

function stanceOfLightVerb([light, ahead, further]: readonly string[], style: Style): Stance | null {
  if (light === undefined || /^(?:does|made|making)$/.test(light)) return null;
  if (!/^(?:do|make|run|perform|start|trigger|force|execute|issue|try|attempt|request|initiate)$/.test(light))
    return 'done';
  if (ahead === undefined) return style === 'report' ? 'done' : 'proposal';
  if (ahead === 'did' || ahead === ':' || (ahead === 'i' && style === 'chat')) return 'done';
  if (ahead === 'me') return 'intent';
  if (modals.has(ahead)) return intentModals.has(ahead) ? 'intent' : 'proposal';
  if (ahead === 'to') {
    if (further === 'was' || further === 'is' || doneTo.has(further ?? '')) return 'done';
    return notYetTo.has(further ?? '') ? 'intent' : null;
  }
  return proposers.has(ahead) ? 'proposal' : null;
}

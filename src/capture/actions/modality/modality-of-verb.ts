import type { VerbForm, VerbHit } from '../../sentences/verb-forms.ts';
import type { Stance, Style, Token } from '../action-reading.ts';
import { stanceOfBase } from './modality-of-base.ts';
import { stanceOfGerund } from './modality-of-gerund.ts';
import { stanceOfNoun } from './modality-of-noun.ts';
import { stanceOfPast } from './modality-of-past.ts';
import { stanceOfThird } from './modality-of-third.ts';
import { type VerbPlace, verbPlace } from './verb-place.ts';

const byForm: Readonly<Record<VerbForm, (place: VerbPlace) => Stance | null>> = {
  past: stanceOfPast,
  third: stanceOfThird,
  gerund: stanceOfGerund,
  noun: stanceOfNoun,
  base: stanceOfBase,
};

/** Whether the words around a verb say that its act was done, is meant or is proposed; null when it is no act of theirs. */
export function stanceOfVerb(
  hit: VerbHit,
  tokens: readonly Token[],
  index: number,
  sentence: string,
  style: Style,
): Stance | null {
  return byForm[hit.form](verbPlace(hit, tokens, index, sentence, style));
}

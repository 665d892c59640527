import type { Modality, Style, Token } from '../action-reading.ts';
import type { VerbForm, VerbHit } from '../verb-forms.ts';
import { modalityOfBase } from './modality-of-base.ts';
import { modalityOfGerund } from './modality-of-gerund.ts';
import { modalityOfNoun } from './modality-of-noun.ts';
import { modalityOfPast } from './modality-of-past.ts';
import { modalityOfThird } from './modality-of-third.ts';
import { type VerbContext, verbContext } from './verb-context.ts';

const byForm: Readonly<Record<VerbForm, (context: VerbContext) => Modality | null>> = {
  past: modalityOfPast,
  third: modalityOfThird,
  gerund: modalityOfGerund,
  noun: modalityOfNoun,
  base: modalityOfBase,
};

/** Whether the words around a verb say that its action was done, is meant or is proposed; null when it is no action of theirs. */
export function modalityOfVerb(
  hit: VerbHit,
  tokens: readonly Token[],
  index: number,
  sentence: string,
  style: Style,
): Modality | null {
  return byForm[hit.form](verbContext(hit, tokens, index, sentence, style));
}

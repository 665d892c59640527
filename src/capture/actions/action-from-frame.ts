import { nonObjectWords } from '../lexicon/non-actions.ts';
import { objectOpeners } from '../lexicon/noun-context.ts';
import { agents } from '../lexicon/people.ts';
import { nonOperationalVerbs } from '../lexicon/verb-classes.ts';
import {
  delegationOpener,
  gerundWithOutcome,
  planOpener,
  repeatedActions,
  requestOpener,
  suggestionOpener,
} from '../patterns/action-frames-in-prose.ts';
import { isNonActionStem } from './action-from-unlisted-verb.ts';
import type { ActionReading } from './action-reading.ts';
import { verbForms } from './verb-forms.ts';

/**
 * An action by the frame that it stands in, whatever its verb: what is asked for ("can you unplug it?"), was asked of
 * others, is planned, or repeats the last one ("did the same on db2").
 */
export function actionFromFrame(sentence: string): ActionReading | null {
  for (const [frame, modality, name] of [
    [requestOpener, 'suggested', 'a request'],
    [suggestionOpener, 'suggested', 'a suggestion'],
    [delegationOpener, 'planned', 'asked of somebody'],
    [planOpener, 'planned', 'an announced plan'],
  ] as const) {
    const match = frame.exec(sentence);
    const verb = match?.groups?.verb?.toLowerCase();
    if (match === null || verb === undefined) continue;
    if (!canBeRequested(verb) && !/^fail ?over\b/i.test(sentence.slice(match[0].length))) continue;
    return {
      modality,
      verb: knownVerb(verb, sentence),
      form: 'base',
      isDiagnostic: false,
      at: match[0].length,
      rule: `${name}: "${verb}"`,
    };
  }
  const gerund = gerundWithOutcome.exec(sentence)?.groups?.verb?.toLowerCase();
  const performed = verbForms.get(gerund ?? '')?.find((hit) => hit.form === 'gerund' && !hit.isDiagnostic);
  if (performed !== undefined)
    return {
      modality: 'performed',
      verb: performed.verb,
      form: 'past',
      isDiagnostic: false,
      at: 0,
      rule: `"${gerund}" with how it went`,
    };
  const repetition = repeatedActions.find((rule) => rule.pattern.test(sentence));
  if (repetition === undefined) return null;
  const modality = repetition.form === 'base' ? 'suggested' : 'performed';
  return {
    modality,
    verb: 'repeat',
    form: repetition.form,
    isDiagnostic: false,
    at: sentence.search(/\b(?:d[io]|tr[iy])/i),
    rule: `one more of the same: ${repetition.cue}`,
  };
}

/** "Proposal: rolling restart of A": the first verb that a list holds, so that a later "restarted" is the same action. */
function knownVerb(verb: string, sentence: string): string {
  const words = sentence.toLowerCase().match(/[a-z-]{3,20}/g) ?? [];
  const hits = words.flatMap((word) => verbForms.get(word) ?? []);
  const known = hits.find((hit) => !hit.isDiagnostic && hit.with.length === 0);
  const isBase = verbForms.get(verb)?.some((hit) => hit.form === 'base') === true;
  return isBase ? verb : (known?.verb ?? verb);
}

function canBeRequested(verb: string): boolean {
  const isNotVerb = nonObjectWords.has(verb) || objectOpeners.has(verb) || agents.has(verb);
  return !isNotVerb && !isNonActionStem(verb) && !nonOperationalVerbs.has(verb);
}

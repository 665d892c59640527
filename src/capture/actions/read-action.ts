import { passiveAuxiliaries } from '../lexicon/auxiliaries.ts';
import { hedges } from '../lexicon/modals.ts';
import { negations } from '../lexicon/negations.ts';
import { nonObjectWords } from '../lexicon/non-actions.ts';
import { persons } from '../lexicon/people.ts';
import { findingVerbs } from '../lexicon/speech-verbs.ts';
import { evidenceGathering } from '../patterns/process-cues.ts';
import { actionFromFrame } from './action-from-frame.ts';
import { actionFromResultingState } from './action-from-resulting-state.ts';
import { actionFromUnlistedVerb } from './action-from-unlisted-verb.ts';
import type { ActionReading, Style, Token } from './action-reading.ts';
import { modalityOfVerb } from './modality/modality-of-verb.ts';
import { type VerbHit, verbForms } from './verb-forms.ts';

/**
 * The first action in a sentence, by the words around its verbs. Looking, and what is still to be done ("had to be
 * updated"), count only when nothing was done. In a report an order ("Migrate all ingresses back") records what was
 * done; in a chat it is advice.
 */
export function readAction(sentence: string, style: Style): ActionReading | null {
  const action = readVerb(sentence, style);
  if (action === null || action.isDiagnostic) return action;
  const isEvidenceGathering = [...sentence.matchAll(evidenceGathering)].some(
    (match) => match.index <= action.at && action.at < match.index + match[0].length,
  );
  return isEvidenceGathering ? { ...action, isDiagnostic: true } : action;
}

function readVerb(sentence: string, style: Style): ActionReading | null {
  const tokens = tokenize(sentence);
  let fallback: ActionReading | null = null;
  for (const [index, token] of tokens.entries()) {
    for (const hit of verbForms.get(token.word) ?? []) {
      if (
        !fitsContext(hit, tokens, index, sentence) ||
        isNegated(tokens, index) ||
        isHypothetical(hit, tokens, index)
      )
        continue;
      const modality = modalityOfVerb(hit, tokens, index, sentence, style);
      if (modality === null) continue;
      const action = {
        modality,
        verb: hit.verb,
        form: hit.form,
        isDiagnostic: hit.isDiagnostic,
        at: token.at,
        rule: `verb "${hit.verb}"`,
      };
      if (!hit.isDiagnostic && modality !== 'suggested') return action;
      if (fallback === null || (fallback.isDiagnostic && !hit.isDiagnostic)) fallback = action;
    }
  }
  const isConclusive = fallback !== null && !fallback.isDiagnostic && fallback.modality !== 'suggested';
  return isConclusive
    ? fallback
    : (actionFromFrame(sentence) ??
        actionFromUnlistedVerb(tokens, sentence, style) ??
        actionFromResultingState(sentence) ??
        fallback);
}

const maxTokens = 200;

/** Lower-cased words and the marks that part them; a code span is one "`", and what others are quoted with is left out. */
function tokenize(sentence: string): Token[] {
  const masked = sentence
    .replace(/`[^`\n]{1,300}`/g, (span) => `\`${' '.repeat(span.length - 1)}`)
    .replace(/"[^"\n]{16,300}"/g, (words) => (/\b(?:we|i)\b/i.test(words) ? words : ' '.repeat(words.length)))
    .replace(
      /^(?:in doubt|to be (?:safe|sure)|just (?:in case|to be safe)|as a precaution|for good measure|in the meantime|in desperation),? /i,
      (words) => ' '.repeat(words.length),
    )
    .replace(/^\W*\[?edit(?:ed)?\]?[:\s]/i, (mark) => ' '.repeat(mark.length));
  const tokens = [...masked.matchAll(/[A-Za-z][\w'’-]*|`|[,;:()]/g)].slice(0, maxTokens);
  return tokens.map((match) => ({ word: match[0].toLowerCase().replaceAll('’', "'"), at: match.index }));
}

function fitsContext(hit: VerbHit, tokens: readonly Token[], index: number, sentence: string): boolean {
  const next = tokens.slice(index + 1, index + 7).map((token) => token.word);
  if (next.slice(0, 3).some((word) => hit.not.includes(word))) return false;
  // "They started sending more" says what began.
  if (hit.verb === 'start' && /ing$/.test(next[0] ?? '')) return false;
  if (hit.notNext.includes(next[0] ?? '') || next[0] === 'nothing' || next[0] === 'itself') return false;
  if (setsValue(hit.verb, sentence.slice(tokens[index]?.at))) return true;
  return hit.with.length === 0 || hit.form === 'noun' || next.some((word) => hit.with.includes(word));
}

/** "Set mtu 1412 on wg0". */
function setsValue(verb: string, fromVerb: string): boolean {
  return (
    /^(?:set|put|gave|give)$/.test(verb) &&
    /^\w+ (?:[^\s,.;]+ ){1,5}[1-9][\d.]*[a-z]{0,3}(?=$|[\s,;])/i.test(fromVerb)
  );
}

/** "Don't restart it": nearer than the comma before, where another thing was said. */
function isNegated(tokens: readonly Token[], index: number): boolean {
  const near = tokens.slice(Math.max(0, index - 4), index).map((token) => token.word);
  const clause = near.slice(Math.max(near.lastIndexOf(','), near.lastIndexOf('(')) + 1);
  // "No changes were deployed".
  const isNone =
    passiveAuxiliaries.has(clause.at(-1) ?? '') && clause.some((word) => /^(?:no|nothing|none)$/.test(word));
  return isNone || clause.some((word) => negations.has(word));
}

/** "We know they were deleted by then": learned, and not done. */
function isFinding(preceding: readonly string[]): boolean {
  const subject = preceding.findLastIndex(
    (word) => !passiveAuxiliaries.has(word) && word !== 'had' && word !== 'have' && word !== 'has',
  );
  if (
    subject === preceding.length - 1 ||
    !/^(?:they|it|these|those|this|he|she)$/.test(preceding[subject] ?? '')
  )
    return false;
  return findingVerbs.has(preceding[subject - 1] ?? '');
}

/** "Possibly was updated by the vendor". */
function isHedged(preceding: readonly string[]): boolean {
  const clause = preceding.slice(preceding.lastIndexOf(',') + 1);
  return clause.slice(-4).some((word) => hedges.has(word));
}

/** "Not in the code I reverted": says which one is meant. */
function isRestrictiveClause(preceding: readonly string[], next: string | undefined): boolean {
  const [article, noun, person] = preceding.slice(-3);
  if (!persons.has(person ?? '') || !/^(?:the|that|those|this|these)$/.test(article ?? '')) return false;
  return (next === undefined || nonObjectWords.has(next)) && !timeNouns.test(noun ?? '');
}

const timeNouns = /^(?:time|moment|end|meantime|meanwhile|day|morning|night|evening|afternoon|way|side)$/;

/** "If a target is unhealthy it is removed", "found that the disk size was reduced", "not reachable even after it is restored": not actions of this incident. */
function isHypothetical(hit: VerbHit, tokens: readonly Token[], index: number): boolean {
  const preceding = tokens.slice(0, index).map((token) => token.word);
  if (preceding.some((word) => word === 'if' || word === 'whether' || word === 'unless')) return true;
  if (preceding.includes('will', preceding.indexOf('when') + 1) && preceding.includes('when')) return true;
  if (
    hit.form === 'past' &&
    preceding.some((word, at) => findingVerbs.has(word) && preceding.indexOf('that', at) >= 0)
  )
    return true;
  if (preceding.at(-1) === 'being' && preceding.some((word) => findingVerbs.has(word))) return true;
  const next = tokens[index + 1]?.word;
  if (
    hit.form === 'past' &&
    (isFinding(preceding) || isHedged(preceding) || isRestrictiveClause(preceding, next))
  )
    return true;
  const isPresentState = preceding.at(-1) === 'is' || preceding.at(-1) === 'are';
  return isPresentState && preceding.some((word) => ['after', 'when', 'until', 'once'].includes(word));
}

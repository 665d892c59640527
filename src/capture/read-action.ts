import type { ActionReading, Style, Token } from './action-reading.ts';
import { framedAct } from './framed-act.ts';
import { newStateAct } from './new-state.ts';
import { findings } from './rules/action-frames.ts';
import { negations } from './rules/stance-cues.ts';
import { stanceOfVerb } from './stance/stance-of-verb.ts';
import { unknownAct } from './unknown-act.ts';
import { type VerbHit, verbForms } from './verb-forms.ts';

/**
 * The first act that a sentence tells of, by the words around its verbs; looking, and what is still to be done ("had
 * to be updated"), count only when nothing was done.
 * `at` is the verb's place in the sentence. In a report an order ("Migrate all ingresses back") is the record of what
 * was done; in a chat it is advice.
 */
export function readAction(sentence: string, style: Style): ActionReading | null {
  const tokens = tokensOf(sentence);
  let lesser: ActionReading | null = null;
  for (const [index, token] of tokens.entries()) {
    for (const hit of verbForms.get(token.word) ?? []) {
      if (
        !isFollowed(hit, tokens, index, sentence) ||
        isNegated(tokens, index) ||
        isSupposed(hit, tokens, index)
      )
        continue;
      const stance = stanceOfVerb(hit, tokens, index, sentence, style);
      if (stance === null) continue;
      const action = { stance, verb: hit.verb, form: hit.form, look: hit.look, at: token.at };
      if (!hit.look && stance !== 'proposal') return action;
      if (lesser === null || (lesser.look && !hit.look)) lesser = action;
    }
  }
  const isSure = lesser !== null && !lesser.look && lesser.stance !== 'proposal';
  return isSure
    ? lesser
    : (framedAct(sentence) ?? unknownAct(tokens, sentence, style) ?? newStateAct(sentence) ?? lesser);
}

const mostTokens = 200;

/** Lower-cased words and the marks that part them; a code span is one "`", and what others are quoted with is left out. */
function tokensOf(sentence: string): Token[] {
  const masked = sentence
    .replace(/`[^`\n]{1,300}`/g, (span) => `\`${' '.repeat(span.length - 1)}`)
    .replace(/"[^"\n]{16,300}"/g, (words) => (/\b(?:we|i)\b/i.test(words) ? words : ' '.repeat(words.length)))
    .replace(
      /^(?:in doubt|to be (?:safe|sure)|just (?:in case|to be safe)|as a precaution|for good measure|in the meantime|in desperation),? /i,
      (words) => ' '.repeat(words.length),
    )
    .replace(/^\W*\[?edit(?:ed)?\]?[:\s]/i, (mark) => ' '.repeat(mark.length));
  const tokens = [...masked.matchAll(/[A-Za-z][\w'’-]*|`|[,;:()]/g)].slice(0, mostTokens);
  return tokens.map((match) => ({ word: match[0].toLowerCase().replaceAll('’', "'"), at: match.index }));
}

function isFollowed(hit: VerbHit, tokens: readonly Token[], index: number, sentence: string): boolean {
  const next = tokens.slice(index + 1, index + 7).map((token) => token.word);
  if (next.slice(0, 3).some((word) => hit.not.includes(word))) return false;
  // "They started sending more" tells what began.
  if (hit.verb === 'start' && /ing$/.test(next[0] ?? '')) return false;
  if (hit.notNext.includes(next[0] ?? '') || next[0] === 'nothing' || next[0] === 'itself') return false;
  if (setsValue(hit.verb, sentence.slice(tokens[index]?.at))) return true;
  return hit.with.length === 0 || hit.form === 'noun' || next.some((word) => hit.with.includes(word));
}

/** "Set mtu 1412 on wg0". */
function setsValue(verb: string, told: string): boolean {
  return (
    /^(?:set|put|gave|give)$/.test(verb) &&
    /^\w+ (?:[^\s,.;]+ ){1,5}[1-9][\d.]*[a-z]{0,3}(?=$|[\s,;])/i.test(told)
  );
}

/** "Don't restart it": nearer than the comma before, where another thing was said. */
function isNegated(tokens: readonly Token[], index: number): boolean {
  const near = tokens.slice(Math.max(0, index - 4), index).map((token) => token.word);
  return near
    .slice(Math.max(near.lastIndexOf(','), near.lastIndexOf('(')) + 1)
    .some((word) => negations.has(word));
}

/** "If a target is unhealthy it is removed", "found that the disk size was reduced", "not reachable even after it is restored": not acts of this incident. */
function isSupposed(hit: VerbHit, tokens: readonly Token[], index: number): boolean {
  const earlier = tokens.slice(0, index).map((token) => token.word);
  if (earlier.some((word) => word === 'if' || word === 'whether' || word === 'unless')) return true;
  if (earlier.includes('will', earlier.indexOf('when') + 1) && earlier.includes('when')) return true;
  if (
    hit.form === 'past' &&
    earlier.some((word, at) => findings.has(word) && earlier.indexOf('that', at) >= 0)
  )
    return true;
  if (earlier.at(-1) === 'being' && earlier.some((word) => findings.has(word))) return true;
  const isStateNow = earlier.at(-1) === 'is' || earlier.at(-1) === 'are';
  return isStateNow && earlier.some((word) => ['after', 'when', 'until', 'once'].includes(word));
}

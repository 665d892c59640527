import type { Stance } from '../action-reading.ts';
import { objectOpeners } from '../rules/action-frames.ts';
import { isAgent, isNounUse, opensSentence, type VerbPlace } from './verb-place.ts';

/** "14:02 Ana restarts the broker", "deletes the rows": a timeline is often told in the present. */
export function stanceOfThird({ words, next, style }: VerbPlace): Stance | null {
  const [previous] = words;
  if (next === undefined) return null;
  if (!objectOpeners.has(next) && (style !== 'report' || isNounUse(next))) return null;
  if (opensSentence(words) || previous === 'he' || previous === 'she') return 'done';
  return style === 'report' && (isAgent(previous) || previous === 'and' || previous === ',') ? 'done' : null;
}

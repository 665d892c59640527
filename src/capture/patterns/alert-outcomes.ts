import { alertEndStates } from '../lexicon/outcome-words.ts';
import { anyPattern, pattern } from './pattern.ts';

/** How an alert's bot says that it goes on, that it is over, or that it began again. */
export const alertStillFiring: RegExp =
  /\bstill (?:firing|alerting|failing|down|critical|triggered|open|active|unhealthy|unresolved)\b|\bnot (?:yet )?(?:been )?resolved\b/i;
export const alertResolved: RegExp = anyPattern(
  pattern`^\W*(?::\w+:\s*)*(?:\[?${alertEndStates}\b|alert (?:resolved|cleared|closed))`,
  /\b(?:status|state): ?(?:resolved|ok|up)\b/i,
  /\b(?:has|have|is) (?:recovered|resolved|back (?:up|to normal)|now (?:up|ok))\b|\bis up\b/i,
  /\bresolved\W*$|\bSUCCESS(?:FUL)?\b|\b(?:succeeded|passed)\b/i,
);
export const alertRefired: RegExp =
  /^\W*(?::\w+:\s*)*\[?(?:firing|triggered|problem|down|critical|alarm|re-?opened|re-?triggered)\b|\bFAILED\b|\bfailed\b/i;

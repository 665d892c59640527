/** How an alert's bot says that it goes on, that it is over, or that it began again. */
export const alertStillFiring: RegExp =
  /\bstill (?:firing|alerting|failing|down|critical|triggered|open|active|unhealthy|unresolved)\b|\bnot (?:yet )?(?:been )?resolved\b/i;
export const alertResolved: RegExp =
  /^\W*(?::\w+:\s*)*(?:\[?(?:resolved|recovered|recovery|ok|closed|up|cleared)\b|alert (?:resolved|cleared|closed))|\b(?:status|state): ?(?:resolved|ok|up)\b|\b(?:has|have|is) (?:recovered|resolved|back (?:up|to normal)|now (?:up|ok))\b|\bis up\b|\bresolved\W*$|\bSUCCESS(?:FUL)?\b|\b(?:succeeded|passed)\b/i;
export const alertRefired: RegExp =
  /^\W*(?::\w+:\s*)*\[?(?:firing|triggered|problem|down|critical|alarm|re-?opened|re-?triggered)\b|\bFAILED\b|\bfailed\b/i;

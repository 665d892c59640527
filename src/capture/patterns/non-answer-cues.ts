/** Replies to "what fixed it?" that name no fix. */
export const nonAnswerCues: readonly { cue: string; pattern: RegExp }[] = [
  { cue: 'a question', pattern: /\?\s*$/ },
  {
    cue: 'nobody knows',
    pattern:
      /\b(?:no idea|not sure|no clue|dunno|idk|(?:do not|don'?t|nobody|no ?one|never) (?:really |even )?kno?ws?|hard to say|mystery|unknown|unclear)\b/i,
  },
  {
    cue: 'by itself',
    pattern:
      /\b(?:(?:by|on) (?:itself|its own)|on their own|by themselves|self[- ]?(?:healed|recovered|resolved)|went away|came back|recovered|false (?:alarm|positive)|nothing|nobody did|flap(?:ped|ping)?)\b/i,
  },
  {
    cue: 'somebody will look',
    pattern:
      /^\W*(?:i'?ll|i will|let me|we'?ll|we should|will|tomorrow|later|checking|looking|(?:let'?s |please )?(?:ask|wait|check|look|see))\b/i,
  },
];

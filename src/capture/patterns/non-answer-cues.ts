import { recoveredAlone } from '../lexicon/outcome-words.ts';
import { pattern } from './pattern.ts';

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
    pattern: pattern`\b${recoveredAlone}\b`,
  },
  {
    cue: 'somebody will look',
    pattern:
      /^\W*(?:i'?ll|i will|let me|we'?ll|we should|will|tomorrow|later|checking|looking|(?:let'?s |please )?(?:ask|wait|check|look|see))\b/i,
  },
];

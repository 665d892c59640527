import type { OutcomeMeaning } from './outcome-cues.ts';

type TalkCue = { cue: string; pattern: RegExp; meaning: OutcomeMeaning };

/**
 * How people talk on when what they did has not ended the trouble. Weaker than an outcome's cue: heard only in the
 * talk between an act of which nothing was told and the next act. The first that fits decides.
 */
export const problemPersists: readonly TalkCue[] = [
  {
    cue: 'a bad idea',
    pattern:
      /\bbad idea\b|\b(?:goes|went|going) (?:badly |very |horribly )?wrong\b|^(?:yeah |ok )*(?:my bad|my fault|that was me)\b|\bwe(?:'re| are) (?:just |only |now )*(?:hammering|flooding|overloading|swamping)\b/i,
    meaning: 'made_worse',
  },
  {
    cue: 'another error',
    pattern:
      /\b(?:different|new|another|other) (?:error|exception|problem|crash)\b|^a+nd \d|\bnot (?:yet )?(?:done|over|finished|there yet)\b/i,
    meaning: 'partial',
  },
  {
    cue: 'well, but',
    pattern:
      /\b(?:ok|okay|fine|successfully|recover\w*|some|better|works?|up|leave|got further|further|through)\b[^.\n]{0,40}\bbut\b[^.\n]{0,60}\b(?:n't|cannot|not|no|still|nothing|nowhere|only|remains?|fail\w*|error\w*|same|unresponsive|down|instead)\b|^(?:however|unfortunately|sadly|but)\b[^.\n]{0,80}\b(?:still|nowhere|again|only|remains?)\b/i,
    meaning: 'partial',
  },
  {
    cue: 'a sigh',
    pattern:
      /^(?:\.{2,} ?)?(?:ugh|argh+|urgh|gah|grr+|uh[- ]?oh|oh (?:no|dear|come on)|oof|ouch|(?:damn(?:it)?|darn|crap)(?= ?[,.!]|$)|bah|meh|nope|nah|sigh|eek|wh?oops|oops|welp)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'it stopped on the way',
    pattern:
      /\b(?:hung|hangs|stuck|stall(?:s|ed)|die[sd]|crash(?:es|ed)|fails|failed again|loops|froze|freezes|fell (?:off|over|back)|dropped (?:off|out|again)|(?:was|were|got|get|is) (?:killed|evicted|throttled|rejected|refused)|killed by|gone again)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'not so well',
    pattern:
      /^(?:however|unfortunately|sadly)\b|\bbut\b[^.\n]{0,60}\b(?:won'?t|cannot|can'?t|nothing|fails?|failed)\b|\bnot (?:great|enough|happy|at all happy)\b|\binsufficient\b|^(?:it'?s |they'?re |and )?back after (?:a|\d+ ?\w*|some|only)\b|^(?:\w+ )?(?:error|exception|fatal|panic)\b/i,
    meaning: 'no_effect',
  },
];

/** "Concluded that the import fails on old files": the cause, and no word of the act. */
export const findingCue: RegExp =
  /^(?:(?:we|i|they|it|team|[a-z]{2,3}) |\S+: )?(?:concluded?s?|discover(?:ed|s)|found|identif(?:ied|ies)|determine[sd]|suspect(?:ed|s)|learn(?:ed|t|s)|reali[sz]e[sd]|turns out)\b/i;

/** The next act takes it back. */
export const revertsAction: RegExp =
  /\b(?:revert(?:ing|ed)?|undo(?:ing|ne)?|undid|roll(?:ed|ing)? back)(?: it| that| this| them)?(?=\W*$|[,.;] )|\brevert(?:ing|ed)? to \d|\b(?:roll(?:ed|ing)?|put(?:ting)?|scal(?:e|ed|ing)|switch(?:ed|ing)?) (?:it |that |this |them )back\b|\b(?:go|going|back) (?:back )?(?:to|at) \d+\b/i;

/** An act against the next time, or one that puts things in order again. */
export const preventionCue: RegExp =
  /\bso (?:that )?[^.\n]{0,40}\b(?:can'?t|don'?t|doesn'?t|won'?t|never)\b|\b(?:while|since) (?:we'?re|i'?m|we are|i am) (?:here|at it|on it|there)\b|\b(?:as a precaution|to be (?:safe|sure)|from now on|this time|going forward|in (?:the )?future|next time|for good measure|more action|(?:second|another|further) (?:action|measure))\b|^(?:[\w' ]{0,12} )?also\b|\bre-?(?:enabl|queu|open)\w*|\b(?:added|adding|improved|improving) (?:better |more |an? )?(?:error handling|monitoring|alert\w*|metrics|logging|tests?|checks?)\b/i;

import { preventionPhrases } from '../lexicon/fix-words.ts';
import { butWords } from '../lexicon/negations.ts';
import { stoppedOnTheWay, wellWords } from '../lexicon/outcome-words.ts';
import { safeguards } from '../lexicon/process-words.ts';
import { findingForms } from '../lexicon/speech-verbs.ts';
import { sighs } from '../lexicon/talk.ts';
import type { OutcomeMeaning } from './outcome-cues.ts';
import { anyPattern, pattern } from './pattern.ts';

type TalkCue = { cue: string; pattern: RegExp; meaning: OutcomeMeaning };

/**
 * How people talk on when what they did has not ended the problem. Weaker than an outcome's cue: heard only in the
 * talk between an action without a stated outcome and the next action. The first that fits decides.
 */
export const problemPersists: readonly TalkCue[] = [
  {
    cue: 'a bad idea',
    pattern: anyPattern(
      /\bbad idea\b|\b(?:goes|went|going) (?:badly |very |horribly )?wrong\b/i,
      /^(?:yeah |ok )*(?:my bad|my fault|that was me)\b/i,
      /\bwe(?:'re| are) (?:just |only |now )*(?:hammering|flooding|overloading|swamping)\b/i,
    ),
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
    pattern: anyPattern(
      pattern`\b${wellWords}\b[^.\n]{0,40}\bbut\b[^.\n]{0,60}\b${butWords}\b`,
      /^(?:however|unfortunately|sadly|but)\b[^.\n]{0,80}\b(?:still|nowhere|again|only|remains?)\b/i,
    ),
    meaning: 'partial',
  },
  {
    cue: 'a sigh',
    pattern: pattern`^(?:\.{2,} ?)?${sighs}\b`,
    meaning: 'no_effect',
  },
  {
    cue: 'it stopped on the way',
    pattern: pattern`\b${stoppedOnTheWay}\b`,
    meaning: 'no_effect',
  },
  {
    cue: 'not so well',
    pattern: anyPattern(
      /^(?:however|unfortunately|sadly)\b/i,
      /\bbut\b[^.\n]{0,60}\b(?:won'?t|cannot|can'?t|nothing|fails?|failed)\b/i,
      /\bnot (?:great|enough|happy|at all happy)\b|\binsufficient\b/i,
      /^(?:it'?s |they'?re |and )?back after (?:a|\d+ ?\w*|some|only)\b/i,
      /^(?:\w+ )?(?:error|exception|fatal|panic)\b/i,
    ),
    meaning: 'no_effect',
  },
];

/** "Concluded that the import fails on old files": the cause, and no word of the action. */
export const findingCue: RegExp = pattern`^(?:(?:we|i|they|it|team|[a-z]{2,3}) |\S+: )?${findingForms}\b`;

/** The next action takes it back. */
export const revertsAction: RegExp = anyPattern(
  /\b(?:revert(?:ing|ed)?|undo(?:ing|ne)?|undid|roll(?:ed|ing)? back)(?: it| that| this| them)?(?=\W*$|[,.;] )/i,
  /\brevert(?:ing|ed)? to \d/i,
  /\b(?:roll(?:ed|ing)?|put(?:ting)?|scal(?:e|ed|ing)|switch(?:ed|ing)?) (?:it |that |this |them )back\b/i,
  /\b(?:go|going|back) (?:back )?(?:to|at) \d+\b/i,
);

/** An action against the next time, or one that puts things in order again. */
export const preventionCue: RegExp = anyPattern(
  /\bso (?:that )?[^.\n]{0,40}\b(?:can'?t|don'?t|doesn'?t|won'?t|never)\b/i,
  /\b(?:while|since) (?:we'?re|i'?m|we are|i am) (?:here|at it|on it|there)\b/i,
  pattern`\b${preventionPhrases}\b`,
  /^(?:[\w' ]{0,12} )?also\b|\bre-?(?:enabl|queu|open)\w*/i,
  pattern`\b(?:added|adding|improved|improving) (?:better |more |an? )?${safeguards}\b`,
);

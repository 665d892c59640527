import { pastVerbs } from '../lexicon/actions.ts';
import type { CauseFeature } from '../lexicon/cause-weights.ts';
import { maintenanceNouns } from '../lexicon/changes.ts';
import { planWords } from '../lexicon/modals.ts';
import { absenceWords, denials } from '../lexicon/negations.ts';
import { improvementWords } from '../lexicon/outcome-words.ts';
import { affectedParties } from '../lexicon/people.ts';
import { progressLeadIns } from '../lexicon/sentence-openers.ts';
import { faultWords } from '../lexicon/state-words.ts';
import {
  admissions,
  discoveryWords,
  progressWords,
  ruefulEmojiNames,
  struckReactions,
  thanksAndGoodbyes,
} from '../lexicon/talk.ts';
import { datesAndTimes, otherTimes } from '../lexicon/time.ts';
import { anyPattern, pattern, patternWith } from './pattern.ts';

/** Something in the words of a sentence that counts for its naming the cause, or against it. */
export type TextFeature = { feature: CauseFeature | UnweightedFeature; pattern: RegExp };

/** Only says whose action a sentence is about. */
type UnweightedFeature = 'it began after a change';

/** A change, given as the time when the problem began. */
export const beganAfterChange: TextFeature = {
  feature: 'it began after a change',
  pattern: anyPattern(
    /\b(?:occurred|began|started|happened|appeared|broke)\b(?: \w+){0,3} (?:after|following|since)\b/i,
    pattern`
      ^(?:immediately |right |shortly |just )?(?:after|following|since) (?:an?|the|our) (?:\w+ ){0,2}
      ${maintenanceNouns}\b
    `,
  ),
};

/** What a sentence's own words show. */
export const textFeatures: readonly TextFeature[] = [
  {
    feature: 'a discovery',
    pattern: pattern`^\W*(?:(?:ok(?:ay)?|so|well|yep|yes|and)[, ]+)*${discoveryWords}\b`,
  },
  {
    feature: 'a day or a time',
    pattern: pattern`\b${datesAndTimes}\b`,
  },
  {
    feature: 'a change',
    pattern:
      /\b(?:upgrade|update|migration|deploy(?:ment)?|release|rollout|refactor(?:ing)?|clean-?up|change|patch|hotfix|prs?|commit|maintenance|move)\b|#\d{2,}/i,
  },
  {
    feature: 'a fault',
    pattern: pattern`\b${faultWords}\b`,
  },
  {
    feature: 'never and still',
    pattern: pattern`\b${absenceWords}\b`,
  },
  {
    feature: 'a past tense about a thing',
    pattern: patternWith(
      'is',
    )`^(?!\W*(?:(?:ok|so|yes|yeah|and|also)[, ]+)*(?:i|we|i've|we've)\b).*\b${pastVerbs}\b`,
  },
  {
    feature: 'begins as a sequel',
    pattern: /^\W*(?:and|but|also|then|because|so|which|or)\b/i,
  },
  { feature: 'a command in marks', pattern: /`[a-z][\w.-]* [\w./-][^`]+`/ },
  {
    feature: 'another time',
    pattern: pattern`\b${otherTimes}\b`,
  },
  {
    feature: 'an aside',
    pattern:
      /\b(?:by the way|btw|unrelated|fwiw|side note|while (?:we|you|i)(?:'re| are|'m| am) (?:here|there|at it|on it))\b/i,
  },
  { feature: 'a name in marks', pattern: /`[^`]+`|\b[a-z]\w*[_=][\w-]+/i },
  {
    feature: 'a question',
    pattern:
      /\?\W*$|^(?:\w{1,4}[,:]? )?(?:who|what|why|where|how) (?:is|are|was|were|did|does|do|has|have)\b/i,
  },
  {
    feature: 'a plan',
    pattern: pattern`\b${planWords}\b`,
  },
  {
    feature: 'thanks or goodbye',
    pattern: pattern`\b${thanksAndGoodbyes}\b`,
  },
  {
    feature: 'how far I am',
    pattern: pattern`^\W*(?:${progressLeadIns}[, ]+)*${progressWords}\b`,
  },
  {
    feature: 'who is hurt',
    pattern: pattern`\b${affectedParties}\b`,
  },
  {
    feature: 'a denial',
    pattern: anyPattern(
      /^\W*(?:no|nope|not|never ?mind|same|still|nothing|neither|none)\b/i,
      pattern`\b${denials}\b`,
    ),
  },
  {
    feature: 'how well it goes',
    pattern: pattern`\b${improvementWords}\b`,
  },
  {
    feature: 'an action against the problem',
    pattern:
      /\b(?:restart\w*|reboot\w*|re-?run|retry|roll(?:ed|ing)? ?back|revert\w*|scal(?:e|ed|ing)|clear(?:ed|ing)?|kill\w*|flush\w*|drain\w*)\b/i,
  },
  {
    feature: 'a summary',
    pattern:
      /\b(?:for the record|rca|post-?mortem|summary|to summari[sz]e|tl;?dr|in short|long story|in the end|what happened|root[- ]cause)\b/i,
  },
];

/** An emoji that people add to what they did or found; read in the whole message. */
export const ruefulEmoji: TextFeature = {
  feature: 'a rueful emoji',
  pattern: patternWith('')`:${ruefulEmojiNames}:`,
};

const pointerToCause = anyPattern(
  /(?:that|this|it)(?:'s|'ll|'d| is| was| would| will| must| has to)?(?: be)? (?:it|the (?:one|cause|reason|culprit|problem|issue)|why)/i,
  /(?:that|this|it) (?:was|is|would be|will be) because of [^.\n]{0,30}/i,
  /that(?: \w+)? (?:did (?:it|the trick)|fixed it|worked)|found it|got it|mystery solved/i,
);

/** "That was it", after or before what it was: of another sentence of the same message. */
export const refersToCause: TextFeature = {
  feature: 'pointed at in the same message',
  pattern: pattern`^(?:(?:so|and|ok|yep|yes|aha|i think|i guess)[,.! ]+)*${pointerToCause}[.!: ]*$`,
};

/** What the next message, of somebody else, shows of the one before. */
export const replyFeatures: readonly TextFeature[] = [
  {
    feature: 'next: struck',
    pattern: pattern`^\W*(?:(?:ok|so|and|well)[, ]+)*${struckReactions}\b`,
  },
  {
    feature: 'next: agrees',
    pattern: anyPattern(
      /^\W*(?:yes|yep|yeah|yup|right|correct|exactly|indeed|true|confirmed?|agreed|i confirm)\b/i,
      /\bthat (?:explains|fits|would do|would explain|makes sense)|\bmakes sense\b/i,
    ),
  },
  {
    feature: 'next: owns up',
    pattern: pattern`\b${admissions}\b`,
  },
];

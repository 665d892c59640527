import {
  accidentWords,
  beginningVerbs,
  broughtAboutPasts,
  causeLabels,
  causeLinkingVerbs,
  causingVerbs,
  nonCauseNouns,
  nonCausePredicates,
  rootCauseNonPredicates,
} from '../lexicon/cause-words.ts';
import {
  changeNouns,
  datedChangePasts,
  pastsAfterSince,
  rolloutNouns,
  upgradeNouns,
} from '../lexicon/changes.ts';
import { responsibleParties } from '../lexicon/people.ts';
import { continuationWords, discoveryLeadIns, justAdverbs } from '../lexicon/sentence-openers.ts';
import { exhaustedStates, removedStates } from '../lexicon/state-words.ts';
import { changeTimes, pastDays, recentTimes } from '../lexicon/time.ts';
import { anyPattern, pattern } from './pattern.ts';

/** How strongly a sentence claims to know the cause; the strongest claim is kept, the later of two equal explicit ones. */
type CauseCue = { cue: string; pattern: RegExp; weight: number };

export const causeCues: readonly CauseCue[] = [
  {
    cue: 'identified that',
    pattern: /\b(?:identified|found|discovered|established|determined|confirmed|realised|realized) that\b/i,
    weight: 5,
  },
  {
    cue: 'overloaded',
    pattern: /\b(?:overwhelmed|overloaded|saturated|starved|throttled) (?:by|with|due|because)\b/i,
    weight: 4,
  },
  {
    cue: 'as part of a change',
    pattern:
      /\bas part of (?:an?|the|our) [\w -]{0,30}(?:change|upgrade|migration|update|release|rollout)\b/i,
    weight: 4,
  },
  {
    cue: 'root cause',
    pattern: pattern`
      \b(?:the |our )?root[- ]causes?\b(?!s? ${rootCauseNonPredicates})[^.\n]{0,30}
      (?:\b(?:was|is|were|seems|appears|turned|looks)\b|:)
    `,
    weight: 10,
  },
  {
    cue: 'is the root cause',
    pattern: /\b(?:is|was|are|were|be|as) (?:the|our) (?:\w+ )?root cause\b/i,
    weight: 10,
  },
  {
    cue: 'resulting in the outage',
    pattern:
      /\b(?:resulting in|leading to|which (?:led to|caused)|caused) (?:an?|the|this|our|\d+ \w+ of) (?:[\w-]+ )?(?:outage|incident|downtime|failure)\b/i,
    weight: 8,
  },
  { cue: 'a side effect', pattern: /\b(?:side[- ]effect|consequence|by-?product) of\b/i, weight: 8 },
  {
    cue: 'it was all it was',
    pattern: /\b(?:was|is) (?:all it was|what it was|it all along|what (?:did|broke) it)\b/i,
    weight: 7,
  },
  {
    cue: 'since a day',
    pattern: anyPattern(
      pattern`^(?:so )?since ${pastDays} (?!we\b|when\b)\w+ \w+`,
      /\bsince the \w+ (?:in \w+|last \w+|on \w+day|yesterday|this \w+)\b/i,
    ),
    weight: 5,
  },
  {
    cue: 'not in the new one',
    pattern:
      /\bnew\b[^.\n]{0,50}\b(?:there is no|there'?s no|has no|had no|is not there|isn'?t there|is missing|lacks)\b/i,
    weight: 5,
  },
  {
    cue: 'a change of that day',
    pattern: anyPattern(
      pattern`\b${changeNouns}\b[^.\n]{0,30}\b(?:from|of) ${recentTimes}\b`,
      pattern`\b${recentTimes}\b[^.\n]{0,40}\b(?:deploy(?:ed|s)?|merged|released|rolled out)\b`,
    ),
    weight: 5,
  },
  {
    cue: 'it overloaded them',
    pattern:
      /\b(?:overloaded|overwhelmed|starved|exhausted|saturated|choked) (?:the |our |all |its )?[a-z]\w+/i,
    weight: 4,
  },
  {
    cue: 'it had gone bad',
    pattern: /\b(?:had|has|have) gone (?:bad|stale|missing|rogue|wrong)\b|\bwent (?:bad|rogue)\b/i,
    weight: 4,
  },
  { cue: 'traced to', pattern: /\b(?:traced|tracked|narrowed) (?:back )?(?:down )?to\b/i, weight: 8 },
  { cue: 'what happened: …', pattern: /^\W*what (?:happened|went wrong)\s*[:–—-]/i, weight: 9 },
  {
    cue: 'the cause was',
    pattern:
      /\b(?:the )?(?:\w+ )?cause (?:of (?:the|this) [\w -]{1,30})?(?:was|is|were|seems|appears|turned out)\b/i,
    weight: 9,
  },
  { cue: "that's why", pattern: /\b(?:that'?s|this is|which is|hence) why\b/i, weight: 5 },
  {
    cue: 'cause: …',
    pattern: /^\W*(?:ok |so |and |the |found the )*(?:root[- ]?)?(?:cause|reason|rca)\s*(?::|=|–|—|-\s)/i,
    weight: 10,
  },
  {
    cue: 'since we changed it',
    pattern: anyPattern(
      pattern`\bsince (?:we|they|i|somebody|someone|the (?:\w+ )?${rolloutNouns}) ?${pastsAfterSince}\b`,
      /\bnow that (?:we|they|it|the)\b/i,
    ),
    weight: 6,
  },
  {
    cue: "it's the …",
    pattern: pattern`
      ^(?:${discoveryLeadIns}[,.:!]? )*(?:it'?s|it is|it was|that'?s|that was) (?:${justAdverbs} )?
      (?:the|our|a|an|my|one of (?:the|our))(?! ${nonCauseNouns}\b)\b
    `,
    weight: 5,
  },
  { cue: 'turned out', pattern: /\bturn(?:s|ed) out\b/i, weight: 8 },
  {
    cue: 'caused by',
    pattern: pattern`
      \b(?:was|is|were|are|been|got|being|mainly|likely|probably|all|this|it'?s|and|^)?\s?
      ${broughtAboutPasts} (?:mainly |mostly |entirely )?by\b
    `,
    weight: 8,
  },
  { cue: 'the culprit', pattern: /\bculprit\b|\bsmoking gun\b|\bto blame\b/i, weight: 8 },
  {
    cue: 'the reason was',
    pattern: /\breason (?:for (?:this|that|it|the [\w -]{1,30}) )?(?:is|was|being)\b|\bthe reason\b/i,
    weight: 6,
  },
  {
    cue: 'was the problem',
    pattern: /\b(?:was|were) the (?:bottleneck|problem|issue|cause|culprit|trigger)\b/i,
    weight: 8,
  },
  {
    cue: 'somebody did',
    pattern: pattern`\b${responsibleParties} (?:had |has )?(?:\w+ed|ran|set|put|took|left)\b`,
    weight: 4,
  },
  {
    cue: 'the problem was',
    pattern: pattern`\b(?:issue|problem|bug|fault|trouble) ${causeLinkingVerbs}(?! ${nonCausePredicates})\b`,
    weight: 6,
  },
  {
    cue: 'found it',
    pattern:
      /^(?:ok[,. ]+|ah+[,. ]+|aha[,.! ]+|i |we |think i )*(?:found (?:it|the|out|that)|got it[:,]|identified)\b/i,
    weight: 6,
  },
  {
    cue: 'due to',
    pattern:
      /\b(?:due to|owing to|as a result of|on account of|down to (?:a|an|the) (?:bug|missing|bad|wrong|change|config))\b/i,
    weight: 6,
  },
  { cue: 'because', pattern: /\b(?:because|cos|'cause|bc)\b/i, weight: 6 },
  {
    cue: 'harm by mistake',
    pattern: pattern`\b${accidentWords}\b`,
    weight: 7,
  },
  {
    cue: 'it was removed, so',
    pattern: pattern`\b(?:got|was|were|had been) ${removedStates}\b[^.\n]{0,40},? so\b`,
    weight: 6,
  },
  {
    cue: 'it had never been',
    pattern:
      /\b(?:nobody|no one|we) (?:had |has )?(?:forgot|forgotten|never|renewed|updated|noticed)\b|\bforgot to\b/i,
    weight: 5,
  },
  { cue: 'we made a weak point', pattern: /\bsingle point of failure\b/i, weight: 5 },
  {
    cue: 'suspected cause',
    pattern: /\b(?:suspect|think|believe)\b[^.\n]{0,120}\b(?:cause|culprit|reason)\b/i,
    weight: 5,
  },
  {
    cue: 'over a limit',
    pattern:
      /\b(?:took|put|pushed|sent) (?:us|it|them) over\b|\bover (?:a|the|our) (?:hard )?(?:\w+ )?(?:limit|quota)\b/i,
    weight: 5,
  },
  {
    cue: 'an outage of the provider',
    pattern: /\bhad an? (?:\w+ )?outage\b|\bprovider (?:outage|incident)\b/i,
    weight: 3,
  },
  {
    cue: 'this caused',
    pattern: anyPattern(
      pattern`\b(?:which|this|that|it|and|has|have) (?:\w+ )?${causingVerbs}\b`,
      /\bcausing\b|\bpreventing\b/i,
    ),
    weight: 4,
  },
  {
    cue: 'it began after',
    pattern: anyPattern(
      pattern`\b${beginningVerbs}\b(?: \w+){0,3} (?:after|following|with|when|since)\b`,
      pattern`^(?:immediately |right |shortly )?(?:after|following) (?:an?|the) (?:\w+ )?${upgradeNouns}\b`,
      /^following\b/i,
    ),
    weight: 4,
  },
  {
    cue: 'it is throttled',
    pattern:
      /\b(?:is|are|was|were|got|being) (?:being |heavily |totally |completely )?(?:throttled|saturated|starved|overloaded|maxed out)\b/i,
    weight: 4,
  },
  {
    cue: 'it had a fault',
    pattern: anyPattern(
      /\b(?:had|has|have|with) (?:a |an |the )?(?:typo|bug|wrong|bad|broken|missing|stale|invalid|incorrect)\b/i,
      /\b(?:is|was|were|are) missing (?:on|in|from|for)\b/i,
    ),
    weight: 4,
  },
  {
    cue: 'it was changed lately',
    pattern: pattern`\b(?:was|were|got|been) ${datedChangePasts} ${changeTimes}`,
    weight: 4,
  },
  {
    cue: 'it was exhausted',
    pattern: pattern`\b${exhaustedStates}\b`,
    weight: 4,
  },
  {
    cue: 'we suspect',
    pattern:
      /\b(?:suspect|we think|i think|probably|likely|looks like|seems? to be|appears to be|my (?:guess|theory|hunch))\b/i,
    weight: 2,
  },
];

/** The words before a cause that only announce it. */
export const causeOpening: RegExp = anyPattern(
  pattern`^\W*(?:ok(?:ay)?[,:]? |so |and |found )*(?:the |our )?${causeLabels}\s*(?::|=|–|—|-\s)\s*`,
  /^(?:(?:ok(?:ay)?|so|and|yeah|ah)[, ]+)*(?:(?:it )?turn(?:s|ed) out(?: that)?|because(?: of)?)[,:]? (?=\S+ \S)/i,
);

/** Begins of what was said just before. */
export const continuesPrevious: RegExp = pattern`^\W*${continuationWords}\b`;

/** Tells what follows from what was said just before. */
export const followsFromPrevious: RegExp =
  /^\W*(?:and|but|so|because|bc|which|it|they|that|this|those|these|therefore|hence|thus|since|before)\b/i;

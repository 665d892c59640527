import {
  actionForms,
  harmfulPasts,
  nonActionGerundStems,
  nonActionPastStems,
  otherPartyPasts,
  retiredPasts,
} from '../lexicon/actions.ts';
import { harmPresents, harmVerbs } from '../lexicon/cause-words.ts';
import { changeAdjectives, changedPasts, deployNouns, replacedPasts } from '../lexicon/changes.ts';
import {
  intentions,
  offerPhrases,
  preventionModals,
  questionOpeners,
  requestsAndAdvice,
} from '../lexicon/modals.ts';
import { reservations } from '../lexicon/negations.ts';
import { completionWords, recoveryWords } from '../lexicon/outcome-words.ts';
import {
  engineerGroups,
  nonHearsaySubjects,
  otherParties,
  purposeSubjects,
  unnamedEngineers,
} from '../lexicon/people.ts';
import { clauseLeadIns, clauseOpeners, replyOpeners, simplyAdverbs } from '../lexicon/sentence-openers.ts';
import { speechVerbs } from '../lexicon/speech-verbs.ts';
import { platforms } from '../lexicon/systems.ts';
import { acceptancePhrases, agreements, approvalPhrases, refusalPhrases } from '../lexicon/talk.ts';
import {
  deferralTargets,
  deferralTimes,
  formerTimes,
  months,
  recentDays,
  repetitions,
  weekdayStems,
} from '../lexicon/time.ts';
import { anyPattern, pattern, patternWith } from './pattern.ts';

/** How a sentence stands to the act it names. Each list is read by its name; add words freely. */

export const questionStarts: RegExp = pattern`^(?:<@\w+>[,:]? |@\w+ )?(?:hey |so |and |ok |hm+ )?${questionOpeners}\b`;

/** An act that somebody is asked or advised to do. */
export const requestOrAdvice: RegExp = pattern`
  \b(?:should (?:we|i|you|be|probably|just|try)|
  (?!let'?s (?:see|hope|watch)|lets (?:see|hope|watch))${requestsAndAdvice})\b
`;

const requestPrefix = anyPattern(
  /[-*•–>]+\s*|good (?:idea|call|point|catch)[,.! ]+/i,
  pattern`${replyOpeners}[,: ]+`,
  /(?:can|could|should|shall|would) (?:you|we|someone|somebody|anyone|i) (?:please |just |try )?(?:to )?/i,
  /maybe (?:we |you )?(?:should |could )?|perhaps |try (?:to )?(?=\w)/i,
  /let'?s (?:try )?(?:to )?|how about |what about |have you (?:tried )?/i,
  /did (?:you|anyone) (?:try )?(?:to )?|please /i,
  /i(?:'ll| will| am|'m) (?:just )?(?:going to |gonna |about to |try (?:to )?)?/i,
  /we(?:'ll| will| are|'re) (?:just )?(?:going to |gonna |about to |try (?:to )?)?/i,
  /let me (?:try (?:to )?)?|lemme /i,
);

/** What is taken off the front of a step's text, so that an announcement or a proposal reads as the act. */
export const requestPrefixes: RegExp = pattern`^${requestPrefix}+`;

/** "Don't run this": what follows is not to be done. */
export const prohibition: RegExp =
  /\b(?:don'?t|do not|never|instead of|rather than) (?:\w+ )?(?:run|do|use|try|apply|execute)\b/i;

/** A sentence above a command that says what the command is for: a clause of it begins with a doing. */
export const announcesAction: RegExp = pattern`
  (?:^|[,;:.–—-] ?|\b${clauseOpeners} )
  (?!${nonActionGerundStems}ing\b|${nonActionPastStems}ed\b)${actionForms}\b(?!:)
`;

/** An act that the speaker says they are about to do. */
export const plannedCues: RegExp = pattern`\b${intentions}\b`;

/** An act that waits: it is no step of this trouble yet. */
export const deferralCue: RegExp = pattern`\b${deferralTimes}\b[^.\n]{0,20}$`;

/** The words before an act end a clause: what follows is news of its own. */
export const newClause: RegExp = pattern`[,;:.)–—-]\s*(?:${clauseLeadIns}\s+)*$`;
export const firstPersonClause: RegExp = /\b(?:i|we|i'?m|we'?re|i'?ve|we'?ve|i'?ll|we'?ll)\s+(?:\w+\s+)?$/i;

/** What somebody outside the thread says or did. */
export const thirdPartyCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'hearsay',
    pattern: pattern`
      ^(?:(?:ok|so|and|update|now|fyi|just in)[,:]? )*(?!${nonHearsaySubjects}\b)
      (?:(?:the|our|their|an?) )?(?:[\w@.'-]+ ){1,3}${speechVerbs}\b
    `,
  },
  {
    cue: 'the other party went on',
    pattern: pattern`\b${otherParties} (?:${simplyAdverbs} )+${otherPartyPasts}\b`,
  },
  {
    cue: 'another team did it',
    pattern:
      /\bthe (?!(?:incident|on-?call|platform|sre|ops|infra\w*|dba|whole) )[\w-]+ team (?:has|have|had) \w+ed\b/i,
  },
  {
    cue: 'a user did it',
    pattern: /^(?:an?|one|some) (?:\w+ )?(?:user|customer|client|attacker|tenant)s?\b/i,
  },
  {
    cue: 'they did it to theirs',
    pattern: /\bthey(?:'ve)? (?:have |just |already |now )?\w+(?:ed|ly \w+ed) (?:their|its)\b/i,
  },
  {
    cue: 'on their side',
    pattern:
      /\b(?:on|at|from|by) (?:their|the (?:vendor|provider|supplier|partner)'?s?|\w+'s) (?:own )?(?:side|end)\b/i,
  },
];

/** A story of another time or place; a message that begins with it goes on with it. */
export const otherContext: RegExp = anyPattern(
  /\bsame (?:thing|problem|issue|error)? ?(?:happened|happens|here) (?:on|in|with|to|at) (?:my|our|another|the other)\b/i,
  /\b(?:i|we) had (?:the same|this|that) (?:thing|problem|issue|error)\b/i,
  /\bonce (?:had|did|ran|saw)\b/i,
);

/** Sentences of which no verb is a step: what somebody wishes, asks, is told, or how things look. */
export const nonActionCues: readonly { cue: string; pattern: RegExp; onlyRoot?: true }[] = [
  {
    cue: 'a wish in the first message',
    pattern:
      /\b(?:i|we)(?:'d| would| just| really| also| am| was)? ?(?:want|wanna|need|like|wish|trying|try|looking)(?: to\b| that\b)/i,
    onlyRoot: true,
  },
  {
    cue: 'a habit',
    pattern: /\b(?:i|we|you|they) (?:usually|normally|always|often|sometimes) (?!been\b)[a-z]/i,
  },
  {
    cue: 'a wish',
    pattern:
      /\b(?:i|we)(?:'d| would) (?:like|love|prefer) to\b|\bi wish\b|\bif only\b|\bi (?:just |really |also )?(?:want|need) (?:to|that|it to)\b/i,
  },
  {
    cue: 'asks for what was done',
    pattern:
      /^(?:<@\w+>[,:]? )?(?:and |so |but )?(?:how|why|where|when|who|what) (?:did|do|does|have|has|is|are|was|were)\b[^\n]*\?\s*$/i,
  },
  {
    cue: 'tells somebody what they did',
    pattern: /^(?:<@\w+>[,:]? )?(?:yes,? |no,? |but )?you (?:asked|said|told|mentioned|wanted|meant)\b/i,
  },
  {
    cue: 'news of a product',
    pattern: /^(?:<@\w+>[,:]? )?they (?:just |have |'ve )?(?:added|made|built|released)\b/i,
  },
  { cue: 'another time or place', pattern: otherContext },
  { cue: 'which one it is', pattern: /\bthe one (?:i|we|you|that|which)\b/i },
  { cue: 'how it looks', pattern: /\b(?:looks|appears|seems) (?:to be )?\w+ed\b/i },
  {
    cue: 'put off',
    pattern: pattern`
      \b(?:park|leav|shelv|postpon|defer)(?:e|es|ed|ing)? (?:it|this|that|them|these|those)\b
      [^,;\n]{0,30}\b${deferralTargets}\b
    `,
  },
  {
    cue: 'asks whether it was so',
    pattern: /\b(?:did|was|were|has|have|had|is|are|does|do)(?:n'?t|nt) (?:he|she|they|it|you|we|i)\W*$/i,
  },
  {
    cue: 'something sent to read',
    pattern:
      /\b(?:send|sent|sending|forward(?:ed|ing)?) (?:them|him|her|you|everybody|everyone) (?:that|this|it|the|an?|all|my|our|some)\b/i,
  },
  { cue: 'the habit of years', pattern: /\bi(?:'ve| have) been using\b/i },
];

/** The speaker takes it back. */
export const retractions: RegExp =
  /^(?:<@\w+>[,:]? )?(?:wait|hold on|hold off|hang on|stop|never ?mind|nvm|scratch that|don'?t(?: do (?:it|that))?|no[,!] don'?t|cancel that|not yet)\b/i;

/** Another's no to what was proposed. */
export const refusals: RegExp = pattern`^(?:<@\w+>[,:]? )?${refusalPhrases}\b`;

/** "Done": the last thing announced has happened. */
export const completions: RegExp = pattern`
  ^
  (?:ok(?:ay)?[,.! ]+|and |all |that'?s |it'?s |yep[,.! ]+|yes[,.! ]+|alright[,.! ]+|right[,.! ]+)*
  ${completionWords}\b[^\n]{0,25}$
`;

/** A reply that takes a proposal up. */
export const acceptances: RegExp = pattern`^(?:<@\w+>[,:]? )?(?:${agreements}[,.! ]*)*${acceptancePhrases}\b`;

/** A go for what somebody offered to do; a bare "yes" is one only where it was asked for. */
export const approvals: RegExp = pattern`
  ^(?:<@\w+>[,:]? )?(?:(?:yes|yep|yeah|yup|ok|okay|sure)[,.!]? )*${approvalPhrases}
  (?=\W*$|[,.! ])(?!.*\b${reservations}\b)[^?\n]*$
`;
export const affirmation: RegExp =
  /^(?:<@\w+>[,:]? )?(?:yes|yep|yeah|yup|ok|okay|sure|agreed|\+1|:\+1:|:thumbsup:)\W*$/i;

/** What its speaker offers to do, or asks leave for. */
export const offers: RegExp = pattern`(?:^|[,;:.] )(?:(?:ok|okay|so|and|or|hm+|then)[,.]? )*${offerPhrases}\b(?!.*\b(?:either|if)\b)`;

/** A question for what is or was, and no proposal. */
export const informationRequest: RegExp =
  /^(?:<@\w+>[,:]? )?(?:and |so |but |a+nd |hm+,? )?(?:did|does|do|has|have|is|are|was|were|why|how|when|where|who|which|any(?:one|body)?)\b/i;

/** A request to another, who then is the one that acts. */
export const requestToOther: RegExp =
  /\b(?:can|could|would|will) (?:you|someone|somebody|anyone)\b|\b(?:please|pls|plz)\b|^<?@/i;

/** "Not yet", "tried that, no luck" and the like after a question. */
export const alreadyTried: RegExp =
  /\b(?:(?:already )?(?:tried|did|done) (?:that|it|this|already)|yes[, ]+(?:i |we )?(?:did|tried)|already (?:did|tried|done))\b/i;

/** Harm done by people before or during the trouble: never a step towards its end. Holds for the whole message. */
export const harmInMessage: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'by accident',
    pattern:
      /\b(?:accidental(?:ly)?|by accident|by mistake|mistakenly|inadvertent(?:ly)?|unintentional(?:ly)?|unintended|erroneously)\b/i,
  },
  {
    cue: 'unaware',
    pattern:
      /\b(?:not |wasn'?t |weren'?t |without (?:being )?)(?:fully )?aware\b|\b(?:he|she|they|we|i|engineer|team|member|developer) (?:was |were )?unaware\b/i,
  },
  {
    cue: 'wrong place',
    pattern: /\b(?:incorrectly (?:target|point|set|configur)\w*|(?:on|to|in|against) the wrong)\b/i,
  },
  {
    cue: 'before the day',
    pattern:
      /\b(?:because of|thanks to|due to) (?:last night|yesterday|(?:the|this|last) (?:weekend|week|morning))\b/i,
  },
  {
    cue: 'an unnamed engineer',
    pattern: pattern`\b(?:one of (?:the|our) (?:\w+ )?${engineerGroups}|an? (?:\w+ )?${unnamedEngineers} ${harmfulPasts}|team member did)\b`,
  },
];

const purpose = anyPattern(
  pattern`,? so (?:that )?${purposeSubjects} ${preventionModals}\b`,
  /,? (?:just )?in case\b|,? to (?:check|see|test|find out|rule out)\b/i,
  /,? (?:due to|on|by) (?:the )?(?:suspicion|fear)\b|,? as it (?:is|was) suspected\b/i,
  /(?<=\b(?:issue|bug|problem|fault|error|fix)) that (?:was |had |has |were )?\w+(?:ing|ed)\b/i,
);

/** What an act is for, or what the thing mended had done: the harm in it is not the act's. */
export const purposeClause: RegExp = patternWith('gi')`${purpose}[^.;\n]*`;

/** Harm in this sentence only. */
export const harmInSentence: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'it began after',
    pattern:
      /\b(?:occurred|began|started|happened|appeared|noticed|spotted|broke|broken|seen)\b[^.\n]{0,40}\b(?:after|following|since|when)\b/i,
  },
  {
    cue: 'this caused',
    pattern: anyPattern(
      pattern`\b(?:this|which|that|it|and) (?:\w+ )?${harmVerbs}\b`,
      pattern`\b(?:this|which|that) ${harmPresents} (?![^\n]{0,60}\b${recoveryWords})`,
      /\bcausing\b|\bpreventing\b/i,
    ),
  },
  {
    cue: 'the trouble came after an act',
    pattern: anyPattern(
      /\b(?:problems?|issues?|trouble|outage|down|broken) (?:\w+ ){0,2}after (?:the |a |an )?(?:re)?\w+ing\b/i,
      /\b(?:did(?:n't| not)|failed to) (?:return|come (?:back|up)|start|boot)\b[^\n]{0,60}\bafter\b[^\n]{0,60}\bbecause\b/i,
    ),
  },
  {
    cue: 'it will come again',
    pattern:
      /\b(?:will|would|may|might|could) (?:likely |probably |then )?(?:recur|reoccur|return|happen again|come back|fail again)\b/i,
  },
  {
    cue: 'evicted',
    pattern: /\b(?:was|were|got|being) (?:evicted|oom-?killed)\b/i,
  },
  {
    cue: 'what was overlooked',
    pattern:
      /\bwe (?:missed|forgot|ignored|overlooked|assumed|did(?:n'?t| not) (?:notice|reali[sz]e|know))\b/i,
  },
  { cue: 'traced to', pattern: /\b(?:traced|tracked|narrowed) (?:back )?(?:down )?to\b/i },
  {
    cue: 'an act that left harm',
    pattern: /\bbeing (?:\w+ly )?\w+ed\b[^.,\n]{0,20}\b(?:left|caused|made|broke|led)\b/i,
  },
  { cue: 'created a weak point', pattern: /\bsingle point of failure\b|\btook us over\b/i },
  {
    cue: 'as part of a change',
    pattern: anyPattern(
      /\bas part of (?:an?|the|our) [\w -]{0,30}(?:change|upgrade|migration|update|release|rollout|feature)\b/i,
      /\bas part of (?:the |our )?(?:off-?boarding|clean-?up|housekeeping|maintenance)\b/i,
    ),
  },
  {
    cue: 'changed before the trouble',
    pattern: anyPattern(
      pattern`\b(?:was|were|got) ${replacedPasts} [^.\n]{0,40}\b${recentDays}\b`,
      pattern`\b\w+ed [^\n]{0,60}\b(?:on ${weekdayStems}day|in ${months})\b`,
      /\b(?:initially|originally) \w+ed\b/i,
    ),
  },
  { cue: 'one went well, another not', pattern: /\b(?:fine|ok|okay|successfully),? but\b(?! still)/i },
  { cue: 'somehow', pattern: /\bsomehow\b|\bunexpectedly\b/i },
  {
    cue: 'the change that did it',
    pattern: pattern`\b${changeAdjectives} ${deployNouns}\b[^.\n]{0,30}\b${changedPasts}\b`,
  },
  {
    cue: 'retired by the provider',
    pattern: pattern`\b${retiredPasts} by ${platforms}\b`,
  },
  {
    cue: 'as a supposition',
    pattern: anyPattern(
      /^(?:if|in theory|hypothetically|hypothesis|(?:once|when)(?![^,\n]{0,80}\b(?:saw|was|were|had|did|got|came|became|\w+ed)\b)|unless|ideally)\b/i,
      /\b(?:would(?:n'?t)? have|could(?:n'?t)? have|should(?:n'?t)? have|if we had|would be|could bring)\b/i,
    ),
  },
  {
    cue: 'by itself, many times',
    pattern: pattern`\b(?:restarted|restarting|rebooted|rebooting) ${repetitions}\b`,
  },
  {
    cue: 'news of work that was going on',
    pattern:
      /^(?:note|fyi|background|context)\b|\bwork (?:was |is )?being carried out\b|\bscheduled (?:maintenance|upgrade|work)\b/i,
  },
  {
    cue: 'it worked before',
    pattern: anyPattern(/\bi thought\b|\blast \w+day\b/i, pattern`\b${formerTimes}\b`),
  },
];

import { phrases, words } from './word-list.ts';

/** Words by which something is asked, advised, planned, supposed or made a condition. */

export const planWords = phrases`
  will (?!not\b) | 'll\b | going to | gonna | tomorrow | next (?:time|week|sprint)
  | should (?:be|have|not|we|really)? | ticket | follow-?ups? | post-?mortem | todo | plan(?:ned)? | let's
  | needs? to | want to | would like | until
`;

export const schedulingPredicates = phrases`
  has to | have to | needs? to | must | should | (?:is|gets?|got) (?:scheduled|planned|prioriti[sz]ed)
  | this (?:sprint|quarter|week|month) | next (?:sprint|quarter|week|month)
`;

export const obligations = phrases`
  should(?!n'?t have| have) | ought to | need to | needs to | have to | must
`;

export const questionOpeners = phrases`
  did | do | does | have | has | had | can | could | should | shall | would | will | is | are | was | were
  | what | why | how | when | where | who | which | any(?:one|body)? | maybe we should | wonder
`;

export const requestsAndAdvice = phrases`
  can (?:you|we|someone|somebody|anyone|i) | could (?:you|we|someone|try|also|be|just)
  | would (?:you|someone|suggest|recommend|try) | please | pls | plz | maybe | perhaps | let'?s | lets
  | how about | what about | what if | why (?:not|don'?t) | have (?:you|u|we) (?:tried|try)
  | did (?:you|u|anyone|someone) | try (?:to|a|an|the|and|\w+ing)
  | you (?:can|could|should|need|may|might|want|have to|must|just) | u (?:can|could|should|need) | suggest
  | recommend | propose | consider | worth | needs? to be | must be | still (?:need|have) to | ought
  | wdyt | thoughts | i(?:'d| would) | might (?:want|need|help|be) | option
`;

export const intentions = phrases`
  i(?:'ll| will|'m going to|'m gonna| am going to|'m about to)
  | we(?:'ll| will|'re going to|'re gonna| are going to|'re about to) | going to | gonna | let me | lemme
  | about to | imma | plan(?:ning)? to | want to | trying to | will
`;

export const offerPhrases = phrases`
  i (?:can|could|would|might) | shall i | should i | can i | could i | want me to | proposal
  | do you want me to
`;

export const preventionModals = phrases`
  can(?:no|')?t? | do(?:es)?(?:n'?t| not) | will not | won'?t | never | no longer
`;

export const interrogatives = phrases`
  who(?!ever) | why | where(?!as) | how come | what(?:'s| is| else| does| makes?)
`;

export const uncertainVerbs = phrases`
  see | know | check | test | tell (?:me|us) | hope | hopes | hoping | wonder\w* | if | whether | probably
  | supposedly
`;

export const conditions = phrases`
  for me | if you | when you | unless you | once | (?:a |few|many|several|\d+) ?times | all the time
  | mostly | out of the box | with (?:mac|windows|linux|most|a) | on my
`;

export const seemingVerbs = words`seems? seemed appears? appeared looks? looked believed confirmed`;

export const futureModals = phrases`
  should | would | might | may | could | hopefully | will | gonna | going to | 'll
`;

export const inability = phrases`
  can'?t | cannot | could(?:n'?t)? | won'?t | wouldn'?t | don'?t | doesn'?t | never | needs? | has to
  | have to
`;

export const undecidedWords = phrases`
  still | not | never | nothing | isn'?t | aren'?t | wrong | why | if | when | should | would | could
  | will | must | might | may | since | always | already | was | were | somebody | someone | error
  | errors | fails? | failed | failing | works? | review | progress | pipeline | tomorrow | monday | later
  | next | tonight | until | i think | i see | looks? | seems? | apparently
`;

export const relatedCopulas = phrases`
  (?:may|might|could|must|can|would)(?: well)? be | maybe | perhaps | possibly | probably | likely
  | looks? | seems? | is | are | it'?s | that'?s | this'?s | they'?re
`;

export const maybeWords = phrases`
  maybe | perhaps | possibly | probably | not sure (?:if|whether) | may be | might be | could be
  | unclear (?:if|whether)
`;

export const modals: ReadonlySet<string> = new Set(words`
  will would should could can may might must i'll we'll they'll you'll i'd ill gonna lemme let's lets
  cannot
`);

/** Of these, the ones by which the speaker announces their own action. */
export const plannedModals: ReadonlySet<string> = new Set(words`will i'll we'll ill gonna lemme`);

/** "Possibly was updated by the vendor" is a guess, and no action that anybody saw. */
export const hedges: ReadonlySet<string> = new Set(words`
  possibly perhaps maybe presumably supposedly allegedly apparently probably likely
`);

/** "Going to restart", "needs to be restarted": not yet. */
export const prospectives: ReadonlySet<string> = new Set(words`
  going want wants need needs about plan planning intend ought able like way ways how ready wanted hoping
  supposed waiting wait
`);

/** Before a base form or an "-ing" these suggest an action. */
export const suggestionCues: ReadonlySet<string> = new Set(words`
  try please pls plz just maybe perhaps you someone anyone and or about suggest recommend consider worth
  not
`);

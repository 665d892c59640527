import { phrases, words } from './word-list.ts';

/** Words that a sentence or a clause begins with and that say little themselves: "ok so", "and then", "just", "really". */

export const requestFillers = phrases`please | just | maybe | also | then | all | try to | quickly`;

export const delegationLeadIns = words`i we i've we've have had also just now ok and so`;

export const performedLeadIns = words`i we i've we've and then now ok also just`;

export const ongoingLeadIns = phrases`i'm | we're | i am | we are | and | then | now | ok | also | on it`;

export const attemptLeadIns = words`i we i've we've i'm and then now ok also`;

export const discoveryLeadIns = phrases`
  so | ok | okay | ah+ | aha | hm+ | looks like | yep | yes | right | well | found it | got it | and
  | turns out
`;

export const justAdverbs = words`all just really actually probably`;

export const continuationWords = phrases`
  and | but | so | because | bc | which | it | it's | its | they | they're | he | she | that | that's
  | those | these | this | from | since | before | therefore | hence | then | also | both | one of
`;

export const progressLeadIns = phrases`
  ok(?:ay)? | hm+ | yes | yeah | still | i'?m | i am | we'?re | we are
`;

export const laterAdverbs = words`also then later next tomorrow now`;

export const replyOpeners = words`
  ok okay so and then alright right yeah yep yes update fyi hey hmm+ well also now
`;

export const clauseOpeners = phrases`
  so | now | then | and | i | we | i'?m | im | we'?re | just | ok | okay | also | already | manually
  | had to | did
`;

export const simplyAdverbs = words`just all simply then now already`;

export const hopeAdverbs = words`probably hopefully now be also have it that`;

export const reallyAdverbs = words`just really finally actually totally has`;

export const backAdverbs = words`all now coming come right straight`;

export const worseAdverbs = phrases`
  it | things | this | that | everything | even | much | a lot | way | far
`;

export const inferenceWords = phrases`it'?s | it is | it was | that'?s | i guess | probably | really`;

export const sameLeadIns = words`it'?s its all now still exactly stays remains`;

export const stillLeadIns = phrases`
  nope | no | and | but | ok | yes | hm+ | it'?s | they'?re | is | are | all | for me
`;

export const connectives = words`but and as since because now for so until while to from`;

export const answerLeadIns = words`ok(?:ay)? and yep yes so all both right`;

export const problemIntroductions = phrases`
  this is | there'?s | we have | i have | we also have | i also have | we'?ve got | got
`;

export const anotherProblemIntroductions = phrases`this is | there'?s | we have | i have | we'?ve got`;

export const topicLeadIns = phrases`
  ok(?:ay)? | oh | hey | hi | so | and | also | btw | by the way | fyi | ps | sorry | hm+ | folks | all
  | guys | team | well | right | alright | great | cool | nice | thanks | thx | quick(?: one)?
`;

export const bothAdverbs = words`all both actually probably just really are is`;

export const stateLeadIns = phrases`
  ok(?:ay)? | so | and | done | yeah | yep | now | also | meanwhile | for now | the | our | both | all
`;

export const clauseLeadIns = phrases`
  so | and | then | now | but | i | we | i'?m | im | we'?re | i'?ve | we'?ve | i have | we have | have
  | just | ok | okay | already | also | going to | i'?ll | we'?ll
`;

/** May open a sentence before the verb. */
export const leadIns: ReadonlySet<string> = new Set(words`
  ok okay k so and then also now just but well right yes yeah yep update fyi alright next finally
  meanwhile first second third done ah oh hmm btw anyway after later afterwards
`);

/** May stand between the one who acts (or a sentence's start) and the verb. */
export const interveningWords: ReadonlySet<string> = new Set(words`
  have has had 've also then just now already manually quickly finally temporarily successfully
  immediately simply first again subsequently eventually instead all both actually only automatically
  forcibly gracefully carefully power hard soft force
`);

export const repeatAdverbs = phrases`
  as well | too | next | first | now | at both | at all of them | one by one
`;

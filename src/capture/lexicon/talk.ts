import { phrases, words } from './word-list.ts';

/** The talk of a thread: greetings, thanks, agreement, refusal, surprise, sighs and jokes. */

export const madeIdioms = words`
  mistakes? typo notes? list ticket pr mr screenshots? doc plan decision calls? guess point difference
  problems? progress sense errors? worse better sure impression heads-up update shout ring minutes? time
  chance party corners? rest up exception
`;

export const nonObjectsOfDoing = words`it this that so fine ok well good great my some`;

export const opinionWords = words`
  excellent great good nice fine awesome bad process pain hassle waste joke
`;

export const discoveryWords = phrases`
  oh+ | ah+ | aha | ooh | o+ps | um+ | uh+ | hm+ | ha | wait | wow | wtf | omg | huh | found | got it
  | there it is | there we (?:go|are) | turns? out | guess (?:who|what|which|where) | look at | check this
  | interesting(?:ly)? | funny
`;

export const thanksAndGoodbyes = phrases`
  thanks? | thank you | thx | ty | tack | cheers | great | nice | awesome | perfect | lovely
  | good (?:morning|night|evening|catch|to|job) | clos(?:e|ing) | all (?:clear|good|green|quiet)
  | back to normal | happy | no worries | lol | well done | welcome | congrat\w*
`;

export const progressWords = phrases`
  on it | looking | checking | investigating | digging | debugging | waiting | asking | paging | calling
  | having a look | taking a look
`;

export const ruefulEmojiNames = words`
  \w{0,20}face_?palm\w{0,20} \w{0,4}-facepalming grimacing see_no_evil disappointed\w{0,20} neutral_face
  sob scream raising_hand eyes clown_face skull upside_down_face sweat(?:_smile)? unamused
  face_with_rolling_eyes melting_face exploding_head cry flushed
`;

export const struckReactions = phrases`
  oh+ | ah+ | ugh | ouch | wow | omg | wtf | huh | ha+ | lol | of course | lovely | great
  | there (?:it is|you go|we go) | bingo | that'?s it | damn | ffs | f+ | jesus | nice
  | good (?:catch|find) | well spotted | classic | again | hah | yikes | oops | uhh? | oof | wonderful
  | brilliant | beautiful
`;

export const admissions = phrases`
  sorry | my (?:bad|fault|change|prs?|commit|mistake) | that(?:'s| is| was) (?:me|us|mine|ours|my) | oops
  | apologies | i forgot | didn'?t know | who (?:did|put|set|asked|approved|merged|turned|thought)
  | guilty
`;

export const refusalPhrases = phrases`
  no[,.!]? (?:please|don'?t|not|we|let'?s not|i'?d|that) | please don'?t | (?:we|you|i) can(?:'?t|not)\b
  | (?:i'?d |i would |we'?d )?(?:rather|better) not
`;

export const agreements = phrases`
  ok | okay | k | sure | yes | yep | yup | yeah | aye | right | good (?:idea|call|point|shout)
  | sounds good | agreed | ack | roger | copy | cool | makes sense | great idea | on it | alright
`;

export const acceptancePhrases = phrases`
  on it | doing (?:it|that|so|this) | trying (?:it|that|this) | doing$ | did(?=[,.]|$) | will (?:do|try)
  | let me (?:try|do) (?:it|that|this) | i'?ll (?:do|try) (?:it|that|this)
  | giving (?:it|that) a (?:try|go|shot) | ran (?:it|this|that) | did (?:it|that|so)
  | tried (?:it|that|this) | just (?:did|tried) | done
`;

export const approvalPhrases = phrases`
  approved? | good (?:idea|call|plan) | go ahead | please do | do it | do that | go for it | yes,? please
  | you have my (?:ok|go|yes)
`;

export const thanksPhrases = phrases`
  thanks | thank you | thx | ty | cheers | kudos | props | great (?:work|job|catch)
  | nice (?:one|work|catch|job) | good (?:work|job|catch) | well done | gg | lol | lmao | rofl | haha+
  | heh+ | np | no prob(?:lem)? | you'?re welcome | welcome | \+1 | ack(?=\W*$|[,.!]) | same here
`;

export const greetings = phrases`
  hi | hello | hey | yo | morning | good (?:morning|evening|afternoon) | hmm+ | err+ | uh+m? | ok | okay
  | so | well | yeah | yep | yes | please
`;

export const helpRequests = phrases`
  
  | (?:if )?(?:any(?:one|body)|some(?:one|body)) (?:here|around|there|awake|online|can help(?: me)?(?: just pm me)?)
  | (?:can|could) (?:any(?:one|body)|some(?:one|body)) help(?: me)?(?: please)? | i need (?:some )?help
  | help(?: me)?(?: please)?
`;

export const cheers = words`yes yep yup yeah ok awesome great perfect nice sweet excellent`;

export const sighs = phrases`
  ugh | argh+ | urgh | gah | grr+ | uh[- ]?oh | oh (?:no|dear|come on) | oof | ouch
  | (?:damn(?:it)?|darn|crap)(?= ?[,.!]|$) | bah | meh | nope | nah | sigh | eek | wh?oops | oops | welp
`;

export const offTopicPhrases = phrases`
  off[- ]?topic | on (?:an?other|an? (?:different|unrelated|separate)) (?:note|topic|subject)
  | changing (?:the )?(?:topic|subject)
  | (?:not|sorry|don'?t (?:want|mean)) to (?:hijack|derail)[^,:.]{0,30}
  | (?:hijacking|derailing) (?:this|the)(?: thread)?
`;

export const returningVerbsOfTalk = words`get getting go going come coming circling circle`;

export const repliesToOthers = phrases`
  yes | yep | yeah | yup | no | nope | nah | ack | sure | same(?: here)? | me too | \+1 | looking
  | checking | on it | i'?ll (?:look|check|take) | taking a look | let me (?:look|check|see) | try\b
  | have you | did you | do you | are you | can you | could you | which | what | where | when | since when
  | how (?:long|often) | works for me | not here | fine here | that'?s (?:an?|not|because|the) | file
  | open | please (?:open|file|start)
`;

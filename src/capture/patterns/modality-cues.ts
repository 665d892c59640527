/** How a sentence stands to the act it names. Each list is read by its name; add words freely. */

export const questionStarts: RegExp =
  /^(?:<@\w+>[,:]? |@\w+ )?(?:hey |so |and |ok |hm+ )?(?:did|do|does|have|has|had|can|could|should|shall|would|will|is|are|was|were|what|why|how|when|where|who|which|any(?:one|body)?|maybe we should|wonder)\b/i;

/** An act that somebody is asked or advised to do. */
export const requestOrAdvice: RegExp =
  /\b(?:should (?:we|i|you|be|probably|just|try)|(?!let'?s (?:see|hope|watch)|lets (?:see|hope|watch))(?:can (?:you|we|someone|somebody|anyone|i)|could (?:you|we|someone|try|also|be|just)|would (?:you|someone|suggest|recommend|try)|please|pls|plz|maybe|perhaps|let'?s|lets|how about|what about|what if|why (?:not|don'?t)|have (?:you|u|we) (?:tried|try)|did (?:you|u|anyone|someone)|try (?:to|a|an|the|and|\w+ing)|you (?:can|could|should|need|may|might|want|have to|must|just)|u (?:can|could|should|need)|suggest|recommend|propose|consider|worth|needs? to be|must be|still (?:need|have) to|ought|wdyt|thoughts|i(?:'d| would)|might (?:want|need|help|be)|option))\b/i;

/** What is taken off the front of a step's text, so that an announcement or a proposal reads as the act. */
export const requestPrefixes: RegExp =
  /^(?:[-*•–>]+\s*|good (?:idea|call|point|catch)[,.! ]+|(?:ok|okay|so|and|then|alright|right|yeah|yep|yes|update|fyi|hey|hmm+|well|also|now)[,: ]+|(?:can|could|should|shall|would) (?:you|we|someone|somebody|anyone|i) (?:please |just |try )?(?:to )?|maybe (?:we |you )?(?:should |could )?|perhaps |try (?:to )?(?=\w)|let'?s (?:try )?(?:to )?|how about |what about |have you (?:tried )?|did (?:you|anyone) (?:try )?(?:to )?|please |i(?:'ll| will| am|'m) (?:just )?(?:going to |gonna |about to |try (?:to )?)?|we(?:'ll| will| are|'re) (?:just )?(?:going to |gonna |about to |try (?:to )?)?|let me (?:try (?:to )?)?|lemme )+/i;

/** "Don't run this": what follows is not to be done. */
export const prohibition: RegExp =
  /\b(?:don'?t|do not|never|instead of|rather than) (?:\w+ )?(?:run|do|use|try|apply|execute)\b/i;

/** A sentence above a command that says what the command is for: a clause of it begins with a doing. */
export const announcesAction: RegExp =
  /(?:^|[,;:.–—-] ?|\b(?:so|now|then|and|i|we|i'?m|im|we'?re|just|ok|okay|also|already|manually|had to|did) )(?!(?:noth|someth|everyth|anyth|dur|morn|even|accord|regard|miss|fail|time|tim|hang|crash|return|throw|happen|see|look|get|hav|com|wait|point|show)ing\b|(?:ne|fe|se|be|spe|inde|fail|caus|expir|seem|look|crash|happen|stopp|hang|suppos|bas|relat|notic|turn)ed\b)(?:[a-z-]{2,}(?:ing|ed)|put|set|reset|cut|shut|sent|ran|took|made|gave|gone back|switch\w*)\b(?!:)/i;

/** An act that the speaker says they are about to do. */
export const plannedCues: RegExp =
  /\b(?:i(?:'ll| will|'m going to|'m gonna| am going to|'m about to)|we(?:'ll| will|'re going to|'re gonna| are going to|'re about to)|going to|gonna|let me|lemme|about to|imma|plan(?:ning)? to|want to|trying to|will)\b/i;

/** An act that waits: it is no step of this trouble yet. */
export const deferralCue: RegExp =
  /\b(?:after (?:this|that|the incident|we'?re done)|later(?: on| today)?|afterwards|tomorrow|once (?:this|we'?re|it'?s|things)|when (?:this|we'?re|it'?s|things) (?:is|are)?|next (?:week|sprint|month))\b[^.\n]{0,20}$/i;

/** The words before an act end a clause: what follows is news of its own. */
export const newClause: RegExp =
  /[,;:.)–—-]\s*(?:(?:so|and|then|now|but|i|we|i'?m|im|we'?re|i'?ve|we'?ve|i have|we have|have|just|ok|okay|already|also|going to|i'?ll|we'?ll)\s+)*$/i;
export const firstPersonClause: RegExp = /\b(?:i|we|i'?m|we'?re|i'?ve|we'?ve|i'?ll|we'?ll)\s+(?:\w+\s+)?$/i;

/** What somebody outside the thread says or did. */
export const thirdPartyCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'hearsay',
    pattern:
      /^(?:(?:ok|so|and|update|now|fyi|just in)[,:]? )*(?!(?:i|we|it|that|this|which|who|looks?|seems?)\b)(?:(?:the|our|their|an?) )?(?:[\w@.'-]+ ){1,3}(?:say|says|said|tells?|told|(?:reports?|claims?)(?! (?:from|of|in|on|to|for)\b)|reported|claimed|announced|replied|answered|wrote|writes|confirms?)\b/i,
  },
  {
    cue: 'the other party went on',
    pattern:
      /\b(?:they|attackers?|bots?|users|customers|clients) (?:just |all |simply |then |now |already )+(?:moved|switched|rotated|changed|started|stopped|restarted|updated|increased)\b/i,
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
export const otherContext: RegExp =
  /\bsame (?:thing|problem|issue|error)? ?(?:happened|happens|here) (?:on|in|with|to|at) (?:my|our|another|the other)\b|\b(?:i|we) had (?:the same|this|that) (?:thing|problem|issue|error)\b|\bonce (?:had|did|ran|saw)\b/i;

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
    pattern:
      /\b(?:park|leav|shelv|postpon|defer)(?:e|es|ed|ing)? (?:it|this|that|them|these|those)\b[^,;\n]{0,30}\b(?:until|till|open|as is|alone|for (?:later|tomorrow|tonight|monday|next \w+|the (?:morning|night|weekend)))\b/i,
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

/** Acts that were not done. */
export const negations: ReadonlySet<string> = new Set([
  "don't",
  'dont',
  'not',
  'never',
  'without',
  "didn't",
  'didnt',
  "haven't",
  "hadn't",
  "hasn't",
  "can't",
  'cannot',
  "couldn't",
  "wouldn't",
  "won't",
  'unable',
  'avoid',
  'failed',
  'fails',
  'failing',
  'refuse',
  'refused',
  'instead',
  'before',
  "wasn't",
  "weren't",
  "isn't",
  "aren't",
  'nobody',
  "shouldn't",
]);

/** The speaker takes it back. */
export const retractions: RegExp =
  /^(?:<@\w+>[,:]? )?(?:wait|hold on|hold off|hang on|stop|never ?mind|nvm|scratch that|don'?t(?: do (?:it|that))?|no[,!] don'?t|cancel that|not yet)\b/i;

/** Another's no to what was proposed. */
export const refusals: RegExp =
  /^(?:<@\w+>[,:]? )?(?:no[,.!]? (?:please|don'?t|not|we|let'?s not|i'?d|that)|please don'?t|(?:we|you|i) can(?:'?t|not)\b|(?:i'?d |i would |we'?d )?(?:rather|better) not)\b/i;

/** "Done": the last thing announced has happened. */
export const completions: RegExp =
  /^(?:ok(?:ay)?[,.! ]+|and |all |that'?s |it'?s |yep[,.! ]+|yes[,.! ]+|alright[,.! ]+|right[,.! ]+)*(?:done|complete|completed|finished|deployed|applied|merged|it'?s out|rolled out|live now|shipped|executed)\b[^\n]{0,25}$/i;

/** A reply that takes a proposal up. */
export const acceptances: RegExp =
  /^(?:<@\w+>[,:]? )?(?:(?:ok|okay|k|sure|yes|yep|yup|yeah|aye|right|good (?:idea|call|point|shout)|sounds good|agreed|ack|roger|copy|cool|makes sense|great idea|on it|alright)[,.! ]*)*(?:on it|doing (?:it|that|so|this)|trying (?:it|that|this)|doing$|did(?=[,.]|$)|will (?:do|try)|let me (?:try|do) (?:it|that|this)|i'?ll (?:do|try) (?:it|that|this)|giving (?:it|that) a (?:try|go|shot)|ran (?:it|this|that)|did (?:it|that|so)|tried (?:it|that|this)|just (?:did|tried)|done)\b/i;

/** A go for what somebody offered to do; a bare "yes" is one only where it was asked for. */
export const approvals: RegExp =
  /^(?:<@\w+>[,:]? )?(?:(?:yes|yep|yeah|yup|ok|okay|sure)[,.!]? )*(?:approved?|good (?:idea|call|plan)|go ahead|please do|do it|do that|go for it|yes,? please|you have my (?:ok|go|yes))(?=\W*$|[,.! ])(?!.*\b(?:but|no|not|wait|don'?t|later|tomorrow|first|why|what|how)\b)[^?\n]*$/i;
export const affirmation: RegExp =
  /^(?:<@\w+>[,:]? )?(?:yes|yep|yeah|yup|ok|okay|sure|agreed|\+1|:\+1:|:thumbsup:)\W*$/i;

/** What its speaker offers to do, or asks leave for. */
export const offers: RegExp =
  /(?:^|[,;:.] )(?:(?:ok|okay|so|and|or|hm+|then)[,.]? )*(?:i (?:can|could|would|might)|shall i|should i|can i|could i|want me to|proposal|do you want me to)\b(?!.*\b(?:either|if)\b)/i;

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
    pattern:
      /\b(?:one of (?:the|our) (?:\w+ )?(?:engineers|developers|devs|admins|team|teams|users|operators)|an? (?:\w+ )?(?:engineer|developer|team member|colleague|user|contractor) (?:was|had|did|ran|made|deleted|pushed|merged|deployed)|team member did)\b/i,
  },
];

/** What an act is for, or what the thing mended had done: the harm in it is not the act's. */
export const purposeClause: RegExp =
  /(?:,? so (?:that )?(?:nobody|no one|none|it|they|this|we|you|the \w+|[\w/-]+) (?:can(?:no|')?t?|do(?:es)?(?:n'?t| not)|will not|won'?t|never|no longer)\b|,? (?:just )?in case\b|,? to (?:check|see|test|find out|rule out)\b|,? (?:due to|on|by) (?:the )?(?:suspicion|fear)\b|,? as it (?:is|was) suspected\b|(?<=\b(?:issue|bug|problem|fault|error|fix)) that (?:was |had |has |were )?\w+(?:ing|ed)\b)[^.;\n]*/gi;

/** Harm in this sentence only. */
export const harmInSentence: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'it began after',
    pattern:
      /\b(?:occurred|began|started|happened|appeared|noticed|spotted|broke|broken|seen)\b[^.\n]{0,40}\b(?:after|following|since|when)\b/i,
  },
  {
    cue: 'this caused',
    pattern:
      /\b(?:this|which|that|it|and) (?:\w+ )?(?:caused|causing|broke|terminated|triggered|led to|resulted in|took us over|took down|meant|prevented|stopped new|blocked)\b|\b(?:this|which|that) (?:results in|causes|leads to|breaks|takes down) (?![^\n]{0,60}\b(?:recover\w*|returns?|success|back|normal|healthy|work\w*|fix\w*))|\bcausing\b|\bpreventing\b/i,
  },
  {
    cue: 'the trouble came after an act',
    pattern:
      /\b(?:problems?|issues?|trouble|outage|down|broken) (?:\w+ ){0,2}after (?:the |a |an )?(?:re)?\w+ing\b|\b(?:did(?:n't| not)|failed to) (?:return|come (?:back|up)|start|boot)\b[^\n]{0,60}\bafter\b[^\n]{0,60}\bbecause\b/i,
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
    pattern:
      /\bas part of (?:an?|the|our) [\w -]{0,30}(?:change|upgrade|migration|update|release|rollout|feature)\b|\bas part of (?:the |our )?(?:off-?boarding|clean-?up|housekeeping|maintenance)\b/i,
  },
  {
    cue: 'changed before the trouble',
    pattern:
      /\b(?:was|were|got) (?:changed|bumped|moved|upgraded|renamed|removed|migrated|switched|replaced|updated) [^.\n]{0,40}\b(?:today|yesterday|this morning|last night|last week)\b|\b\w+ed [^\n]{0,60}\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:january|february|march|april|june|july|august|september|october|november|december))\b|\b(?:initially|originally) \w+ed\b/i,
  },
  { cue: 'one went well, another not', pattern: /\b(?:fine|ok|okay|successfully),? but\b(?! still)/i },
  { cue: 'somehow', pattern: /\bsomehow\b|\bunexpectedly\b/i },
  {
    cue: 'the change that did it',
    pattern:
      /\b(?:the|that|this|last|latest|recent|faulty|bad) (?:change|deploy|deployment|release|commit|pr|merge|upgrade|update|migration|rollout)\b[^.\n]{0,30}\b(?:amended|changed|broke|introduced|removed|dropped|disabled|enabled|replaced|set|switched|overwrote|added)\b/i,
  },
  {
    cue: 'retired by the provider',
    pattern:
      /\b(?:retired|killed|terminated|evicted|restarted|rebooted|deleted|removed) by (?:something|aws|gcp|google|azure|microsoft|the kernel|kubelet|kubernetes|the scheduler|kops|oom\w*)\b/i,
  },
  {
    cue: 'as a supposition',
    pattern:
      /^(?:if|in theory|hypothetically|hypothesis|(?:once|when)(?![^,\n]{0,80}\b(?:saw|was|were|had|did|got|came|became|\w+ed)\b)|unless|ideally)\b|\b(?:would(?:n'?t)? have|could(?:n'?t)? have|should(?:n'?t)? have|if we had|would be|could bring)\b/i,
  },
  {
    cue: 'by itself, many times',
    pattern:
      /\b(?:restarted|restarting|rebooted|rebooting) (?:several|many|\d+|multiple|a few|a couple of|itself|constantly|repeatedly|every|randomly|continuously)\b/i,
  },
  {
    cue: 'news of work that was going on',
    pattern:
      /^(?:note|fyi|background|context)\b|\bwork (?:was |is )?being carried out\b|\bscheduled (?:maintenance|upgrade|work)\b/i,
  },
  {
    cue: 'it worked before',
    pattern:
      /\bi thought\b|\blast \w+day\b|\b(?:last (?:time|week|month|year)|previously|in the past|back in (?:\d{4}|the day|january|february|march|april|may|june|july|august|september|october|november|december)|used to|the other day|yesterday(?!['’]s)|always (?:had|did|do))\b/i,
  },
];

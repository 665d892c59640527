/** Something in the words of a sentence that speaks for its telling the cause, or against it. */
export type TextFeature = { feature: string; pattern: RegExp };

/** A change, told as the time when the trouble began. */
export const beganAfterChange: TextFeature = {
  feature: 'it began after a change',
  pattern:
    /\b(?:occurred|began|started|happened|appeared|broke)\b(?: \w+){0,3} (?:after|following|since)\b|^(?:immediately |right |shortly |just )?(?:after|following|since) (?:an?|the|our) (?:\w+ ){0,2}(?:upgrade|update|deploy\w*|release|rollout|change|migration|maintenance|move|patch\w*|clean-?up)\b/i,
};

/** What a sentence's own words show. */
export const textFeatures: readonly TextFeature[] = [
  {
    feature: 'a discovery',
    pattern:
      /^\W*(?:(?:ok(?:ay)?|so|well|yep|yes|and)[, ]+)*(?:oh+|ah+|aha|ooh|o+ps|um+|uh+|hm+|ha|wait|wow|wtf|omg|huh|found|got it|there it is|there we (?:go|are)|turns? out|guess (?:who|what|which|where)|look at|check this|interesting(?:ly)?|funny)\b/i,
  },
  {
    feature: 'a day or a time',
    pattern:
      /\b(?:yesterday|today|tonight|overnight|last (?:night|week|month|year)|this (?:morning|afternoon|evening|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|june|july|august|(?:sept|nov|dec)ember|october|(?:\d+|a few|two|three) (?:minutes|hours|days|weeks|months|years) ago|since|recently|lately|earlier|back then)\b/i,
  },
  {
    feature: 'a change',
    pattern:
      /\b(?:upgrade|update|migration|deploy(?:ment)?|release|rollout|refactor(?:ing)?|clean-?up|change|patch|hotfix|prs?|commit|maintenance|move)\b|#\d{2,}/i,
  },
  {
    feature: 'a fault',
    pattern:
      /\b(?:expired?|full|missing|wrong|stale|dead|gone|broken|empty|revoked|unset|null|invalid|incorrect(?:ly)?|bad|corrupt(?:ed)?|blocked|stuck|lost|exhausted|leak(?:s|ed|ing)?|orphan(?:ed)?|misconfigured|mismatch(?:ed)?|typo|bug|malformed|duplicate[sd]?|twice|rejected|refused|denied|dropp(?:ed|ing)|starved|overloaded|throttl\w+|unaware|accident(?:al(?:ly)?)?|hard-?coded|forgotten|(?:dead)?locks?|lock(?:ing|ed)|queues? behind|waits? (?:on|for)|pil(?:es?|ed|ing) up|hangs?|hung|conflict(?:s|ed|ing)?|collid(?:es?|ed)|loop(?:s|ing)?|races?|contention)\b/i,
  },
  {
    feature: 'never and still',
    pattern:
      /\b(?:never|nobody|no ?one|no longer|any ?more|still (?:has|had|uses?|on|points?|calls?|the|in|at)|not (?:there|in|on|set)|isn't|aren't|doesn't|does not|did(?:n't| not)|wasn't|weren't|hasn't|without|instead of|always|default)\b/i,
  },
  {
    feature: 'a past told of a thing',
    pattern:
      /^(?!\W*(?:(?:ok|so|yes|yeah|and|also)[, ]+)*(?:i|we|i've|we've)\b).*\b(?:[a-z]{2,}ed|put|set|took|went|made|sent|came|began|broke|ate|got|lost|kept|ran|grew|gave|had|left|became|fell|hit|cut|did)\b/is,
  },
  {
    feature: 'begins as a sequel',
    pattern: /^\W*(?:and|but|also|then|because|so|which|or)\b/i,
  },
  { feature: 'a command in marks', pattern: /`[a-z][\w.-]* [\w./-][^`]+`/ },
  {
    feature: 'another time',
    pattern:
      /\b(?:(?:the )?last time|last year|years ago|once before|(?:we|i|they) had (?:this|that|it|the same|one|a similar)|(?:happened|seen|had) (?:\w+ ){0,2}before)\b/i,
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
    pattern:
      /\b(?:will (?!not\b)|'ll\b|going to|gonna|tomorrow|next (?:time|week|sprint)|should (?:be|have|not|we|really)?|ticket|follow-?ups?|post-?mortem|todo|plan(?:ned)?|let's|needs? to|want to|would like|until)\b/i,
  },
  {
    feature: 'thanks or goodbye',
    pattern:
      /\b(?:thanks?|thank you|thx|ty|tack|cheers|great|nice|awesome|perfect|lovely|good (?:morning|night|evening|catch|to|job)|clos(?:e|ing)|all (?:clear|good|green|quiet)|back to normal|happy|no worries|lol|well done|welcome|congrat\w*)\b/i,
  },
  {
    feature: 'how far I am',
    pattern:
      /^\W*(?:(?:ok(?:ay)?|hm+|yes|yeah|still|i'?m|i am|we'?re|we are)[, ]+)*(?:on it|looking|checking|investigating|digging|debugging|waiting|asking|paging|calling|having a look|taking a look)\b/i,
  },
  {
    feature: 'who is hurt',
    pattern:
      /\b(?:customers?|users?|people|support|everyone|everybody|eta|impact|status|p[1-5]|sev-?\d|alert(?:s|ed)?|report(?:s|ed)|complain\w*|dashboards?|graphs?)\b/i,
  },
  {
    feature: 'a denial',
    pattern:
      /^\W*(?:no|nope|not|never ?mind|same|still|nothing|neither|none)\b|\b(?:not (?:it|that|the)|isn't (?:it|that)|rul(?:ed|es) out|red herring|unrelated|nothing to do|can'?t be|no (?:change|difference|effect|luck|errors?))\b/i,
  },
  {
    feature: 'how well it goes',
    pattern:
      /\b(?:works?|worked|working|fixed|resolved|recovered|solved|helped|green|healthy|stable|normal|fine|ok now|is back|are back|up again|back up|restored|successful(?:ly)?)\b/i,
  },
  {
    feature: 'an act against trouble',
    pattern:
      /\b(?:restart\w*|reboot\w*|re-?run|retry|roll(?:ed|ing)? ?back|revert\w*|scal(?:e|ed|ing)|clear(?:ed|ing)?|kill\w*|flush\w*|drain\w*)\b/i,
  },
  {
    feature: 'a summary',
    pattern:
      /\b(?:for the record|rca|post-?mortem|summary|to summari[sz]e|tl;?dr|in short|long story|in the end|what happened|root[- ]cause)\b/i,
  },
];

/** A face that people pull at what they did or found; of the whole message. */
export const ruefulEmoji: TextFeature = {
  feature: 'a wry face',
  pattern:
    /:(?:\w{0,20}face_?palm\w{0,20}|\w{0,4}-facepalming|grimacing|see_no_evil|disappointed\w{0,20}|neutral_face|sob|scream|raising_hand|eyes|clown_face|skull|upside_down_face|sweat(?:_smile)?|unamused|face_with_rolling_eyes|melting_face|exploding_head|cry|flushed):/,
};

/** "That was it", after or before what it was: of another sentence of the same message. */
export const refersToCause: TextFeature = {
  feature: 'pointed at in the same message',
  pattern:
    /^(?:(?:so|and|ok|yep|yes|aha|i think|i guess)[,.! ]+)*(?:(?:that|this|it)(?:'s|'ll|'d| is| was| would| will| must| has to)?(?: be)? (?:it|the (?:one|cause|reason|culprit|problem|issue)|why)|(?:that|this|it) (?:was|is|would be|will be) because of [^.\n]{0,30}|that(?: \w+)? (?:did (?:it|the trick)|fixed it|worked)|found it|got it|mystery solved)[.!: ]*$/i,
};

/** What the next message, of somebody else, shows of the one before. */
export const replyFeatures: readonly TextFeature[] = [
  {
    feature: 'next: struck',
    pattern:
      /^\W*(?:(?:ok|so|and|well)[, ]+)*(?:oh+|ah+|ugh|ouch|wow|omg|wtf|huh|ha+|lol|of course|lovely|great|there (?:it is|you go|we go)|bingo|that'?s it|damn|ffs|f+|jesus|nice|good (?:catch|find)|well spotted|classic|again|hah|yikes|oops|uhh?|oof|wonderful|brilliant|beautiful)\b/i,
  },
  {
    feature: 'next: agrees',
    pattern:
      /^\W*(?:yes|yep|yeah|yup|right|correct|exactly|indeed|true|confirmed?|agreed|i confirm)\b|\bthat (?:explains|fits|would do|would explain|makes sense)|\bmakes sense\b/i,
  },
  {
    feature: 'next: owns up',
    pattern:
      /\b(?:sorry|my (?:bad|fault|change|prs?|commit|mistake)|that(?:'s| is| was) (?:me|us|mine|ours|my)|oops|apologies|i forgot|didn'?t know|who (?:did|put|set|asked|approved|merged|turned|thought)|guilty)\b/i,
  },
];

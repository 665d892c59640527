export type OutcomeMeaning = 'worked' | 'partial' | 'no_effect' | 'made_worse';

/** `alone`: only when it is about the whole of what was said (a short sentence), since inside a long one it means other things. */
type OutcomeCue = {
  cue: string;
  pattern: RegExp;
  meaning: OutcomeMeaning;
  alone?: true;
  /** Speaks of an act ("that did it"), not only of how things stand ("still failing"). */
  points?: true;
};

const symptom =
  "(?:failing|fails?|seeing|see|getting|get|got|having|have|broken|down|erroring|errors?|happening|there|slow|stuck|the same|same|timing out|timeouts?|unavailable|unreachable|unhealthy|red|high|elevated|firing|alerting|crash\\w*|oom\\w*|restarting|pending|throwing|returning|giving|dead|bad|climbing|growing|up at|[45]\\d\\ds?|[45]xx|no|not|nothing|can'?t|cannot|doesn'?t|won'?t|isn'?t|\\d+%)";

/** The first that fits decides, so the more particular ones come first. */
export const outcomeCues: readonly OutcomeCue[] = [
  {
    cue: 'made it worse',
    pattern:
      /\b(?:made|makes|making|got|gotten|getting|is|it'?s|looks|seems|even|much|actually|now) (?:it |things |this |that |everything |even |much |a lot |way |far )*worse\b|\bworsened\b/i,
    points: true,
    meaning: 'made_worse',
  },
  {
    cue: 'errors went up',
    pattern:
      /\b(?:errors?|error rate|latency|load|cpu|memory|lag|queue|connections|5xx)\b(?: \w+){0,3} (?:doubled|tripled|spiked|spiking|jumped|exploded|shot up|went up|going up|climbed)\b|\bmore errors (?:than|now)\b/i,
    meaning: 'made_worse',
  },
  {
    cue: 'now it is all down',
    pattern:
      /\bnow (?:everything|all|the whole|even more|more|two|both|we(?:'ve| have)? (?:also )?lost)\b[^.\n]{0,60}\b(?:down|failing|broken|erroring|crash\w*|lost)\b|\bthat (?:just )?(?:broke|killed|took down)\b|\bfell over\b/i,
    meaning: 'made_worse',
  },
  {
    cue: 'they too began to fail',
    pattern: /\b(?:they|these|those|the others?|the rest) also (?:started|began|start|now)\b/i,
    meaning: 'made_worse',
  },

  {
    cue: 'spoke too soon',
    pattern: /\bspoke too soon\b|\bscratch that\b|\bfalse (?:dawn|hope)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'it came back',
    pattern:
      /\b(?:it'?s|they'?re|errors? (?:is|are)|problem(?:'s| is)|issue(?:'s| is)) (?:back again|back$|back[,.!]|happening again|failing again|down again)|\b(?:errors?|it|problem|issue|alerts?|timeouts?|5xx|[45]\d\ds) (?:came|come|comes|coming) (?:right |straight )?back\b(?! (?:up|online|healthy|to normal))|\b(?:failing|crashing|crashlooping|crash ?looping|down|broken|erroring|firing|dying|oom\w*) again\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'it did not help',
    pattern:
      /\b(?:did ?n[o']?t|didnt|did not|does ?n[o']?t|doesnt|does not|has ?n[o']?t|hasn'?t|has not|have not|haven'?t|not|never)\b(?: \w+){0,2} (?:help(?:ed|ing)?|work(?:ed|ing)?|fix(?:ed|ing)?|resolved?|solved?|change[d]?|improved?|make (?:a|any|much) difference|do (?:anything|it|the trick|much)|done anything|take|stick|recovered?|cleared?|gone)\b/i,
    points: true,
    meaning: 'no_effect',
  },
  {
    cue: 'not working',
    pattern:
      /\b(?:not|isn'?t|aren'?t|wasn'?t|weren'?t|never)\b (?:\w+ ){0,2}(?:working|functioning|responding|recovered|recovering|healthy|accessible|available|ready|starting|coming (?:back|up)|loading)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'no change',
    pattern:
      /\bno (?:change|effect whatsoever|luck|dice|joy|effect|difference|improvement|better|avail|good|success|go)\b|\b(?:did|does|doing) nothing\b|\bto no avail\b|\bwithout success\b|\bunchanged\b|\b(?:not|isn'?t|wasn'?t) (?:any )?(?:better|fixed|it|enough|that)$/i,
    meaning: 'no_effect',
  },
  {
    cue: 'same error',
    pattern:
      /\b(?:same|identical) (?:error|errors|problem|issue|thing|result|symptoms?|behaviou?r|failure|message|story|exception|stack ?trace)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'nope',
    pattern: /^(?:nope|nah|no|negative)\b[,.! -]*(?:$|still|same|that|it|didn)/i,
    meaning: 'no_effect',
  },
  {
    cue: 'better, but',
    pattern:
      /\b(?:better|improved|improving|helped|recovering|recovered|dropp\w+|lower|fewer|up|went down|came down|calmer)\b[^.\n]{0,50}\b(?:but|though|however|although)\b[^.\n]{0,60}\b(?:still|not|some|slow|high|again|another|other)\b/i,
    meaning: 'partial',
  },
  {
    cue: 'still failing',
    pattern: new RegExp(
      `\\bstill (?:a lot of |lots of |some |the |intermittently |occasionally |on |at )?${symptom}(?![\\w-])`,
      'i',
    ),
    meaning: 'no_effect',
  },
  {
    cue: 'keeps failing',
    pattern:
      /\b(?:keeps?|kept) (?:failing|crashing|restarting|crashlooping|dying|timing out|happening|coming back|growing|climbing)\b/i,
    meaning: 'no_effect',
  },
  { cue: 'not accessible even after', pattern: /\b(?:even after|despite)\b/i, meaning: 'no_effect' },

  {
    cue: 'helped a bit',
    pattern:
      /\bhelp(?:ed|ing|s) (?:a (?:bit|little)|some(?:what)?|slightly|partially|partly|for)\b|\b(?:partially|partly|half) (?:work\w*|fix\w*|resolved?|recovered|restored|back|up)\b/i,
    points: true,
    meaning: 'partial',
  },
  {
    cue: 'somewhat better',
    pattern:
      /\b(?:bit|little|slightly|somewhat|much|looks?|looking|getting|lot|seems?|things are|it'?s) better\b|\bimproving\b|\b(?:has|have) improved\b/i,
    meaning: 'partial',
  },
  {
    cue: 'going down',
    pattern:
      /\b(?:errors?|error rate|latency|lag|queue|backlog|load|cpu|memory|[45]\d\ds|5xx|depth|usage)\b(?: \w+){0,4} (?:dropping|decreasing|falling|draining|shrinking|coming down|going down|(?:is |are )?down to (?!zero|0\b)(?:about |around |~)?\d)/i,
    meaning: 'partial',
  },
  {
    cue: 'only some are back',
    pattern:
      /\b(?:some|half|most|one|two|three|a few|\d+(?: of \d+|\/\d+|%)) (?:\w+ ){0,3}(?:(?:are|is|came|have|has|come) (?:\w+ )?(?:back|recovered|up|healthy|ready)|recovered)\b/i,
    meaning: 'partial',
  },
  {
    cue: 'starting to come back',
    pattern:
      /\b(?:start(?:ed|ing|s)?|beginning|began|slowly) (?:to )?(?:come|coming|recover|recovering|work)\b(?: back| up| again)*/i,
    meaning: 'partial',
  },
  {
    cue: 'it buys time',
    pattern: /\bbuys? us\b|\bbought us\b|\bstopped the bleeding\b|\bbleeding (?:has )?stopped\b/i,
    meaning: 'partial',
  },
  {
    cue: 'it helped',
    pattern:
      /\b(?:that|this|it|which) (?:seems to have |has |seemed to |really |definitely )?help(?:ed|s)\b/i,
    points: true,
    meaning: 'partial',
  },

  {
    cue: 'that did it',
    pattern:
      /\b(?:that|this|it|which|\w+ing)(?:'s| has| seems? to have| appears to have| looks like it)? (?:just |really |finally |actually |totally |has )?(?:did (?:it|the trick)|done it|done the trick|worked|works|fix(?:ed|es)|solved|solves|sorted|cured|resolved|cleared|brought|was it|unblocked|unstuck)\b/i,
    points: true,
    meaning: 'worked',
  },
  {
    cue: 'the step did it',
    pattern:
      /\b(?:fixed|solved|resolved|cured|sorted|cleared|unblocked|mitigated) (?:it|this|that|the (?:issue|problem|errors?|incident|outage|alert))\b|\bdid the trick\b|\bdid it\b(?=[.!,]|$)/i,
    points: true,
    meaning: 'worked',
  },
  {
    cue: 'it brought it back',
    pattern:
      /\b(?:restored|brought) (?:the |all |back |our |\w+ )?(?:dns|service\w*|traffic|access|connectivity|site|cluster|records?|it|them|everything|functionality|back|online|up)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'it works now',
    pattern:
      /\b(?:works?|working|functioning|operational|responding|loading|serving|succeeding|passing|starting|connecting) (?:again|now|fine|ok|okay|normally|properly|correctly|as expected)\b|\b(?:now|all|confirmed) (?:works?|working|good|green|healthy|clear|clean)\b|\b(?:it|everything|all|site|app)(?:'?s| is)? (?:working|works)$/i,
    meaning: 'worked',
  },
  {
    cue: 'back up',
    pattern:
      /\b(?:is|are|it'?s|they'?re|we'?re|was|were|came|come|comes|all|everything|service|services|now|and|pods?|went|gone|go|goes|reverted|returned|returning|fully|things) (?:all |now |coming |come |right |straight )?back (?:up\b(?! to \d)|online|in business|to (?:normal|green|a |healthy|life|baseline|ready|running|its|their|usual)|now\b|alive|healthy|working|in service)/i,
    meaning: 'worked',
  },
  {
    cue: 'short back up',
    pattern:
      /^(?:and |ok |we'?re |it'?s |all |services? |site |we are |they are )*back(?: up| online| to normal)?\b[^\n]{0,20}$/i,
    meaning: 'worked',
    alone: true,
  },
  {
    cue: 'up and running',
    pattern:
      /\bup and running\b|\b(?:is|are|now|all) (?:up|online|healthy|green|ready|stable|clean)(?: again| now)?(?=[.,!;]|$)|^(?:(?:ok|yes|yep|it|that|this|all|everything|things|now|we|we'?re|and|they|pods?|site)[,.]? )*(?:looks?|looking|seems?) (?:to be )?(?:good|healthy|stable|fine|ok|okay|clean|normal|green|fixed|resolved|better)\b|\b(?:stable|healthy|green|clean|quiet|happy|fine) (?:now|again)\b|\bhealthy (?:again|now)\b|\bgreen (?:again|now|across)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'recovered',
    pattern:
      /\b(?:have|has|is|are|fully|all|now|was|were|got|been|seeing|confirmed|see|auto\w*|traffic|service|\w+s?) recover(?:ed|y)\b|\brecovered\b/i,
    meaning: 'worked',
  },
  {
    cue: 'restored successfully',
    pattern:
      /\b(?:restored|completed|deployed|applied|recreated|replaced|launched) (?:successfully|ok|fine)\b|\bsuccessfully\b/i,
    meaning: 'worked',
  },
  {
    cue: 'errors are gone',
    pattern:
      /\b(?:errors?|alerts?|alarms?|timeouts?|[45]\d\ds|5xx|4xx|problem|issue|lag|backlog|queue|exceptions?|warnings?|failures?)\b(?: \w+){0,3} (?:gone|stopped|cleared|cleared up|drained|disappeared|resolved|went away|subsided|dried up|caught up|(?:is |are |at |to |dropped to |down to )?(?:zero|0)\b)|\bno (?:more|further|longer (?:seeing|any|getting)) (?:errors?|5xx|[45]\d\ds|timeouts?|alerts?|failures?|issues?|seeing)|\bzero errors\b/i,
    meaning: 'worked',
  },
  {
    cue: 'back to normal',
    pattern:
      /\b(?:to|at|looks?|are|is|back|all|everything) normal(?: again| now| levels?)?\b|\bnormali[sz]ed\b|\ball (?:good|clear|well|sorted|set)\b|\bwe(?:'re| are) good\b|\bgood now\b/i,
    meaning: 'worked',
  },
  {
    cue: 'resolved',
    pattern:
      /^(?:ok[,.!]? |and |now |this is |it'?s |issue |incident |problem |all |marking (?:as |this )?|closing(?: this)?(?: as)? |\[?)*(?:resolved|fixed|sorted|solved|recovered|confirmed fixed)\b[^\n]{0,40}$/i,
    meaning: 'worked',
    alone: true,
  },
  {
    cue: 'it worked',
    pattern:
      /^(?:yes|yep|yup|yeah|ok|awesome|great|perfect|nice|sweet|excellent)?[,.! ]*(?:it |that |and it |that'?s )?(?:worked|works|working|fixed|did it|better now)\b[^\n]{0,30}$/i,
    points: true,
    meaning: 'worked',
    alone: true,
  },
  {
    cue: 'thumbs up',
    pattern: /^(?:success|bingo|eureka|hooray|woohoo|winner|we have a winner|jackpot)\b[^\n]{0,20}$/i,
    meaning: 'worked',
    alone: true,
  },
];

/** Words with "still" or "fixed" in them that say nothing about a step. */
export const notOutcome: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'still at it',
    pattern:
      /\bstill (?:investigating|looking|checking|working on|waiting|monitoring|digging|trying|debugging|deploying|rolling|draining|running the|building|syncing|applying|in progress)\b/i,
  },
  { cue: 'a question', pattern: /\?\s*$/ },
  {
    cue: 'a condition',
    pattern:
      /^(?:if|once|when|until|unless|assuming|hopefully|in theory|fingers crossed)\b|\b(?:should|would|might|may|could|hopefully|will|gonna|going to|'ll) (?:probably |hopefully |now |be |also |have |it |that )*(?:help|work|works|fix|fixed|solve|resolve|recover|clear|back|stop|do it|do the trick|better|restore)\b/i,
  },
];

/** In the same sentence as a step these say that the trouble went on. */
export const afterStepTrouble: RegExp =
  /\b(?:crash ?loop\w*|failing|failed|down|timed out|timing out|erroring|errors|broken|not (?:responding|ready|accessible|functioning)|exhibited|unhealthy|[45]\d\ds|5xx)\b/i;

/** How an alert's bot says that it is over, or that it began again. */
export const alertOver: RegExp =
  /^\W*(?::\w+:\s*)*(?:\[?(?:resolved|recovered|ok|closed|up|cleared)\b|alert (?:resolved|cleared|closed))|\b(?:status|state): ?(?:resolved|ok|up)\b|\b(?:has|have|is) (?:recovered|resolved|back (?:up|to normal)|now (?:up|ok))\b|\bis up\b/i;
export const alertAgain: RegExp =
  /^\W*(?::\w+:\s*)*\[?(?:firing|triggered|problem|down|critical|alarm|re-?opened|re-?triggered)\b/i;

import type { OutcomeCue } from './outcome-cues.ts';

/** How people say that it helped, and then that all is well. The more particular ones come first. */
export const goodOutcomes: readonly OutcomeCue[] = [
  {
    cue: 'a part of it',
    pattern:
      /\bpartial (?:functional\w*|service|recovery|success|fix|relief|improvement)\b|\bsome (?:recovery|improvement|relief)\b|\b(?:back|online|serving|restored)\b[^.\n]{0,20}\b[1-9]\d? ?% (?:of )?(?:the |its |our )?(?:usual |normal |full )?capacity\b|\b(?:alleviat|ameliorat|eas)(?:es|ed) (?:it|the|some)\b/i,
    meaning: 'partial',
  },
  {
    cue: 'one is well and another is not',
    pattern:
      /\b(?:is|are|looks?|seems?) (?:back |now |all )?(?:up|back|fine|ok|okay|good|healthy|working|green|clean|reachable|stable)\b[^.\n]{0,25}[,;] ?(?:but )?[^.,\n]{2,40}\b(?:(?:is|are|does|do|has|have)(?:n'?t| not)|not yet)\b/i,
    meaning: 'partial',
  },
  {
    cue: 'it got further',
    pattern: /^(?:(?:ok|it|that|and|a bit|much|got|gets|goes|went|comes?|came|runs?|ran)[,! ]+)*further\b/i,
    meaning: 'partial',
  },
  {
    cue: 'slower than before',
    pattern:
      /\b(?:grow|climb|ris|fill|leak|pil)(?:s|es|ing)? (?:up )?(?:\w+ )?(?:slower|less fast|more slowly|less)\b|\b\d{1,2} ?% (?:less|fewer|lower|better)\b/i,
    meaning: 'partial',
  },
  {
    cue: 'helped a bit',
    pattern:
      /\bhelp(?:ed|ing|s) (?:a (?:bit|little)|some(?:what)?|slightly|partially|partly|for)\b|\b(?:partially|partly|half) (?:work\w*|fix\w*|resolved?|recovered|restored|back|up)\b/i,
    refersToAction: true,
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
      /\d[^.\n]{0,12}\band (?:falling|dropping|shrinking|decreasing|going down|draining)\b|\b(?:errors?|error rate|rejects|latency|lag|queue|backlog|load|cpu|memory|crash(?:es| rate)|failures|timeouts|[45]\d\ds|5xx|depth|usage)\b(?: \w+){0,4} (?:dropping|decreasing|falling|draining|drains|shrinking|coming down|going down|(?:is |are )?down to (?!zero|0(?![.\d]))(?:about |around |like |only |~)?\d)/i,
    meaning: 'partial',
  },
  {
    cue: 'only some are back',
    pattern:
      /^(?![^\n]*\b(\d{1,4}) ?(?:of|\/) ?\1\b)[^\n]*\b(?:some|half|most|one|two|three|a few|\d+(?: of \d+|\/\d+|%)) (?:\w+ ){0,3}(?:(?:are|is|came|have|has|come) (?:\w+ )?(?:back|recovered|up|healthy|ready)|recovered)\b/i,
    meaning: 'partial',
  },
  {
    cue: 'starting to come back',
    pattern:
      /\b(?:start(?:ed|ing|s)?|beginning|began|slowly) (?:to )?(?:come|coming|recover|recovering|work|succeed|succeeding|pass|passing)\b(?: back| up| again)*/i,
    meaning: 'partial',
  },
  {
    cue: 'good for now',
    pattern:
      /\b(?:stable|flat|steady|ok|okay|fine|good|holding|quiet|calm|healthy)\b[^.\n]{0,20}\bfor now\b/i,
    meaning: 'partial',
  },
  {
    cue: 'it buys time',
    pattern:
      /\btemporary (?:relief|improvement)\b|\bbuys? us\b|\bbought us\b|\bstopped the bleeding\b|\bbleeding (?:has )?stopped\b/i,
    meaning: 'partial',
  },
  {
    cue: 'it helped',
    pattern:
      /\b(?:that|this|it|which) (?:seems to have |has |seemed to |really |definitely )?help(?:ed|s)\b/i,
    refersToAction: true,
    meaning: 'partial',
  },

  {
    cue: 'that did it',
    pattern:
      /\b(?:that|this|it|which|(?!nothing|something|anything)\w+ing)(?:'s| has| seems? to have| appears to have| looks like it)? (?:just |really |finally |actually |totally |has )?(?:did (?:it|the trick)|done it|done the trick|worked|works|fix(?:ed|es)|solved|solves|sorted|cured|resolved|cleared|brought|was it|(?:was|is) enough|unblocked|unstuck|stopped (?:it|them|the (?!last|next|same|other)\w+)|ended (?:it|the \w+))\b/i,
    refersToAction: true,
    meaning: 'worked',
  },
  {
    cue: 'the step did it',
    pattern:
      /\b(?:fixed|solved|resolved|cured|sorted|cleared|unblocked|mitigated) (?:it|this|that|the (?:issue|problem|errors?|incident|outage|alert))\b|\bdid the trick\b|(?<!\b(?:i|you|we|he|she|they|who) )\bdid it\b(?=[.!,]|$)/i,
    refersToAction: true,
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
    cue: 'goes through again',
    pattern:
      /\b(?:(?:go(?:es|ing)?|com(?:e|es|ing)) (?:in|out|through)|flow(?:s|ing)?|arriv(?:es?|ing)|pull(?:s|ing)?|index(?:es|ing)?|process(?:ing)?|sync(?:s|ing)?|build(?:s|ing)?|deliver(?:s|ed|ing)?|publish(?:es|ing)?|consum(?:es?|ing)|commit(?:s|ting)?|replicat(?:es?|ing)|writ(?:es?|ing)|resolv(?:es|ing)|mov(?:es|ing)|log(?:s|ging)? in|sign(?:s|ing)? in|schedul(?:es|ing)|train|deploy(?:s|ing)?|render(?:s|ing)?) (?:\w+ )?(?:again|fine|normally)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'they can again',
    pattern:
      /(?<!\b(?:if|when|so|until) [^.\n]{0,20})\b(?:we|they|i|users?|people|everyone|everybody|customers|wards?|all|clients) (?:\w+ )?can (?:\w+ ){1,3}(?:again|normally|now)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'they are able to',
    pattern:
      /\b(?:is|are|was|were) (?!not\b|never\b)(?:\w+ )?able to (?:log|sign|start|use|access|open|pay|print|book|order|work|upload|download|connect|send|reach|resume|join|call|read|write|buy)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'does it again',
    pattern:
      /^(?![^\n]*\b(?:not|n't|never|no|until|error\w*|fail\w*|[45]\d\ds?)\b)[^\n]*\b(?:shows?|loads?|runs?|accepts?|responds?|renders?|serves?|answers?|sends?|prints?|opens?|connects?|starts?)\b[^.,\n]{0,40}\bagain\b|\b(?:starts?|started|comes?|came|boots?|booted) (?:up |back )*(?:[\w-]+ )?(?:fine|ok|okay|cleanly|normally|correctly)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'a thing works',
    pattern:
      /^(?:ok[,.]? |yes[,.]? |and |now )?(?!nothing|none|neither|no |only|never|how|that |what|nobody|it |this )(?:[\w-]+ ){1,2}(?:works?|loads?)(?: now| again| too)?[.!]*$/i,
    meaning: 'worked',
    alone: true,
  },
  {
    cue: 'caught up',
    pattern:
      /\b(?:is|are|all|fully|has|have|it|now|we'?re|we|index|consumers?|queue|replicas?|everything|lag) (?:all |now |fully )?caught up\b|^caught up\b/i,
    meaning: 'worked',
  },
  {
    cue: 'steady',
    pattern:
      /^(?!.*(?:\b(?:not|never|isn'?t|until|was|were)\b|\b(?:9\d|100) ?%)).*\b(?:stable|flat|quiet|clean|green|healthy|steady)\b (?:for|since|at|around)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'at zero',
    pattern: /\b(?:now|is|are|back|already) (?:at |down to |to )?(?:0|zero)\b(?![-.\d%x/])/i,
    meaning: 'worked',
  },
  {
    cue: 'contained',
    pattern:
      /^(?:ok[,.]? |and |so |we'?re |it'?s |that'?s |all |now |incident |breach |leak )*(?:contained|mitigated|under control)\b[^\n]{0,30}$/i,
    meaning: 'worked',
    alone: true,
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
      /^(?:and |ok |we'?re |it'?s |all |services? |site |we are |they are )*back(?: up| online| to normal)?(?: again| now| too)?(?:[.,!]+[^\n]{0,20})?$/i,
    meaning: 'worked',
    alone: true,
  },
  {
    cue: 'up and running',
    pattern:
      /\bup and running\b|\b(?:is|are|now|all) (?:up|online|healthy|green|ready|stable|clean)(?: again| now)?(?=[.,!;]|$)|^(?:(?:ok|yes|yep|it|that|this|all|everything|things|now|we|we'?re|and|they|pods?|site)[,.]? )*(?:looks?|looking|seems?) (?:to be )?(?:good|healthy|stable|fine|ok|okay|clean|normal|green|fixed|resolved|better)\b|\b(?:stable|healthy|green|clean|quiet|happy|fine) (?:now|again)\b|\band (?:stable|healthy|steady)\b|\bhealthy (?:again|now)\b|\bgreen (?:again|now|across)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'recovered',
    pattern: /\b(?:fully|full|seeing|confirmed|see|auto\w*|traffic|service) recover(?:ed|y)\b|\brecovered\b/i,
    meaning: 'worked',
  },
  {
    cue: 'restored successfully',
    pattern:
      /\b(?:restored|completed|deployed|applied|recreated|replaced|launched) (?:successfully|ok|fine)\b|\bsuccessfully\b/i,
    meaning: 'worked',
  },
  {
    cue: 'no longer in trouble',
    pattern:
      /\bno longer (?:bottlenecked|throttled|blocked|stuck|failing|crashing|erroring|restarting|timing out|saturated|overloaded|degraded|lagging|an issue|a problem|happening|occurs?|seeing)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'back to its rate',
    pattern:
      /\b(?:back|returns?|returned|returning|recovers?|recovered) (?:back |up )?to (?:100 ?%|(?:the |its |their )?(?:usual|normal|previous|full|baseline|expected)\b)/i,
    meaning: 'worked',
  },
  {
    cue: 'no more of them',
    pattern:
      /\bno (?:more|further|new) \w+ (?:since|after that|from then|until now|so far)\b|\bno (?:oom\w*|crash\w*|errors?|restarts?|timeouts?|failures?|alerts?|drops?|hangs?|evictions?|[45]\d\ds?|5xx) (?:since|for \d)/i,
    meaning: 'worked',
  },
  {
    cue: 'it takes traffic',
    pattern:
      /\b(?:taking|serving) (?:live |prod |production |real )?traffic\b(?! again from)|\b(?:queue|backlog|traffic|messages|jobs|builds|orders|payments)(?: is| are|'s)? (?:moving|flowing)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'service restored',
    pattern:
      /\b(?:services?|sites?|access|functionality|connectivity|traffic|everything|availability)\b(?: \w+){0,3} restored\b|\b(?:get|gets|got|going|went|gone) back to (?:work|normal)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'errors are gone',
    pattern:
      /\b(?:errors?|alerts?|alarms?|timeouts?|[45]\d\ds|5xx|4xx|problem|issue|lag|backlog|queue|exceptions?|warnings?|failures?|evictions?|restarts?|retries|crashes|spikes?|sawtooth|complaints|ooms?|oomkills?|throttling|flapping)\b(?: \w+){0,3} (?:gone|stopped|cleared|cleared up|drained|disappeared|resolved|went away|subsided|dried up|caught up|(?:is |are |at |to |dropped to |down to )?(?:zero|0)\b(?![-.%\d]))|[,;] no errors?\W*$|\bno (?:more|further|longer (?:seeing|any|getting)) (?:errors?|5xx|[45]\d\ds|timeouts?|alerts?|failures?|issues?|seeing)|\b(?:zero|0|without) (?:errors?|failures|failed)\b|\bwith no (?:crash(?:es)?|errors?|failures|restarts?)\b/i,
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
    refersToAction: true,
    meaning: 'worked',
    alone: true,
  },
  {
    cue: 'thumbs up',
    pattern: /^(?:success(?=\W*$)|bingo|eureka|hooray|woohoo|winner|we have a winner|jackpot)\b[^\n]{0,20}$/i,
    meaning: 'worked',
    alone: true,
  },
];

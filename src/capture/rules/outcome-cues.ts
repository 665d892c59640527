export type OutcomeMeaning = 'worked' | 'partial' | 'no_effect' | 'made_worse';

/** `alone`: only when it is about the whole of what was said (a short sentence), since inside a long one it means other things. */
type OutcomeCue = {
  cue: string;
  pattern: RegExp;
  meaning: OutcomeMeaning;
  alone?: true;
  /** Speaks of an act ("that did it"), not only of how things stand ("still failing"). */
  points?: true;
  /** The trouble was away and is there again: what had worked helped for a while. */
  returns?: true;
};

const symptom =
  "(?:failing|fails?|seeing|getting|gets?|got|sees?|having|have|broken|down|erroring|errors?|happening|occur\\w*|present|there|slow|stuck|the same|same|timing out|timeouts?|unavailable|unreachable|unhealthy|red|high|elevated|firing|alerting|crash\\w*|oom\\w*|restarting|pending|throwing|returning|giving|dead|bad|climbing|growing|up at|serv(?:es?|ing) (?:the )?(?:old|stale|wrong|previous|expired)|shows?|showing|returns?|points?|pointing|hits?|hitting|reports?|reporting|complains?|complaining|blocked|blocking|read-only|pending|exhausted|full|hot|degraded|locked|spik(?:es?|ed|ing)|refus(?:es?|ed|ing)|den(?:ies|ied)|burning|0|zero|reject(?:s|ed|ing)|queu(?:es|ed|ing)|missing|limited|throttled|expired|the old|an old|old|stale|loops?|looping|hangs?|hanging|hung|stalls?|stalled|stalling|freez(?:es|ing)|frozen|flaps?|flapping|drops?|dropping|dies|dying|breaks?|times? out|lags?|lagging|leak(?:s|ing)|los(?:es|ing)|white|blank|empty|dark|grey|silent|invisible|[45]\\d\\ds?|[45]xx|no|not|nothing|only|can'?t|cannot|doesn'?t|won'?t|isn'?t|\\d+%)";

/** How trouble is named after "now" or before "again". */
const trouble =
  '(?:fail\\w*|crash\\w*|down|broken|erroring|errors?|firing|dying|oom\\w*|pending|exhausted|stuck|blocked|full|slow|slower|high|spik\\w+|climbing|growing|rising|refus\\w+|hot|locked|hang\\w*|hung|stall\\w*|frozen|freez\\w+|flapping|loop\\w*|dead|gone|lost|dropped|white|blank|empty|unavailable|unhealthy|unreachable|degraded|timing out|timeouts?|throttled|limited|lagging|red|rejected|[45]\\d\\ds?|5xx)';

/** The first that fits decides, so the more particular ones come first. */
export const outcomeCues: readonly OutcomeCue[] = [
  {
    cue: 'made it worse',
    pattern:
      /\b(?:made|makes|making|make|got|gotten|getting|is|it'?s|that'?s|this is|things are|looks|seems|even|much|way|far|actually|now) (?:it |things |this |that |everything |even |much |a lot |way |far )*worse\b|\bworsened\b|^(?:ugh|oh no|hm+|ok|nope|no)?[,.! ]*worse\b/i,
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
    cue: 'it fails as well now',
    pattern:
      /\b(?:that|it|this) was (?:even |much |way )?worse\b|\bnow (?:[\w-]+ ){1,3}(?:is|are) (?:also |all |completely )*(?:down|broken|failing|erroring)(?: too| as well)\b|\b(?:has|have|and|[\w-]+\d) also (?:oom\w*|crashed|died|failed|went down)/i,
    meaning: 'made_worse',
  },
  {
    cue: 'faster than before',
    pattern:
      /\b(?:grow|climb|ris|fill|leak|pil)(?:s|es|ing)? (?:up )?(?:\w+ )?(?:faster|quicker)\b|\btriggered (?:a|an|another) [\w ]{0,20}(?:storm|avalanche|cascade|flood|stampede)\b/i,
    meaning: 'made_worse',
  },
  {
    cue: 'now they fail too',
    pattern:
      /\bnow (?:they|it|we|(?:the|my|our|all|all the|even the|every) [\w-]+|all of them)(?: all| even| just)? (?:oom\w*|crash(?:es)?|dies?|lags?|fails?|times? out|hangs?|refuses?|loses?|drops?)\b/i,
    meaning: 'made_worse',
  },
  {
    cue: 'they too began to fail',
    pattern: /\b(?:they|these|those|the others?|the rest) also (?:started|began|start|now)\b/i,
    meaning: 'made_worse',
  },

  {
    cue: 'it held for a while',
    pattern: new RegExp(
      `\\b(?:work(?:s|ed)|help(?:s|ed)|better|fine|good|ok|okay|up|stable|recovered|quiet|healthy|held|dropp?ed|fixed|bought us|buys us|calm\\w*)\\b[^.\\n]{0,25}\\b(?:for (?:a|an|about|\\d+|some|like|the first|only|maybe|roughly|one|two|three|four|five|ten|twenty|half|several)\\b|briefly|at first|initially|\\d+ ?(?:min\\w*|m|h|hours?|s|seconds?)\\b)[^\\n]{0,60}?(?:[,;]|\\b(?:but|then|until|and)\\b)[^\\n]{0,80}\\b(?:again|same|are back|is back|back (?:to|up) (?:at |to )?[\\d>~]|came back|still|worse|now ${trouble}|${trouble})`,
      'i',
    ),
    meaning: 'partial',
  },
  {
    cue: 'better, with a rest',
    pattern:
      /(?<!\b(?:not?|any|much|isn'?t|nothing|never|got) )\b(?:better|improved|improving|helped|lower|fewer|dropped|went down|came down|down (?:to|from)|calmer)\b[^.\n]{0,50}[,; ](?:but|though|however|although|yet)\b[^.\n]{0,60}\b(?:still|not|n'?t|some|slow|high|again|another|other|gone|all|zero)\b|\bstill\b[^.,\n]{0,25},? but (?:\w+ )?(?:fewer|less|better|lower|rarer|not as)\b/i,
    meaning: 'partial',
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
    returns: true,
    meaning: 'no_effect',
  },
  {
    cue: 'bad again',
    pattern: new RegExp(
      `\\b${trouble} (?:up )?again\\b|\\b(?:errors?|alerts?|timeouts?|5xx|4xx|[45]\\d\\ds|lag|spikes?|restarts?|failures?|exceptions?) (?:are|is) back\\b(?! (?:to|down|under|below))`,
      'i',
    ),
    returns: true,
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
    cue: 'so it was not that',
    pattern:
      /\b(?:so|then|guess)[, ]{1,2}(?:it'?s |it is |it was |that'?s |i guess |probably |really )*(?:no(?=\W*$)|not (?:it|this|him|her|them|us|that(?= then\b| either\b|\W*$)|(?:the|our|my|your)(?! (?:only|same|whole|first|best|last|end)\b)|because|due|caused|\w+'s)\b)|^(?:(?:ok|so|hm+|nope|no|well|right|and|but)[,.! ]+)*(?:(?:it|that|this)(?:'s| is| was) not|(?:it|that|this) (?:isn'?t|wasn'?t)|wasn'?t|not) (?:it|that)(?: either| then)?[^\w]*$|\btells? us nothing\b/i,
    points: true,
    meaning: 'no_effect',
  },
  {
    cue: 'the attempt failed',
    pattern:
      /^(?:(?:but|and|the|this|that|my|our|\w+)[ ,]+){0,4}(?:attempts?|try|rollover|rollback|roll-?out|deploy(?:ment)?|redeploy|restart|reboot|upgrade|restore|failover|migration|apply|run|revert|patch|fix|workaround)(?: \w+){0,2} (?:fails|failed|times out|timed out|errors out|errored out|bombed|did ?n[o']?t)\b|^\W*(?:it|that|this) (?:(?:does|did)(?: ?n[o']?t| not)|(?:has |just )?failed)\W*$/i,
    points: true,
    meaning: 'no_effect',
  },
  {
    cue: 'not working',
    pattern:
      /\b(?:not|isn'?t|aren'?t|wasn'?t|weren'?t|never|did(?:n'?t| not)|does(?:n'?t| not))\b (?:\w+ ){0,2}(?:working|functioning|responding|recovered|recovering|healthy|accessible|available|ready|starting|com(?:e|ing) (?:back|up)|loading)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'no change',
    pattern:
      /\bno (?:change|effect whatsoever|benefit|use|luck|dice|joy|effect|difference|improvement|better|avail|good|success|go|gain)\b|\b(?:did|does|doing) nothing\b|\bnothing (?:happened|happens|changed|changes)\b|\bto no avail\b|\bwithout success\b|\bunsuccessful(?:ly)?\b|\bin vain\b|^not (?:great|good)\b|\bunchanged\b|\bnot (?:changing|moving|dropping|improving|going (?:down|away)|budging)\b|\bha(?:s|ve)(?:n'?t| not) (?:\w+ )?(?:moved|budged|dropped|gone down)\b|\bdid(?:n'?t| not) (?:\w+ )?(?:move|budge|(?:buy|give|bring) (?:us |me )?(?:what|much|anything))\b|\b(?:not|isn'?t|wasn'?t) (?:any )?(?:better|fixed|it|enough|that)$/i,
    meaning: 'no_effect',
  },
  {
    cue: 'the number of the error again',
    pattern:
      /^(?:[^,.\n]{0,40}, ?)?(?:error |code |still )?\d{3,5} again\b|^(?:still )?(?:the )?same\s["“`]|\bwith (?:the|exactly the) same \w+/i,
    meaning: 'no_effect',
    returns: true,
  },
  {
    cue: 'it stays as it was',
    pattern:
      /\b(?:stays?|stayed|remains?|remained|remain) (?:the same|unreachable|red|down|high|slow|broken|amber|bad|unhealthy|unavailable|stuck|at \d)\b|^[\w-]+ (?:stays|remains)\W*$/i,
    meaning: 'no_effect',
  },
  {
    cue: 'same error',
    pattern:
      /\b(?:same|identical) (?:error|errors|crash|outcome|pattern|problem|probs?|issue|thing|result|symptoms?|behaviou?r|failure|message|story|exception|stack ?trace)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'the same',
    pattern:
      /(?:^|[,;:–—-] ?|\b(?:it'?s|its|all|now|still|exactly|stays|remains) )(?:exactly |all |just |still )*(?:the )?same(?: again| thing| here| as (?:before|ever)|(?: old)? [45]\d\ds?)?[.!]*$/i,
    meaning: 'no_effect',
  },
  {
    cue: 'nope',
    pattern: /^(?:nope|nah|no|negative)\b[,.! -]*(?:$|still|same|that|it|didn)/i,
    meaning: 'no_effect',
  },
  {
    cue: 'better but not well',
    pattern:
      /^(?:\w+ ){0,3}better,? (?:but|though)\b|\b(?:brings?|brought) (?:the )?(?:errors?|error rate|latency|load|lag|queue|backlog|cpu|memory|p\d\d)\b (?:back )?(?:down )?to\b/i,
    meaning: 'partial',
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
    cue: 'still so',
    pattern:
      /^(?:(?:nope|no|and|but|ok|yes|hm+|it'?s|they'?re|is|are|all|for me)[,.! ]+)*still (?!\w+ing\b|works?\b|fine\b|ok\b|okay\b|good\b|up\b|green\b|healthy\b|stable\b|flat\b|quiet\b|alive\b|here\b|there\b|clean\b|on it\b|at it\b|open\b|me\b|us\b|you\b|yes\b|true\b|awake\b|around\b|early\b|possible\b|today\b|alive\b)(?:a |at |on |the )?~?[\w.%]+(?! ?(?:min\w*|hours?|left|more|to go))(?: (?:for|here|on|in|at) [^\n]{1,30})?\W*$|\bstill ~?\d[\d.,]*(?:-ish| ?(?:%|k|ms|s|\/\w{1,5}))?(?=[,.;!:)]|$| (?:here|now|for me|on our)\b)/i,
    meaning: 'no_effect',
  },
  {
    cue: 'it still does it',
    pattern:
      /\bstill (?!works?\b|loads?\b|runs?\b|holds?\b|responds?\b|answers?\b|serves?\b|pass(?:es)?\b|has\b|is\b|was\b|needs?\b|wants?\b|thinks?\b|says\b|believes\b|owns\b|uses\b|makes? sense|connects?\b|stands?\b|applies\b|counts?\b|starts?\b|sends?\b|lots\b|days\b|hours\b|minutes\b|weeks\b|others\b|plays?\b|access\b|this\b|process\b|progress\b|always\b)[a-z]{2,}[a-rt-z]s\b/,
    meaning: 'no_effect',
  },
  {
    cue: 'it would not start',
    pattern:
      /\b(?:would(?:n'?t| not)|could(?:n'?t| not)|refuse[sd]? to|still won'?t) (?:\w+ )?(?:start|boot|come|work|load|connect|recover|mount|join)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'the command says no',
    pattern:
      /^(?:error|fatal|e|panic)\s?: \S|^[\w./-]{2,30}: (?:\S+ )?(?:command not found|no such|permission denied|wrong fs|not found|cannot|couldn'?t|can'?t)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'they go on',
    pattern:
      /\b(?:errors?|[45]\d\ds|5xx|timeouts?|failures?|crashes|alerts?|problems?|issues?|trouble|behaviou?r|symptoms?) (?:still )?(?:continue|persist)(?:s|ed)?\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'the alert came again',
    pattern:
      /^(?:(?:the|an?|another|second|third|same|new|more) )*(?:alerts?|alarms?|pages?|pager) (?:was |were |is |are |has |have )?(?:re-?)?(?:triggered|fired?|fires|firing|went off|came in)\b/i,
    returns: true,
    meaning: 'no_effect',
  },
  {
    cue: 'keeps failing',
    pattern:
      /\b(?:keeps?|kept) (?:failing|crashing|restarting|crashlooping|dying|timing out|happening|coming back|growing|climbing)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'it fails alike',
    pattern:
      /\b(?:fail(?:s|ed)?|die[sd]?|crash(?:es|ed)?|stops?|stopped|hangs?|hung|stuck|breaks?|end(?:s|ed) up) (?:\w+ )?(?:identically|at the (?:exact )?same|in the same|the same way|just the same)\b|\b(?:fail|die|crashe)[sd] (?:\w+ )?(?:at once|right away|straight away|immediately)\b|^same[,:;]|[,;:] (?:the )?same (?:error )?\d{3,}\b(?! \w+s\b)/i,
    meaning: 'no_effect',
  },
  { cue: 'not accessible even after', pattern: /\b(?:even after|despite)\b/i, meaning: 'no_effect' },

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
      /\d[^.\n]{0,12}\band (?:falling|dropping|shrinking|decreasing|going down|draining)\b|\b(?:errors?|error rate|rejects|latency|lag|queue|backlog|load|cpu|memory|[45]\d\ds|5xx|depth|usage)\b(?: \w+){0,4} (?:dropping|decreasing|falling|draining|drains|shrinking|coming down|going down|(?:is |are )?down to (?!zero|0(?![.\d]))(?:about |around |~)?\d)/i,
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
    points: true,
    meaning: 'partial',
  },

  {
    cue: 'that did it',
    pattern:
      /\b(?:that|this|it|which|(?!nothing|something|anything)\w+ing)(?:'s| has| seems? to have| appears to have| looks like it)? (?:just |really |finally |actually |totally |has )?(?:did (?:it|the trick)|done it|done the trick|worked|works|fix(?:ed|es)|solved|solves|sorted|cured|resolved|cleared|brought|was it|(?:was|is) enough|unblocked|unstuck|stopped (?:it|them|the (?!last|next|same|other)\w+)|ended (?:it|the \w+))\b/i,
    points: true,
    meaning: 'worked',
  },
  {
    cue: 'the step did it',
    pattern:
      /\b(?:fixed|solved|resolved|cured|sorted|cleared|unblocked|mitigated) (?:it|this|that|the (?:issue|problem|errors?|incident|outage|alert))\b|\bdid the trick\b|(?<!\b(?:i|you|we|he|she|they|who) )\bdid it\b(?=[.!,]|$)/i,
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
    points: true,
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

/** Good news with an exception: "all but two are back", "14 of 16 fine". */
export const notAll: RegExp =
  /\b(?:all|every\w*|both)\b[^.,;\n]{0,25}(?<!nothing )\b(?:but|except|bar|apart from|besides)\b(?! (?:for )?(?:now|it'?s)\b)|\b(?:all|most) but\b|\b(\d{1,4}) (?:out )?of (?:the )?(?!\1\b)\d{1,4}\b/i;

/** The subject of trouble that goes on is a part of what was broken: the other part is well. */
export const ofAPart: RegExp =
  /(?:^|[,;.:] |\b(?:but|and|though|yet|that) )(?:(?:the )?(?:rest|other (?:one|two|three|half)|others?|remaining \w+|last (?:one|two|three|few))|a few|another \w+|some (?!time\b|how\b)\w+|only (?!now\b|then\b|once\b|after\b|when\b|because\b|that\b|to\b)[\w<@-]+|all but|all except)\b(?! hand\b)/i;

/** Words with "still" or "fixed" in them that say nothing about a step. */
export const notOutcome: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'still at it',
    pattern:
      /\bstill (?:investigating|looking|checking|working on|waiting|monitoring|digging|trying|debugging|deploying|rolling|draining|running the|building|syncing|applying|in progress)\b/i,
  },
  {
    cue: 'a question',
    pattern:
      /(?<!\?)\?\s*$|^(?:did|does|do|is|are|was|has|have|can|could|what|why|how|who|when|should)\b[^\n]*\?\s*$|^(?:(?:so|and|but|ok|then|wait)[, ]+)*(?:who(?!ever)|why|where(?!as)|how come|what(?:'s| is| else| does| makes?)) /i,
  },
  { cue: 'a reason', pattern: /^(?:(?:it|that)'?s |and |but |yes,? )?(?:because|cause|cos|cuz|bc)\b/i },
  {
    cue: 'only thought',
    pattern: /\b(?:i|we) (?:thought|assumed) (?:it|that|this)\b/i,
  },
  {
    cue: 'by itself',
    pattern: /\b(?:by itself|on its own|by themselves|on their own)\b/i,
  },
  {
    cue: 'news of somebody else',
    pattern:
      /\b(?:on|at|from) (?:their|the (?:vendor|provider|supplier)'?s?) (?:side|end)\b|^(?:\w+ ){1,3}(?:says?|said|reports?|reported|claims?|claimed|announced)\b(?: (?:that|it'?s|its|it|they|this|is|was|has|been|now)){0,4} (?:fixed|resolved|recovered|mitigated|solved|restored)\b/i,
  },
  {
    cue: 'not known yet',
    pattern:
      /\b(?:see|know|check|test|tell (?:me|us)|hope|hopes|hoping|wonder\w*|if|whether|probably|supposedly)\b[^.,\n]{0,25}\b(?:works?|worked|working|helps?|helped|fix(?:es|ed)|solves?|solved)\b/i,
  },
  {
    cue: 'another time or place',
    pattern:
      /^(?![^\n]*\b(?:now|again)\b)[^\n]*(?:\b(?:like|as) i said\b|\bin (?:my|that|his|her|their) (?:case|scenario)\b|\b(?:a few|some|many|most|other) (?:people|users|folks)\b|\b(?:works?|worked|fix(?:es|ed)|helps|helped|solved)\b[^.\n]{0,25}\b(?:for me|if you|when you|unless you|once|(?:a |few|many|several|\d+) ?times|all the time|mostly|out of the box|with (?:mac|windows|linux|most|a)|on my)\b)|\bhelps (?:to|if|when)\b/i,
  },
  {
    cue: 'a condition',
    pattern:
      /^(?:if|once|when|until|unless|assuming|hopefully|in theory|fingers crossed)\b|\b(?:should|would|might|may|could|hopefully|will|gonna|going to|'ll) (?:probably |hopefully |now |be |also |have |it |that )*(?:help|work|works|fix|fixed|solve|resolve|recover|clear|back|stop|do it|do the trick|better|restore)\b/i,
  },
];

/** Somebody else ended it, or nobody did: no act of ours. */
export const endedByOthers: RegExp =
  /\b(?:(?:came|went|come) (?:back|away)|recovered|resolved|healed|fixed|cleared)(?: itself)? (?:by itself|on its own|by themselves|on their own)\b|\bself[- ]?(?:healed|resolved|recovered)\b|\b(?:we|i|nobody|no one) (?:did|changed|touched) (?:nothing|anything)\b|\b(?:says?|said|reports?|reported|confirms?|confirmed|claims?|claimed|announced|told us|tells us)\b(?: \w+){0,4} (?:fixed|resolved|recovered|mitigated|solved|restored)\b|\b(?:fixed|resolved|recovered|mitigated|solved|restored|rolled back)\b[^.\n]{0,20} (?:on|at|from|by) (?:their|the (?:vendor|provider|supplier)'?s?) (?:side|end)\b/i;

/** An act, "but …": not all of the trouble went with it. */
export const somethingLeft: RegExp =
  /[,;]? \b(?:but|though|however|although|yet)\b[^.\n]{0,60}\b(?:still|not all|only|the rest|others?|remains?|left)\b/i;

/** After a step these begin its aim or its reason, to the end of the sentence: no word of what came of it. */
export const aimOrReason: RegExp =
  /,? \b(?:because|cause|cos|cuz|in case|in order to|since (?!then\b|that\b|\d|last\b|noon\b|midnight\b|yesterday\b|this\b|\w+day\b)|as (?:it|they|we|there|the|he|she|i)\b(?! expected| said| hoped)|so (?:that )?(?:[\w'-]+ ){1,4}(?:can'?t|cannot|could(?:n'?t)?|won'?t|wouldn'?t|don'?t|doesn'?t|never|needs?|has to|have to)\b|so (?:that )?(?:[\w'-]+ ){1,4}can\b(?![^.\n]*\b(?:now|again)\b)|to (?:try|help|see|avoid|prevent|stop|keep|rule|free|clear|fix|resolve|address|solve|find|ensure|check|test|recover|restore|bring|get|let|give|make|stabili[sz]e|reduce|work around) )[^,;\n]*/i;

/** In the same sentence as a step, what tells a thing from its like: "the pod that failed to start". */
export const whichOne: RegExp =
  /(?<![,;]) (?:that|which|who) (?:had |was |were |is |are |kept |keeps )?(?:not |n't )?(?:fail|crash|hang|hung|die|dying|stuck|broke|down|error|tim(?:ed|ing) out|unhealthy|unresponsive)\w*[^,;.\n]*/gi;

/** In the same sentence as a step these say that the trouble went on. */
export const afterStepTrouble: RegExp =
  /\b(?:crash ?loop\w*|fails|(?:is|are|was|were|went|goes?|still|stays?|stayed|all|now) (?:\w+ )?down(?! to)|timed out|timing out|erroring|(?<!\b(?:no|of|the|its|their|old|past) )errors|(?<!\b(?:the|a|an|all|any|these|those|its|our|both) )(?:broken|failing|failed(?! (?:during|in|over|since|because|due)\b))|not (?:responding|ready|accessible|functioning)|exhibited|(?<!\b(?:the|a|an|as|all|any|these|those|its|our|both) )unhealthy|[45]\d\ds|5xx)\b/i;

/** How an alert's bot says that it goes on, that it is over, or that it began again. */
export const alertStill: RegExp =
  /\bstill (?:firing|alerting|failing|down|critical|triggered|open|active|unhealthy|unresolved)\b|\bnot (?:yet )?(?:been )?resolved\b/i;
export const alertOver: RegExp =
  /^\W*(?::\w+:\s*)*(?:\[?(?:resolved|recovered|recovery|ok|closed|up|cleared)\b|alert (?:resolved|cleared|closed))|\b(?:status|state): ?(?:resolved|ok|up)\b|\b(?:has|have|is) (?:recovered|resolved|back (?:up|to normal)|now (?:up|ok))\b|\bis up\b|\bresolved\W*$|\bSUCCESS(?:FUL)?\b|\b(?:succeeded|passed)\b/i;
export const alertAgain: RegExp =
  /^\W*(?::\w+:\s*)*\[?(?:firing|triggered|problem|down|critical|alarm|re-?opened|re-?triggered)\b|\bFAILED\b|\bfailed\b/i;

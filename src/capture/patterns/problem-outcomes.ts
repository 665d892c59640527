import type { OutcomeCue } from './outcome-cues.ts';

const symptom =
  "(?:failing|fails?|seeing|getting|gets?|got|sees?|having|have|broken|down|erroring|errors?|happening|occur\\w*|present|there|slow|stuck|the same|same|timing out|timeouts?|unavailable|unreachable|unhealthy|red|high|elevated|firing|alerting|crash\\w*|oom\\w*|restarting|pending|throwing|returning|giving|dead|bad|climbing|growing|up at|serv(?:es?|ing) (?:the )?(?:old|stale|wrong|previous|expired)|shows?|showing|returns?|points?|pointing|hits?|hitting|reports?|reporting|complains?|complaining|blocked|blocking|read-only|pending|exhausted|full|hot|degraded|locked|spik(?:es?|ed|ing)|refus(?:es?|ed|ing)|den(?:ies|ied)|burning|0|zero|reject(?:s|ed|ing)|queu(?:es|ed|ing)|missing|limited|throttled|expired|the old|an old|old|stale|loops?|looping|hangs?|hanging|hung|stalls?|stalled|stalling|freez(?:es|ing)|frozen|flaps?|flapping|drops?|dropping|dies|dying|breaks?|times? out|lags?|lagging|leak(?:s|ing)|los(?:es|ing)|white|blank|empty|dark|grey|silent|invisible|[45]\\d\\ds?|[45]xx|no|not|nothing|only|can'?t|cannot|doesn'?t|won'?t|isn'?t|\\d+%)";

/** How trouble is named after "now" or before "again". */
const problem =
  '(?:fail\\w*|crash\\w*|down|broken|erroring|errors?|firing|dying|oom\\w*|pending|exhausted|stuck|blocked|full|slow|slower|high|spik\\w+|climbing|growing|rising|refus\\w+|hot|locked|hang\\w*|hung|stall\\w*|frozen|freez\\w+|flapping|loop\\w*|dead|gone|lost|dropped|white|blank|empty|unavailable|unhealthy|unreachable|degraded|timing out|timeouts?|throttled|limited|lagging|red|rejected|[45]\\d\\ds?|5xx)';

/** How people say that it got worse, that it did not help, or that not all is well. The more particular ones come first. */
export const problemOutcomes: readonly OutcomeCue[] = [
  {
    cue: 'made it worse',
    pattern:
      /\b(?:made|makes|making|make|got|gotten|getting|is|it'?s|that'?s|this is|things are|looks|seems|even|much|way|far|actually|now) (?:it |things |this |that |everything |even |much |a lot |way |far )*worse\b|\bworsened\b|^(?:ugh|oh no|hm+|ok|nope|no)?[,.! ]*worse\b/i,
    refersToAction: true,
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
      `\\b(?:work(?:s|ed)|help(?:s|ed)|better|fine|good|ok|okay|up|stable|recovered|quiet|healthy|held|dropp?ed|fixed|bought us|buys us|calm\\w*)\\b[^.\\n]{0,25}\\b(?:for (?:a|an|about|\\d+|some|like|the first|only|maybe|roughly|one|two|three|four|five|ten|twenty|half|several)\\b|briefly|at first|initially|\\d+ ?(?:min\\w*|m|h|hours?|s|seconds?)\\b)[^\\n]{0,60}?(?:[,;]|\\b(?:but|then|until|and)\\b)[^\\n]{0,80}\\b(?:again|same|are back|is back|back (?:to|up) (?:at |to )?[\\d>~]|came back|still|worse|now ${problem}|${problem})`,
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
    isRecurrence: true,
    meaning: 'no_effect',
  },
  {
    cue: 'bad again',
    pattern: new RegExp(
      `\\b${problem} (?:up )?again\\b|\\b(?:errors?|alerts?|timeouts?|5xx|4xx|[45]\\d\\ds|lag|spikes?|restarts?|failures?|exceptions?) (?:are|is) back\\b(?! (?:to|down|under|below))`,
      'i',
    ),
    isRecurrence: true,
    meaning: 'no_effect',
  },
  {
    cue: 'it did not help',
    pattern:
      /\b(?:did ?n[o']?t|didnt|did not|does ?n[o']?t|doesnt|does not|has ?n[o']?t|hasn'?t|has not|have not|haven'?t|not|never)\b(?: \w+){0,2} (?:help(?:ed|ing)?|work(?:ed|ing)?|fix(?:ed|ing)?|resolved?|solved?|change[d]?|improved?|make (?:a|any|much) difference|do (?:anything|it|the trick|much)|done anything|take|stick|recovered?|cleared?|gone)\b/i,
    refersToAction: true,
    meaning: 'no_effect',
  },
  {
    cue: 'so it was not that',
    pattern:
      /\b(?:so|then|guess)[, ]{1,2}(?:it'?s |it is |it was |that'?s |i guess |probably |really )*(?:no(?=\W*$)|not (?:it|this|him|her|them|us|that(?= then\b| either\b|\W*$)|(?:the|our|my|your)(?! (?:only|same|whole|first|best|last|end)\b)|because|due|caused|\w+'s)\b)|^(?:(?:ok|so|hm+|nope|no|well|right|and|but)[,.! ]+)*(?:(?:it|that|this)(?:'s| is| was) not|(?:it|that|this) (?:isn'?t|wasn'?t)|wasn'?t|not) (?:it|that)(?: either| then)?[^\w]*$|\btells? us nothing\b/i,
    refersToAction: true,
    meaning: 'no_effect',
  },
  {
    cue: 'the attempt failed',
    pattern:
      /^(?:(?:but|and|the|this|that|my|our|\w+)[ ,]+){0,4}(?:attempts?|try|rollover|rollback|roll-?out|deploy(?:ment)?|redeploy|restart|reboot|upgrade|restore|failover|migration|apply|run|revert|patch|fix|workaround)(?: \w+){0,2} (?:fails|failed|times out|timed out|errors out|errored out|bombed|did ?n[o']?t)\b|^\W*(?:it|that|this) (?:(?:does|did)(?: ?n[o']?t| not)|(?:has |just )?failed)\W*$/i,
    refersToAction: true,
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
    isRecurrence: true,
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
    cue: 'and hung',
    pattern:
      /\b(?:and|but|then) (?:then |now |it |they )*(?:hung|stalled|froze|died|crashed|(?:got |gets )stuck|stuck (?:again|at|there)|fell over|(?:stopped|dropped|failed) again)\b/i,
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
    isRecurrence: true,
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
];

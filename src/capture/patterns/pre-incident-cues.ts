/** Sentences about a change that was there before the trouble, or that no person made to end it. */
export const preIncidentCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'a faulty thing was brought in',
    pattern:
      /\b(?:add|appl|deploy|merg|releas|push|publish|upload|introduc|install|creat|ship|roll)(?:s|es|ies|ed|ied|ped|ing)? (?:out )?(?:the|an?|our|its|their|some|this) (?:faulty|malformed|broken|bad|buggy|incorrect|wrong|misconfigured|invalid|flawed|erroneous|problematic|offending|defective|corrupt(?:ed)?)\b|\b(?:faulty|malformed|buggy|incorrect|misconfigured|invalid|flawed|erroneous|problematic|offending|defective)(?: [\w`.-]+){1,4} (?:was |were |is |are |got )?(?:applied|deployed|merged|released|pushed|published|uploaded|introduced|shipped|rolled out)\b/i,
  },
  {
    cue: 'by a change',
    pattern:
      /^(?!(?:so |and |then |ok )?(?:i|we)\b|.*\b(?:revert|roll(?:ed|ing|s)? back|rollback|restor|disabl)).*\b(?:due to|because of|as a result of) (?:an?|the|our|some|that|this|last) (?:[\w-]+ ){0,3}(?:change|deploy|deployment|upgrade|update|release|migration|refactor\w*|rename|merge|typo|mistake|oversight)\b(?! (?:script|tool|job|pipeline|to fix|window))/i,
  },
  {
    cue: 'by a system or on its schedule',
    pattern:
      /^(?:an? |the |another |our |one )?(?:(?:failed|further|next|last|usual|normal) )?(?:automat(?:ed|ic)|auto-?\w+ed|scheduled|planned|routine|regular|daily|nightly|weekly|monthly)(?! (?:by|for|to|it|them|an?|the|another|one)\b)(?!.*\b(?:hop(?:e|es|ing)|to (?:fix|mitigate|repair)|disabled|paused|stopped|suspended|turned|switched|cancell?ed|blocked|skipped|reverted|restored|aborted)\b)(?: [\w`-]+){0,5} (?:roll-?over|rollout|upgrade|update|maintenance|restart|deploy|deployment|patching|refresh|rotation|renewal|migration|backup|clean-?up|vacuum|sync)s?\b|\b(?:was|were|got|been|is|are|gets?) automatically \w+ed\b|\b\w{3,}ed (?:[\w-]+ ){0,6}?(?:by itself|by themselves|on (?:its|their) own|automatically)\b|\b(?:restarted|rebooted|replaced|killed|terminated|deleted|removed|evicted|recreated|moved|rescheduled|scaled|rotated|renewed|promoted) by (?:the |an? |our )?(?:[\w-]+ )?(?:watchdog|autoscaler|autoscaling|scheduler|controller|supervisor|systemd|oom[ -]?killer|load ?balancer|orchestrator|hypervisor|cron|cronjob)\b|\b(?:restarted|rebooted|crashed) (?:twice|thrice|\w+ times)\b|\bauto-?(?:generated|merged|updated|scaled|deployed|upgraded)\b|\bon schedule\b|\b(?:due to|for) (?:routine|scheduled|planned|regular|system) [\w ]{0,20}maintenance\b/i,
  },
  {
    cue: 'done some time ago',
    pattern:
      /\b(?:i|we|they|he|she|was|were|been|got) (?:just )?recently\b|\b(?:was|were|got) (?:changed|modified|updated|deployed|merged|upgraded|released|pushed|patched|renamed) [^.\n]{0,30}?\b\d+ ?(?:m|min|mins|minutes?|h|hrs?|hours?|d|days?) ago\b/i,
  },
  {
    cue: 'what had nothing to do with it',
    pattern: /^(?:coincidence|coincidentally|unrelated|by coincidence|not related)\b/i,
  },
];

/** A change of another day or hour: background while nobody has done anything yet. */
export const earlierChange: RegExp =
  /\b(?:(?:was|were|got|been) \w+ed|deployed|merged|upgraded|patched|updated|migrated|installed|released|pushed|applied|moved|switched|swapped|changed|modified|renamed|rotated)\b[^.\n]{0,50}\b(?:last (?:night|weekend)(?!['’]s)|overnight|over the weekend|this morning|earlier today|during (?:lunch|the night|(?:the |a |our |last )?maintenance)|(?:days|weeks|months) (?:ago|earlier|before))\b/i;

/** In a chat who tells the hour of a change has looked it up: "I merged that at 4". Those who mend say "now". */
export const datedChange: RegExp =
  /^(?!.*\b(?:fix|hotfix|revert|roll\w*|workaround|now|works?|fine|ok|okay|green|better|recover\w*)\b).*\b(?:merg|deploy|shipp?|releas|upgrad|updat|migrat|chang)(?:ed|ing) (?:[^,;\n]{1,60} )?(?:at|around|about|since) ~?(?:noon|midnight|\d{1,2}(?:[:.]\d\d|h)?(?: ?[ap]m)?(?![\d:%]|\.\d))(?= *(?:$|[,.;:!?)(]|(?:today|yesterday|utc|gmt|cet|and|but|so|then|because|when|with|for|to)\b))/i;

/** How a report tells that somebody became aware of the trouble. */
export const detectionCue: RegExp =
  /\b(?:alerts?|alarms?|monitor\w*) (?:\w+ )?(?:fire[sd]?|firing|triggered|received|raised|discovered|went off|goes off|starts?|started|came in|comes in)\b|\b(?:is|was|are|were|gets?|got|being) paged\b|\bpages (?:the |our )?(?:on-?call|engineer|team)\b|\binvestigations? (?:is |was )?(?:started|starts|begins|began|opened)\b|\b(?:starts?|started|begins?|began) (?:to investigate|investigating|looking)\b|\b(?:notices?|noticed|observes?|observed|reports? (?:of|that)|reported|complain\w*|alerted)\b/i;

/** The same, and nobody had been aware before. */
export const firstDetectionCue: RegExp =
  /\b(?:first|initial|earliest) (?:[\w#<>|/:.-]+ ){0,2}(?:reports?|reported|alerts?|alarms?|signs?|occurrences?|instances?|noticed|observed|seen|complaints?|errors?|failures?|pages?|symptoms?)\b|\b(?:incident|outage|downtime|impact) (?:starts?|started|begins?|began)\b/i;

/** "This caused the secret to be made anew." */
export const causedIncident: RegExp =
  /^(?:and )?(?:this|that|it|which)(?: (?:then|also|in turn|has|had|unfortunately|apparently|probably|likely))? (?:caused?|causes|broke|breaks|triggered|led to|leads to|took down|brought down)\b/i;

/** Verbs by which something new comes in. Who mends restarts, reverts, stops or removes as a rule. */
export const introducingVerbs: ReadonlySet<string> = new Set(
  'add activate apply attach change configure create deploy edit enable implement import install launch merge migrate modify move patch promote provision push release rename replace rotate roll run set start swap switch sync update upgrade'.split(
    ' ',
  ),
);

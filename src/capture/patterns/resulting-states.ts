/** Acts that are told only by the state they left: "flag off", "weights back at 1.0", "voice goes via LTE now". */

/** What has a value only because somebody set it; what is measured (load, latency, a queue) is none. */
const settings =
  '(?:flags?|toggles?|thresholds?|limits?|quotas?|caps?|time-?outs?|ttls?|weights?|priorit(?:y|ies)|local-pref|concurrency|replicas|parallelism|batch ?sizes?|pool ?sizes?|max-?\\w*|min-?\\w*|maximum|minimum|intervals?|retention|log ?levels?|image|version|chart|rules?|polic(?:y|ies)|routes?|routing|redirects?|records?|cnames?|alias|address(?:es)?|upstreams?|vlans?|mode|schedules?|crons?|feature|config\\w*|settings?|retries|sampling|mtu|auto-?scal\\w+|rollover|fallback|maintenance)';

/** What people put in to mend something, or take out again. */
const changes =
  '(?:fix|hotfix|patch|rule|limits?|rate limit|revert|rollback|workaround|clamp|filter|redirect|override|exception|exclusion|block|cap|flag|record|entry|route|whitelist|allowlist|denylist|throttle|maintenance page|banner|index|policy)';

const lead = '^(?:(?:ok(?:ay)?|so|and|done|yeah|yep|now|also|meanwhile|for now|the|our|both|all)[,: ]+)*';
const name = '(?:[`\\w./&+-]+ ){0,4}';
const scope = '(?: (?:for|on|of|in) [^,.;:\\n]{1,40}?)?';

const span = '(?: `[^`\\n]{1,60}`)?';
const stop = '(?=\\W*$|[,.;])';

/** What is said of a setting that has a new value; a bare "is on" describes. */
const values = [
  'back (?:at|on|in)\\b',
  '(?:(?:is|are) )?(?:now )?back to (?=[`\\d.]|normal|default|auto|manual|off|on\\b|what|how|its|(?:the )?(?:old|previous|original|usual|last|former)\\b)',
  `(?:on|off)(?:${stop}|(?= (?:at|for|on|in|again|now)\\b))`,
  'to (?=[`\\d])',
  '(?:is|are) (?:now |back )+(?:at|on|off|in|via|under|over|set)\\b',
  '(?:is|are) (?:on|off|at) (?:[`\\w.-]+ ){0,3}(?:now|again)\\b',
  `(?<=(?:rule|polic|record|cname|flag|limit|weight|route|cron|redirect)\\w* )(?:is|are) back(?: too| again)?${stop}`,
];

const pattern = (source: string) => new RegExp(source, 'i');

/** `told` follows what came of it or what it is for, so the pattern ends where the state is told. */
export const resultingStates: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'a setting at its new value',
    pattern: pattern(`${lead}${name}${settings}${span}${scope} (?:${values.join('|')})`),
  },
  {
    cue: 'from one value to another',
    pattern: pattern(
      `${lead}${name}(?:time-?outs?|limits?|concurrency|replicas|retention|ttl|quota|threshold|weights?|pool size|batch size|interval|retries|mtu|keepalive|heap)${scope} (?:from )?\\d[\\w.]* ?(?:->|→|=>|to) ?\\d`,
    ),
  },
  {
    cue: 'a change is in',
    pattern: pattern(
      `${lead}${name}${changes}${scope} (?:is |are |has gone |went |now )?(?:in|live|in place|in prod\\w*|deployed|rolled out|active|through)(?=\\W*$|[,.;:]| (?:on|for|at|now|everywhere|again)\\b)(?! (?:since|already|for (?:years|months|weeks|ages)))`,
    ),
  },
  {
    cue: 'in or out of where traffic goes',
    pattern:
      /^(?!(?:(?:so|and|then|now) )?(?:i|we|they|he|she)\b)[^,;:?]{1,60}\b(?:is|are|both|all|back|now|out)(?: (?:back|out|now|both|all))* (?:in|into|of|on|behind) (?:the )?(?:load ?balancer|lb|elb|alb|pool|rotation|a records?|dns|target group|backend|maintenance(?: mode)?)\b/i,
  },
  {
    cue: 'goes another way now',
    pattern:
      /^(?!everything|nothing|it |that |this |(?:\w+ )?(?:users|customers|people|clients|visitors|requests)\b)[^,;:?]{2,50}\b(?:(?:go|goes|going|runs?|points?|routed|served|sent|uses?) (?:via|through|over|to|from|at|on)\b[^,;:?]{1,40}\bnow\b|now (?:go|goes|runs?|points?|uses?|routed|served) (?:via|through|over|to|from|at|on)\b)/i,
  },
  {
    cue: 'a value again',
    pattern:
      /^(?:(?:ok|and|so|we are|we're|it's|its|i'm)[, ]+)*(?:back (?:at|to|on) (?!200\b)v?[1-9][\d.]* ?(?:[gmt]i?b?)?|v?[1-9]\d* ?[gmt]i?b? again)(?=\W*$|[,.;] )/i,
  },
  {
    cue: 'for now there is',
    pattern: /^for now,? (?:an? (?!bit|little|few|lot)[\w`-]+ [^?]{3,60}|there(?:'s| is) an? [\w`-]+ )/i,
  },
  {
    cue: 'has more now',
    pattern:
      /^(?:the )?(?:[\w./-]+ ){1,4}(?:(?:has|have|gets?|got) \d[\d.]* ?(?:[gmkt]i?b?|cores?|v?cpus?|replicas?|workers|threads|nodes|instances|shards|partitions|slots)(?: of \w+)? now|now (?:has|have|gets?) \d[\d.]* ?(?:[gmkt]i?b?|cores?|v?cpus?|replicas?|workers|threads|nodes|instances|shards|partitions|slots))\b/i,
  },
];

/** How things are found to be, wished or feared, and not what somebody brought about. */
export const notResultingState: RegExp =
  /\?|\b(?:still|not|never|nothing|isn'?t|aren'?t|wrong|why|if|when|should|would|could|will|must|might|may|since|always|already|was|were|somebody|someone|error|errors|fails?|failed|failing|works?|review|progress|pipeline|tomorrow|monday|later|next|tonight|until|i think|i see|looks?|seems?|apparently)\b/i;

/** A short answer that what was asked, offered or announced is so: "32 now", "up", "limit in", "takeover finished". */
export const echoReply: RegExp =
  /^(?:(?:ok(?:ay)?|and|yep|yes|so|all|both|right)[,. ]+)*(?:(?!(?:not|no|still|nothing|why|what|how|i|we|you|they|it)\b)[\w`'./&@:+-]{1,40} ){0,4}(?:now|in|on|off|up|out|down|back|live|again|gone|started|finished|done|complete|set|through|(?!approved|agreed|noted|confirmed|needed|failed|crashed|expected|noticed|interested|confused|escalated|paged|acked|acknowledged|affected|related|timed|closed|resolved|reported|asked|mentioned|scared|tired|indeed)\w{3,}ed)(?=\W*$|[,.;:]|\s(?:at|on|for|from|to|in|now|again|everywhere)\b|\s[`v]?\d)/i;

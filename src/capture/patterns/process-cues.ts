/** The paper and the talk of an incident, and what is built against the next one: no step, however it is told. */
export const processCues: readonly { cue: string; pattern: RegExp }[] = [
  { cue: 'a figure', pattern: /^\w+(?: [=:]|ing) ~?\d|\ball clear\b/i },
  {
    cue: 'built against the next one',
    pattern:
      /\b(?:implement|add|creat|writ)\w* (?:[\w`'-]+ ){0,4}(?:monitoring|alerting|runbook|failure notification|alarms?|alerts?)\b(?! (?:route|receiver|manager|webhook|channel))/i,
  },
  {
    cue: 'a paper that was opened',
    pattern:
      /\b(?:incident|tickets?|case|banner|status ?page|status update|post-?mortem|channel|bridge|call|doc)\b(?: \w+){0,3} (?:created|opened|raised|removed|closed|updated|posted|filed|started|ended)\b|\bstatus ?page(?: \w+){0,2} set to\b/i,
  },
  {
    cue: 'opened a paper',
    pattern:
      /\b(?:created|(?:re-?)?opened|raised|removed|closed|closing|updated|posted|filed|started|starting|joining|put up|putting up|open|opens|opening|raise|raises|raising|ended) (?:an? |the |our |this )?(?:\w+ ){0,2}(?:incident|ticket|case|banner|status ?page|status update|bridge|call|channel|doc|huddle|zoom|war ?room)\b(?!-| (?:service|worker|queue|api|app|system|db|database|server|handler|center|centre)s?\b)/i,
  },
  {
    cue: 'set up a place to talk',
    pattern:
      /\b(?:set(?:ting)? up|add(?:ed|ing)|renam(?:ed|ing)) (?:an? |the |our |this )?(?:new )?(?:ticket|(?:slack |incident )?channel for the (?:incident|outage)|(?:slack|incident|teams) (?:channel|chat)|the channel|(?:bridge|conference|video|phone) call|huddle|zoom|war ?room)\b(?!-| (?:service|worker|queue|api|app|system|db|database|server)s?\b)/i,
  },
  { cue: 'opened a ticket by its number', pattern: /\b[Cc]reated [A-Z]{2,8}-\d{1,6}\b/ },
  {
    cue: 'how grave it is',
    pattern:
      /\b(?:rais|lower|downgrad|upgrad|escalat|bump|mov|mark|set|chang|drop|reduc)\w* (?:(?:it|this|that|the|incident|ticket|severity|priority|back|down|up) ){0,3}(?:to|from|as) (?:an? )?(?:p[0-5]|sev(?:erity)?[ -]?\d|(?:low|lower|medium|normal|high|higher|critical) (?:priority|severity))(?= *(?:$|[,.;:!)(]|(?:but|and|as|since|because|now|for|so|until|while|to|from)\b))/i,
  },
  {
    cue: 'told people',
    pattern:
      /\bupdated? (?:acknowledging|announcing|informing|saying|stating)\b|\bupdat(?:es|ed|ing)? (?:the |a |our )?(?:[\w#-]+ )?thread\b/i,
  },
  {
    cue: 'looking and talking that began',
    pattern:
      /\b(?:investigations?|discussions?|analysis|debugging|troubleshooting|work) (?:has |was |is |were |have )?(?:started|begun|began|resumed|continued|ended)\b/i,
  },
  {
    cue: 'put with the papers',
    pattern:
      /\b(?:attach|upload|add|mov|post|link|copi|copy|past|sav|writ|put)\w* [^,;\n]{0,50}?\b(?:to|into|in|on) (?:the |a |an |our |their |this )?(?:\w+ )?(?:tickets?|(?:vendor|support) case|support portal|post-?mortem|retro(?:spective)?|incident (?:channel|doc|ticket)|wiki|#[a-z][\w-]*)\b(?!-| (?:service|worker|queue|api|app|system|db|database|server|host|node|box)s?\b)/i,
  },
  {
    cue: 'where and with whom it is talked over',
    pattern:
      /\b(?:add|pull|invit|bring|brought)\w* (?:in )?(?:@[\w.-]+ |(?:(?:the|our) )?(?:[\w-]+ )?(?:team|folks|people|guys|support|vendor|provider|him|her|them|me|you) )?(?:in)?to (?:the|our|this) (?:\w+ )?(?:channel|call|thread|bridge|huddle|zoom|meeting)\b|\b(?:mov|jump|switch)\w* (?:over )?to (?:an? |the |our )?(?:\w+ )?(?:huddle|zoom|call|dm|meeting)\b|\b(?:chang|edit|updat)\w* the (?:title|name|summary) of the (?:incident|ticket)\b/i,
  },
];

/** Acts that only gather what there is to see: dumps, traces, logs. */
export const evidenceGathering: RegExp =
  /\b(?:upload|pull|captur|collect|tak|took|grab|past|post|attach|tail|quer|export|download|sav|record|shar|send|sent|fetch|runn?|ran|enabl|turn(?:s|ed|ing)? on|switch(?:es|ed|ing)? on)\w* (?:(?:the|an?|some|all|more|our|its|full|new|debug|verbose|another) ){0,3}(?:[\w-]+ )?(?:logs?|logging|dumps?|traces?|stack ?traces?|diagnostics|pcaps?|packets|flame ?graphs?|explain|screenshots?|tcpdump|strace|traceroute|mtr)\b(?!-| ?(?:rotat|ship|forward|clean|retention|agent|server|service|volume|partition|storage|pipeline|collector|level))/gi;

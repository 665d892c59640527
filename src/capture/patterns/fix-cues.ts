/** Sentences that name what ended the trouble. */
export const immediateCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'resolved by …',
    pattern:
      /\b(?:resolved|fixed|mitigated|solved|repaired|restored|remediated|addressed|sorted|recovered|corrected) (?:it |this |that |the \w+ )?(?:by|via|through|after|with|when)\b/i,
  },
  {
    cue: 'the fix was to …',
    pattern:
      /\b(?:(?:immediate|temporary|quick|short[- ]term|actual|real|final)\s)?(?:fix|repair|resolution|solution|remedy|mitigation|workaround|remediation) (?:was|is|were|involved|consisted|required|included|:)/i,
  },
  {
    cue: 'fix: …',
    pattern: /^\W{0,3}(?:fix|resolution|solution|remediation|mitigation|workaround)\W{0,3}:/i,
  },
  {
    cue: 'to fix it we …',
    pattern:
      /\b(?:to|in order to) (?:fix|resolve|mitigate|repair|recover from|restore|solve|remediate) (?:this|it|the|service|services|access|traffic|all|default|remaining)\b/i,
  },
  { cue: 'was required', pattern: /\b(?:was|were) (?:required|needed|necessary) (?:so|to|for|in order)\b/i },
];

/** "The permanent fix is …" names what will be done, not what was. */
export const namedPermanentFix: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'a lasting fix to come',
    pattern:
      /\b(?:permanent|proper|long[- ]?term|longer[- ]term|lasting|real|durable) (?:fix|fixes|solution|remedy|remediation)\b(?: \w+){0,2}(?: (?:is|will|would|should|needs|could|has)\b|:)/i,
  },
];

/** Sentences about what will keep it from coming back. `afterEnd`: only once the trouble is over; before, it is the next step. */
export const permanentCues: readonly { cue: string; pattern: RegExp; afterEnd?: true }[] = [
  {
    cue: 'permanent fix',
    pattern:
      /\b(?:permanent|proper|long[- ]?term|longer[- ]term|lasting|real|durable) (?:and [\w-]+ [\w-]+ )?(?:fix|fixes|solution|remedy|remediation|change|plan)\b/i,
  },
  { cue: 'long-term', pattern: /\blong(?:er)?[- ]term\b/i },
  { cue: 'follow-up', pattern: /\bfollow(?:ing)?[- ]?up(?:s)?\b(?!,)/i },
  {
    cue: 'action item',
    pattern:
      /\b(?:action items?|ai:|actions?:|next steps?|todo|to-do|post[- ]?mortem action|corrective action)\b/i,
  },
  {
    cue: 'PR to …',
    pattern:
      /^\W*(?:pr|pull request|mr|merge request) (?:to|for|with|adding)\b|\b(?:pr|pull request|mr|merge request) (?:is |has been |was |'s )?(?:up|open|opened|raised|ready|submitted|coming|incoming)\b/i,
  },
  {
    cue: 'raised a PR',
    pattern:
      /\b(?:opened|raised|created|filed|submitted|put up|opening|raising|filing|creating|merged) (?:a |an |the |this )?(?:\w+ )?(?:pr|pull request|mr|merge request|ticket|issue|jira|story|card|bug)\b/i,
  },
  {
    cue: 'ticket raised',
    pattern:
      /\b(?:ticket|issue|jira|story|card|bug|pr) (?:has been |was |is |to be )?(?:raised|created|opened|filed|logged)\b/i,
  },
  {
    cue: 'so that it does not happen again',
    pattern:
      /\b(?:prevent|avoid) (?:this|it|that|these|such|a recurrence|recurrence|any)\b|\bstop (?:this|it|that|these|such)\b(?= (?:\w+ ){0,2}(?:from|happening|recurring|ever|again))|\b(?:does|doesn|will|won|never)(?:n'?t| not|'t)? (?:happen|occur|recur|bite us) again\b|\bin (?:the )?future\b|\bgoing forward\b/i,
  },
  {
    cue: 'ticket: …',
    pattern: /^\W*(?:ticket|jira|issue|story|todo|to do|to fix properly)\W{0,2}:\s*(?=.{8})/i,
  },
  {
    cue: 'a ticket that has to happen',
    pattern:
      /\b[A-Z][A-Z0-9]+-\d+\b[^.\n]{0,60}\b(?:has to|have to|needs? to|must|should|(?:is|gets?|got) (?:scheduled|planned|prioriti[sz]ed)|this (?:sprint|quarter|week|month)|next (?:sprint|quarter|week|month))\b|\b(?:pulling|moving|bumping|prioriti[sz]ing|scheduling)\b[^.\n]{0,20}\b[A-Z][A-Z0-9]+-\d+\b/,
  },
  {
    cue: 'we will …',
    afterEnd: true,
    pattern:
      /\b(?:we|i)(?:'ll| will|'re going to| are going to| need to| should| plan to| also need to) (?:also |then |later |next |tomorrow |now )?(?:add|create|write|implement|make|move|change|increase|raise|automate|migrate|upgrade|replace|set up|introduce|improve|document|alert|monitor|review|update|tune|pin|fix|investigate|schedule|put|bake|ship|refactor|rework|rewrite|build|configure|enable|remove|switch)\b/i,
  },
  {
    cue: 'we should …',
    afterEnd: true,
    pattern:
      /\b(?:we|i|somebody|someone) (?:really |also |all )*(?:should(?!n'?t have| have)|ought to|need to|needs to|have to|must)(?: really| also| just| finally)? (?!be\b|go\b|wait|know|see|find|check|look)\w{3,}/i,
  },
  {
    cue: 'tomorrow',
    afterEnd: true,
    pattern:
      /\b(?:tomorrow|next week|next sprint|monday|in the morning)\b[^.\n]{0,60}\b(?:we|i|will|add|fix|raise|pr|ticket)\b/i,
  },
  {
    cue: 'adding … once it is over',
    afterEnd: true,
    pattern:
      /^(?:and |so |also |now |i'?m |we'?re )*(?:adding|creating|writing|documenting|automating|extending|putting up|introducing)\b/i,
  },
];

/** A ticket with somebody outside asks for help; it keeps nothing from coming back. */
export const nonPermanentCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'a ticket with the vendor',
    pattern:
      /\b(?:ticket|case|support request)s? (?:\w+ ){0,2}(?:with|at) (?!the |all |more |some |an? |details|steps|logs)\w|\b(?:ticket|case|issue|support request|incident)s?\b[^.\n]{0,20}\b(?:with|at) (?:them|their|the (?:vendor|provider|supplier|isp|registrar)|vendor|support|aws|amazon|gcp|google|azure|microsoft|cloudflare|[A-Z][a-z]\w+)|\bsupport (?:ticket|case|request)\b|\b(?:asked|pinged|emailed|mailed|called|contacted) (?:the |their )?(?:vendor|provider|support)\b/,
  },
];

/** A plan that is not part of this incident's work. */
export function isPlanForLater(sentence: string, endedWell: boolean): boolean {
  return permanentCues.some((cue) => (endedWell || cue.afterEnd !== true) && cue.pattern.test(sentence));
}

/** Good news with an exception: "all but two are back", "14 of 16 fine". */
export const exceptionCue: RegExp =
  /\b(?:all|every\w*|both)\b[^.,;\n]{0,25}(?<!nothing )\b(?:but|except|bar|apart from|besides)\b(?! (?:for )?(?:now|it'?s)\b)|\b(?:all|most) but\b|\b(\d{1,4}) (?:out )?of (?:the )?(?!\1\b)\d{1,4}\b/i;

/** The subject of trouble that goes on is a part of what was broken: the other part is well. */
export const partialFailure: RegExp =
  /(?:^|[,;.:] |\b(?:but|and|though|yet|that) )(?:(?:the )?(?:rest|other (?:one|two|three|half)|others?|remaining \w+|last (?:one|two|three|few))|a few|another \w+|some (?!time\b|how\b)\w+|only (?!now\b|then\b|once\b|after\b|when\b|because\b|that\b|to\b)[\w<@-]+|all but|all except)\b(?! hand\b)/i;

/** Words with "still" or "fixed" in them that say nothing about a step. */
export const nonOutcomeCues: readonly { cue: string; pattern: RegExp }[] = [
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
      /(?<!\b(?:seems?|seemed|appears?|appeared|looks?|looked|believed|confirmed) )\bto be (?:resolved|fixed|restored|solved|over|back)\b|^(?:if|once|when|until|unless|assuming|hopefully|in theory|fingers crossed)\b|\b(?:should|would|might|may|could|hopefully|will|gonna|going to|'ll) (?:probably |hopefully |now |be |also |have |it |that )*(?:help|work|works|fix|fixed|solve|resolve|recover|clear|back|stop|do it|do the trick|better|restore)\b/i,
  },
];

/** Somebody else ended it, or nobody did: no act of ours. */
export const endedByThirdParty: RegExp =
  /\b(?:(?:came|went|come) (?:back|away)|recovered|resolved|healed|fixed|cleared)(?: itself)? (?:by itself|on its own|by themselves|on their own)\b|\bself[- ]?(?:healed|resolved|recovered)\b|\b(?:we|i|nobody|no one) (?:did|changed|touched) (?:nothing|anything)\b|\b(?:says?|said|reports?|reported|confirms?|confirmed|claims?|claimed|announced|told us|tells us)\b(?: \w+){0,4} (?:fixed|resolved|recovered|mitigated|solved|restored)\b|\b(?:fixed|resolved|recovered|mitigated|solved|restored|rolled back)\b[^.\n]{0,20} (?:on|at|from|by) (?:their|the (?:vendor|provider|supplier)'?s?) (?:side|end)\b/i;

/** An act, "but …": not all of the trouble went with it. */
export const remainderCue: RegExp =
  /[,;]? \b(?:but|though|however|although|yet)\b[^.\n]{0,60}\b(?:still|not all|only|the rest|others?|remains?|left)\b/i;

/** After a step these begin its aim or its reason, to the end of the sentence: no word of what came of it. */
export const aimOrReason: RegExp =
  /,? \b(?:because|cause|cos|cuz|in case|in order to|since (?!then\b|that\b|\d|last\b|noon\b|midnight\b|yesterday\b|this\b|\w+day\b)|as (?:it|they|we|there|the|he|she|i)\b(?! expected| said| hoped)|so (?:that )?(?:[\w'-]+ ){1,4}(?:can'?t|cannot|could(?:n'?t)?|won'?t|wouldn'?t|don'?t|doesn'?t|never|needs?|has to|have to)\b|so (?:that )?(?:[\w'-]+ ){1,4}can\b(?![^.\n]*\b(?:now|again)\b)|to (?:try|help|see|avoid|prevent|stop|keep|rule|free|clear|fix|resolve|address|solve|find|ensure|check|test|recover|restore|bring|get|let|give|make|stabili[sz]e|reduce|work around) )[^,;\n]*/i;

/** In the same sentence as a step, what tells a thing from its like: "the pod that failed to start". */
export const restrictiveClause: RegExp =
  /(?<![,;]) (?:that|which|who) (?:had |was |were |is |are |kept |keeps )?(?:not |n't )?(?:fail|crash|hang|hung|die|dying|stuck|broke|down|error|tim(?:ed|ing) out|unhealthy|unresponsive)\w*[^,;.\n]*/gi;

/** In the same sentence as a step these say that the trouble went on. */
export const problemAfterStep: RegExp =
  /\b(?:crash ?loop\w*|fails|(?:is|are|was|were|went|goes?|still|stays?|stayed|all|now) (?:\w+ )?down(?! to)|timed out|timing out|erroring|(?<!\b(?:no|of|the|its|their|old|past) )errors|(?<!\b(?:the|a|an|all|any|these|those|its|our|both) )(?:broken|failing|failed(?! (?:during|in|over|since|because|due)\b))|not (?:responding|ready|accessible|functioning)|exhibited|(?<!\b(?:the|a|an|as|all|any|these|those|its|our|both) )unhealthy|[45]\d\ds|5xx)\b/i;

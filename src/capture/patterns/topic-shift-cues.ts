/**
 * How people turn to another trouble in the same thread, read at the beginning of a sentence. `sure`: the words say
 * that it is another. `needs`: "trouble": only that a trouble is told; "another": that it is told of something which
 * the first problem does not name; "apart": besides, that it is nothing which the first problem brings about, or that
 * somebody says so. The group `to`: what it is said to be unrelated to, which must be the first problem.
 */
export const topicShiftCues: readonly {
  cue: string;
  pattern: RegExp;
  isExplicit?: true;
  needs: 'trouble' | 'another' | 'apart';
}[] = [
  {
    cue: 'unrelated',
    isExplicit: true,
    needs: 'trouble',
    pattern:
      /^(?:(?:this is |it'?s )?(?:completely |totally |entirely )?unrelated(?:ly)?|not related)(?: to (?:this|that|it|the above|(?:the )?(?<to>[\w-]{1,40})))?(?: (?:thing|issue|problem|question))?(?:\s*[,:;.…–—-]+(?:\s*but\b)?|\s+but\b|$)|^[^,:.]{1,30}, (?:totally )?unrelated:/i,
  },
  {
    cue: 'a separate issue',
    isExplicit: true,
    needs: 'trouble',
    pattern:
      /^(?:(?:this is|there'?s|we have|i have|we also have|i also have|we'?ve got|got)(?: also)? )?(?:an? )?(?:(?:completely |totally |entirely )(?:separate|different|other)|separate|unrelated) (?:issue|problem|thing|topic|question|incident|trouble|matter|one)\b(?:,? but)?/i,
  },
  {
    cue: 'off topic',
    isExplicit: true,
    needs: 'trouble',
    pattern:
      /^(?:slightly |a bit |totally |completely )?(?:off[- ]?topic|on (?:an?other|an? (?:different|unrelated|separate)) (?:note|topic|subject)|changing (?:the )?(?:topic|subject)|(?:not|sorry|don'?t (?:want|mean)) to (?:hijack|derail)[^,:.]{0,30}|(?:hijacking|derailing) (?:this|the)(?: thread)?)\b/i,
  },
  {
    cue: 'a different problem',
    isExplicit: true,
    needs: 'another',
    pattern:
      /^(?:(?:this is|there'?s|we have|i have|we'?ve got)(?: also| now)? )?(?:an? )?different (?:issue|problem|thing|incident|trouble|one)\b(?:,? but\b)?/i,
  },
  {
    cue: 'another problem',
    needs: 'another',
    pattern:
      /^(?:(?:this is|there'?s|we have|i have|we'?ve got)(?: also| now)? )?(?:an? )?(?:another|second|2nd|one more|new|next) (?:issue|problem|thing|incident|trouble|one)\b/i,
  },
  {
    cue: 'while we are here',
    needs: 'another',
    pattern:
      /^(?:while|since|as long as) (?:we(?:'re| are)|i(?:'m| am)|you(?:'re| are)|everyone(?:'s| is)|i have|we have|you) (?:(?:all|you(?: all| folks)?|already|both) )?(?:here|there|you|at it|on it|in here|in there|around|everybody|someone'?s attention|your attention)\b/i,
  },
  { cue: 'by the way', needs: 'another', pattern: /^(?:btw|by the way)\b/i },
  {
    cue: 'anyone else seeing it',
    needs: 'another',
    pattern:
      /^(?:is |are |does |has )?(?:any(?:one|body)|some(?:one|body))(?: else)?(?: here)? (?:also )?(?:seeing|having|getting|noticing|notices?|sees?|has|have|noticed|seen|know why)\b|^(?:is|are) [\w -]{3,40} for (?:any(?:one|body) else|everyone)\b/i,
  },
  {
    cue: 'also failing',
    needs: 'apart',
    pattern: /^(?:(?:and )?(?:also|meanwhile)|(?:and )?now(?: also)?|(?=.{3,60}\balso\b))/i,
  },
];

/** A word before a turn or a return that says nothing itself; several may follow each other. */
export const leadIn: RegExp =
  /^(?:\W+|<@\w+>|(?:ok(?:ay)?|oh|hey|hi|so|and|also|btw|by the way|fyi|ps|sorry|hm+|folks|all|guys|team|well|right|alright|great|cool|nice|thanks|thx|quick(?: one)?)(?=[\s,:.!–—-]))/i;

/** Trouble that a service has for a reason of its own; errors, timeouts and queues may all come from the first one. */
export const ownProblem: RegExp =
  /\b(?:x509|cert(?:ificate)?s? (?:has |have |is |are )?expire[sd]?|expired? (?:cert\w*|token|licen[cs]e|domain)|oom\w*|out of memory|imagepullbackoff|errimagepull|disk (?:is |was )?(?:almost |nearly )?full|no space left|40[134]s?|permission denied|unauthori[sz]ed|forbidden|typo|flaky|wrong (?:data|numbers|totals|currency|translation|time ?zone))\b/i;

/** A turn that says this tells of the same trouble, or of what came of it. */
export const sameProblemCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'because of it',
    pattern:
      /\b(?:because of|due to|thanks to|caused by|(?:as )?a (?:result|consequence) of|on account of|triggered by)\s+(?:it|this|that|these|those|the (?:above|same|outage|incident|restart|rollback|fail-?over|first|deploy|change|fix))\b|\bas a (?:result|consequence)\b|\bconsequently\b/i,
  },
  {
    cue: 'a knock-on effect',
    pattern:
      /\b(?:knock-?on|side[- ]effects?|fall-?out|cascad\w+|downstream|upstream of|collateral|ripple)\b/i,
  },
  {
    cue: 'the same',
    pattern:
      /\bsame (?:root )?(?:cause|errors?|issue|problem|symptoms?|thing|story|trouble|trace|stack ?trace|incident|reason|as)\b/i,
  },
  {
    cue: 'perhaps related',
    pattern:
      /\b(?:(?:may|might|could|must|can|would)(?: well)? be|maybe|perhaps|possibly|probably|likely|looks?|seems?|is|are|it'?s|that'?s|this'?s|they'?re) (?:all |also |very |probably |somehow )?(?:related|connected|linked)\b|\b(?:maybe|perhaps|possibly|probably|not sure (?:if|whether)|may be|might be|could be|unclear (?:if|whether))[^.]{0,15} (?:un)?related\b|\bnot unrelated\b/i,
  },
  {
    cue: 'since our change',
    pattern:
      /\b(?:since|after|with|from) (?:the|that|your|our|this) (?:\w+ ){0,2}(?:restart|rollback|fail-?over|deploy|revert|change|fix|outage|incident|migration)\b|\b(?:since|after) (?:we|you|i|they) (?:\w+ )?(?:restarted|rolled back|failed over|deployed|reverted|scaled|bumped)\b/i,
  },
];

/** Besides, of a turn that needs another name: the first one's trouble is there, too. */
export const alsoAffected: RegExp = /\b(?:too|as well)(?=\W*$|[.,!?])/i;

/** Somebody says later that the two are one. */
export const sameProblemStated: RegExp =
  /\bsame (?:root[- ]?cause|cause|reason|underlying)\b|\b(?:it'?s|that'?s|this is|they'?re|these are|those are|both|all|probably|actually) (?:all |both |actually |probably |just |really |are |is )*(?:the same (?:issue|problem|thing|incident|outage)|related\b|connected to|a (?:symptom|consequence|knock-?on|side[- ]effect))\b/i;

/** How a sentence that names both troubles makes one of them the other's reason. */
export const causalLink: RegExp =
  /\b(?:because|since|due to|caus(?:ed|es|ing)|depends? on|relies on|talks? to|calls|needs|waits? (?:for|on)|blocked (?:by|on)|behind|goes through|comes? from|via|uses|broke|took down|brought down|takes down|starv\w+|overload\w*|hammer\w*|flood\w*)\b/i;

/** Somebody says that the two have nothing to do with each other, or sends one of them elsewhere. */
export const separateProblemsStated: RegExp =
  /\b(?:(?:that|this|it)(?:'?s| is)|looks like|seems)(?: probably| totally| completely)? (?:an? )?(?:separate|different|another|unrelated|own)(?: (?:issue|problem|thing|incident|one|topic|trouble)|\s*[.,!]|$)|\b(?:not|isn'?t|n'?t think (?:it'?s|that'?s|they'?re)) (?:at all )?related\b|\b(?:its own|your own|a separate|another|a different|a new) thread\b|\bwrong thread\b/i;

/** How people come back to the first problem. Read after `leadIn`; not when they name the second. */
export const returnCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'back to',
    pattern:
      /^(?:any ?ways?[,.]? |anyhow[,.]? )?(?:(?:let'?s |to )?(?:get|getting|go|going|come|coming|circling|circle) )?back (?:to|on) (?!(?:normal|green|baseline|work|square|zero|\d|where|status|usual|sleep|bed|ok\b|healthy|life|previous|the (?:previous|old|last|same)|version|v\d|you|me|us\b))/i,
  },
  {
    cue: 'the original problem',
    pattern:
      /\b(?:the|our|this thread'?s) (?:original|main|actual|first|initial) (?:issue|problem|trouble|incident|error|alert|question|topic|outage|one)\b/i,
  },
];

/** A reply that speaks to whoever wrote just before. */
export const repliesToPrevious: RegExp =
  /^(?:<@\w+>[,:]? )?(?:(?:hm+|ah+|oh+|ok(?:ay)?)[,.! ]+)?(?:(?:yes|yep|yeah|yup|no|nope|nah|ack|sure|same(?: here)?|me too|\+1|looking|checking|on it|i'?ll (?:look|check|take)|taking a look|let me (?:look|check|see)|try\b|have you|did you|do you|are you|can you|could you|which|what|where|when|since when|how (?:long|often)|works for me|not here|fine here|that'?s (?:an?|not|because|the)|file|open|please (?:open|file|start))\b|[^.!]{0,60}\?$)/i;

/** Words of every incident: they tell no two troubles apart. Besides the verbs of acts. */
export const commonIncidentWords: string = `
  api app apps application service services svc server servers backend frontend worker workers job jobs cron node nodes pod pods
  container containers cluster clusters host hosts machine instance instances replica replicas process processes namespace
  deployment deploy release version build config setting settings env environment prod production staging dev test live
  database db cache queue web gateway proxy consumer producer controller scheduler ingress
  error errors fail failing failed fails failure failures issue issues problem problems trouble incident outage alert alerts alerting
  alarm down slow slower stuck broken broke timeout timeouts latency lag crash crashing crashes crashloop exception exceptions log logs
  logging metric metrics graph dashboard dashboards trace stack status code request requests response responses traffic call calls
  connection connections customer customers client clients user users people team on-call oncall support page
  high low full empty max min limit limits rate count usage memory cpu disk percent
  fine good better bad worse works work working worked fixed fix fixes solved resolved recovered healthy green red ok normal gone done
  still again also now today yesterday tomorrow morning night noon minute minutes min mins hour hours second seconds ago since after
  before while later soon first last next new old other another same different separate unrelated related original main anyway btw
  back thing things stuff lot bit more less much many all every everything nothing something anything nobody anyone everybody somebody someone folks guys
  else here there one two three time times once twice way sure right wrong weird strange maybe probably possibly
  look looking looks check checking checked see seeing seen try trying tried think thought know guess ask asked tell said say says
  get getting got go going goes gone come coming came make makes made take taking took keep keeps kept need needs want wants
  let help happen happens happening happened show shows showing shown turn turned turns point points pointing
  up out off over down not no never only really actually even yet too very well hmm hm yeah yep yes nope thanks thank
  firing triggered critical warning severity lunch return returns returning throw throws throwing hit hits hitting behind`;

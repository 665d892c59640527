import { phrases, words } from './word-list.ts';

/** How people say that something worked, partly worked or failed. */

export const attemptResults = phrases`
  failed | worked | helped | did(?:n['’]?t| not) (?:help|work|change) | had no effect | made no difference
  | changed nothing
`;

export const completionStates = phrases`succeeded | finished | completed? | is complete | done`;

export const alertEndStates = words`resolved recovered recovery ok closed up cleared`;

export const improvementWords = phrases`
  works? | worked | working | fixed | resolved | recovered | solved | helped | green | healthy | stable
  | normal | fine | ok now | is back | are back | up again | back up | restored | successful(?:ly)?
`;

export const completionWords = phrases`
  done | complete | completed | finished | deployed | applied | merged | it'?s out | rolled out | live now
  | shipped | executed
`;

export const recoveryWords = words`recover\w* returns? success back normal healthy work\w* fix\w*`;

export const recoveredAlone = phrases`
  (?:by|on) (?:itself|its own) | on their own | by themselves | self[- ]?(?:healed|recovered|resolved)
  | went away | came back | recovered | false (?:alarm|positive) | nothing | nobody did
  | flap(?:ped|ping)?
`;

export const resolvedStates = words`fixed resolved recovered mitigated solved restored`;

export const workedForms = words`works? worked working helps? helped fix(?:es|ed) solves? solved`;

export const helpedForms = words`works? worked fix(?:es|ed) helps helped solved`;

export const hopedOutcomes = phrases`
  help | work | works | fix | fixed | solve | resolve | recover | clear | back | stop | do it
  | do the trick | better | restore
`;

export const recoveredForms = phrases`
  (?:came|went|come) (?:back|away) | recovered | resolved | healed | fixed | cleared
`;

export const byItself = phrases`by itself | on its own | by themselves | on their own`;

export const resolvedOrRolledBack = phrases`
  fixed | resolved | recovered | mitigated | solved | restored | rolled back
`;

export const fallingForms = phrases`
  dropping | decreasing | falling | draining | drains | shrinking | coming down | going down
  | (?:is |are )?down to (?!zero|0(?![.\d]))(?:about |around |like |only |~)?\d
`;

export const didItForms = phrases`
  did (?:it|the trick) | done it | done the trick | worked | works | fix(?:ed|es) | solved | solves
  | sorted | cured | resolved | cleared | brought | was it | (?:was|is) enough | unblocked | unstuck
  | stopped (?:it|them|the (?!last|next|same|other)\w+) | ended (?:it|the \w+)
`;

export const curedPasts = words`fixed solved resolved cured sorted cleared unblocked mitigated`;

export const workingForms = words`
  works? working functioning operational responding loading serving succeeding passing starting connecting
`;

export const wellAdverbs = phrases`
  again | now | fine | ok | okay | normally | properly | correctly | as expected
`;

export const flowVerbs = phrases`
  (?:go(?:es|ing)?|com(?:e|es|ing)) (?:in|out|through) | flow(?:s|ing)? | arriv(?:es?|ing)
  | pull(?:s|ing)? | index(?:es|ing)? | process(?:ing)? | sync(?:s|ing)? | build(?:s|ing)?
  | deliver(?:s|ed|ing)? | publish(?:es|ing)? | consum(?:es?|ing) | commit(?:s|ting)?
  | replicat(?:es?|ing) | writ(?:es?|ing) | resolv(?:es|ing) | mov(?:es|ing) | log(?:s|ging)? in
  | sign(?:s|ing)? in | schedul(?:es|ing) | train | deploy(?:s|ing)? | render(?:s|ing)?
`;

export const servingVerbs = words`
  shows? loads? runs? accepts? responds? renders? serves? answers? sends? prints? opens? connects? starts?
`;

export const backStates = phrases`
  up\b(?! to \d) | online | in business
  | to (?:normal|green|a |healthy|life|baseline|ready|running|its|their|usual) | now\b | alive | healthy
  | working | in service
`;

export const returningVerbs = words`back returns? returned returning recovers? recovered`;

export const goneForms = phrases`
  gone | stopped | cleared | cleared up | drained | disappeared | resolved | went away | subsided
  | dried up | caught up | (?:is |are |at |to |dropped to |down to )?(?:zero|0)\b(?![-.%\d])
`;

export const resolvedOpeners = phrases`resolved | fixed | sorted | solved | recovered | confirmed fixed`;

export const verbsBeforeWorse = phrases`
  made | makes | making | make | got | gotten | getting | is | it'?s | that'?s | this is | things are
  | looks | seems | even | much | way | far | actually | now
`;

export const risenForms = phrases`
  doubled | tripled | spiked | spiking | jumped | exploded | shot up | went up | going up | climbed
`;

export const failingVerbs = phrases`
  oom\w* | crash(?:es)? | dies? | lags? | fails? | times? out | hangs? | refuses? | loses? | drops?
`;

export const betterForms = phrases`
  better | improved | improving | helped | lower | fewer | dropped | went down | came down
  | down (?:to|from) | calmer
`;

export const backAgain = phrases`
  back again | back$ | back[,.!] | happening again | failing again | down again
`;

export const helpForms = phrases`
  help(?:ed|ing)? | work(?:ed|ing)? | fix(?:ed|ing)? | resolved? | solved? | change[d]? | improved?
  | make (?:a|any|much) difference | do (?:anything|it|the trick|much) | done anything | take | stick
  | recovered? | cleared? | gone
`;

export const failedForms = phrases`
  fails | failed | times out | timed out | errors out | errored out | bombed | did ?n[o']?t
`;

export const healthyForms = phrases`
  working | functioning | responding | recovered | recovering | healthy | accessible | available | ready
  | starting | com(?:e|ing) (?:back|up) | loading
`;

export const noChangeNouns = phrases`
  change | effect whatsoever | benefit | use | luck | dice | joy | effect | difference | improvement
  | better | avail | good | success | go | gain
`;

export const betterOrRecovering = phrases`
  better | improved | improving | helped | recovering | recovered | dropp\w+ | lower | fewer | up
  | went down | came down | calmer
`;

export const hungForms = phrases`
  hung | stalled | froze | died | crashed | (?:got |gets )stuck | stuck (?:again|at|there) | fell over
  | (?:stopped|dropped|failed) again
`;

export const firedForms = phrases`triggered | fired? | fires | firing | went off | came in`;

export const failedOrStopped = phrases`
  fail(?:s|ed)? | die[sd]? | crash(?:es|ed)? | stops? | stopped | hangs? | hung | stuck | breaks?
  | end(?:s|ed) up
`;

export const alikeAdverbs = phrases`
  identically | at the (?:exact )?same | in the same | the same way | just the same
`;

export const wellWords = phrases`
  ok | okay | fine | successfully | recover\w* | some | better | works? | up | leave | got further
  | further | through
`;

export const stoppedOnTheWay = phrases`
  hung | hangs | stuck | stall(?:s|ed) | die[sd] | crash(?:es|ed) | fails | failed again | loops | froze
  | freezes | fell (?:off|over|back) | dropped (?:off|out|again)
  | (?:was|were|got|get|is) (?:killed|evicted|throttled|rejected|refused) | killed by | gone again
`;

export const heldForms = phrases`
  work(?:s|ed) | help(?:s|ed) | better | fine | good | ok | okay | up | stable | recovered | quiet
  | healthy | held | dropp?ed | fixed | bought us | buys us | calm\w*
`;

/** "The restart …" and one of these is an outcome of an action. */
export const outcomeVerbs: ReadonlySet<string> = new Set(words`
  fixed didn't did worked works helped made solved resolved brought cleared restored failed fails seems
  seemed
`);

export const wordsBeforeBack = words`
  is are it'?s they'?re we'?re was were came come comes all everything service services now and pods? went
  gone go goes reverted returned returning fully things
`;

export const wordsBeforeGoodLooks = words`
  ok yes yep it that this all everything things now we we'?re and they pods? site
`;

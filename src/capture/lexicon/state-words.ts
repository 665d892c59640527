import { phrases, words } from './word-list.ts';

/** How a thing stands: well, broken, exhausted, at its usual level. */

export const removedStates = words`
  removed deleted dropped changed disabled overwritten renamed expired revoked rotated reset replaced full
  exhausted misconfigured
`;

export const exhaustedStates = phrases`
  exhaust(?:ed|ing) | ran out of | running out of | maxed out
  | hit(?:ting)? (?:the|a|our|its) [\w -]{0,20}(?:limit|quota|cap) | leak(?:ed|ing|s)? | expired
  | deprecated | bug in | misconfigur\w+
`;

export const faultWords = phrases`
  expired? | full | missing | wrong | stale | dead | gone | broken | empty | revoked | unset | null
  | invalid | incorrect(?:ly)? | bad | corrupt(?:ed)? | blocked | stuck | lost | exhausted
  | leak(?:s|ed|ing)? | orphan(?:ed)? | misconfigured | mismatch(?:ed)? | typo | bug | malformed
  | duplicate[sd]? | twice | rejected | refused | denied | dropp(?:ed|ing) | starved | overloaded
  | throttl\w+ | unaware | accident(?:al(?:ly)?)? | hard-?coded | forgotten | (?:dead)?locks?
  | lock(?:ing|ed) | queues? behind | waits? (?:on|for) | pil(?:es?|ed|ing) up | hangs? | hung
  | conflict(?:s|ed|ing)? | collid(?:es?|ed) | loop(?:s|ing)? | races? | contention
`;

export const alertTags = phrases`
  firing | alerting | triggered | resolved | ok | no data | alert | warn(?:ing)? | crit(?:ical)? | p[1-5]
  | sev ?\d | high | error | problem | down
`;

export const alertPrefixes = phrases`firing | alarm | alert | triggered | problem | incident triggered`;

export const failureStems = phrases`
  fail | crash | hang | hung | die | dying | stuck | broke | down | error | tim(?:ed|ing) out | unhealthy
  | unresponsive
`;

export const verbsBeforeDown = words`is are was were went goes? still stays? stayed all now`;

export const healthyStates = words`up back fine ok okay good healthy working green clean reachable stable`;

export const goodLooks = words`good healthy stable fine ok okay clean normal green fixed resolved better`;

export const problemStates = phrases`
  bottlenecked | throttled | blocked | stuck | failing | crashing | erroring | restarting | timing out
  | saturated | overloaded | degraded | lagging | an issue | a problem | happening | occurs? | seeing
`;

export const usualLevels = words`usual normal previous full baseline expected`;

export const badAdjectives = words`
  faulty malformed broken bad buggy incorrect wrong misconfigured invalid flawed erroneous problematic
  offending defective corrupt(?:ed)?
`;

export const faultyAdjectives = words`
  faulty malformed buggy incorrect misconfigured invalid flawed erroneous problematic offending defective
`;

export const downStates = words`down failing broken erroring crash\w* lost`;

export const unchangedStates = phrases`
  the same | unreachable | red | down | high | slow | broken | amber | bad | unhealthy | unavailable
  | stuck | at \d
`;

export const fineStates = phrases`
  \w+ing | works? | fine | ok | okay | good | up | green | healthy | stable | flat | quiet | alive | here
  | there | clean | on it | at it | open | me | us | you | yes | true | awake | around | early | possible
  | today | alive
`;

export const severityLevels = words`low lower medium normal high higher critical`;

export const placesReturnedTo = phrases`
  normal | green | baseline | work | square | zero | \d | where | status | usual | sleep | bed | ok\b
  | healthy | life | previous | the (?:previous|old|last|same) | version | v\d | you | me | us\b
`;

/** How a problem is named after "still" … */
export const symptoms = phrases`
  failing | fails? | seeing | getting | gets? | got | sees? | having | have | broken | down | erroring
  | errors? | happening | occur\w* | present | there | slow | stuck | the same | same | timing out
  | timeouts? | unavailable | unreachable | unhealthy | red | high | elevated | firing | alerting
  | crash\w* | oom\w* | restarting | pending | throwing | returning | giving | dead | bad | climbing
  | growing | up at | serv(?:es?|ing) (?:the )?(?:old|stale|wrong|previous|expired) | shows? | showing
  | returns? | points? | pointing | hits? | hitting | reports? | reporting | complains? | complaining
  | blocked | blocking | read-only | pending | exhausted | full | hot | degraded | locked
  | spik(?:es?|ed|ing) | refus(?:es?|ed|ing) | den(?:ies|ied) | burning | 0 | zero | reject(?:s|ed|ing)
  | queu(?:es|ed|ing) | missing | limited | throttled | expired | the old | an old | old | stale | loops?
  | looping | hangs? | hanging | hung | stalls? | stalled | stalling | freez(?:es|ing) | frozen | flaps?
  | flapping | drops? | dropping | dies | dying | breaks? | times? out | lags? | lagging | leak(?:s|ing)
  | los(?:es|ing) | white | blank | empty | dark | grey | silent | invisible | [45]\d\ds? | [45]xx | no
  | not | nothing | only | can'?t | cannot | doesn'?t | won'?t | isn'?t | \d+%
`;

/** … and after "now" or before "again". */
export const problemWords = phrases`
  fail\w* | crash\w* | down | broken | erroring | errors? | firing | dying | oom\w* | pending | exhausted
  | stuck | blocked | full | slow | slower | high | spik\w+ | climbing | growing | rising | refus\w+ | hot
  | locked | hang\w* | hung | stall\w* | frozen | freez\w+ | flapping | loop\w* | dead | gone | lost
  | dropped | white | blank | empty | unavailable | unhealthy | unreachable | degraded | timing out
  | timeouts? | throttled | limited | lagging | red | rejected | [45]\d\ds? | 5xx
`;

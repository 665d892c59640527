import { phrases, words } from './word-list.ts';

/** How people name, claim, doubt and link causes. */

export const rootCauseNonPredicates = phrases`
  analysis | unknown | tbd | not | is unknown | still | yet | pending
`;

export const nonCauseNouns = words`
  same only first last third second end weekend one right wrong case best worst problem issue question
  joke plan idea point thing way bit lot mess shame pity dashboard runbook sre usual moment good bad bot
  alert
`;

export const broughtAboutPasts = phrases`caused | triggered | brought on | introduced`;

export const causeLinkingVerbs = phrases`was | is | were | turned out | seems | appears | lay | lies`;

export const nonCausePredicates = phrases`
  resolved | fixed | solved | gone | back | still | over | with us | spotted | reported | now | not
  | that it | it$ | ongoing | affecting | closed | mitigated
`;

export const accidentWords = phrases`
  accidental(?:ly)? | by mistake | mistakenly | inadvertent(?:ly)?
  | (?:un|not |wasn'?t |without (?:being )?)(?:fully )?aware
  | incorrectly (?:target|point|set|configur)\w* | (?:on|to|in|against) the wrong
`;

export const causingVerbs = phrases`
  caused | triggered | led to | resulted in | broke | meant that | took us over | took down | amended
  | prevented
`;

export const beginningVerbs = words`occurred began started happened appeared introduced broke`;

export const causeLabels = phrases`(?:root[- ]?)?cause | reason | rca | what (?:happened|went wrong)`;

export const unknownCauseStates = phrases`
  unknown | unclear | tbd | not (?:yet )?(?:known|clear|found) | to be determined
`;

export const harmVerbs = phrases`
  caused | causing | broke | terminated | triggered | led to | resulted in | took us over | took down
  | meant | prevented | stopped new | blocked
`;

export const harmPresents = phrases`results in | causes | leads to | breaks | takes down`;

export const causalAdverbs = phrases`
  then | also | in turn | has | had | unfortunately | apparently | probably | likely
`;

export const causedForms = phrases`
  caused? | causes | broke | breaks | triggered | led to | leads to | took down | brought down
`;

export const becauseOf = phrases`
  because of | due to | thanks to | caused by | (?:as )?a (?:result|consequence) of | on account of
  | triggered by
`;

export const causalVerbs = phrases`
  because | since | due to | caus(?:ed|es|ing) | depends? on | relies on | talks? to | calls | needs
  | waits? (?:for|on) | blocked (?:by|on) | behind | goes through | comes? from | via | uses | broke
  | took down | brought down | takes down | starv\w+ | overload\w* | hammer\w* | flood\w*
`;

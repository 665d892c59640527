import { phrases, words } from './word-list.ts';

/** How people speak of a fix, a lasting fix and prevention. */

export const resolvedPasts = words`
  resolved fixed mitigated solved repaired restored remediated addressed sorted recovered corrected
`;

export const temporaryAdjectives = phrases`
  immediate | temporary | quick | short[- ]term | actual | real | final
`;

export const fixNouns = words`fix repair resolution solution remedy mitigation workaround remediation`;

export const fixVerbs = phrases`
  fix | resolve | mitigate | repair | recover from | restore | solve | remediate
`;

export const fixedThings = words`this it the service services access traffic all default remaining`;

export const lastingAdjectives = phrases`
  permanent | proper | long[- ]?term | longer[- ]term | lasting | real | durable
`;

export const lastingFixNouns = words`fix fixes solution remedy remediation change plan`;

export const aimVerbs = phrases`
  try | help | see | avoid | prevent | stop | keep | rule | free | clear | fix | resolve | address | solve
  | find | ensure | check | test | recover | restore | bring | get | let | give | make | stabili[sz]e
  | reduce | work around
`;

export const mendingWords = words`
  fix hotfix revert roll\w* workaround now works? fine ok okay green better recover\w*
`;

export const preventionPhrases = phrases`
  as a precaution | to be (?:safe|sure) | from now on | this time | going forward | in (?:the )?future
  | next time | for good measure | more action | (?:second|another|further) (?:action|measure)
`;

import { phrases, words } from './word-list.ts';

/** Who acts, asks, is affected or is spoken to in an incident. */

export const askedPersons = words`you we i someone somebody anyone`;

export const responsibleParties = phrases`
  someone | somebody | one (?:\w+ )?(?:customer|user|client|tenant|partner)
  | the (?!incident|on-?call|whole)[\w-]+ team | one of (?:us|the \w+)
  | an? (?:engineer|developer|colleague)
`;

export const affectedParties = words`
  customers? users? people support everyone everybody eta impact status p[1-5] sev-?\d alert(?:s|ed)?
  report(?:s|ed) complain\w* dashboards? graphs?
`;

export const outsideParties = phrases`
  them | their | the (?:vendor|provider|supplier|isp|registrar) | vendor | support | aws | amazon | gcp
  | google | azure | microsoft | cloudflare | [A-Z][a-z]\w+
`;

export const nonHearsaySubjects = words`i we it that this which who looks? seems?`;

export const otherParties = words`they attackers? bots? users customers clients`;

export const engineerGroups = words`engineers developers devs admins team teams users operators`;

export const unnamedEngineers = phrases`engineer | developer | team member | colleague | user | contractor`;

export const purposeSubjects = phrases`
  nobody | no one | none | it | they | this | we | you | the \w+ | [\w/-]+
`;

export const addressees = words`all guys everyone everybody there folks people team`;

export const restoredUsers = words`we they i users? people everyone everybody customers wards? all clients`;

export const failingSubjects = phrases`
  they | it | we | (?:the|my|our|all|all the|even the|every) [\w-]+ | all of them
`;

export const invitedPeople = words`team folks people guys support vendor provider him her them me you`;

export const visitors = words`users customers people clients visitors requests`;

export const presentPeople = phrases`
  we(?:'re| are) | i(?:'m| am) | you(?:'re| are) | everyone(?:'s| is) | i have | we have | you
`;

/** Those who act in an incident: after one of these, a past verb is a step. */
export const agents: ReadonlySet<string> = new Set(words`
  i we they he she team engineer engineers developer operator operators admin ops sre sres dba dbas oncall
  on-call support aws azure gcp google cloudflare vendor provider us admins developers devs platform infra
  me
`);

/** People, not systems: "external-dns was trying to restore" is no step. */
export const persons: ReadonlySet<string> = new Set(words`i we they he she team us me`);

/** "The engineers revert the change": several people, so that the plain form is the present. */
export const pluralAgents: ReadonlySet<string> = new Set(words`
  engineers developers devs admins dbas sres operators we they
`);

export const presentPlaces = phrases`
  here | there | you | at it | on it | in here | in there | around | everybody | someone'?s attention
  | your attention
`;

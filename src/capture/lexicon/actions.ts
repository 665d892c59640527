import { phrases, words } from './word-list.ts';

/** Verbs and nouns of doing something, as parts of patterns. The verbs that make a step stand in action-verbs.ts. */

export const preparingVerbs = words`writing building preparing doing running trying scripting applying`;

export const botConfirmedActions = phrases`
  deployed | rolled back | promoted | reverted | scaled | restarted
`;

export const pastVerbs = words`
  [a-z]{2,}ed put set took went made sent came began broke ate got lost kept ran grew gave had left became
  fell hit cut did
`;

export const plannedWorkVerbs = phrases`
  add | create | write | implement | make | move | change | increase | raise | automate | migrate
  | upgrade | replace | set up | introduce | improve | document | alert | monitor | review | update | tune
  | pin | fix | investigate | schedule | put | bake | ship | refactor | rework | rewrite | build
  | configure | enable | remove | switch
`;

export const nonActionGerundStems = words`
  noth someth everyth anyth dur morn even accord regard miss fail time tim hang crash return throw happen
  see look get hav com wait point show
`;

export const nonActionPastStems = words`
  ne fe se be spe inde fail caus expir seem look crash happen stopp hang suppos bas relat notic turn
`;

export const actionForms = phrases`
  [a-z-]{2,}(?:ing|ed) | put | set | reset | cut | shut | sent | ran | took | made | gave | gone back
  | switch\w*
`;

export const otherPartyPasts = words`
  moved switched rotated changed started stopped restarted updated increased
`;

export const harmfulPasts = words`was had did ran made deleted pushed merged deployed`;

export const retiredPasts = words`retired killed terminated evicted restarted rebooted deleted removed`;

export const ongoingWork = phrases`
  investigating | looking | checking | working on | waiting | monitoring | digging | trying | debugging
  | deploying | rolling | draining | running the | building | syncing | applying | in progress
`;

export const userActions = words`
  log sign start use access open pay print book order work upload download connect send reach resume join
  call read write buy
`;

export const restartedPasts = words`
  restarted rebooted replaced killed terminated deleted removed evicted recreated moved rescheduled scaled
  rotated renewed promoted
`;

export const attemptNouns = words`
  attempts? try rollover rollback roll-?out deploy(?:ment)? redeploy restart reboot upgrade restore
  failover migration apply run revert patch fix workaround
`;

export const steadyVerbs = phrases`
  works?\b | loads?\b | runs?\b | holds?\b | responds?\b | answers?\b | serves?\b | pass(?:es)?\b | has\b
  | is\b | was\b | needs?\b | wants?\b | thinks?\b | says\b | believes\b | owns\b | uses\b | makes? sense
  | connects?\b | stands?\b | applies\b | counts?\b | starts?\b | sends?\b | lots\b | days\b | hours\b
  | minutes\b | weeks\b | others\b | plays?\b | access\b | this\b | process\b | progress\b | always\b
`;

export const gradingStems = words`rais lower downgrad upgrad escalat bump mov mark set chang drop reduc`;

export const filingStems = words`attach upload add mov post link copi copy past sav writ put`;

export const gatheringStems = phrases`
  upload | pull | captur | collect | tak | took | grab | past | post | attach | tail | quer | export
  | download | sav | record | shar | send | sent | fetch | runn? | ran | enabl | turn(?:s|ed|ing)? on
  | switch(?:es|ed|ing)? on
`;

export const routingVerbs = words`go goes going runs? points? routed served sent uses?`;

export const attributedActions = words`
  restart rollback fail-?over deploy revert change fix outage incident migration
`;

export const attributedPasts = phrases`
  restarted | rolled back | failed over | deployed | reverted | scaled | bumped
`;

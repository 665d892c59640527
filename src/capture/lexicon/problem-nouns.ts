import { phrases, words } from './word-list.ts';

/** What people call a problem, its symptoms and its like. */

export const theProblem = phrases`it | this | that | the (?:issue|problem|errors?|incident|outage|alert)`;

export const countedProblems = words`
  oom\w* crash\w* errors? restarts? timeouts? failures? alerts? drops? hangs? evictions? [45]\d\ds? 5xx
`;

export const endedProblems = words`
  errors? alerts? alarms? timeouts? [45]\d\ds 5xx 4xx problem issue lag backlog queue exceptions?
  warnings? failures? evictions? restarts? retries crashes spikes? sawtooth complaints ooms? oomkills?
  throttling flapping
`;

export const absentProblems = words`errors? 5xx [45]\d\ds timeouts? alerts? failures? issues? seeing`;

export const firstSigns = words`
  reports? reported alerts? alarms? signs? occurrences? instances? noticed observed seen complaints?
  errors? failures? pages? symptoms?
`;

export const returningProblems = phrases`
  it'?s | they'?re | errors? (?:is|are) | problem(?:'s| is) | issue(?:'s| is)
`;

export const recurringProblems = words`errors? it problem issue alerts? timeouts? 5xx [45]\d\ds`;

export const sameProblems = phrases`
  error | errors | crash | outcome | pattern | problem | probs? | issue | thing | result | symptoms?
  | behaviou?r | failure | message | story | exception | stack ?trace
`;

export const persistingProblems = words`
  errors? [45]\d\ds 5xx timeouts? failures? crashes alerts? problems? issues? trouble behaviou?r symptoms?
`;

export const separateTopics = words`issue problem thing topic question incident trouble matter one`;

export const anotherProblemNouns = words`issue problem thing incident trouble one`;

export const ownProblems = phrases`
  x509 | cert(?:ificate)?s? (?:has |have |is |are )?expire[sd]?
  | expired? (?:cert\w*|token|licen[cs]e|domain) | oom\w* | out of memory | imagepullbackoff
  | errimagepull | disk (?:is |was )?(?:almost |nearly )?full | no space left | 40[134]s?
  | permission denied | unauthori[sz]ed | forbidden | typo | flaky
  | wrong (?:data|numbers|totals|currency|translation|time ?zone)
`;

export const namedReasons = phrases`
  it | this | that | these | those
  | the (?:above|same|outage|incident|restart|rollback|fail-?over|first|deploy|change|fix)
`;

export const sameProblemForms = phrases`
  the same (?:issue|problem|thing|incident|outage) | related\b | connected to
  | a (?:symptom|consequence|knock-?on|side[- ]effect)
`;

export const separateProblemNouns = words`issue problem thing incident one topic trouble`;

export const problemsThatAreBack = words`
  errors? alerts? timeouts? 5xx 4xx [45]\d\ds lag spikes? restarts? failures? exceptions?
`;

export const referencesToBoth = phrases`
  it'?s | that'?s | this is | they'?re | these are | those are | both | all | probably | actually
`;

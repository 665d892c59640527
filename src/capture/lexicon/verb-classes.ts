import { words } from './word-list.ts';

/** Verbs that behave alike where an action is read. */

/** "Is disabled" gives a state; of other verbs "the pod is restarted" says in a report what was done then. */
export const stateVerbs: ReadonlySet<string> = new Set(words`
  disable enable block configure attach mount pin set create add schedule deploy install provision start
  mute pause throttle lock unlock whitelist allowlist detach disconnect
`);

/** "Set it to 50." is written alike as advice and as news: above a command, or by who goes on talking, it is news. */
export const invariantPastVerbs: ReadonlySet<string> = new Set(words`set unset reset put cut shut split`);

/** Things do these by themselves: "the repository has grown" is nobody's action. */
export const unaccusativeVerbs: ReadonlySet<string> = new Set(words`
  grow double triple drop increase decrease shrink change move reduce drain fail freeze start stop reset
  evict
`);

/** Pasts that do not end in "-ed", at the start of a sentence or after "I", "we", with what they were done to … */
export const irregularPasts: ReadonlySet<string> = new Set(words`
  made gave built shut undid swung wound bound cut laid threw hid
`);

/** Verbs of an order or a request by which nothing of the system changes. */
export const nonOperationalVerbs: ReadonlySet<string> = new Set(words`
  send share paste link show dump grab open ping access reach login log talk meet hop jump pull-up sit eat
  live chat sync repeat reproduce reopen retest help advise assist support guide remind enlighten clarify
  excuse without from not also ever here else who guys folks people all
`);

/** Of the verbs that mostly say how things went, those that are an action of "I" and "we". */
export const personOnlyVerbs: ReadonlySet<string> = new Set(words`triggered isolated connected`);

/** Verbs by which something new comes in. Who mends restarts, reverts, stops or removes as a rule. */
export const introducingVerbs: ReadonlySet<string> = new Set(words`
  add activate apply attach change configure create deploy edit enable implement import install launch
  merge migrate modify move patch promote provision push release rename replace rotate roll run set start
  swap switch sync update upgrade
`);

import { words } from './word-list.ts';

/** Words beside a word that show whether it is a noun or acts on something. */

/** Words before a noun that keep it the sentence's subject: "a rolling restart of …". */
export const nounOpeners: ReadonlySet<string> = new Set(words`
  a an the full quick rolling manual emergency hard soft complete controlled another second inline target
  targeted graceful force forced simple db database pod cluster node service version config immediate
`);

/** After one of these a verb's word is a thing ("restarts every minute", "restart of"). */
export const nounFollowers: ReadonlySet<string> = new Set(words`
  freeze window request of is was are were has have had done every each per from for in on at to with by
  and or after before during since as , : ; ) ( stuck late fail took take return returned work recover
  continue begin start stop keep now again not never still do did does can cannot time
`);

/** Words that begin what is acted on: "restarts the broker" is an action, "restarts of pods" a thing. */
export const objectOpeners: ReadonlySet<string> = new Set([
  '`',
  ...words`
  the a an all both our its it them that this these those his her new old more some back traffic
`,
]);

import { phrases, words } from './word-list.ts';

/** Words that deny, and what follows a "but". */

export const absenceWords = phrases`
  never | nobody | no ?one | no longer | any ?more | still (?:has|had|uses?|on|points?|calls?|the|in|at)
  | not (?:there|in|on|set) | isn't | aren't | doesn't | does not | did(?:n't| not) | wasn't | weren't
  | hasn't | without | instead of | always | default
`;

export const denials = phrases`
  not (?:it|that|the) | isn't (?:it|that) | rul(?:ed|es) out | red herring | unrelated | nothing to do
  | can'?t be | no (?:change|difference|effect|luck|errors?)
`;

export const reservations = words`but no not wait don'?t later tomorrow first why what how`;

export const failureMentions = words`not n't never no until error\w* fail\w* [45]\d\ds?`;

export const wordsAfterBut = words`still not n'?t some slow high again another other gone all zero`;

export const didNotForms = phrases`
  did ?n[o']?t | didnt | did not | does ?n[o']?t | doesnt | does not | has ?n[o']?t | hasn'?t | has not
  | have not | haven'?t | not | never
`;

export const notForms = phrases`
  not | isn'?t | aren'?t | wasn'?t | weren'?t | never | did(?:n'?t| not) | does(?:n'?t| not)
`;

export const remainderAfterBut = words`still not some slow high again another other`;

export const nonEchoOpeners = words`not no still nothing why what how i we you they it`;

export const butWords = words`
  n't cannot not no still nothing nowhere only remains? fail\w* error\w* same unresponsive down instead
`;

/** Acts that were not done. */
export const negations: ReadonlySet<string> = new Set(words`
  don't dont not never without didn't didnt haven't hadn't hasn't can't cannot couldn't wouldn't won't
  unable avoid failed fails failing refuse refused instead before wasn't weren't isn't aren't nobody
  shouldn't
`);

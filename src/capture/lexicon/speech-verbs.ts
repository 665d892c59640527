import { phrases, words } from './word-list.ts';

/** Verbs of saying, seeing and finding out. */

export const speechVerbs = phrases`
  say | says | said | tells? | told | (?:reports?|claims?)(?! (?:from|of|in|on|to|for)\b) | reported
  | claimed | announced | replied | answered | wrote | writes | confirms?
`;

export const reportingVerbs = words`says? said reports? reported claims? claimed announced`;

export const statementVerbs = phrases`
  says? | said | reports? | reported | confirms? | confirmed | claims? | claimed | announced | told us
  | tells us
`;

export const alertVerbs = phrases`
  fire[sd]? | firing | triggered | received | raised | discovered | went off | goes off | starts?
  | started | came in | comes in
`;

export const reportedPasts = words`
  approved agreed noted confirmed needed failed crashed expected noticed interested confused escalated
  paged acked acknowledged affected related timed closed resolved reported asked mentioned scared tired
  indeed
`;

export const findingForms = phrases`
  concluded?s? | discover(?:ed|s) | found | identif(?:ied|ies) | determine[sd] | suspect(?:ed|s)
  | learn(?:ed|t|s) | reali[sz]e[sd] | turns out
`;

export const seeingForms = phrases`
  seeing | having | getting | noticing | notices? | sees? | has | have | noticed | seen | know why
`;

/** "Found that the disk was reduced": what follows "that" was learned, not done. */
export const findingVerbs: ReadonlySet<string> = new Set(words`
  observe observes observed notice notices see sees identify identifies identified find finds found
  finding realise realises realize realizes learn discover discovers know knew noticed discovered realised
  realized spotted suspected suspect showed shows saw seen learned learnt think thought believed
  determined confirmed advised reported said says seems appears spots suspects determines confirms
  believes
`);

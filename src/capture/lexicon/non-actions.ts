import { words } from './word-list.ts';

/**
 * Verbs by which people see, say, wait or report how things went. Any other verb that opens a line with what it was done
 * to ("Unplugged the second uplink") is an action, known to the action verbs or not. Written as in "they …ed".
 */
export const nonActionVerbs: ReadonlySet<string> = new Set(
  words`
  noticed noted reported identified confirmed discovered realised realized observed spotted received
  detected recognised recognized alerted paged joined asked answered responded replied posted announced
  declared informed notified contacted called emailed mailed messaged pinged phoned discussed agreed
  decided suspected wondered looked checked verified tested investigated analysed analyzed reviewed
  monitored watched tracked traced debugged diagnosed inspected examined explored measured compared
  collected gathered profiled validated started stopped finished ended continued resumed needed wanted
  hoped expected believed assumed guessed tried attempted managed failed crashed happened occurred
  appeared seemed showed displayed caused triggered resulted impacted affected experienced suffered missed
  exceeded reached recovered returned improved resolved solved closed opened filed escalated acknowledged
  mentioned shared linked attached learned proposed suggested recommended considered planned scheduled
  assigned approved reproduced estimated calculated determined concluded remembered explained described
  documented published claimed thanked welcomed worked helped handed waited stayed remained used logged
  based related allowed requested required raised created established pointed turned supposed succeeded
  passed completed restored googled searched skimmed scrolled browsed downloaded parsed plotted graphed
  charted counted queried sampled diffed listed recorded correlated double-checked cross-checked talked
  chatted walked listened liked loved texted flagged ordered booked need feed speed seed bleed exceed
  proceed succeed indeed timed died dumped pasted picked grabbed figured guided located isolated narrowed
  focused concerned connected provided added revealed uncovered surfaced hinted indicated suggested proved
  postponed deferred queried
`,
);

/** The same, as in "I …" and "…ing". */
export const nonActionBaseVerbs: ReadonlySet<string> = new Set(words`
  see think know have get need want find check look guess like hope mean remember believe suspect
  understand wonder use watch wait try ask tell say call ping read test verify investigate monitor debug
  hear feel love hate agree assume expect notice confirm go come be do make take give let keep stay work
  join page miss forget note mind thank escalate close resolve end finish begin start continue determine
  realise realize discover observe suggest provide receive report return show seem appear fail notify
  inform announce declare respond reply answer state consist contain include become mark explain point
  cause result lead require decide assess recover restore affect impact promise wish prefer recommend
  propose bet swear doubt write post update follow handle own run got knew heard had saw felt thought lost
  found came went said told left kept met paid spent won wrote was did bought leave postpone defer delay
  morn even noth someth anyth everyth dur accord regard includ exclud concern
`);

/** After one of these words nothing is acted on: "reported that", "looked into". */
export const nonObjectWords: ReadonlySet<string> = new Set(words`
  to that if whether why how what when where which with in at on by for from after before until since
  because as and but or so of about into like again now , : ; ( )
`);

import { routingVerbs } from '../lexicon/actions.ts';
import { capacityUnits } from '../lexicon/measures.ts';
import { undecidedWords } from '../lexicon/modals.ts';
import { nonEchoOpeners } from '../lexicon/negations.ts';
import { visitors } from '../lexicon/people.ts';
import { answerLeadIns, stateLeadIns } from '../lexicon/sentence-openers.ts';
import {
  inPlaceStates,
  numericSettings,
  remedies,
  settingStems,
  settings,
  valuesReturnedTo,
} from '../lexicon/settings.ts';
import { reportedPasts } from '../lexicon/speech-verbs.ts';
import { routePrepositions, trafficPlaces } from '../lexicon/systems.ts';
import { anyPattern, pattern } from './pattern.ts';

/** Actions that are stated only by the state they left: "flag off", "weights back at 1.0", "voice goes via LTE now". */

const lead = pattern`^(?:${stateLeadIns}[,: ]+)*`;
const name = /(?:[`\w./&+-]+ ){0,4}/i;
const scope = /(?: (?:for|on|of|in) [^,.;:\n]{1,40}?)?/i;
const span = /(?: `[^`\n]{1,60}`)?/i;
const stop = /(?=\W*$|[,.;])/i;

/** What is said of a setting that has a new value; a bare "is on" describes. */
const newValue = anyPattern(
  /back (?:at|on|in)\b/i,
  pattern`(?:(?:is|are) )?(?:now )?back to (?=[\`\d.]|${valuesReturnedTo})`,
  pattern`(?:on|off)(?:${stop}|(?= (?:at|for|on|in|again|now)\b))`,
  /to (?=[`\d])/i,
  /(?:is|are) (?:now |back )+(?:at|on|off|in|via|under|over|set)\b/i,
  /(?:is|are) (?:on|off|at) (?:[`\w.-]+ ){0,3}(?:now|again)\b/i,
  pattern`(?<=${settingStems}\w* )(?:is|are) back(?: too| again)?${stop}`,
);

/** What follows the state is what came of it or what it is for, so the pattern ends where the state is stated. */
export const resultingStates: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'a setting at its new value',
    pattern: pattern`${lead}${name}${settings}${span}${scope} ${newValue}`,
  },
  {
    cue: 'from one value to another',
    pattern: pattern`${lead}${name}${numericSettings}${scope} (?:from )?\d[\w.]* ?(?:->|→|=>|to) ?\d`,
  },
  {
    cue: 'a change is in',
    pattern: pattern`
      ${lead}${name}${remedies}${scope} (?:is |are |has gone |went |now )?${inPlaceStates}
      (?=\W*$|[,.;:]| (?:on|for|at|now|everywhere|again)\b)
      (?! (?:since|already|for (?:years|months|weeks|ages)))
    `,
  },
  {
    cue: 'in or out of where traffic goes',
    pattern: pattern`
      ^(?!(?:(?:so|and|then|now) )?(?:i|we|they|he|she)\b)[^,;:?]{1,60}\b
      (?:is|are|both|all|back|now|out)(?: (?:back|out|now|both|all))* (?:in|into|of|on|behind) (?:the )?
      ${trafficPlaces}\b
    `,
  },
  {
    cue: 'goes another way now',
    pattern: pattern`
      ^(?!everything|nothing|it |that |this |(?:\w+ )?${visitors}\b)[^,;:?]{2,50}\b
      (?:${routingVerbs} ${routePrepositions}\b[^,;:?]{1,40}\bnow\b
      |now (?:go|goes|runs?|points?|uses?|routed|served) ${routePrepositions}\b)
    `,
  },
  {
    cue: 'a value again',
    pattern: pattern`
      ^(?:(?:ok|and|so|we are|we're|it's|its|i'm)[, ]+)*
      (?:back (?:at|to|on) (?!200\b)v?[1-9][\d.]* ?(?:[gmt]i?b?)?|v?[1-9]\d* ?[gmt]i?b? again)(?=\W*$|[,.;] )
    `,
  },
  {
    cue: 'for now there is',
    pattern: /^for now,? (?:an? (?!bit|little|few|lot)[\w`-]+ [^?]{3,60}|there(?:'s| is) an? [\w`-]+ )/i,
  },
  {
    cue: 'has more now',
    pattern: pattern`
      ^(?:the )?(?:[\w./-]+ ){1,4}
      (?:(?:has|have|gets?|got) \d[\d.]* ?${capacityUnits}(?: of \w+)? now
      |now (?:has|have|gets?) \d[\d.]* ?${capacityUnits})\b
    `,
  },
];

/** How things are found to be, wished or feared, and not what somebody brought about. */
export const notResultingState: RegExp = anyPattern(/\?/i, pattern`\b${undecidedWords}\b`);

const echoedState = anyPattern(
  /now|in|on|off|up|out|down|back|live|again|gone|started|finished|done|complete|set|through/i,
  pattern`(?!${reportedPasts})\w{3,}ed`,
);

/** A short answer that what was asked, offered or announced is so: "32 now", "up", "limit in", "takeover finished". */
export const echoReply: RegExp = pattern`
  ^(?:${answerLeadIns}[,. ]+)*(?:(?!${nonEchoOpeners}\b)[\w\`'./&@:+-]{1,40} ){0,4}
  ${echoedState}(?=\W*$|[,.;:]|\s(?:at|on|for|from|to|in|now|again|everywhere)\b|\s[\`v]?\d)
`;

import { phrases, words } from './word-list.ts';

/** When something was, is or will be done. */

export const pastDays = phrases`
  (?:mon|tues|wednes|thurs|fri|satur|sun)day | yesterday | tonight | this (?:morning|afternoon|week)
  | last (?:night|week)
`;

export const recentTimes = phrases`yesterday | today | this (?:morning|afternoon|evening) | last night`;

export const changeTimes = phrases`
  yesterday | today | this (?:morning|afternoon|week) | last (?:night|week)
  | on (?:mon|tues|wednes|thurs|fri|satur|sun)day | at \d | in [v\d]
`;

export const datesAndTimes = phrases`
  yesterday | today | tonight | overnight | last (?:night|week|month|year)
  | this (?:morning|afternoon|evening|week) | (?:mon|tues|wednes|thurs|fri|satur|sun)day
  | (?:jan|febr)uary | march | april | june | july | august | (?:sept|nov|dec)ember | october
  | (?:\d+|a few|two|three) (?:minutes|hours|days|weeks|months|years) ago | since | recently | lately
  | earlier | back then
`;

export const otherTimes = phrases`
  (?:the )?last time | last year | years ago | once before
  | (?:we|i|they) had (?:this|that|it|the same|one|a similar) | (?:happened|seen|had) (?:\w+ ){0,2}before
`;

export const deferralTimes = phrases`
  after (?:this|that|the incident|we'?re done) | later(?: on| today)? | afterwards | tomorrow
  | once (?:this|we'?re|it'?s|things) | when (?:this|we'?re|it'?s|things) (?:is|are)?
  | next (?:week|sprint|month)
`;

export const deferralTargets = phrases`
  until | till | open | as is | alone
  | for (?:later|tomorrow|tonight|monday|next \w+|the (?:morning|night|weekend))
`;

export const recentDays = phrases`today | yesterday | this morning | last night | last week`;

export const weekdayStems = words`mon tues wednes thurs fri satur sun`;

export const months = words`
  january february march april june july august september october november december
`;

export const repetitions = phrases`
  several | many | \d+ | multiple | a few | a couple of | itself | constantly | repeatedly | every
  | randomly | continuously
`;

export const formerTimes = phrases`
  last (?:time|week|month|year) | previously | in the past
  | back in (?:\d{4}|the day|january|february|march|april|may|june|july|august|september|october|november|december)
  | used to | the other day | yesterday(?!['’]s) | always (?:had|did|do)
`;

export const timeUnits = words`m min mins minutes? h hrs? hours? d days?`;

export const earlierTimes = phrases`
  last (?:night|weekend)(?!['’]s) | overnight | over the weekend | this morning | earlier today
  | during (?:lunch|the night|(?:the |a |our |last )?maintenance)
  | (?:days|weeks|months) (?:ago|earlier|before)
`;

export const wordsAfterHour = words`today yesterday utc gmt cet and but so then because when with for to`;

export const durationOpeners = phrases`
  a | an | about | \d+ | some | like | the first | only | maybe | roughly | one | two | three | four
  | five | ten | twenty | half | several
`;

/** "Clocks changed tonight" says when something came about. */
export const dayWords: ReadonlySet<string> = new Set(words`
  tonight today yesterday overnight again suddenly
`);

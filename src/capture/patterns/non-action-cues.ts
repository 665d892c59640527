import { otherPartyPasts } from '../lexicon/actions.ts';
import { nonHearsaySubjects, otherParties } from '../lexicon/people.ts';
import { simplyAdverbs } from '../lexicon/sentence-openers.ts';
import { speechVerbs } from '../lexicon/speech-verbs.ts';
import { deferralTargets } from '../lexicon/time.ts';
import { anyPattern, pattern } from './pattern.ts';

/** What somebody outside the thread says or did. */
export const thirdPartyCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'hearsay',
    pattern: pattern`
      ^(?:(?:ok|so|and|update|now|fyi|just in)[,:]? )*(?!${nonHearsaySubjects}\b)
      (?:(?:the|our|their|an?) )?(?:[\w@.'-]+ ){1,3}${speechVerbs}\b
    `,
  },
  {
    cue: 'the other party went on',
    pattern: pattern`\b${otherParties} (?:${simplyAdverbs} )+${otherPartyPasts}\b`,
  },
  {
    cue: 'another team did it',
    pattern:
      /\bthe (?!(?:incident|on-?call|platform|sre|ops|infra\w*|dba|whole) )[\w-]+ team (?:has|have|had) \w+ed\b/i,
  },
  {
    cue: 'a user did it',
    pattern: /^(?:an?|one|some) (?:\w+ )?(?:user|customer|client|attacker|tenant)s?\b/i,
  },
  {
    cue: 'they did it to theirs',
    pattern: /\bthey(?:'ve)? (?:have |just |already |now )?\w+(?:ed|ly \w+ed) (?:their|its)\b/i,
  },
  {
    cue: 'on their side',
    pattern:
      /\b(?:on|at|from|by) (?:their|the (?:vendor|provider|supplier|partner)'?s?|\w+'s) (?:own )?(?:side|end)\b/i,
  },
];

/** A story of another time or place; a message that begins with it goes on with it. */
export const otherContext: RegExp = anyPattern(
  /\bsame (?:thing|problem|issue|error)? ?(?:happened|happens|here) (?:on|in|with|to|at) (?:my|our|another|the other)\b/i,
  /\b(?:i|we) had (?:the same|this|that) (?:thing|problem|issue|error)\b/i,
  /\bonce (?:had|did|ran|saw)\b/i,
);

/** Sentences of which no verb is a step: what somebody wishes, asks, hears, or how things look. */
export const nonActionCues: readonly { cue: string; pattern: RegExp; onlyRoot?: true }[] = [
  {
    cue: 'a wish in the first message',
    pattern:
      /\b(?:i|we)(?:'d| would| just| really| also| am| was)? ?(?:want|wanna|need|like|wish|trying|try|looking)(?: to\b| that\b)/i,
    onlyRoot: true,
  },
  {
    cue: 'a habit',
    pattern: /\b(?:i|we|you|they) (?:usually|normally|always|often|sometimes) (?!been\b)[a-z]/i,
  },
  {
    cue: 'a wish',
    pattern:
      /\b(?:i|we)(?:'d| would) (?:like|love|prefer) to\b|\bi wish\b|\bif only\b|\bi (?:just |really |also )?(?:want|need) (?:to|that|it to)\b/i,
  },
  {
    cue: 'asks for what was done',
    pattern:
      /^(?:<@\w+>[,:]? )?(?:and |so |but )?(?:how|why|where|when|who|what) (?:did|do|does|have|has|is|are|was|were)\b[^\n]*\?\s*$/i,
  },
  {
    cue: 'says what somebody else did',
    pattern: /^(?:<@\w+>[,:]? )?(?:yes,? |no,? |but )?you (?:asked|said|told|mentioned|wanted|meant)\b/i,
  },
  {
    cue: 'news of a product',
    pattern: /^(?:<@\w+>[,:]? )?they (?:just |have |'ve )?(?:added|made|built|released)\b/i,
  },
  { cue: 'another time or place', pattern: otherContext },
  { cue: 'which one it is', pattern: /\bthe one (?:i|we|you|that|which)\b/i },
  { cue: 'how it looks', pattern: /\b(?:looks|appears|seems) (?:to be )?\w+ed\b/i },
  {
    cue: 'put off',
    pattern: pattern`
      \b(?:park|leav|shelv|postpon|defer)(?:e|es|ed|ing)? (?:it|this|that|them|these|those)\b
      [^,;\n]{0,30}\b${deferralTargets}\b
    `,
  },
  {
    cue: 'asks whether it was so',
    pattern: /\b(?:did|was|were|has|have|had|is|are|does|do)(?:n'?t|nt) (?:he|she|they|it|you|we|i)\W*$/i,
  },
  {
    cue: 'something sent to read',
    pattern:
      /\b(?:send|sent|sending|forward(?:ed|ing)?) (?:them|him|her|you|everybody|everyone) (?:that|this|it|the|an?|all|my|our|some)\b/i,
  },
  { cue: 'the habit of years', pattern: /\bi(?:'ve| have) been using\b/i },
];

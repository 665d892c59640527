import { offerPhrases } from '../lexicon/modals.ts';
import { reservations } from '../lexicon/negations.ts';
import { completionWords } from '../lexicon/outcome-words.ts';
import { acceptancePhrases, agreements, approvalPhrases, refusalPhrases } from '../lexicon/talk.ts';
import { pattern } from './pattern.ts';

/** The speaker takes it back. */
export const retractions: RegExp =
  /^(?:<@\w+>[,:]? )?(?:wait|hold on|hold off|hang on|stop|never ?mind|nvm|scratch that|don'?t(?: do (?:it|that))?|no[,!] don'?t|cancel that|not yet)\b/i;

/** Another's no to what was proposed. */
export const refusals: RegExp = pattern`^(?:<@\w+>[,:]? )?${refusalPhrases}\b`;

/** "Done": the last thing announced has happened. */
export const completions: RegExp = pattern`
  ^
  (?:ok(?:ay)?[,.! ]+|and |all |that'?s |it'?s |yep[,.! ]+|yes[,.! ]+|alright[,.! ]+|right[,.! ]+)*
  ${completionWords}\b[^\n]{0,25}$
`;

/** A reply that takes a proposal up. */
export const acceptances: RegExp = pattern`^(?:<@\w+>[,:]? )?(?:${agreements}[,.! ]*)*${acceptancePhrases}\b`;

/** A go for what somebody offered to do; a bare "yes" is one only where it was asked for. */
export const approvals: RegExp = pattern`
  ^(?:<@\w+>[,:]? )?(?:(?:yes|yep|yeah|yup|ok|okay|sure)[,.!]? )*${approvalPhrases}
  (?=\W*$|[,.! ])(?!.*\b${reservations}\b)[^?\n]*$
`;

export const affirmation: RegExp =
  /^(?:<@\w+>[,:]? )?(?:yes|yep|yeah|yup|ok|okay|sure|agreed|\+1|:\+1:|:thumbsup:)\W*$/i;

/** What its speaker offers to do, or asks leave for. */
export const offers: RegExp = pattern`(?:^|[,;:.] )(?:(?:ok|okay|so|and|or|hm+|then)[,.]? )*${offerPhrases}\b(?!.*\b(?:either|if)\b)`;

/** A question for what is or was, and no proposal. */
export const informationRequest: RegExp =
  /^(?:<@\w+>[,:]? )?(?:and |so |but |a+nd |hm+,? )?(?:did|does|do|has|have|is|are|was|were|why|how|when|where|who|which|any(?:one|body)?)\b/i;

/** A request to another, who then is the one that acts. */
export const requestToOther: RegExp =
  /\b(?:can|could|would|will) (?:you|someone|somebody|anyone)\b|\b(?:please|pls|plz)\b|^<?@/i;

/** "Not yet", "tried that, no luck" and the like after a question. */
export const alreadyTried: RegExp =
  /\b(?:(?:already )?(?:tried|did|done) (?:that|it|this|already)|yes[, ]+(?:i |we )?(?:did|tried)|already (?:did|tried|done))\b/i;

import { actionForms, nonActionGerundStems, nonActionPastStems } from '../lexicon/actions.ts';
import { intentions, questionOpeners, requestsAndAdvice } from '../lexicon/modals.ts';
import { clauseLeadIns, clauseOpeners, replyOpeners } from '../lexicon/sentence-openers.ts';
import { deferralTimes } from '../lexicon/time.ts';
import { anyPattern, pattern } from './pattern.ts';

/** How a sentence stands to the action it names. Each list is read by its name; add words freely. */
export const questionStarts: RegExp = pattern`^(?:<@\w+>[,:]? |@\w+ )?(?:hey |so |and |ok |hm+ )?${questionOpeners}\b`;

/** An action that somebody is asked or advised to do. */
export const requestOrAdvice: RegExp = pattern`
  \b(?:should (?:we|i|you|be|probably|just|try)|
  (?!let'?s (?:see|hope|watch)|lets (?:see|hope|watch))${requestsAndAdvice})\b
`;

const requestPrefix = anyPattern(
  /[-*•–>]+\s*|good (?:idea|call|point|catch)[,.! ]+/i,
  pattern`${replyOpeners}[,: ]+`,
  /(?:can|could|should|shall|would) (?:you|we|someone|somebody|anyone|i) (?:please |just |try )?(?:to )?/i,
  /maybe (?:we |you )?(?:should |could )?|perhaps |try (?:to )?(?=\w)/i,
  /let'?s (?:try )?(?:to )?|how about |what about |have you (?:tried )?/i,
  /did (?:you|anyone) (?:try )?(?:to )?|please /i,
  /i(?:'ll| will| am|'m) (?:just )?(?:going to |gonna |about to |try (?:to )?)?/i,
  /we(?:'ll| will| are|'re) (?:just )?(?:going to |gonna |about to |try (?:to )?)?/i,
  /let me (?:try (?:to )?)?|lemme /i,
);

/** What is taken off the front of a step's text, so that an announcement or a proposal reads as the action. */
export const requestPrefixes: RegExp = pattern`^${requestPrefix}+`;

/** "Don't run this": what follows is not to be done. */
export const prohibition: RegExp =
  /\b(?:don'?t|do not|never|instead of|rather than) (?:\w+ )?(?:run|do|use|try|apply|execute)\b/i;

/** A sentence above a command that says what the command is for: a clause of it begins with a doing. */
export const announcesAction: RegExp = pattern`
  (?:^|[,;:.–—-] ?|\b${clauseOpeners} )
  (?!${nonActionGerundStems}ing\b|${nonActionPastStems}ed\b)${actionForms}\b(?!:)
`;

/** An action that the speaker says they are about to do. */
export const plannedCues: RegExp = pattern`\b${intentions}\b`;

/** An action that waits: it is no step of this incident yet. */
export const deferralCue: RegExp = pattern`\b${deferralTimes}\b[^.\n]{0,20}$`;

/** The words before an action end a clause: what follows is news of its own. */
export const newClause: RegExp = pattern`[,;:.)–—-]\s*(?:${clauseLeadIns}\s+)*$`;

export const firstPersonClause: RegExp = /\b(?:i|we|i'?m|we'?re|i'?ve|we'?ve|i'?ll|we'?ll)\s+(?:\w+\s+)?$/i;

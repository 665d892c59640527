import { plannedWorkVerbs } from '../lexicon/actions.ts';
import {
  fixedThings,
  fixNouns,
  fixVerbs,
  lastingAdjectives,
  lastingFixNouns,
  resolvedPasts,
  temporaryAdjectives,
} from '../lexicon/fix-words.ts';
import { obligations, schedulingPredicates } from '../lexicon/modals.ts';
import { outsideParties } from '../lexicon/people.ts';
import {
  openingVerbs,
  pullRequestStates,
  pullRequests,
  supportTickets,
  trackedItems,
} from '../lexicon/process-words.ts';
import { laterAdverbs } from '../lexicon/sentence-openers.ts';
import { anyPattern, pattern, patternWith } from './pattern.ts';

/** Sentences that name what ended the problem. */
export const immediateCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'resolved by …',
    pattern: pattern`\b${resolvedPasts} (?:it |this |that |the \w+ )?(?:by|via|through|after|with|when)\b`,
  },
  {
    cue: 'the fix was to …',
    pattern: pattern`\b(?:${temporaryAdjectives}\s)?${fixNouns} (?:was|is|were|involved|consisted|required|included|:)`,
  },
  {
    cue: 'fix: …',
    pattern: /^\W{0,3}(?:fix|resolution|solution|remediation|mitigation|workaround)\W{0,3}:/i,
  },
  {
    cue: 'to fix it we …',
    pattern: pattern`\b(?:to|in order to) ${fixVerbs} ${fixedThings}\b`,
  },
  { cue: 'was required', pattern: /\b(?:was|were) (?:required|needed|necessary) (?:so|to|for|in order)\b/i },
];

/** "The permanent fix is …" names what will be done, not what was. */
export const namedPermanentFix: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'a lasting fix to come',
    pattern: pattern`
      \b${lastingAdjectives} (?:fix|fixes|solution|remedy|remediation)\b(?: \w+){0,2}
      (?: (?:is|will|would|should|needs|could|has)\b|:)
    `,
  },
];

/** Sentences about what will keep it from coming back. `afterEnd`: only once the problem is over; before, it is the next step. */
export const permanentCues: readonly { cue: string; pattern: RegExp; afterEnd?: true }[] = [
  {
    cue: 'permanent fix',
    pattern: pattern`\b${lastingAdjectives} (?:and [\w-]+ [\w-]+ )?${lastingFixNouns}\b`,
  },
  { cue: 'long-term', pattern: /\blong(?:er)?[- ]term\b/i },
  { cue: 'follow-up', pattern: /\bfollow(?:ing)?[- ]?up(?:s)?\b(?!,)/i },
  {
    cue: 'action item',
    pattern:
      /\b(?:action items?|ai:|actions?:|next steps?|todo|to-do|post[- ]?mortem action|corrective action)\b/i,
  },
  {
    cue: 'PR to …',
    pattern: anyPattern(
      pattern`^\W*${pullRequests} (?:to|for|with|adding)\b`,
      pattern`\b${pullRequests} (?:is |has been |was |'s )?${pullRequestStates}\b`,
    ),
  },
  {
    cue: 'raised a PR',
    pattern: pattern`\b${openingVerbs} (?:a |an |the |this )?(?:\w+ )?${trackedItems}\b`,
  },
  {
    cue: 'ticket raised',
    pattern:
      /\b(?:ticket|issue|jira|story|card|bug|pr) (?:has been |was |is |to be )?(?:raised|created|opened|filed|logged)\b/i,
  },
  {
    cue: 'so that it does not happen again',
    pattern: anyPattern(
      /\b(?:prevent|avoid) (?:this|it|that|these|such|a recurrence|recurrence|any)\b/i,
      /\bstop (?:this|it|that|these|such)\b(?= (?:\w+ ){0,2}(?:from|happening|recurring|ever|again))/i,
      /\b(?:does|doesn|will|won|never)(?:n'?t| not|'t)? (?:happen|occur|recur|bite us) again\b/i,
      /\bin (?:the )?future\b|\bgoing forward\b/i,
    ),
  },
  {
    cue: 'ticket: …',
    pattern: /^\W*(?:ticket|jira|issue|story|todo|to do|to fix properly)\W{0,2}:\s*(?=.{8})/i,
  },
  {
    cue: 'a ticket that has to happen',
    pattern: anyPattern(
      patternWith('')`\b[A-Z][A-Z0-9]+-\d+\b[^.\n]{0,60}\b${schedulingPredicates}\b`,
      /\b(?:pulling|moving|bumping|prioriti[sz]ing|scheduling)\b[^.\n]{0,20}\b[A-Z][A-Z0-9]+-\d+\b/,
    ),
  },
  {
    cue: 'we will …',
    afterEnd: true,
    pattern: pattern`
      \b(?:we|i)(?:'ll| will|'re going to| are going to| need to| should| plan to| also need to) (?:${laterAdverbs} )?
      ${plannedWorkVerbs}\b
    `,
  },
  {
    cue: 'we should …',
    afterEnd: true,
    pattern: pattern`
      \b(?:we|i|somebody|someone) (?:really |also |all )*${obligations}
      (?: really| also| just| finally)? (?!be\b|go\b|wait|know|see|find|check|look)\w{3,}
    `,
  },
  {
    cue: 'tomorrow',
    afterEnd: true,
    pattern:
      /\b(?:tomorrow|next week|next sprint|monday|in the morning)\b[^.\n]{0,60}\b(?:we|i|will|add|fix|raise|pr|ticket)\b/i,
  },
  {
    cue: 'adding … once it is over',
    afterEnd: true,
    pattern:
      /^(?:and |so |also |now |i'?m |we'?re )*(?:adding|creating|writing|documenting|automating|extending|putting up|introducing)\b/i,
  },
];

/** A ticket with somebody outside asks for help; it keeps nothing from coming back. */
export const nonPermanentCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'a ticket with the vendor',
    pattern: anyPattern(
      /\b(?:ticket|case|support request)s? (?:\w+ ){0,2}(?:with|at) (?!the |all |more |some |an? |details|steps|logs)\w/,
      patternWith('')`\b${supportTickets}s?\b[^.\n]{0,20}\b(?:with|at) ${outsideParties}`,
      /\bsupport (?:ticket|case|request)\b/,
      /\b(?:asked|pinged|emailed|mailed|called|contacted) (?:the |their )?(?:vendor|provider|support)\b/,
    ),
  },
];

/** A plan that is not part of this incident's work. */
export function isPlanForLater(sentence: string, endedWell: boolean): boolean {
  return permanentCues.some((cue) => (endedWell || cue.afterEnd !== true) && cue.pattern.test(sentence));
}

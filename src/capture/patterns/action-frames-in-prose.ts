import { botConfirmedActions, preparingVerbs } from '../lexicon/actions.ts';
import { attemptResults, completionStates } from '../lexicon/outcome-words.ts';
import { askedPersons } from '../lexicon/people.ts';
import { objectsDoneByHand, otherSizes } from '../lexicon/quantifiers.ts';
import {
  attemptLeadIns,
  delegationLeadIns,
  ongoingLeadIns,
  performedLeadIns,
  repeatAdverbs,
  requestFillers,
} from '../lexicon/sentence-openers.ts';
import { madeIdioms, nonObjectsOfDoing } from '../lexicon/talk.ts';
import { anyPattern, pattern } from './pattern.ts';

/**
 * Actions that no list of verbs needs to know, by the frame that they stand in. Each pattern ends before the verb
 * (`verb`), or matches the whole statement. What is asked or advised counts only when somebody accepts it.
 */
export const requestOpener: RegExp = pattern`
  ^(?:(?:<@\w+>|@\w+|[A-Z]\w{1,20}(?=,))[,:]? )?
  (?:(?:ok|okay|so|and|then|hey|right|yes|no)[,.]? )*
  (?:(?:can|could|would|will|should|shall) ${askedPersons}|let'?s|lets|please|pls)
  (?: ${requestFillers})* (?=(?<verb>[a-z-]{3,20}) \S)
`;

/** "Asked two of them to unplug it": done at the speaker's word. */
export const delegationOpener: RegExp = pattern`
  ^(?:${delegationLeadIns}[, ]+)*(?:asked|told|got|instructed) (?!(?:me|us|by|to|back)\b)
  (?:[\w'@<>.-]+ ){1,5}?to (?=(?<verb>[a-z-]{3,20}) \S)
`;

/** "Proposal: a restart of node A first". */
export const suggestionOpener: RegExp =
  /^(?:(?:ok|so|and|new|my|one|another|next|a)[, ]+)*(?:proposal|suggestion|idea|option|plan)(?: [a-z0-9]+){0,2}:\s*(?=(?<verb>[a-z-]{3,20})\b)/i;

/** "Writing a thing: delete every …", "doing it now: drain …". */
export const planOpener: RegExp = pattern`
  ^(?:(?:ok|so|and|i'm|now|just)[, ]+)*${preparingVerbs}\b[^:\n]{0,40}:\s*
  (?=(?<verb>[a-z-]{3,20}) \S)
`;

/** "Restarting db2 failed", "stopping, then starting it worked": of a known verb, an action that is stated with how it went. */
export const gerundWithOutcome: RegExp = pattern`^(?<verb>[a-z-]{3,20}ing) (?:\S+ ){0,9}${attemptResults}\b`;

/** By these words a bot acknowledges what a person had it do. */
export const botConfirmationCue: RegExp = pattern`
  ^(?:ran (?:apply|destroy|rollback|deploy)\b|(?:successfully )?${botConfirmedActions} [\`\w]
  [\w./\`:@-]*(?: v?\d[\w.]*)? (?:to|from|by|in|on)\b|
  (?:deploy(?:ment)?|rollback|release|rollout) of [\`\w][\w./\`:@ -]{1,60} ${completionStates}\b)
`;

/** … but not "made a mistake", "gave them a call". */
export const nonActionIdiom: RegExp = anyPattern(
  /\bmade (?:it|this|that)\b/i,
  pattern`\b(?:made|gave|built|threw|cut|laid)\b(?: \w+){0,3} ${madeIdioms}\b`,
);

/** An action that is stated as one more of the last, or by how it was done. */
export const repeatedActions: readonly { cue: string; pattern: RegExp; form: 'past' | 'gerund' | 'base' }[] =
  [
    {
      cue: 'did the same',
      pattern: pattern`
        ^(?:${performedLeadIns}[, ]+)*(?:did|done) the same (?:thing )?
        (?:with|on|for|to|there|again|in|at)\b
      `,
      form: 'past',
    },
    {
      cue: 'did them by hand',
      pattern: pattern`
        ^(?:${performedLeadIns}[, ]+)*(?:did|done) ${objectsDoneByHand}\b[^.\n]{0,20}\b
        (?:by hand|manually|one by one)\b
      `,
      form: 'past',
    },
    {
      cue: 'doing these too',
      pattern: pattern`
        ^(?:${ongoingLeadIns}[, ]+)*doing (?!${nonObjectsOfDoing}\b)[^.,;\n]{2,60}\b${repeatAdverbs}
        (?=\W*$|[,;.])
      `,
      form: 'gerund',
    },
    {
      cue: 'doing the same',
      pattern:
        /^(?:(?:i'm|we're|i am|we are|and|then|now|ok|also)[, ]+)*doing the same (?:thing )?(?:with|on|for|to|there|in|at)\b/i,
      form: 'gerund',
    },
    {
      cue: 'do the same',
      pattern:
        /^(?:(?:can you|could you|please|let's|and|then|now|ok|also|just)[, ]+)*do the same (?:thing )?(?:with|on|for|to|there|in|at)\b/i,
      form: 'base',
    },
    {
      cue: 'tried with another',
      pattern: pattern`^(?:${attemptLeadIns}[, ]+)*(?:tried|trying) (?:it )?with (?:a|an|the) ${otherSizes}\b`,
      form: 'past',
    },
  ];

import { ongoingWork } from '../lexicon/actions.ts';
import { aimVerbs } from '../lexicon/fix-words.ts';
import {
  conditions,
  futureModals,
  inability,
  interrogatives,
  seemingVerbs,
  uncertainVerbs,
} from '../lexicon/modals.ts';
import {
  byItself,
  helpedForms,
  hopedOutcomes,
  recoveredForms,
  resolvedOrRolledBack,
  resolvedStates,
  workedForms,
} from '../lexicon/outcome-words.ts';
import { determiners, remainders } from '../lexicon/quantifiers.ts';
import { hopeAdverbs } from '../lexicon/sentence-openers.ts';
import { reportingVerbs, statementVerbs } from '../lexicon/speech-verbs.ts';
import { failureStems, verbsBeforeDown } from '../lexicon/state-words.ts';
import { anyPattern, pattern, patternWith } from './pattern.ts';

/** Good news with an exception: "all but two are back", "14 of 16 fine". */
export const exceptionCue: RegExp = anyPattern(
  /\b(?:all|every\w*|both)\b[^.,;\n]{0,25}(?<!nothing )\b(?:but|except|bar|apart from|besides)\b(?! (?:for )?(?:now|it'?s)\b)/i,
  /\b(?:all|most) but\b|\b(\d{1,4}) (?:out )?of (?:the )?(?!\1\b)\d{1,4}\b/i,
);

const remainingPart = anyPattern(
  pattern`(?:the )?${remainders}`,
  /a few|another \w+|some (?!time\b|how\b)\w+/i,
  /only (?!now\b|then\b|once\b|after\b|when\b|because\b|that\b|to\b)[\w<@-]+|all but/i,
  /all except/i,
);

/** The subject of a problem that goes on is a part of what was broken: the other part is well. */
export const partialFailure: RegExp = pattern`(?:^|[,;.:] |\b(?:but|and|though|yet|that) )${remainingPart}\b(?! hand\b)`;

const elsewhere = anyPattern(
  /\b(?:like|as) i said\b|\bin (?:my|that|his|her|their) (?:case|scenario)\b/i,
  /\b(?:a few|some|many|most|other) (?:people|users|folks)\b/i,
  pattern`\b${helpedForms}\b[^.\n]{0,25}\b${conditions}\b`,
);

/** Words with "still" or "fixed" in them that say nothing about a step. */
export const nonOutcomeCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'still at it',
    pattern: pattern`\bstill ${ongoingWork}\b`,
  },
  {
    cue: 'a question',
    pattern: anyPattern(
      /(?<!\?)\?\s*$/i,
      /^(?:did|does|do|is|are|was|has|have|can|could|what|why|how|who|when|should)\b[^\n]*\?\s*$/i,
      pattern`^(?:(?:so|and|but|ok|then|wait)[, ]+)*${interrogatives} `,
    ),
  },
  { cue: 'a reason', pattern: /^(?:(?:it|that)'?s |and |but |yes,? )?(?:because|cause|cos|cuz|bc)\b/i },
  {
    cue: 'only thought',
    pattern: /\b(?:i|we) (?:thought|assumed) (?:it|that|this)\b/i,
  },
  {
    cue: 'by itself',
    pattern: pattern`\b${byItself}\b`,
  },
  {
    cue: 'news of somebody else',
    pattern: anyPattern(
      /\b(?:on|at|from) (?:their|the (?:vendor|provider|supplier)'?s?) (?:side|end)\b/i,
      pattern`
        ^(?:\w+ ){1,3}${reportingVerbs}\b
        (?: (?:that|it'?s|its|it|they|this|is|was|has|been|now)){0,4} ${resolvedStates}\b
      `,
    ),
  },
  {
    cue: 'not known yet',
    pattern: pattern`\b${uncertainVerbs}\b[^.,\n]{0,25}\b${workedForms}\b`,
  },
  {
    cue: 'another time or place',
    pattern: anyPattern(pattern`^(?![^\n]*\b(?:now|again)\b)[^\n]*${elsewhere}`, /\bhelps (?:to|if|when)\b/i),
  },
  {
    cue: 'a condition',
    pattern: anyPattern(
      pattern`(?<!\b${seemingVerbs} )\bto be (?:resolved|fixed|restored|solved|over|back)\b`,
      /^(?:if|once|when|until|unless|assuming|hopefully|in theory|fingers crossed)\b/i,
      pattern`\b${futureModals} (?:${hopeAdverbs} )*${hopedOutcomes}\b`,
    ),
  },
];

/** Somebody else ended it, or nobody did: no action of ours. */
export const endedByThirdParty: RegExp = anyPattern(
  pattern`\b${recoveredForms}(?: itself)? ${byItself}\b`,
  /\bself[- ]?(?:healed|resolved|recovered)\b/i,
  /\b(?:we|i|nobody|no one) (?:did|changed|touched) (?:nothing|anything)\b/i,
  pattern`\b${statementVerbs}\b(?: \w+){0,4} ${resolvedStates}\b`,
  pattern`\b${resolvedOrRolledBack}\b[^.\n]{0,20} (?:on|at|from|by) (?:their|the (?:vendor|provider|supplier)'?s?) (?:side|end)\b`,
);

/** An action, "but …": not all of the problem went with it. */
export const remainderCue: RegExp =
  /[,;]? \b(?:but|though|however|although|yet)\b[^.\n]{0,60}\b(?:still|not all|only|the rest|others?|remains?|left)\b/i;

const aim = anyPattern(
  /because|cause|cos|cuz|in case|in order to/i,
  /since (?!then\b|that\b|\d|last\b|noon\b|midnight\b|yesterday\b|this\b|\w+day\b)/i,
  /as (?:it|they|we|there|the|he|she|i)\b(?! expected| said| hoped)/i,
  pattern`so (?:that )?(?:[\w'-]+ ){1,4}${inability}\b`,
  /so (?:that )?(?:[\w'-]+ ){1,4}can\b(?![^.\n]*\b(?:now|again)\b)/i,
  pattern`to ${aimVerbs} `,
);

/** After a step these begin its aim or its reason, to the end of the sentence: no word of what came of it. */
export const aimOrReason: RegExp = pattern`,? \b${aim}[^,;\n]*`;

/** In the same sentence as a step, what distinguishes a thing from its like: "the pod that failed to start". */
export const restrictiveClause: RegExp = patternWith('gi')`
  (?<![,;]) (?:that|which|who) (?:had |was |were |is |are |kept |keeps )?(?:not |n't )?
  ${failureStems}\w*[^,;.\n]*
`;

const problemPredicate = anyPattern(
  /crash ?loop\w*|fails/i,
  pattern`${verbsBeforeDown} (?:\w+ )?down(?! to)`,
  /timed out|timing out|erroring|(?<!\b(?:no|of|the|its|their|old|past) )errors/i,
  pattern`(?<!\b${determiners} )(?:broken|failing|failed(?! (?:during|in|over|since|because|due)\b))`,
  /not (?:responding|ready|accessible|functioning)|exhibited/i,
  /(?<!\b(?:the|a|an|as|all|any|these|those|its|our|both) )unhealthy|[45]\d\ds|5xx/i,
);

/** In the same sentence as a step these say that the problem went on. */
export const problemAfterStep: RegExp = pattern`\b${problemPredicate}\b`;

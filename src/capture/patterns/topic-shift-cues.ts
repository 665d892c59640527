import { attributedActions, attributedPasts } from '../lexicon/actions.ts';
import { becauseOf, causalVerbs } from '../lexicon/cause-words.ts';
import { maybeWords, relatedCopulas } from '../lexicon/modals.ts';
import { presentPeople, presentPlaces } from '../lexicon/people.ts';
import {
  anotherProblemNouns,
  namedReasons,
  ownProblems,
  referencesToBoth,
  sameProblemForms,
  separateProblemNouns,
  separateTopics,
} from '../lexicon/problem-nouns.ts';
import {
  anotherProblemIntroductions,
  bothAdverbs,
  problemIntroductions,
  topicLeadIns,
} from '../lexicon/sentence-openers.ts';
import { seeingForms } from '../lexicon/speech-verbs.ts';
import { placesReturnedTo } from '../lexicon/state-words.ts';
import { offTopicPhrases, repliesToOthers, returningVerbsOfTalk } from '../lexicon/talk.ts';
import { anyPattern, pattern } from './pattern.ts';

/**
 * How people shift to another problem in the same thread, read at the beginning of a sentence. `isExplicit`: the
 * words say that it is another. What the sentence needs besides: `problem`: any problem; `other-problem`: one of
 * something that the first problem does not name; `separate`: moreover, nothing that the first problem causes, unless
 * somebody says that they are unrelated. The group `to`: what it is unrelated to, which must be the first problem.
 */
export const topicShiftCues: readonly {
  cue: string;
  pattern: RegExp;
  isExplicit?: true;
  needs: 'problem' | 'other-problem' | 'separate';
}[] = [
  {
    cue: 'unrelated',
    isExplicit: true,
    needs: 'problem',
    pattern: anyPattern(
      pattern`
        ^(?:(?:this is |it'?s )?(?:completely |totally |entirely )?unrelated(?:ly)?|not related)
        (?: to (?:this|that|it|the above|(?:the )?(?<to>[\w-]{1,40})))?(?: (?:thing|issue|problem|question))?
        (?:\s*[,:;.…–—-]+(?:\s*but\b)?|\s+but\b|$)
      `,
      /^[^,:.]{1,30}, (?:totally )?unrelated:/i,
    ),
  },
  {
    cue: 'a separate issue',
    isExplicit: true,
    needs: 'problem',
    pattern: pattern`
      ^(?:${problemIntroductions}(?: also)? )?(?:an? )?
      (?:(?:completely |totally |entirely )(?:separate|different|other)|separate|unrelated) ${separateTopics}\b
      (?:,? but)?
    `,
  },
  {
    cue: 'off topic',
    isExplicit: true,
    needs: 'problem',
    pattern: pattern`^(?:slightly |a bit |totally |completely )?${offTopicPhrases}\b`,
  },
  {
    cue: 'a different problem',
    isExplicit: true,
    needs: 'other-problem',
    pattern: pattern`
      ^(?:${anotherProblemIntroductions}(?: also| now)? )?(?:an? )?different ${anotherProblemNouns}\b
      (?:,? but\b)?
    `,
  },
  {
    cue: 'another problem',
    needs: 'other-problem',
    pattern: pattern`
      ^(?:${anotherProblemIntroductions}(?: also| now)? )?(?:an? )?
      (?:another|second|2nd|one more|new|next) ${anotherProblemNouns}\b
    `,
  },
  {
    cue: 'while we are here',
    needs: 'other-problem',
    pattern: pattern`
      ^(?:while|since|as long as) ${presentPeople} (?:(?:all|you(?: all| folks)?|already|both) )?
      ${presentPlaces}\b
    `,
  },
  { cue: 'by the way', needs: 'other-problem', pattern: /^(?:btw|by the way)\b/i },
  {
    cue: 'anyone else seeing it',
    needs: 'other-problem',
    pattern: anyPattern(
      pattern`
        ^(?:is |are |does |has )?(?:any(?:one|body)|some(?:one|body))(?: else)?(?: here)? (?:also )?
        ${seeingForms}\b
      `,
      /^(?:is|are) [\w -]{3,40} for (?:any(?:one|body) else|everyone)\b/i,
    ),
  },
  {
    cue: 'also failing',
    needs: 'separate',
    pattern: /^(?:(?:and )?(?:also|meanwhile)|(?:and )?now(?: also)?|(?=.{3,60}\balso\b))/i,
  },
];

/** A word before a shift or a return that says nothing itself; several may follow each other. */
export const leadIn: RegExp = pattern`^(?:\W+|<@\w+>|${topicLeadIns}(?=[\s,:.!–—-]))`;

/** A problem that a service has for a reason of its own; errors, timeouts and queues may all come from the first one. */
export const ownProblem: RegExp = pattern`\b${ownProblems}\b`;

/** A shift that says this is about the same problem, or about what it caused. */
export const sameProblemCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'because of it',
    pattern: anyPattern(
      pattern`\b${becauseOf}\s+${namedReasons}\b`,
      /\bas a (?:result|consequence)\b|\bconsequently\b/i,
    ),
  },
  {
    cue: 'a knock-on effect',
    pattern:
      /\b(?:knock-?on|side[- ]effects?|fall-?out|cascad\w+|downstream|upstream of|collateral|ripple)\b/i,
  },
  {
    cue: 'the same',
    pattern:
      /\bsame (?:root )?(?:cause|errors?|issue|problem|symptoms?|thing|story|trouble|trace|stack ?trace|incident|reason|as)\b/i,
  },
  {
    cue: 'perhaps related',
    pattern: anyPattern(
      pattern`\b${relatedCopulas} (?:all |also |very |probably |somehow )?(?:related|connected|linked)\b`,
      pattern`\b${maybeWords}[^.]{0,15} (?:un)?related\b`,
      /\bnot unrelated\b/i,
    ),
  },
  {
    cue: 'since our change',
    pattern: anyPattern(
      pattern`\b(?:since|after|with|from) (?:the|that|your|our|this) (?:\w+ ){0,2}${attributedActions}\b`,
      pattern`\b(?:since|after) (?:we|you|i|they) (?:\w+ )?${attributedPasts}\b`,
    ),
  },
];

/** Besides, of a shift that needs another name: it has the first one's problem, too. */
export const alsoAffected: RegExp = /\b(?:too|as well)(?=\W*$|[.,!?])/i;

/** Somebody says later that the two are one. */
export const sameProblemStated: RegExp = anyPattern(
  /\bsame (?:root[- ]?cause|cause|reason|underlying)\b/i,
  pattern`\b${referencesToBoth} (?:${bothAdverbs} )*${sameProblemForms}\b`,
);

/** How a sentence that names both problems makes one of them the other's reason. */
export const causalLink: RegExp = pattern`\b${causalVerbs}\b`;

/** Somebody says that the two have nothing to do with each other, or sends one of them elsewhere. */
export const separateProblemsStated: RegExp = anyPattern(
  pattern`
    \b(?:(?:that|this|it)(?:'?s| is)|looks like|seems)(?: probably| totally| completely)? (?:an? )?
    (?:separate|different|another|unrelated|own)(?: ${separateProblemNouns}|\s*[.,!]|$)
  `,
  /\b(?:not|isn'?t|n'?t think (?:it'?s|that'?s|they'?re)) (?:at all )?related\b/i,
  /\b(?:its own|your own|a separate|another|a different|a new) thread\b|\bwrong thread\b/i,
);

/** How people come back to the first problem. Read after `leadIn`; not when they name the second. */
export const returnCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'back to',
    pattern: pattern`^(?:any ?ways?[,.]? |anyhow[,.]? )?(?:(?:let'?s |to )?${returningVerbsOfTalk} )?back (?:to|on) (?!${placesReturnedTo})`,
  },
  {
    cue: 'the original problem',
    pattern:
      /\b(?:the|our|this thread'?s) (?:original|main|actual|first|initial) (?:issue|problem|trouble|incident|error|alert|question|topic|outage|one)\b/i,
  },
];

/** A reply that speaks to whoever wrote just before. */
export const repliesToPrevious: RegExp = pattern`^(?:<@\w+>[,:]? )?(?:(?:hm+|ah+|oh+|ok(?:ay)?)[,.! ]+)?(?:${repliesToOthers}\b|[^.!]{0,60}\?$)`;

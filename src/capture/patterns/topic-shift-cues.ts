import { attributedActions, attributedPasts } from '../lexicon/actions.ts';
import { becauseOf, causalVerbs } from '../lexicon/cause-words.ts';
import { maybeWords, relatedCopulas } from '../lexicon/modals.ts';
import { bothProblems, presentPeople } from '../lexicon/people.ts';
import {
  anotherProblemNouns,
  namedReasons,
  ownProblems,
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
import { presence } from '../lexicon/time.ts';
import { anyPattern, pattern } from './pattern.ts';

/**
 * How people turn to another trouble in the same thread, read at the beginning of a sentence. `sure`: the words say
 * that it is another. `needs`: "trouble": only that a trouble is told; "another": that it is told of something which
 * the first problem does not name; "apart": besides, that it is nothing which the first problem brings about, or that
 * somebody says so. The group `to`: what it is said to be unrelated to, which must be the first problem.
 */
export const topicShiftCues: readonly {
  cue: string;
  pattern: RegExp;
  isExplicit?: true;
  needs: 'trouble' | 'another' | 'apart';
}[] = [
  {
    cue: 'unrelated',
    isExplicit: true,
    needs: 'trouble',
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
    needs: 'trouble',
    pattern: pattern`
      ^(?:${problemIntroductions}(?: also)? )?(?:an? )?
      (?:(?:completely |totally |entirely )(?:separate|different|other)|separate|unrelated) ${separateTopics}\b
      (?:,? but)?
    `,
  },
  {
    cue: 'off topic',
    isExplicit: true,
    needs: 'trouble',
    pattern: pattern`^(?:slightly |a bit |totally |completely )?${offTopicPhrases}\b`,
  },
  {
    cue: 'a different problem',
    isExplicit: true,
    needs: 'another',
    pattern: pattern`
      ^(?:${anotherProblemIntroductions}(?: also| now)? )?(?:an? )?different ${anotherProblemNouns}\b
      (?:,? but\b)?
    `,
  },
  {
    cue: 'another problem',
    needs: 'another',
    pattern: pattern`
      ^(?:${anotherProblemIntroductions}(?: also| now)? )?(?:an? )?
      (?:another|second|2nd|one more|new|next) ${anotherProblemNouns}\b
    `,
  },
  {
    cue: 'while we are here',
    needs: 'another',
    pattern: pattern`
      ^(?:while|since|as long as) ${presentPeople} (?:(?:all|you(?: all| folks)?|already|both) )?
      ${presence}\b
    `,
  },
  { cue: 'by the way', needs: 'another', pattern: /^(?:btw|by the way)\b/i },
  {
    cue: 'anyone else seeing it',
    needs: 'another',
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
    needs: 'apart',
    pattern: /^(?:(?:and )?(?:also|meanwhile)|(?:and )?now(?: also)?|(?=.{3,60}\balso\b))/i,
  },
];

/** A word before a turn or a return that says nothing itself; several may follow each other. */
export const leadIn: RegExp = pattern`^(?:\W+|<@\w+>|${topicLeadIns}(?=[\s,:.!–—-]))`;

/** Trouble that a service has for a reason of its own; errors, timeouts and queues may all come from the first one. */
export const ownProblem: RegExp = pattern`\b${ownProblems}\b`;

/** A turn that says this tells of the same trouble, or of what came of it. */
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

/** Besides, of a turn that needs another name: the first one's trouble is there, too. */
export const alsoAffected: RegExp = /\b(?:too|as well)(?=\W*$|[.,!?])/i;

/** Somebody says later that the two are one. */
export const sameProblemStated: RegExp = anyPattern(
  /\bsame (?:root[- ]?cause|cause|reason|underlying)\b/i,
  pattern`\b${bothProblems} (?:${bothAdverbs} )*${sameProblemForms}\b`,
);

/** How a sentence that names both troubles makes one of them the other's reason. */
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

import { userActions } from '../lexicon/actions.ts';
import { failureMentions } from '../lexicon/negations.ts';
import {
  backStates,
  curedPasts,
  didItForms,
  flowVerbs,
  goneForms,
  resolvedOpeners,
  returningVerbs,
  servingVerbs,
  wellAdverbs,
  wordsBeforeBack,
  wordsBeforeGoodLooks,
  workingForms,
} from '../lexicon/outcome-words.ts';
import { restoredUsers } from '../lexicon/people.ts';
import { absentProblems, countedProblems, endedProblems, theProblem } from '../lexicon/problem-nouns.ts';
import { backAdverbs, reallyAdverbs } from '../lexicon/sentence-openers.ts';
import { goodLooks, problemStates, usualLevels } from '../lexicon/state-words.ts';
import { restoredThings, services } from '../lexicon/systems.ts';
import { cheers } from '../lexicon/talk.ts';
import type { OutcomeCue } from './outcome-cues.ts';
import { anyPattern, pattern } from './pattern.ts';

/** How people say that all is well. The more particular ones come first. */
export const goodOutcomes: readonly OutcomeCue[] = [
  {
    cue: 'that did it',
    pattern: pattern`
      \b(?:that|this|it|which|(?!nothing|something|anything)\w+ing)
      (?:'s| has| seems? to have| appears to have| looks like it)? (?:${reallyAdverbs} )?
      ${didItForms}\b
    `,
    refersToAction: true,
    meaning: 'worked',
  },
  {
    cue: 'the step did it',
    pattern: anyPattern(
      pattern`\b${curedPasts} ${theProblem}\b`,
      /\bdid the trick\b|(?<!\b(?:i|you|we|he|she|they|who) )\bdid it\b(?=[.!,]|$)/i,
    ),
    refersToAction: true,
    meaning: 'worked',
  },
  {
    cue: 'it brought it back',
    pattern: pattern`\b(?:restored|brought) (?:the |all |back |our |\w+ )?${restoredThings}\b`,
    meaning: 'worked',
  },
  {
    cue: 'it works now',
    pattern: anyPattern(
      pattern`\b${workingForms} ${wellAdverbs}\b`,
      /\b(?:now|all|confirmed) (?:works?|working|good|green|healthy|clear|clean)\b/i,
      /\b(?:it|everything|all|site|app)(?:'?s| is)? (?:working|works)$/i,
    ),
    meaning: 'worked',
  },
  {
    cue: 'goes through again',
    pattern: pattern`\b${flowVerbs} (?:\w+ )?(?:again|fine|normally)\b`,
    meaning: 'worked',
  },
  {
    cue: 'they can again',
    pattern: pattern`
      (?<!\b(?:if|when|so|until) [^.\n]{0,20})\b${restoredUsers} (?:\w+ )?can (?:\w+ ){1,3}
      (?:again|normally|now)\b
    `,
    meaning: 'worked',
  },
  {
    cue: 'they are able to',
    pattern: pattern`\b(?:is|are|was|were) (?!not\b|never\b)(?:\w+ )?able to ${userActions}\b`,
    meaning: 'worked',
  },
  {
    cue: 'does it again',
    pattern: anyPattern(
      pattern`^(?![^\n]*\b${failureMentions}\b)[^\n]*\b${servingVerbs}\b[^.,\n]{0,40}\bagain\b`,
      /\b(?:starts?|started|comes?|came|boots?|booted) (?:up |back )*(?:[\w-]+ )?(?:fine|ok|okay|cleanly|normally|correctly)\b/i,
    ),
    meaning: 'worked',
  },
  {
    cue: 'a thing works',
    pattern: pattern`
      ^(?:ok[,.]? |yes[,.]? |and |now )?
      (?!nothing|none|neither|no |only|never|how|that |what|nobody|it |this )
      (?:[\w-]+ ){1,2}(?:works?|loads?)(?: now| again| too)?[.!]*$
    `,
    meaning: 'worked',
    alone: true,
  },
  {
    cue: 'caught up',
    pattern:
      /\b(?:is|are|all|fully|has|have|it|now|we'?re|we|index|consumers?|queue|replicas?|everything|lag) (?:all |now |fully )?caught up\b|^caught up\b/i,
    meaning: 'worked',
  },
  {
    cue: 'steady',
    pattern:
      /^(?!.*(?:\b(?:not|never|isn'?t|until|was|were)\b|\b(?:9\d|100) ?%)).*\b(?:stable|flat|quiet|clean|green|healthy|steady)\b (?:for|since|at|around)\b/i,
    meaning: 'worked',
  },
  {
    cue: 'at zero',
    pattern: /\b(?:now|is|are|back|already) (?:at |down to |to )?(?:0|zero)\b(?![-.\d%x/])/i,
    meaning: 'worked',
  },
  {
    cue: 'contained',
    pattern:
      /^(?:ok[,.]? |and |so |we'?re |it'?s |that'?s |all |now |incident |breach |leak )*(?:contained|mitigated|under control)\b[^\n]{0,30}$/i,
    meaning: 'worked',
    alone: true,
  },
  {
    cue: 'back up',
    pattern: pattern`\b${wordsBeforeBack} (?:${backAdverbs} )?back ${backStates}`,
    meaning: 'worked',
  },
  {
    cue: 'short back up',
    pattern:
      /^(?:and |ok |we'?re |it'?s |all |services? |site |we are |they are )*back(?: up| online| to normal)?(?: again| now| too)?(?:[.,!]+[^\n]{0,20})?$/i,
    meaning: 'worked',
    alone: true,
  },
  {
    cue: 'up and running',
    pattern: anyPattern(
      /\bup and running\b/i,
      /\b(?:is|are|now|all) (?:up|online|healthy|green|ready|stable|clean)(?: again| now)?(?=[.,!;]|$)/i,
      pattern`^(?:${wordsBeforeGoodLooks}[,.]? )*(?:looks?|looking|seems?) (?:to be )?${goodLooks}\b`,
      /\b(?:stable|healthy|green|clean|quiet|happy|fine) (?:now|again)\b/i,
      /\band (?:stable|healthy|steady)\b|\bhealthy (?:again|now)\b/i,
      /\bgreen (?:again|now|across)\b/i,
    ),
    meaning: 'worked',
  },
  {
    cue: 'recovered',
    pattern: /\b(?:fully|full|seeing|confirmed|see|auto\w*|traffic|service) recover(?:ed|y)\b|\brecovered\b/i,
    meaning: 'worked',
  },
  {
    cue: 'restored successfully',
    pattern:
      /\b(?:restored|completed|deployed|applied|recreated|replaced|launched) (?:successfully|ok|fine)\b|\bsuccessfully\b/i,
    meaning: 'worked',
  },
  {
    cue: 'the problem is no longer there',
    pattern: pattern`\bno longer ${problemStates}\b`,
    meaning: 'worked',
  },
  {
    cue: 'back to its rate',
    pattern: pattern`\b${returningVerbs} (?:back |up )?to (?:100 ?%|(?:the |its |their )?${usualLevels}\b)`,
    meaning: 'worked',
  },
  {
    cue: 'no more of them',
    pattern: anyPattern(
      /\bno (?:more|further|new) \w+ (?:since|after that|from then|until now|so far)\b/i,
      pattern`\bno ${countedProblems} (?:since|for \d)`,
    ),
    meaning: 'worked',
  },
  {
    cue: 'it takes traffic',
    pattern: anyPattern(
      /\b(?:taking|serving) (?:live |prod |production |real )?traffic\b(?! again from)/i,
      /\b(?:queue|backlog|traffic|messages|jobs|builds|orders|payments)(?: is| are|'s)? (?:moving|flowing)\b/i,
    ),
    meaning: 'worked',
  },
  {
    cue: 'service restored',
    pattern: anyPattern(
      pattern`\b${services}\b(?: \w+){0,3} restored\b`,
      /\b(?:get|gets|got|going|went|gone) back to (?:work|normal)\b/i,
    ),
    meaning: 'worked',
  },
  {
    cue: 'errors are gone',
    pattern: anyPattern(
      pattern`\b${endedProblems}\b(?: \w+){0,3} ${goneForms}`,
      /[,;] no errors?\W*$/i,
      pattern`\bno (?:more|further|longer (?:seeing|any|getting)) ${absentProblems}`,
      /\b(?:zero|0|without) (?:errors?|failures|failed)\b/i,
      /\bwith no (?:crash(?:es)?|errors?|failures|restarts?)\b/i,
    ),
    meaning: 'worked',
  },
  {
    cue: 'back to normal',
    pattern: anyPattern(
      /\b(?:to|at|looks?|are|is|back|all|everything) normal(?: again| now| levels?)?\b/i,
      /\bnormali[sz]ed\b|\ball (?:good|clear|well|sorted|set)\b|\bwe(?:'re| are) good\b/i,
      /\bgood now\b/i,
    ),
    meaning: 'worked',
  },
  {
    cue: 'resolved',
    pattern: pattern`
      ^
      (?:ok[,.!]? |and |now |this is |it'?s |issue |incident |problem |all |marking (?:as |this )?|closing(?: this)?(?: as)? |\[?)*
      ${resolvedOpeners}\b[^\n]{0,40}$
    `,
    meaning: 'worked',
    alone: true,
  },
  {
    cue: 'it worked',
    pattern: pattern`
      ^${cheers}?[,.! ]*(?:it |that |and it |that'?s )?
      (?:worked|works|working|fixed|did it|better now)\b[^\n]{0,30}$
    `,
    refersToAction: true,
    meaning: 'worked',
    alone: true,
  },
  {
    cue: 'thumbs up',
    pattern: /^(?:success(?=\W*$)|bingo|eureka|hooray|woohoo|winner|we have a winner|jackpot)\b[^\n]{0,20}$/i,
    meaning: 'worked',
    alone: true,
  },
];

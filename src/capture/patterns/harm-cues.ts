import { harmfulPasts, retiredPasts } from '../lexicon/actions.ts';
import { harmPresents, harmVerbs } from '../lexicon/cause-words.ts';
import { changeAdjectives, deployNouns, earlierChangePasts, faultyChangePasts } from '../lexicon/changes.ts';
import { preventionModals } from '../lexicon/modals.ts';
import { recoveryWords } from '../lexicon/outcome-words.ts';
import { engineerGroups, purposeSubjects, unnamedEngineers } from '../lexicon/people.ts';
import { platforms } from '../lexicon/systems.ts';
import { formerTimes, months, recentDays, repetitions, weekdayStems } from '../lexicon/time.ts';
import { anyPattern, pattern, patternWith } from './pattern.ts';

/** Harm done by people before or during the problem: never a step towards its end. Holds for the whole message. */
export const harmInMessage: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'by accident',
    pattern:
      /\b(?:accidental(?:ly)?|by accident|by mistake|mistakenly|inadvertent(?:ly)?|unintentional(?:ly)?|unintended|erroneously)\b/i,
  },
  {
    cue: 'unaware',
    pattern:
      /\b(?:not |wasn'?t |weren'?t |without (?:being )?)(?:fully )?aware\b|\b(?:he|she|they|we|i|engineer|team|member|developer) (?:was |were )?unaware\b/i,
  },
  {
    cue: 'wrong place',
    pattern: /\b(?:incorrectly (?:target|point|set|configur)\w*|(?:on|to|in|against) the wrong)\b/i,
  },
  {
    cue: 'before the day',
    pattern:
      /\b(?:because of|thanks to|due to) (?:last night|yesterday|(?:the|this|last) (?:weekend|week|morning))\b/i,
  },
  {
    cue: 'an unnamed engineer',
    pattern: pattern`
      \b(?:one of (?:the|our) (?:\w+ )?${engineerGroups}|an? (?:\w+ )?${unnamedEngineers} ${harmfulPasts}|team member did)\b
    `,
  },
];

const purpose = anyPattern(
  pattern`,? so (?:that )?${purposeSubjects} ${preventionModals}\b`,
  /,? (?:just )?in case\b|,? to (?:check|see|test|find out|rule out)\b/i,
  /,? (?:due to|on|by) (?:the )?(?:suspicion|fear)\b|,? as it (?:is|was) suspected\b/i,
  /(?<=\b(?:issue|bug|problem|fault|error|fix)) that (?:was |had |has |were )?\w+(?:ing|ed)\b/i,
);

/** What an action is for, or what the thing mended had done: the harm in it is not the action's. */
export const purposeClause: RegExp = patternWith('gi')`${purpose}[^.;\n]*`;

/** Harm in this sentence only. */
export const harmInSentence: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'it began after',
    pattern:
      /\b(?:occurred|began|started|happened|appeared|noticed|spotted|broke|broken|seen)\b[^.\n]{0,40}\b(?:after|following|since|when)\b/i,
  },
  {
    cue: 'this caused',
    pattern: anyPattern(
      pattern`\b(?:this|which|that|it|and) (?:\w+ )?${harmVerbs}\b`,
      pattern`\b(?:this|which|that) ${harmPresents} (?![^\n]{0,60}\b${recoveryWords})`,
      /\bcausing\b|\bpreventing\b/i,
    ),
  },
  {
    cue: 'the problem came after an action',
    pattern: anyPattern(
      /\b(?:problems?|issues?|trouble|outage|down|broken) (?:\w+ ){0,2}after (?:the |a |an )?(?:re)?\w+ing\b/i,
      /\b(?:did(?:n't| not)|failed to) (?:return|come (?:back|up)|start|boot)\b[^\n]{0,60}\bafter\b[^\n]{0,60}\bbecause\b/i,
    ),
  },
  {
    cue: 'it will come again',
    pattern:
      /\b(?:will|would|may|might|could) (?:likely |probably |then )?(?:recur|reoccur|return|happen again|come back|fail again)\b/i,
  },
  {
    cue: 'evicted',
    pattern: /\b(?:was|were|got|being) (?:evicted|oom-?killed)\b/i,
  },
  {
    cue: 'what was overlooked',
    pattern:
      /\bwe (?:missed|forgot|ignored|overlooked|assumed|did(?:n'?t| not) (?:notice|reali[sz]e|know))\b/i,
  },
  { cue: 'traced to', pattern: /\b(?:traced|tracked|narrowed) (?:back )?(?:down )?to\b/i },
  {
    cue: 'an action that left harm',
    pattern: /\bbeing (?:\w+ly )?\w+ed\b[^.,\n]{0,20}\b(?:left|caused|made|broke|led)\b/i,
  },
  { cue: 'created a weak point', pattern: /\bsingle point of failure\b|\btook us over\b/i },
  {
    cue: 'as part of a change',
    pattern: anyPattern(
      /\bas part of (?:an?|the|our) [\w -]{0,30}(?:change|upgrade|migration|update|release|rollout|feature)\b/i,
      /\bas part of (?:the |our )?(?:off-?boarding|clean-?up|housekeeping|maintenance)\b/i,
    ),
  },
  {
    cue: 'changed before the problem',
    pattern: anyPattern(
      pattern`\b(?:was|were|got) ${earlierChangePasts} [^.\n]{0,40}\b${recentDays}\b`,
      pattern`\b\w+ed [^\n]{0,60}\b(?:on ${weekdayStems}day|in ${months})\b`,
      /\b(?:initially|originally) \w+ed\b/i,
    ),
  },
  { cue: 'one went well, another not', pattern: /\b(?:fine|ok|okay|successfully),? but\b(?! still)/i },
  { cue: 'somehow', pattern: /\bsomehow\b|\bunexpectedly\b/i },
  {
    cue: 'the change that did it',
    pattern: pattern`\b${changeAdjectives} ${deployNouns}\b[^.\n]{0,30}\b${faultyChangePasts}\b`,
  },
  {
    cue: 'retired by the provider',
    pattern: pattern`\b${retiredPasts} by ${platforms}\b`,
  },
  {
    cue: 'as a supposition',
    pattern: anyPattern(
      /^(?:if|in theory|hypothetically|hypothesis|(?:once|when)(?![^,\n]{0,80}\b(?:saw|was|were|had|did|got|came|became|\w+ed)\b)|unless|ideally)\b/i,
      /\b(?:would(?:n'?t)? have|could(?:n'?t)? have|should(?:n'?t)? have|if we had|would be|could bring)\b/i,
    ),
  },
  {
    cue: 'by itself, many times',
    pattern: pattern`\b(?:restarted|restarting|rebooted|rebooting) ${repetitions}\b`,
  },
  {
    cue: 'news of work that was going on',
    pattern:
      /^(?:note|fyi|background|context)\b|\bwork (?:was |is )?being carried out\b|\bscheduled (?:maintenance|upgrade|work)\b/i,
  },
  {
    cue: 'it worked before',
    pattern: anyPattern(/\bi thought\b|\blast \w+day\b/i, pattern`\b${formerTimes}\b`),
  },
];

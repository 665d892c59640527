import { attemptNouns, steadyVerbs } from '../lexicon/actions.ts';
import { loweredMeasures } from '../lexicon/measures.ts';
import { didNotForms, notForms, remainderAfterBut, wordsAfterBut } from '../lexicon/negations.ts';
import {
  alikeAdverbs,
  backAgain,
  betterForms,
  betterOrRecovering,
  failedForms,
  failedOrStopped,
  firedForms,
  healthyForms,
  heldForms,
  helpForms,
  hungForms,
  noChangeNouns,
} from '../lexicon/outcome-words.ts';
import {
  persistingProblems,
  problemsThatAreBack,
  recurringProblems,
  returningProblems,
  sameProblems,
} from '../lexicon/problem-nouns.ts';
import { inferenceWords, sameLeadIns, stillLeadIns } from '../lexicon/sentence-openers.ts';
import { fineStates, problemWords, symptoms, unchangedStates } from '../lexicon/state-words.ts';
import { durationOpeners } from '../lexicon/time.ts';
import type { OutcomeCue } from './outcome-cues.ts';
import { anyPattern, pattern, patternWith } from './pattern.ts';

/** How people say that it did not help, or that not all is well. The more particular ones come first. */
export const problemOutcomes: readonly OutcomeCue[] = [
  {
    cue: 'it held for a while',
    pattern: pattern`
      \b${heldForms}\b[^.\n]{0,25}\b
      (?:for ${durationOpeners}\b|briefly|at first|initially|\d+ ?(?:min\w*|m|h|hours?|s|seconds?)\b)[^\n]{0,60}?
      (?:[,;]|\b(?:but|then|until|and)\b)[^\n]{0,80}\b
      (?:again|same|are back|is back|back (?:to|up) (?:at |to )?[\d>~]|came back|still|worse
      |now ${problemWords}|${problemWords})
    `,
    meaning: 'partial',
  },
  {
    cue: 'better, with a rest',
    pattern: anyPattern(
      pattern`
        (?<!\b(?:not?|any|much|isn'?t|nothing|never|got) )\b${betterForms}\b[^.\n]{0,50}[,; ]
        (?:but|though|however|although|yet)\b[^.\n]{0,60}\b${wordsAfterBut}\b
      `,
      /\bstill\b[^.,\n]{0,25},? but (?:\w+ )?(?:fewer|less|better|lower|rarer|not as)\b/i,
    ),
    meaning: 'partial',
  },

  {
    cue: 'spoke too soon',
    pattern: /\bspoke too soon\b|\bscratch that\b|\bfalse (?:dawn|hope)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'it came back',
    pattern: anyPattern(
      pattern`\b${returningProblems} ${backAgain}`,
      pattern`
        \b${recurringProblems} (?:came|come|comes|coming) (?:right |straight )?back\b
        (?! (?:up|online|healthy|to normal))
      `,
      /\b(?:failing|crashing|crashlooping|crash ?looping|down|broken|erroring|firing|dying|oom\w*) again\b/i,
    ),
    isRecurrence: true,
    meaning: 'no_effect',
  },
  {
    cue: 'bad again',
    pattern: anyPattern(
      pattern`\b${problemWords} (?:up )?again\b`,
      pattern`\b${problemsThatAreBack} (?:are|is) back\b(?! (?:to|down|under|below))`,
    ),
    isRecurrence: true,
    meaning: 'no_effect',
  },
  {
    cue: 'it did not help',
    pattern: pattern`\b${didNotForms}\b(?: \w+){0,2} ${helpForms}\b`,
    refersToAction: true,
    meaning: 'no_effect',
  },
  {
    cue: 'so it was not that',
    pattern: anyPattern(
      pattern`
        \b(?:so|then|guess)[, ]{1,2}(?:${inferenceWords} )*
        (?:no(?=\W*$)|not (?:it|this|him|her|them|us|that(?= then\b| either\b|\W*$)
        |(?:the|our|my|your)(?! (?:only|same|whole|first|best|last|end)\b)|because|due|caused|\w+'s)\b)
      `,
      pattern`
        ^(?:(?:ok|so|hm+|nope|no|well|right|and|but)[,.! ]+)*
        (?:(?:it|that|this)(?:'s| is| was) not|(?:it|that|this) (?:isn'?t|wasn'?t)|wasn'?t|not) (?:it|that)
        (?: either| then)?[^\w]*$
      `,
      /\btells? us nothing\b/i,
    ),
    refersToAction: true,
    meaning: 'no_effect',
  },
  {
    cue: 'the attempt failed',
    pattern: anyPattern(
      pattern`^(?:(?:but|and|the|this|that|my|our|\w+)[ ,]+){0,4}${attemptNouns}(?: \w+){0,2} ${failedForms}\b`,
      /^\W*(?:it|that|this) (?:(?:does|did)(?: ?n[o']?t| not)|(?:has |just )?failed)\W*$/i,
    ),
    refersToAction: true,
    meaning: 'no_effect',
  },
  {
    cue: 'not working',
    pattern: pattern`\b${notForms}\b (?:\w+ ){0,2}${healthyForms}\b`,
    meaning: 'no_effect',
  },
  {
    cue: 'no change',
    pattern: anyPattern(
      pattern`\bno ${noChangeNouns}\b`,
      /\b(?:did|does|doing) nothing\b|\bnothing (?:happened|happens|changed|changes)\b/i,
      /\bto no avail\b|\bwithout success\b|\bunsuccessful(?:ly)?\b|\bin vain\b/i,
      /^not (?:great|good)\b|\bunchanged\b/i,
      /\bnot (?:changing|moving|dropping|improving|going (?:down|away)|budging)\b/i,
      /\bha(?:s|ve)(?:n'?t| not) (?:\w+ )?(?:moved|budged|dropped|gone down)\b/i,
      /\bdid(?:n'?t| not) (?:\w+ )?(?:move|budge|(?:buy|give|bring) (?:us |me )?(?:what|much|anything))\b/i,
      /\b(?:not|isn'?t|wasn'?t) (?:any )?(?:better|fixed|it|enough|that)$/i,
    ),
    meaning: 'no_effect',
  },
  {
    cue: 'the number of the error again',
    pattern:
      /^(?:[^,.\n]{0,40}, ?)?(?:error |code |still )?\d{3,5} again\b|^(?:still )?(?:the )?same\s["“`]|\bwith (?:the|exactly the) same \w+/i,
    meaning: 'no_effect',
    isRecurrence: true,
  },
  {
    cue: 'it stays as it was',
    pattern: anyPattern(
      pattern`\b(?:stays?|stayed|remains?|remained|remain) ${unchangedStates}\b`,
      /^[\w-]+ (?:stays|remains)\W*$/i,
    ),
    meaning: 'no_effect',
  },
  {
    cue: 'same error',
    pattern: pattern`\b(?:same|identical) ${sameProblems}\b`,
    meaning: 'no_effect',
  },
  {
    cue: 'the same',
    pattern: pattern`
      (?:^|[,;:–—-] ?|\b${sameLeadIns} )(?:exactly |all |just |still )*(?:the )?same
      (?: again| thing| here| as (?:before|ever)|(?: old)? [45]\d\ds?)?[.!]*$
    `,
    meaning: 'no_effect',
  },
  {
    cue: 'nope',
    pattern: /^(?:nope|nah|no|negative)\b[,.! -]*(?:$|still|same|that|it|didn)/i,
    meaning: 'no_effect',
  },
  {
    cue: 'better but not well',
    pattern: anyPattern(
      /^(?:\w+ ){0,3}better,? (?:but|though)\b/i,
      pattern`\b(?:brings?|brought) (?:the )?${loweredMeasures}\b (?:back )?(?:down )?to\b`,
    ),
    meaning: 'partial',
  },
  {
    cue: 'better, but',
    pattern: pattern`
      \b${betterOrRecovering}\b[^.\n]{0,50}\b(?:but|though|however|although)\b[^.\n]{0,60}\b
      ${remainderAfterBut}\b
    `,
    meaning: 'partial',
  },
  {
    cue: 'still failing',
    pattern: pattern`
      \bstill (?:a lot of |lots of |some |the |intermittently |occasionally |on |at )?${symptoms}(?![\w-])
    `,
    meaning: 'no_effect',
  },
  {
    cue: 'still so',
    pattern: anyPattern(
      pattern`
        ^(?:${stillLeadIns}[,.! ]+)*still (?!${fineStates}\b)(?:a |at |on |the )?~?[\w.%]+
        (?! ?(?:min\w*|hours?|left|more|to go))(?: (?:for|here|on|in|at) [^\n]{1,30})?\W*$
      `,
      /\bstill ~?\d[\d.,]*(?:-ish| ?(?:%|k|ms|s|\/\w{1,5}))?(?=[,.;!:)]|$| (?:here|now|for me|on our)\b)/i,
    ),
    meaning: 'no_effect',
  },
  {
    cue: 'it still does it',
    pattern: patternWith('')`\bstill (?!${steadyVerbs})[a-z]{2,}[a-rt-z]s\b`,
    meaning: 'no_effect',
  },
  {
    cue: 'and hung',
    pattern: pattern`\b(?:and|but|then) (?:then |now |it |they )*${hungForms}\b`,
    meaning: 'no_effect',
  },
  {
    cue: 'it would not start',
    pattern:
      /\b(?:would(?:n'?t| not)|could(?:n'?t| not)|refuse[sd]? to|still won'?t) (?:\w+ )?(?:start|boot|come|work|load|connect|recover|mount|join)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'the command says no',
    pattern:
      /^(?:error|fatal|e|panic)\s?: \S|^[\w./-]{2,30}: (?:\S+ )?(?:command not found|no such|permission denied|wrong fs|not found|cannot|couldn'?t|can'?t)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'they go on',
    pattern: pattern`\b${persistingProblems} (?:still )?(?:continue|persist)(?:s|ed)?\b`,
    meaning: 'no_effect',
  },
  {
    cue: 'the alert came again',
    pattern: pattern`
      ^(?:(?:the|an?|another|second|third|same|new|more) )*(?:alerts?|alarms?|pages?|pager)
      [ ](?:was |were |is |are |has |have )?(?:re-?)?${firedForms}\b
    `,
    isRecurrence: true,
    meaning: 'no_effect',
  },
  {
    cue: 'keeps failing',
    pattern:
      /\b(?:keeps?|kept) (?:failing|crashing|restarting|crashlooping|dying|timing out|happening|coming back|growing|climbing)\b/i,
    meaning: 'no_effect',
  },
  {
    cue: 'it fails alike',
    pattern: anyPattern(
      pattern`\b${failedOrStopped} (?:\w+ )?${alikeAdverbs}\b`,
      /\b(?:fail|die|crashe)[sd] (?:\w+ )?(?:at once|right away|straight away|immediately)\b/i,
      /^same[,:;]|[,;:] (?:the )?same (?:error )?\d{3,}\b(?! \w+s\b)/i,
    ),
    meaning: 'no_effect',
  },
  { cue: 'not accessible even after', pattern: /\b(?:even after|despite)\b/i, meaning: 'no_effect' },
];

import { risingMeasures } from '../lexicon/measures.ts';
import { failingVerbs, risenForms, verbsBeforeWorse } from '../lexicon/outcome-words.ts';
import { failingSubjects } from '../lexicon/people.ts';
import { everythingWords } from '../lexicon/quantifiers.ts';
import { worseAdverbs } from '../lexicon/sentence-openers.ts';
import { downStates } from '../lexicon/state-words.ts';
import type { OutcomeCue } from './outcome-cues.ts';
import { anyPattern, pattern } from './pattern.ts';

/** How people say that it got worse. The more particular ones come first. */
export const worseOutcomes: readonly OutcomeCue[] = [
  {
    cue: 'made it worse',
    pattern: anyPattern(
      pattern`\b${verbsBeforeWorse} (?:${worseAdverbs} )*worse\b`,
      /\bworsened\b|^(?:ugh|oh no|hm+|ok|nope|no)?[,.! ]*worse\b/i,
    ),
    refersToAction: true,
    meaning: 'made_worse',
  },
  {
    cue: 'errors went up',
    pattern: anyPattern(
      pattern`\b${risingMeasures}\b(?: \w+){0,3} ${risenForms}\b`,
      /\bmore errors (?:than|now)\b/i,
    ),
    meaning: 'made_worse',
  },
  {
    cue: 'now it is all down',
    pattern: anyPattern(
      pattern`\bnow ${everythingWords}\b[^.\n]{0,60}\b${downStates}\b`,
      /\bthat (?:just )?(?:broke|killed|took down)\b|\bfell over\b/i,
    ),
    meaning: 'made_worse',
  },
  {
    cue: 'it fails as well now',
    pattern: anyPattern(
      /\b(?:that|it|this) was (?:even |much |way )?worse\b/i,
      /\bnow (?:[\w-]+ ){1,3}(?:is|are) (?:also |all |completely )*(?:down|broken|failing|erroring)(?: too| as well)\b/i,
      /\b(?:has|have|and|[\w-]+\d) also (?:oom\w*|crashed|died|failed|went down)/i,
    ),
    meaning: 'made_worse',
  },
  {
    cue: 'faster than before',
    pattern: anyPattern(
      /\b(?:grow|climb|ris|fill|leak|pil)(?:s|es|ing)? (?:up )?(?:\w+ )?(?:faster|quicker)\b/i,
      /\btriggered (?:a|an|another) [\w ]{0,20}(?:storm|avalanche|cascade|flood|stampede)\b/i,
    ),
    meaning: 'made_worse',
  },
  {
    cue: 'now they fail too',
    pattern: pattern`\bnow ${failingSubjects}(?: all| even| just)? ${failingVerbs}\b`,
    meaning: 'made_worse',
  },
  {
    cue: 'they too began to fail',
    pattern: /\b(?:they|these|those|the others?|the rest) also (?:started|began|start|now)\b/i,
    meaning: 'made_worse',
  },
];

import { fallingMeasures } from '../lexicon/measures.ts';
import { fallingForms } from '../lexicon/outcome-words.ts';
import { someQuantifiers } from '../lexicon/quantifiers.ts';
import { healthyStates } from '../lexicon/state-words.ts';
import type { OutcomeCue } from './outcome-cues.ts';
import { anyPattern, pattern } from './pattern.ts';

/** How people say that it helped, and that not all is well yet. The more particular ones come first. */
export const partialOutcomes: readonly OutcomeCue[] = [
  {
    cue: 'a part of it',
    pattern: anyPattern(
      /\bpartial (?:functional\w*|service|recovery|success|fix|relief|improvement)\b/i,
      /\bsome (?:recovery|improvement|relief)\b/i,
      /\b(?:back|online|serving|restored)\b[^.\n]{0,20}\b[1-9]\d? ?% (?:of )?(?:the |its |our )?(?:usual |normal |full )?capacity\b/i,
      /\b(?:alleviat|ameliorat|eas)(?:es|ed) (?:it|the|some)\b/i,
    ),
    meaning: 'partial',
  },
  {
    cue: 'one is well and another is not',
    pattern: pattern`
      \b(?:is|are|looks?|seems?) (?:back |now |all )?${healthyStates}\b[^.\n]{0,25}[,;] ?(?:but )?
      [^.,\n]{2,40}\b(?:(?:is|are|does|do|has|have)(?:n'?t| not)|not yet)\b
    `,
    meaning: 'partial',
  },
  {
    cue: 'it got further',
    pattern: /^(?:(?:ok|it|that|and|a bit|much|got|gets|goes|went|comes?|came|runs?|ran)[,! ]+)*further\b/i,
    meaning: 'partial',
  },
  {
    cue: 'slower than before',
    pattern:
      /\b(?:grow|climb|ris|fill|leak|pil)(?:s|es|ing)? (?:up )?(?:\w+ )?(?:slower|less fast|more slowly|less)\b|\b\d{1,2} ?% (?:less|fewer|lower|better)\b/i,
    meaning: 'partial',
  },
  {
    cue: 'helped a bit',
    pattern: anyPattern(
      /\bhelp(?:ed|ing|s) (?:a (?:bit|little)|some(?:what)?|slightly|partially|partly|for)\b/i,
      /\b(?:partially|partly|half) (?:work\w*|fix\w*|resolved?|recovered|restored|back|up)\b/i,
    ),
    refersToAction: true,
    meaning: 'partial',
  },
  {
    cue: 'somewhat better',
    pattern:
      /\b(?:bit|little|slightly|somewhat|much|looks?|looking|getting|lot|seems?|things are|it'?s) better\b|\bimproving\b|\b(?:has|have) improved\b/i,
    meaning: 'partial',
  },
  {
    cue: 'going down',
    pattern: anyPattern(
      /\d[^.\n]{0,12}\band (?:falling|dropping|shrinking|decreasing|going down|draining)\b/i,
      pattern`\b${fallingMeasures}\b(?: \w+){0,4} ${fallingForms}`,
    ),
    meaning: 'partial',
  },
  {
    cue: 'only some are back',
    pattern: pattern`
      ^(?![^\n]*\b(\d{1,4}) ?(?:of|/) ?\1\b)[^\n]*\b${someQuantifiers} (?:\w+ ){0,3}
      (?:(?:are|is|came|have|has|come) (?:\w+ )?(?:back|recovered|up|healthy|ready)|recovered)\b
    `,
    meaning: 'partial',
  },
  {
    cue: 'starting to come back',
    pattern:
      /\b(?:start(?:ed|ing|s)?|beginning|began|slowly) (?:to )?(?:come|coming|recover|recovering|work|succeed|succeeding|pass|passing)\b(?: back| up| again)*/i,
    meaning: 'partial',
  },
  {
    cue: 'good for now',
    pattern:
      /\b(?:stable|flat|steady|ok|okay|fine|good|holding|quiet|calm|healthy)\b[^.\n]{0,20}\bfor now\b/i,
    meaning: 'partial',
  },
  {
    cue: 'it buys time',
    pattern:
      /\btemporary (?:relief|improvement)\b|\bbuys? us\b|\bbought us\b|\bstopped the bleeding\b|\bbleeding (?:has )?stopped\b/i,
    meaning: 'partial',
  },
  {
    cue: 'it helped',
    pattern:
      /\b(?:that|this|it|which) (?:seems to have |has |seemed to |really |definitely )?help(?:ed|s)\b/i,
    refersToAction: true,
    meaning: 'partial',
  },
];

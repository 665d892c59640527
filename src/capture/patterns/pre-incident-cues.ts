import { restartedPasts } from '../lexicon/actions.ts';
import { causalAdverbs, causedForms } from '../lexicon/cause-words.ts';
import {
  changeStems,
  changesAndMistakes,
  earlierChanges,
  introducedPasts,
  introducingStems,
  recentChangePasts,
  scheduledAdjectives,
  scheduledWork,
  stoppedForms,
  undoingForms,
} from '../lexicon/changes.ts';
import { mendingWords } from '../lexicon/fix-words.ts';
import { firstSigns } from '../lexicon/problem-nouns.ts';
import { alertVerbs } from '../lexicon/speech-verbs.ts';
import { badAdjectives, faultyAdjectives } from '../lexicon/state-words.ts';
import { automata } from '../lexicon/systems.ts';
import { earlierTimes, timeUnits, wordsAfterHour } from '../lexicon/time.ts';
import { anyPattern, pattern } from './pattern.ts';

/** Sentences about a change that was there before the problem, or that no person made to end it. */
export const preIncidentCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'a faulty thing was brought in',
    pattern: anyPattern(
      pattern`
        \b${introducingStems}(?:s|es|ies|ed|ied|ped|ing)? (?:out )?
        (?:the|an?|our|its|their|some|this) ${badAdjectives}\b
      `,
      pattern`\b${faultyAdjectives}(?: [\w\`.-]+){1,4} (?:was |were |is |are |got )?${introducedPasts}\b`,
    ),
  },
  {
    cue: 'by a change',
    pattern: pattern`
      ^(?!(?:so |and |then |ok )?(?:i|we)\b|.*\b${undoingForms}).*\b
      (?:due to|because of|as a result of) (?:an?|the|our|some|that|this|last) (?:[\w-]+ ){0,3}
      ${changesAndMistakes}\b(?! (?:script|tool|job|pipeline|to fix|window))
    `,
  },
  {
    cue: 'by a system or on its schedule',
    pattern: anyPattern(
      pattern`
        ^(?:an? |the |another |our |one )?(?:(?:failed|further|next|last|usual|normal) )?
        ${scheduledAdjectives}(?! (?:by|for|to|it|them|an?|the|another|one)\b)
        (?!.*\b${stoppedForms}\b)(?: [\w\`-]+){0,5} ${scheduledWork}s?\b
      `,
      /\b(?:was|were|got|been|is|are|gets?) automatically \w+ed\b/i,
      /\b\w{3,}ed (?:[\w-]+ ){0,6}?(?:by itself|by themselves|on (?:its|their) own|automatically)\b/i,
      pattern`\b${restartedPasts} by (?:the |an? |our )?(?:[\w-]+ )?${automata}\b`,
      /\b(?:restarted|rebooted|crashed) (?:twice|thrice|\w+ times)\b/i,
      /\bauto-?(?:generated|merged|updated|scaled|deployed|upgraded)\b|\bon schedule\b/i,
      /\b(?:due to|for) (?:routine|scheduled|planned|regular|system) [\w ]{0,20}maintenance\b/i,
    ),
  },
  {
    cue: 'done some time ago',
    pattern: anyPattern(
      /\b(?:i|we|they|he|she|was|were|been|got) (?:just )?recently\b/i,
      pattern`\b(?:was|were|got) ${recentChangePasts} [^.\n]{0,30}?\b\d+ ?${timeUnits} ago\b`,
    ),
  },
  {
    cue: 'what had nothing to do with it',
    pattern: /^(?:coincidence|coincidentally|unrelated|by coincidence|not related)\b/i,
  },
];

/** A change of another day or hour: background while nobody has done anything yet. */
export const earlierChange: RegExp = pattern`\b${earlierChanges}\b[^.\n]{0,50}\b${earlierTimes}\b`;

/** In a chat whoever gives the hour of a change has looked it up: "I merged that at 4". Those who mend say "now". */
export const datedChange: RegExp = pattern`
  ^(?!.*\b${mendingWords}\b).*\b${changeStems}(?:ed|ing) (?:[^,;\n]{1,60} )?
  (?:at|around|about|since) ~?
  (?:noon|midnight|\d{1,2}(?:[:.]\d\d|h)?(?: ?[ap]m)?(?![\d:%]|\.\d))
  (?= *(?:$|[,.;:!?)(]|${wordsAfterHour}\b))
`;

/** How a report says that somebody became aware of the problem. */
export const detectionCue: RegExp = anyPattern(
  pattern`\b(?:alerts?|alarms?|monitor\w*) (?:\w+ )?${alertVerbs}\b`,
  /\b(?:is|was|are|were|gets?|got|being) paged\b/i,
  /\bpages (?:the |our )?(?:on-?call|engineer|team)\b/i,
  /\binvestigations? (?:is |was )?(?:started|starts|begins|began|opened)\b/i,
  /\b(?:starts?|started|begins?|began) (?:to investigate|investigating|looking)\b/i,
  /\b(?:notices?|noticed|observes?|observed|reports? (?:of|that)|reported|complain\w*|alerted)\b/i,
);

/** The same, and nobody had been aware before. */
export const firstDetectionCue: RegExp = anyPattern(
  pattern`\b(?:first|initial|earliest) (?:[\w#<>|/:.-]+ ){0,2}${firstSigns}\b`,
  /\b(?:incident|outage|downtime|impact) (?:starts?|started|begins?|began)\b/i,
);

/** "This caused the secret to be made anew." */
export const causedIncident: RegExp = pattern`^(?:and )?(?:this|that|it|which)(?: ${causalAdverbs})? ${causedForms}\b`;

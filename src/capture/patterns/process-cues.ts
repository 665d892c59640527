import { filingStems, gatheringStems, gradingStems } from '../lexicon/actions.ts';
import { invitedPeople } from '../lexicon/people.ts';
import {
  alertingThings,
  begunOrEnded,
  documentPasts,
  documentsAndCalls,
  documentVerbs,
  evidence,
  filingPlaces,
  gradedThings,
  incidentDocuments,
  investigations,
  meetingPlaces,
  meetingThings,
} from '../lexicon/process-words.ts';
import { articles, evidenceDeterminers } from '../lexicon/quantifiers.ts';
import { connectives } from '../lexicon/sentence-openers.ts';
import { severityLevels } from '../lexicon/state-words.ts';
import { loggingParts, softwareNouns, softwareOrDesk, softwareOrHost } from '../lexicon/systems.ts';
import { anyPattern, pattern, patternWith } from './pattern.ts';

/** The paperwork and the talk of an incident, and what is built against the next one: no step, however it is put. */
export const processCues: readonly { cue: string; pattern: RegExp }[] = [
  { cue: 'a figure', pattern: /^\w+(?: [=:]|ing) ~?\d|\ball clear\b/i },
  {
    cue: 'built against the next one',
    pattern: pattern`
      \b(?:implement|add|creat|writ)\w* (?:[\w\`'-]+ ){0,4}${alertingThings}\b
      (?! (?:route|receiver|manager|webhook|channel))
    `,
  },
  {
    cue: 'a document that was opened',
    pattern: anyPattern(
      pattern`\b${incidentDocuments}\b(?: \w+){0,3} ${documentPasts}\b`,
      /\bstatus ?page(?: \w+){0,2} set to\b/i,
    ),
  },
  {
    cue: 'opened a document',
    pattern: pattern`\b${documentVerbs} (?:${articles} )?(?:\w+ ){0,2}${documentsAndCalls}\b(?!-| ${softwareOrDesk}s?\b)`,
  },
  {
    cue: 'set up a place to talk',
    pattern: pattern`
      \b(?:set(?:ting)? up|add(?:ed|ing)|renam(?:ed|ing)) (?:${articles} )?(?:new )?
      ${meetingThings}\b(?!-| ${softwareNouns}s?\b)
    `,
  },
  { cue: 'opened a ticket by its number', pattern: /\b[Cc]reated [A-Z]{2,8}-\d{1,6}\b/ },
  {
    cue: 'how grave it is',
    pattern: pattern`
      \b${gradingStems}\w* (?:${gradedThings} ){0,3}(?:to|from|as) (?:an? )?
      (?:p[0-5]|sev(?:erity)?[ -]?\d|${severityLevels} (?:priority|severity))
      (?= *(?:$|[,.;:!)(]|${connectives}\b))
    `,
  },
  {
    cue: 'updated people',
    pattern:
      /\bupdated? (?:acknowledging|announcing|informing|saying|stating)\b|\bupdat(?:es|ed|ing)? (?:the |a |our )?(?:[\w#-]+ )?thread\b/i,
  },
  {
    cue: 'looking and talking that began',
    pattern: pattern`\b${investigations} (?:has |was |is |were |have )?${begunOrEnded}\b`,
  },
  {
    cue: 'filed with the documents',
    pattern: pattern`
      \b${filingStems}\w* [^,;\n]{0,50}?\b(?:to|into|in|on) (?:the |a |an |our |their |this )?
      (?:\w+ )?${filingPlaces}\b(?!-| ${softwareOrHost}s?\b)
    `,
  },
  {
    cue: 'where and with whom it is talked over',
    pattern: anyPattern(
      pattern`
        \b(?:add|pull|invit|bring|brought)\w* (?:in )?
        (?:@[\w.-]+ |(?:(?:the|our) )?(?:[\w-]+ )?${invitedPeople} )?(?:in)?to (?:the|our|this) (?:\w+ )?
        ${meetingPlaces}\b
      `,
      /\b(?:mov|jump|switch)\w* (?:over )?to (?:an? |the |our )?(?:\w+ )?(?:huddle|zoom|call|dm|meeting)\b/i,
      /\b(?:chang|edit|updat)\w* the (?:title|name|summary) of the (?:incident|ticket)\b/i,
    ),
  },
];

/** Actions that only gather what there is to see: dumps, traces, logs. */
export const evidenceGathering: RegExp = patternWith('gi')`
  \b${gatheringStems}\w* (?:${evidenceDeterminers} ){0,3}(?:[\w-]+ )?${evidence}\b
  (?!-| ?${loggingParts})
`;

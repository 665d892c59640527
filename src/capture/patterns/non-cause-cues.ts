import { unknownCauseStates } from '../lexicon/cause-words.ts';
import { opinionWords } from '../lexicon/talk.ts';
import { anyPattern, pattern } from './pattern.ts';

/** Sentences that say that the cause is not this, or not known. */
export const nonCauseCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'what is done against the next time',
    pattern: /^(?:implement|add|creat|fix)\w*\b|\bif (?:we|this|it) (?:encounter|happens?|comes? back)/i,
  },
  { cue: 'a condition', pattern: /^\W*(?:if|unless|whether|in case)\b/i },
  { cue: 'how things still are', pattern: /^still\b|\bnothing to do with\b/i },
  {
    cue: 'says that it works',
    pattern: /\b(?:think|seems?|looks?|appears?)\b[^.\n]{0,25}\b(?:works?|working|worked|runs|fine)\b/i,
  },
  {
    cue: 'not certain',
    pattern: /\bcan'?t say\b|\bprobably (?:not|would|won'?t)\b|\bnot (?:really )?sure\b/i,
  },
  {
    cue: 'an opinion',
    pattern: anyPattern(
      pattern`\b(?:its?|it'?s|that'?s) an? (?:\w+ )?${opinionWords}\b`,
      /\bi think \w+ (?:should|would|could)\b/i,
    ),
  },
  { cue: 'found something', pattern: /\bfound (?:something|somewhere|a (?:post|link|page|thread|howto))\b/i },
  {
    cue: 'whenever the problem is there',
    pattern:
      /\b(?:when|whenever|if|until|after|before) (?:that|the|this) (?:problem|issue|bug|fault|trouble) (?:appears|is|was|occurs)\b/i,
  },
  {
    cue: 'somebody’s own reason',
    pattern: /\b(?:because|cos|bc) (?:i|you|last (?:time|week|month)|we believed|we thought|we wanted)\b/i,
  },
  {
    cue: 'not known',
    pattern: anyPattern(
      pattern`\b(?:cause|reason)\b[^.\n]{0,20}\b${unknownCauseStates}\b`,
      /\b(?:don'?t|do not|not sure|no idea) (?:know )?(?:why|what)\b/i,
    ),
  },
  {
    cue: 'ruled out',
    pattern:
      /\bruled out\b|\b(?:not|wasn'?t|isn'?t|n'?t) (?:caused by|because|due to|the (?:cause|culprit|problem|issue|root))\b/i,
  },
];

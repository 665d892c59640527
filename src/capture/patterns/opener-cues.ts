import { addressees } from '../lexicon/people.ts';
import { greetings, helpRequests } from '../lexicon/talk.ts';
import { pattern } from './pattern.ts';

/** Words before the problem in a first message: taken off a title. */
export const titleOpener: RegExp = pattern`
  ^(?:${greetings}(?:\s+${addressees})?\s*[,.!:…-]*\s+
  |sorry for the (?:stupid|dumb|noob|silly) question,?\s+(?:but\s+)?
  |(?:quick|stupid|dumb|noob) question\s*[,:-]\s*)+(?=\S)
`;

const announcedQuestion = pattern`
  (?:i have |just )?(?:a|one|another) (?:quick |small )?question(?: for (?:you|\w+))?\b
  (?!.{0,60}(?:how|what|why|when|where|is|does|can)\b)
`;

/** First messages that say nothing of a problem yet: their author's next one does. */
export const emptyOpeners: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'asks to ask',
    pattern: pattern`
      ^(?:(?:hi|hey|ok|yeah|so)[\s,.…]*)*
      (?:${announcedQuestion}|can i (?:ask|pm)\b|\S+ can i (?:ask|pm) you\b).{0,60}$
    `,
  },
  {
    cue: 'asks for anyone',
    pattern: pattern`^(?:(?:hi|hey|ok|yeah|so|please)[\s,.…]*)*${helpRequests}\W*$`,
  },
  {
    cue: 'clears the throat',
    pattern: /^(?:ok(?:ay)?[\s,]*)?(?:here(?:'s| is) the (?:deal|thing|problem|situation)|listen|what)\W*$/i,
  },
  {
    cue: 'only a greeting',
    pattern: /^(?:hi|hello|hey|yo|morning|good (?:morning|evening|afternoon))(?:\s+\w+){0,2}\W*$/i,
  },
];

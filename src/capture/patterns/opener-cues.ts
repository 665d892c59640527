/** Words before the trouble in a first message: taken off a title. */
export const titleOpener: RegExp =
  /^(?:(?:hi|hello|hey|yo|morning|good (?:morning|evening|afternoon)|hmm+|err+|uh+m?|ok|okay|so|well|yeah|yep|yes|please)(?:\s+(?:all|guys|everyone|everybody|there|folks|people|team))?\s*[,.!:…-]*\s+|sorry for the (?:stupid|dumb|noob|silly) question,?\s+(?:but\s+)?|(?:quick|stupid|dumb|noob) question\s*[,:-]\s*)+(?=\S)/i;

/** First messages that tell nothing of a trouble yet: their author's next one does. */
export const emptyOpeners: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'asks to ask',
    pattern:
      /^(?:(?:hi|hey|ok|yeah|so)[\s,.…]*)*(?:(?:i have |just )?(?:a|one|another) (?:quick |small )?question(?: for (?:you|\w+))?\b(?!.{0,60}(?:how|what|why|when|where|is|does|can)\b)|can i (?:ask|pm)\b|\S+ can i (?:ask|pm) you\b).{0,60}$/i,
  },
  {
    cue: 'asks for anyone',
    pattern:
      /^(?:(?:hi|hey|ok|yeah|so|please)[\s,.…]*)*(?:(?:if )?(?:any(?:one|body)|some(?:one|body)) (?:here|around|there|awake|online|can help(?: me)?(?: just pm me)?)|(?:can|could) (?:any(?:one|body)|some(?:one|body)) help(?: me)?(?: please)?|i need (?:some )?help|help(?: me)?(?: please)?)\W*$/i,
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

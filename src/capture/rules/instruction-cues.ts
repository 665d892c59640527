/**
 * A message that speaks to a model instead of to people. It is no evidence of anything: neither the rules nor a
 * model's reading may rest on it.
 */
export const instructionCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'ignore your instructions',
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules|guidelines|context|system message)\b/i,
  },
  {
    cue: 'a role in front',
    pattern: /(?:^|\n|>\s?)(?:system|assistant|developer)(?: prompt| message)?\s?:/i,
  },
  {
    cue: 'closing the fence',
    pattern: /(?:<|&lt;)\/?\s?(?:thread|system|instructions?|prompt|assistant|user)\s?(?:>|&gt;)/i,
  },
  {
    cue: 'a new role',
    pattern:
      /\byou are (?:now |actually )?(?:an? |in |the )[^.\n]{0,30}\b(?:assistant|model|ai|llm|bot|mode|agent)\b|\b(?:act|behave|respond) as (?:an? |if you)/i,
  },
  {
    cue: 'to the model by name',
    pattern:
      /\b(?:dear|hey|hi|attention|note to|to the|as an?) (?:ai|llm|language model|claude|gpt|summari[sz]er|assistant)\b/i,
  },
  {
    cue: 'dictating the answer',
    pattern:
      /\b(?:record|output|return|answer|respond|reply|report|write|say|list|mark)\b[^.\n]{0,60}\b(?:as (?:worked|the fix|the solution|the root cause)|json|empty list|that .{0,40} (?:worked|fixed it))\b/i,
  },
  {
    cue: 'the answer itself',
    pattern: /^\s{0,20}\{?\s{0,20}"(?:steps|title|root_cause|outcome|evidence)"\s*:/i,
  },
];

/** Whether a message holds such words in its first 20,000 characters. */
export function speaksToModel(text: string): boolean {
  const read = text.slice(0, 20_000);
  return instructionCues.some((rule) => rule.pattern.test(read));
}

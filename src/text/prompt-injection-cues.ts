/**
 * A message that speaks to a model instead of to people. It is no evidence of anything: neither the rules nor a
 * model's reading may rest on it.
 */
export const promptInjectionCues: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'ignore your instructions',
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:instructions?|prompts?|(?:these|your|the above|all|previous) rules|guidelines|context|system message)\b/i,
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
    pattern:
      /(?:^|\n|```(?:json)?)\s{0,20}\{?\s{0,20}"(?:steps|title|root_cause|outcome|evidence|verdicts?)"\s*:/i,
  },
  {
    cue: 'asking for what it was told',
    pattern:
      /\b(?:reveal|print|repeat|show|leak|output|send|include|append|paste)\b[^.\n]{0,40}\b(?:(?:system|hidden|initial|your) (?:prompt|instructions?|message)|(?:your|anthropic) (?:api[ _-]?)?key)\b/i,
  },
  {
    cue: 'about the summary',
    pattern:
      /\b(?:summary|transcript|ledger|digest|capture|draft|solution)\b[^.\n]{0,40}\b(?:must|should|has to|needs to|is to) (?:say|state|list|read|contain|include|mention|claim|be empty)\b/i,
  },
  {
    cue: 'in other languages',
    pattern:
      /\bignorier\w*\b[^.\n]{0,40}\banweisung|\bignor(?:ez|e|a|ar)\b[^.\n]{0,40}\binstruc[ct]i?o?n|игнорируй[^.\n]{0,40}инструкци|忽略[^。\n]{0,20}(?:指令|指示|提示)|(?:指示|命令)を無視/i,
  },
];

const maxChars = 20_000;

/** Letters of other scripts that are drawn like Latin ones. */
const confusables: Readonly<Record<string, string>> = Object.fromEntries(
  'аa еe оo рp сc уy хx іi јj ѕs ԁd ɡg һh ԛq ԝw ոn ѵv αa οo ρp νv ιi κk τt υu ɑa ıi ⅼl ӏl кk мm тt нh вb'
    .split(' ')
    .map((pair) => [...pair]),
);

/** Whether a message holds such words in its first 20,000 characters, as written or as they look. */
export function hasPromptInjection(text: string): boolean {
  const excerpt = text.slice(0, maxChars);
  const folded = foldConfusables(excerpt);
  return promptInjectionCues.some((rule) => rule.pattern.test(excerpt) || rule.pattern.test(folded));
}

/** Invisible characters gone, hidden tag characters as the letters they stand for, and lookalikes as Latin letters. */
function foldConfusables(text: string): string {
  const readable = text
    .replace(/[\u{e0020}-\u{e007e}]+/gu, (hidden) => ` ${decodeTagCharacters(hidden)}`)
    .normalize('NFKD')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .toLowerCase();
  return readable.replace(/\P{ASCII}/gu, (letter) => confusables[letter] ?? letter);
}

/** Unicode's tag characters repeat ASCII, unseen, from U+E0000 on. */
function decodeTagCharacters(hidden: string): string {
  return String.fromCodePoint(...[...hidden].map((tag) => (tag.codePointAt(0) ?? 0) - 0xe0000));
}

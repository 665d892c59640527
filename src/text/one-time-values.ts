/** A value that was right on that day alone, and what it is called. */
export type OneTimeValue = { kind: string; value: string };

/** The first group is the value. From the most telling to the least; what one has read the others leave. */
const rules: readonly { kind: string; pattern: RegExp }[] = [
  { kind: 'offset', pattern: /(?:--to-offset|\boffsets?)[ =:]{1,3}(?:to |was |at )?(\d{3,})\b/gi },
  { kind: 'revision', pattern: /(?:--to-revision|\brevision)[ =:#]{1,3}(\d+)\b/gi },
  { kind: 'revision', pattern: /\b(?:helm rollback [\w.-]+ )(\d+)\b/gi },
  {
    kind: 'instance',
    pattern:
      /\b(i-[0-9a-f]{8,17}|vol-[0-9a-f]{8,17}|sg-[0-9a-f]{8,17}|subnet-[0-9a-f]{8,17}|eni-[0-9a-f]{8,17})\b/g,
  },
  { kind: 'node', pattern: /\b(ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}(?:\.[\w.-]{1,60})?)\b/g },
  {
    kind: 'node',
    pattern: /(?<![\w-])((?:node|worker|master|host|broker|ng)-?\d{1,4}(?:-[\w]{1,12})?)(?![\w-])/gi,
  },
  { kind: 'pod', pattern: /(?<![\w-])([a-z][a-z0-9-]{1,50}-[0-9a-f]{7,10}-[a-z0-9]{5})(?![\w-])/g },
  { kind: 'address', pattern: /(?<![\w.])(\d{1,3}(?:\.\d{1,3}){3}(?::\d{2,5})?(?:\/\d{1,2})?)(?![\w.])/g },
  { kind: 'time', pattern: /(?<![\w-])(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?)(?![\w-])/g },
  { kind: 'commit', pattern: /(?<![\w-])((?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40})(?![\w-])/g },
  { kind: 'process', pattern: /\bkill (?:-\w+ )?(\d{2,7})\b/g },
  {
    kind: 'id',
    pattern:
      /(?:--?(?:id|message-id|job|pid|query-id)|\b(?:id|pid|job|message|ticket))[ =:#]{1,2}(\d{3,})\b/gi,
  },
  { kind: 'number', pattern: /(?<![\w.:/-])(\d{6,})(?![\w.])/g },
];

const maxValues = 6;

/** The values of a remembered command that were its own that day (offsets, revisions, ids, dates, addresses, node names), at most six. */
export function oneTimeValuesOf(text: string): OneTimeValue[] {
  const found = new Map<string, OneTimeValue>();
  for (const { kind, pattern } of rules) {
    for (const match of text.slice(0, 4_000).matchAll(pattern)) {
      const value = match[1] ?? '';
      const isKnown = [...found.keys()].some((known) => known.includes(value));
      if (value !== '' && !isKnown) found.set(value, { kind, value });
    }
  }
  return [...found.values()].slice(0, maxValues);
}

type Range = { start: number; end: number };

/**
 * Where a global pattern's value stands: its group `value` without closing marks, else the whole match. What `accept`
 * turns down is searched again from the value on: `secret: "key":"…"` holds a second name in the first one's value.
 */
export function matchesOf(
  text: string,
  pattern: RegExp,
  accept: (range: Range) => boolean = () => true,
): Range[] {
  const found: Range[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const group = match.groups?.value;
    // The value stands at the end of its match or before a closing mark, never twice after it.
    const start = match.index + (group === undefined ? 0 : match[0].lastIndexOf(group));
    const value = group?.replace(/[,)\]}.]+$/, '') ?? match[0];
    const range = { start, end: start + value.length };
    if (value !== '' && accept(range)) found.push(range);
    else if (group !== undefined && start > match.index) pattern.lastIndex = start;
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

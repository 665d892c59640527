/** Where a global pattern's value stands: its group `value` without closing marks, else the whole match. */
export function matchesOf(text: string, pattern: RegExp): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(pattern)) {
    const group = match.groups?.value;
    // The value stands at the end of its match or before a closing mark, never twice after it.
    const start = match.index + (group === undefined ? 0 : match[0].lastIndexOf(group));
    const value = group?.replace(/[,)\]}.]+$/, '') ?? match[0];
    if (value !== '') found.push({ start, end: start + value.length });
  }
  return found;
}

/** A line of a stack trace or a log, as no person types it. */
const pasted =
  /^\s*(?:at [\w$.<>/]+\s?\(|\.\.\. \d+ more|Caused by:|Traceback |File "|goroutine \d|\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:|\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b[\]: ])/;
const fence = /^\s*(?:```|\{code\b[^}]*\}|\{noformat\})/;

/**
 * A text with what people wrote before what they pasted (fenced blocks, stack traces, log lines), each in its order:
 * where only the beginning counts, a paste must not take the place of the words.
 */
export function proseFirst(text: string): string {
  const prose: string[] = [];
  const paste: string[] = [];
  let inFence = false;
  for (const line of text.split('\n')) {
    const marks = line.split('```').length - 1;
    const opens = fence.test(line);
    if (inFence || opens || pasted.test(line)) paste.push(line);
    else prose.push(line);
    if (line.includes('```')) inFence = marks % 2 === 1 ? !inFence : inFence;
    else if (opens && !/\}.*\{(?:code|noformat)\}/.test(line)) inFence = !inFence;
  }
  return [...prose, ...paste].join('\n');
}

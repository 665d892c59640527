import type { SampleReply } from './types.ts';

/** A reply, so many minutes after the root. */
export function after(afterMinutes: number, by: string, text: string): SampleReply {
  return { by, afterMinutes, text };
}

/** A code block of these lines. */
export function code(...lines: string[]): string {
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}
